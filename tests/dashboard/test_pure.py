"""Small pure parts of the pages: periods, monograms, lines and bars."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.day_bars import HEIGHT, day_bars
from dashboard.monogram import monogram
from dashboard.page_names import page_name
from dashboard.periods import period
from dashboard.sparkline import sparkline
from dashboard.trade_registers import register_link
from enrichment.warmth import HeatLevel, heat, heat_level

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("key", "days"), [("today", 1), ("7", 7), ("28", 28), ("90", 90), ("nonsense", 7), (None, 7)])
def test_a_period_ends_today_and_is_as_long_as_its_name_says(key: str | None, days: int):
    asked = period(key, today=TODAY)

    assert (asked.last, asked.days) == (TODAY, days)
    assert (asked.before.days, (asked.first - asked.before.last).days) == (days, 1)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("DAF Trucks", "DT"),
        ("Adyen", "AD"),
        ("Havenbedrijf Rotterdam", "HR"),
        ("De Bijenkorf", "BI"),
        ("3M", "3M"),
        ("", "?"),
        ("bol.com", "BC"),
    ],
)
def test_a_monogram_is_the_initials_that_matter(name: str, letters: str):
    assert monogram(name).letters == letters


@given(st.text())
def test_every_name_has_a_monogram_with_a_hue(name: str):
    tile = monogram(name)

    assert 1 <= len(tile.letters) <= 4
    assert 0 <= tile.hue < 360


@given(st.lists(st.integers(0, 10_000), max_size=90))
def test_a_sparkline_stays_in_its_box(values: list[int]):
    numbers = [float(part) for part in sparkline(values).replace("M", "").replace("L", " ").split()]

    assert all(0 <= x <= 74 for x in numbers[::2])
    assert all(0 <= y <= 22 for y in numbers[1::2])


@given(st.lists(st.integers(0, 10_000), max_size=90))
def test_bars_show_every_value_and_fit(values: list[int]):
    bars = day_bars(values, first=TODAY)

    assert [bar.value for bar in bars] == values
    assert all(0 <= bar.height <= HEIGHT and (bar.height > 0) == (bar.value > 0) for bar in bars)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Prijzen – Voorbeeld", "Prijzen"),
        ("Prijzen | V", "Prijzen"),
        ("A-merk - V", "A-merk"),
        ("", "/p"),
        (" | V", "/p"),
    ],
)
def test_a_page_is_called_by_the_first_part_of_its_title(title: str, name: str):
    assert page_name("/p", title) == name


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_heat_rises_with_points_and_stays_between_0_and_100(one: float, other: float):
    low, high = sorted((one, other))

    assert 0 <= heat(low) <= heat(high) <= 100


def test_the_levels_of_heat():
    assert [heat_level(degrees) for degrees in (0, 29, 30, 55, 80, 100)] == [
        HeatLevel.COOL,
        HeatLevel.COOL,
        HeatLevel.WARM,
        HeatLevel.HOT,
        HeatLevel.BLAZING,
        HeatLevel.BLAZING,
    ]


@pytest.mark.parametrize(
    ("country", "register", "beginning"),
    [
        ("NL", "KVK", "https://www.kvk.nl/"),
        ("BE", "KBO", "https://kbopub.economie.fgov.be/"),
        ("GB", "Companies House", "https://find-and-update.company-information.service.gov.uk/"),
        ("FR", "Annuaire des Entreprises", "https://annuaire-entreprises.data.gouv.fr/"),
        ("DK", "CVR", "https://datacvr.virk.dk/"),
    ],
)
def test_a_company_is_looked_up_in_its_countrys_register(country: str, register: str, beginning: str):
    link = register_link(country, "Jansen & Zn. 100%")

    assert link is not None
    assert link.register == register
    assert link.address.startswith(beginning)
    assert link.address.endswith("=Jansen%20%26%20Zn.%20100%25")


def test_without_a_known_register_there_is_no_link():
    assert register_link("", "Jansen") is None
    assert register_link("DE", "Jansen") is None

"""What stands on a page by the hundred: escaped as a template would, and complete."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.utils.translation import override

from dashboard.chart import chart
from dashboard.lead_list import LeadRow
from dashboard.lead_page import SeenPage
from dashboard.monogram import monogram
from dashboard.templatetags.numbers import grouped, visits_by_companies
from dashboard.templatetags.rows import day_slots, lead_rows, way
from dashboard.templatetags.ui import lead_address
from enrichment.lead_status import LeadStatus
from enrichment.warmth import HeatLevel

HOSTILE = "<script>alert('&')</script>"
SEEN = datetime(2026, 11, 3, 9, 5, tzinfo=UTC)
ROW = LeadRow(
    id=UUID(int=7),
    name="Molenberg",
    tile=monogram("Molenberg"),
    country="NL",
    domain="molenberg.example",
    kind="business",
    heat=81,
    heat_level=HeatLevel.BLAZING,
    reason="3 visits",
    spark="M1 2",
    visits=3,
    page_views=1234,
    source="google",
    medium="cpc",
    first_seen_at=SEEN,
    last_seen_at=SEEN,
    status=LeadStatus.NEW,
    owner=None,
    tags=("beurs", "machines", "warm", "vierde"),
    certainty="sure",
    is_sure=True,
    is_new=True,
)


def shown(row: LeadRow, *, may_pick: bool = True, shows_kinds: bool = False) -> str:
    with override("nl"):
        return lead_rows([row], slug="ons", may_pick=may_pick, shows_kinds=shows_kinds)


@pytest.mark.parametrize("name", ["name", "domain", "kind", "reason", "source", "medium", "certainty", "country"])
def test_no_value_of_a_row_is_html(name: str):
    row = replace(ROW, is_sure=False, **{name: HOSTILE})

    assert "<script" not in shown(row, shows_kinds=True)
    assert "&lt;script&gt;" in shown(row, shows_kinds=True)


def test_no_tag_of_a_row_is_html():
    assert "<script" not in shown(replace(ROW, tags=(HOSTILE,)))


def test_a_row_leads_to_its_lead():
    assert f'href="/app/ons/leads/{UUID(int=7)}/"' in shown(ROW)
    assert lead_address("ons", UUID(int=8)) == f"/app/ons/leads/{UUID(int=8)}/"


def test_who_only_views_has_nothing_to_choose():
    assert "checkbox" in shown(ROW)
    assert "checkbox" not in shown(ROW, may_pick=False)


def test_a_row_shows_three_tags_and_two_of_them_beside_the_name():
    assert [shown(ROW).count(f'<span class="tag">{tag}') for tag in ROW.tags] == [2, 2, 1, 0]


def test_a_kind_has_its_column_when_there_are_several():
    assert "at-kind" in shown(ROW, shows_kinds=True)
    assert "at-kind" not in shown(ROW)


def test_pages_of_a_way_are_escaped_and_say_when_they_took_long():
    pages = [SeenPage(HOSTILE, f"/{HOSTILE}", 59), SeenPage("Prijzen", "/prijzen", 60)]

    with override("nl"):
        html = way(pages)

    assert "<script" not in html
    assert html.count("<li>") == 2
    assert html.count("is-long") == html.count('<span class="stop-time">1 min</span>') == 1


def test_a_day_of_a_chart_says_its_numbers_and_draws_only_what_there_was():
    bars = chart([date(2026, 11, 2), date(2026, 11, 3)], [1200, 0], [1, 0]).bars

    with override("nl"):
        busy, quiet = day_slots(bars).split("</g>")[:2]

    assert 'data-tip="maandag 2 november|1 bezoek van bedrijven|1.200 in totaal"' in busy
    assert "<title>maandag 2 november: 1 / 1.200</title>" in busy
    assert ('class="whole"' in busy, 'class="part"' in busy) == (True, True)
    assert ('class="whole"' in quiet, 'class="part"' in quiet) == (False, False)


@pytest.mark.parametrize(
    ("language", "number", "words"),
    [("nl", 1, "1 bezoek van bedrijven"), ("nl", 2, "2 bezoeken van bedrijven"), ("en", 2, "2 visits by companies")],
)
def test_a_number_is_remembered_for_each_language(language: str, number: int, words: str):
    with override(language):
        assert visits_by_companies(number) == words
        assert visits_by_companies(number) == words


def test_thousands_are_told_apart():
    with override("en"):
        assert grouped(1234567) == "1,234,567"

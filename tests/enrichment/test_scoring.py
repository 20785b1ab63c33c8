"""Points, how they cool, and what is left out: tables of cases and properties."""

from datetime import date, timedelta
from ipaddress import ip_address
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from enrichment.exclusions import (
    ExclusionKind,
    ExclusionRule,
    Exclusions,
    browser_value,
    parse_browser,
    parse_path,
    parse_range,
)
from enrichment.scoring import KeyPage, ScoredDay, Weights, points_of, points_on, score_parts, warmth_of
from enrichment.warmth import heat, points_at

TODAY = date(2026, 11, 24)
WEIGHTS = Weights(half_life_days=7, per_visit=3, per_page=1, per_minute=1, key_pages=(KeyPage("/prijzen*", 4),))
days = st.builds(
    ScoredDay,
    st.integers(0, 300).map(lambda back: TODAY - timedelta(days=back)),
    st.integers(0, 50),
    st.integers(0, 500),
    st.integers(0, 10**5),
    st.integers(0, 100),
).flatmap(lambda day: st.integers(0, day.key_points).map(lambda points: day._replace(event_points=points)))


def test_points_halve_with_the_half_life():
    def points(back: int) -> float:
        return points_on([ScoredDay(TODAY - timedelta(days=back), 2, 8, 600, 0)], WEIGHTS, today=TODAY)

    assert points(0) == 6 + 8 + 10
    assert points(7) == pytest.approx(points(0) / 2)


@given(st.lists(days, min_size=1, max_size=20), st.sampled_from([3, 7, 14, 30]), st.integers(0, 400))
def test_a_stored_warmth_is_the_points_of_any_later_day(some: list[ScoredDay], half_life: int, later: int):
    weights = Weights(half_life_days=half_life)
    then = TODAY + timedelta(days=later)
    now = points_on(some, weights, today=TODAY)
    assume(now > 1e-6)

    assert points_of(warmth_of(now, weights, today=TODAY), weights, today=then) == pytest.approx(
        points_on(some, weights, today=then), rel=1e-6
    )


@given(st.lists(days, max_size=20))
def test_the_parts_of_a_score_add_up_to_it(some: list[ScoredDay]):
    parts = score_parts(some, WEIGHTS, today=TODAY)

    assert sum(part.points for part in parts) == pytest.approx(points_on(some, WEIGHTS, today=TODAY))
    assert list(parts) == sorted(parts, key=lambda part: -part.points)


@given(st.integers(1, 99))
def test_the_least_points_of_a_heat_show_as_that_heat(degrees: int):
    assert heat(points_at(degrees) + 1e-9) == degrees
    assert heat(points_at(degrees) - 1e-6) < degrees


@pytest.mark.parametrize(
    ("path", "points"), [("/prijzen", 4), ("/prijzen/groot", 8), ("/contact", 0), ("/", 0), ("/de-prijzen", 0)]
)
def test_the_best_key_page_counts(path: str, points: int):
    assert Weights(key_pages=(KeyPage("/prijzen*", 4), KeyPage("/prijzen/groot", 8))).key_points(path) == points


SITE, BROWSER = UUID(int=7), bytes(range(32))
OFFICE = Exclusions.of(
    [
        ExclusionRule(ExclusionKind.RANGE, "203.0.113.0/28"),
        ExclusionRule(ExclusionKind.RANGE, "2001:db8::/48"),
        ExclusionRule(ExclusionKind.RANGE, "nonsense"),
        ExclusionRule(ExclusionKind.PAGE, "/vacatures/*"),
        ExclusionRule(ExclusionKind.PAGE, "/intern"),
        ExclusionRule(ExclusionKind.COUNTRY, "US"),
        ExclusionRule(ExclusionKind.COMPANY, str(UUID(int=1))),
    ]
)


@pytest.mark.parametrize(
    ("address", "path", "is_left_out"),
    [
        ("203.0.113.7", "/", True),
        ("203.0.113.16", "/", False),
        ("2001:db8::1", "/", True),
        ("2001:db8:1::1", "/", False),
        ("198.51.100.1", "/vacatures/monteur", True),
        ("198.51.100.1", "/vacatures", False),
        ("198.51.100.1", "/intern", True),
        ("198.51.100.1", "/interne-zaken", False),
    ],
)
def test_own_ranges_and_pages_leave_no_hit(address: str, path: str, is_left_out: bool):
    found = OFFICE.leaves_out_hit(address=ip_address(address).packed, path=path, site_id=SITE, visitor_hash=BROWSER)

    assert found is is_left_out


@pytest.mark.parametrize(
    ("site_id", "browser", "is_left_out"),
    [(SITE, BROWSER, True), (SITE, bytes(32), False), (UUID(int=8), BROWSER, False)],
)
def test_an_own_browser_leaves_no_hit_on_its_website(site_id: UUID, browser: bytes, is_left_out: bool):
    rules = Exclusions.of([ExclusionRule(ExclusionKind.BROWSER, browser_value(SITE, BROWSER))])

    found = rules.leaves_out_hit(address=bytes(4), path="/", site_id=site_id, visitor_hash=browser)

    assert found is is_left_out
    assert parse_browser(browser_value(site_id, browser)) == (site_id, browser)


@pytest.mark.parametrize(("company", "country", "is_left_out"), [(1, "NL", True), (2, "US", True), (2, "NL", False)])
def test_companies_and_countries_are_left_out(company: int, country: str, is_left_out: bool):
    assert OFFICE.leaves_out_company(UUID(int=company), country) is is_left_out


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("203.0.113.7", "203.0.113.7/32"),
        (" 203.0.113.9/28 ", "203.0.113.0/28"),
        ("2001:db8::1", "2001:db8::1/128"),
        ("10.0.0.0/7", None),
        ("::/0", None),
        ("kantoor", None),
        ("", None),
    ],
)
def test_a_range_as_typed(text: str, block: str | None):
    found = parse_range(text)

    assert (str(found) if found else None) == block


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/jobs", "/jobs"),
        (" https://x.nl/jobs/*?a=1#b ", "/jobs/*"),
        ("jobs", None),
        ("/*", None),
        ("", None),
        ("/" + "x" * 500, None),
    ],
)
def test_a_path_as_typed(text: str, path: str | None):
    assert parse_path(text) == path

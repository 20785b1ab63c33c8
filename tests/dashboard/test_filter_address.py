"""Filters as addresses: what means nothing is left out, and the same filter always has the same address."""

from datetime import date
from urllib.parse import parse_qsl
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.filter_address import MANY, ONE, read_address, read_query
from dashboard.periods import CUSTOM, MONTH, period_from
from enrichment.kinds import Kind
from enrichment.lead_filter import LeadSort, Novelty
from enrichment.lead_status import LeadStatus

TODAY = date(2026, 11, 24)
VALUES = {
    "path": st.sampled_from(["/", "/prijzen", "/a b&c", "/x/*"]),
    "country": st.sampled_from(["NL", "BE"]),
    "region": st.sampled_from(["benelux", "dach"]),
    "kind": st.sampled_from(list(Kind)),
    "status": st.sampled_from(LeadStatus.values),
    "owner": st.integers(0, 10**9).map(str),
    "site": st.uuids().map(str),
    "novelty": st.sampled_from(list(Novelty)),
    "size": st.integers(0, 1000).map(str),
    "heat": st.integers(0, 99).map(str),
    "sure": st.integers(0, 100).map(str),
    "followed": st.just("1"),
    "hidden": st.just("1"),
}
words = st.text(st.characters(blacklist_characters="\0", blacklist_categories=("Cs",)), min_size=1, max_size=40)
pairs = st.lists(
    st.sampled_from([*MANY, *ONE]).flatmap(lambda name: st.tuples(st.just(name), VALUES.get(name, words))), max_size=12
)


@given(pairs, st.sampled_from(list(LeadSort)), st.booleans())
def test_an_address_read_and_written_again_is_the_same(some: list[tuple[str, str]], sort: LeadSort, back: bool):
    asked = read_address([*some, ("sort", ("-" if back else "") + sort.value)], today=TODAY)

    again = read_query(asked.query(), today=TODAY)

    assert again == asked
    assert again.query() == asked.query()


@given(st.lists(st.tuples(st.sampled_from([*MANY, *ONE, "q", "period", "sort", "after"]), st.text(max_size=60))))
def test_no_address_is_too_strange_to_be_read(some: list[tuple[str, str]]):
    asked = read_address(some, today=TODAY)

    assert asked.filter().first <= asked.filter().last <= TODAY
    assert read_query(asked.query(), today=TODAY).values == asked.values


def test_a_filter_is_left_out_of_the_address_alone():
    asked = read_query("period=28&path=%2Fprijzen&path=%2Fcontact&country=NL&q=bouw", today=TODAY)

    assert "country" not in asked.query(without="country")
    assert "path=%2Fprijzen" in asked.query(without="country")
    assert parse_qsl(asked.query(without="path", value="/prijzen"))[2] == ("path", "/contact")
    assert "q=" not in asked.query(without="q")


def test_regions_are_countries():
    asked = read_query("region=benelux&country=DE&country=NL", today=TODAY)

    assert asked.filter().countries == ("DE", "NL", "BE", "LU")


@pytest.mark.parametrize(
    ("query", "first", "last", "is_open"),
    [
        ({"period": "today"}, "2026-11-24", "2026-11-24", True),
        ({"period": "28"}, "2026-10-28", "2026-11-24", True),
        ({"period": "month"}, "2026-11-01", "2026-11-24", True),
        ({"period": "month", "month": "2026-02"}, "2026-02-01", "2026-02-28", False),
        ({"period": "month", "month": "2026-12"}, "2026-11-01", "2026-11-24", True),
        ({"period": "month", "month": "2026-13"}, "2026-11-01", "2026-11-24", True),
        ({"period": "custom", "from": "2026-03-05", "to": "2026-03-01"}, "2026-03-01", "2026-03-05", False),
        ({"period": "custom", "from": "2026-11-20", "to": "2027-01-01"}, "2026-11-20", "2026-11-24", True),
        ({"period": "custom", "from": "2020-01-01", "to": "2026-11-24"}, "2025-10-21", "2026-11-24", True),
        ({"period": "custom", "from": "nonsense", "to": "2026-11-24"}, "2026-11-18", "2026-11-24", True),
        ({"period": "nonsense"}, "2026-11-18", "2026-11-24", True),
    ],
)
def test_periods(query: dict[str, str], first: str, last: str, is_open: bool):
    period = period_from(query, today=TODAY)

    assert (period.first.isoformat(), period.last.isoformat(), period.is_open) == (first, last, is_open)
    assert period_from(period.address, today=TODAY) == period


def test_a_period_is_compared_with_the_one_before():
    assert period_from({"period": "7"}, today=TODAY).before.first == date(2026, 11, 11)
    assert period_from({"period": MONTH}, today=TODAY).before.first == date(2026, 10, 1)
    custom = period_from({"period": CUSTOM, "from": "2026-03-03", "to": "2026-03-04"}, today=TODAY)
    assert (custom.before.first, custom.before.last) == (date(2026, 3, 1), date(2026, 3, 2))


def test_a_mark_that_is_none_is_left_out():
    lead = uuid4()

    assert read_query(f"after={lead.hex}12.5", today=TODAY).mark is not None
    assert read_query("after=short", today=TODAY).mark is None
    assert "after" not in read_query(f"after={lead.hex}12.5", today=TODAY).query()

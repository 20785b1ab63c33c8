"""Orders by what leads did in a period: sums of their days, however they are found."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from connectleads.tenancy.scope import tenant_scope
from enrichment.lead_filter import LeadFilter, LeadOrder, LeadSort
from enrichment.lead_search import find_leads, lead_days, viewpoint
from tests.conftest import Cast
from tests.history import COMPANY_ADDRESS, OTHER_COMPANY_ADDRESS, make_hit, store

NOW = datetime.now(UTC)
ADYEN, DAF = COMPANY_ADDRESS, OTHER_COMPANY_ADDRESS


@pytest.fixture
def visited(cast: Cast) -> Iterator[Cast]:
    """DAF Trucks came three times forty days ago and once today; Adyen came first two days ago, and again today."""
    visits = [(40, DAF, "a"), (40, DAF, "b"), (40, DAF, "c"), (0, DAF, "a"), (2, ADYEN, "d"), (0, ADYEN, "d")]
    for days, address, visitor in visits:
        at = NOW - timedelta(days=days)
        store(*(make_hit(cast.tenant, cast.site, at=at, address=address, visitor=visitor, path=path) for path in "/x"))
    with tenant_scope(cast.tenant.id):
        yield cast


def periods(cast: Cast) -> Iterator[tuple[date, date, bool]]:
    """Open and closed ones that hold all, some and none of what was done."""
    today = viewpoint(cast.tenant, today=NOW.date()).start_of(NOW.date()).date()
    for first, last in ((60, 0), (27, 0), (1, 0), (60, 1), (60, 30), (20, 10)):
        yield today - timedelta(days=first), today - timedelta(days=last) + timedelta(days=1), last == 0


@pytest.mark.parametrize("sort", [LeadSort.VISITS, LeadSort.PAGES])
@pytest.mark.parametrize("narrow", [{}, {"kinds": ("business",)}])
def test_what_a_lead_did_in_a_period_is_the_sum_of_its_days(visited: Cast, sort: LeadSort, narrow: dict[str, object]):
    for first, last, is_open in periods(visited):
        view = viewpoint(visited.tenant, today=last)
        asked = LeadFilter(first=first, last=last, is_open=is_open, **narrow)

        found = find_leads(asked, LeadOrder(sort), view, limit=10)

        days = lead_days(view, [lead.id for lead in found.leads], first=first, last=last)
        at = 0 if sort is LeadSort.VISITS else 1
        sums = [days.sums(lead.id, first, last)[at] for lead in found.leads]
        assert [int(lead.order_value) for lead in found.leads] == sums == sorted(sums, reverse=True)
        assert found.total == len(sums)
        assert all(sums)


def test_the_busiest_of_a_period_comes_first(visited: Cast):
    view = viewpoint(visited.tenant, today=NOW.date() + timedelta(days=1))
    long = LeadFilter(first=NOW.date() - timedelta(days=60), last=view.today)
    short = LeadFilter(first=NOW.date() - timedelta(days=27), last=view.today)

    by_visits = [
        [lead.name for lead in find_leads(asked, LeadOrder(LeadSort.VISITS), view, limit=2).leads]
        for asked in (long, short)
    ]

    assert by_visits == [["DAF Trucks", "Adyen"], ["Adyen", "DAF Trucks"]]

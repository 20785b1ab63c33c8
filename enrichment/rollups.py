"""What a batch of recorded hits adds to the kept sums (pure).

Only what is usual is counted here: visits that are new, or that go on with the same company on the same day. A visit
whose company became known late, or whose first hit arrived late, is counted anew from the database instead
(enrichment.rollup_changes): see `unusual`.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

import msgspec

from enrichment.page_sections import section_of
from enrichment.recording import TenantView, local_day
from tracking.recorded import PageViewRow, VisitRow

Key = TypeVar("Key")
CompanyKey = tuple[UUID, UUID]
"""(tenant, company)"""
LeadDayKey = tuple[UUID, UUID, UUID, date]
"""(tenant, company, site, day)"""


@dataclass(frozen=True, slots=True)
class Stood:
    """How a visit stood before a batch: the tenant's day on which it began, and its company."""

    day: date
    company_id: UUID | None


@dataclass(slots=True)
class DayOfLead:
    """What a lead's day gains; `most_pages` is not a sum but the longest visit that began that day."""

    visits: int = 0
    page_views: int = 0
    seconds: int = 0
    key_points: int = 0
    most_pages: int = 0


@dataclass(slots=True)
class Sums:
    """What every table of sums gains. The lists hold sums in the order of the table's columns."""

    site_days: dict[tuple[UUID, UUID, date], list[int]] = field(default_factory=dict)
    page_days: dict[tuple[UUID, date, UUID, str], list[int]] = field(default_factory=dict)
    source_days: dict[tuple[UUID, date, UUID, str, str, str], list[int]] = field(default_factory=dict)
    titles: dict[tuple[UUID, UUID, str], tuple[datetime, str]] = field(default_factory=dict)
    lead_days: dict[LeadDayKey, DayOfLead] = field(default_factory=lambda: defaultdict(DayOfLead))
    lead_pages: dict[tuple[UUID, UUID, UUID, str], tuple[int, date]] = field(default_factory=dict)
    lead_sections: dict[tuple[UUID, UUID, UUID, str], tuple[int, date]] = field(default_factory=dict)
    lead_sources: dict[tuple[UUID, UUID, UUID, str, str, str], tuple[int, date]] = field(default_factory=dict)


def stood(visits: Iterable[VisitRow], tenants: Mapping[UUID, TenantView]) -> dict[UUID, Stood]:
    """How visits stand; to be asked before a batch changes them."""
    return {
        row.id: Stood(local_day(row.started_at, tenants[row.tenant_id]), row.company_id)
        for row in visits
        if row.tenant_id in tenants
    }


def unusual(
    visits: Iterable[VisitRow], before: Mapping[UUID, Stood], tenants: Mapping[UUID, TenantView]
) -> list[VisitRow]:
    """Visits that have changed their company or their day."""
    return [
        row
        for row in visits
        if not row.is_new and before[row.id] != Stood(local_day(row.started_at, tenants[row.tenant_id]), row.company_id)
    ]


def lead_company(row: VisitRow, tenant: TenantView) -> UUID | None:
    """The company behind a visit, when the tenant wants to see its kind."""
    return row.company_id if row.kind in tenant.lead_kinds else None


def count(
    visits: Iterable[VisitRow],
    views: Iterable[PageViewRow],
    *,
    tenants: Mapping[UUID, TenantView],
    hidden: Collection[CompanyKey],
) -> Sums:
    """The sums of a batch. `views` belong to `visits`; leads in `hidden` count for themselves but for no site."""
    sums, days = Sums(), _SiteDays()
    rows: dict[int, _Counted] = {}
    for row in visits:
        tenant = tenants[row.tenant_id]
        company = lead_company(row, tenant)
        shown = company is not None and (row.tenant_id, company) not in hidden
        rows[row.id.int] = counted = _Counted(row, tenant, company, shown)
        _count_visit(sums, days, counted)
    for view in views:
        found = rows.get(view.visit_id.int)
        if found is not None:
            _count_view(sums, days, view, found)
    days.add_to(sums)
    return sums


class _Counted(msgspec.Struct, frozen=True):
    """A visit of the batch, with what all its page views have in common."""

    row: VisitRow
    tenant: TenantView
    company: UUID | None
    shown: bool


class _SiteDay(msgspec.Struct):
    """What one site saw on one day, page by page and source by source."""

    tenant_id: UUID
    site_id: UUID
    day: date
    visits: int = 0
    page_views: int = 0
    lead_visits: int = 0
    lead_page_views: int = 0
    pages: dict[str, list[int]] = {}
    titles: dict[str, tuple[datetime, str]] = {}
    sources: dict[tuple[str, str, str], list[int]] = {}


class _SiteDays:
    """Days of sites by numbers, which are told apart much quicker than UUIDs: most hits add to few of them."""

    def __init__(self) -> None:
        self._days: dict[tuple[int, int, date], _SiteDay] = {}

    def of(self, row: VisitRow, day: date) -> _SiteDay:
        key = (row.tenant_id.int, row.site_id.int, day)
        found = self._days.get(key)
        if found is None:
            found = self._days[key] = _SiteDay(row.tenant_id, row.site_id, day)
        return found

    def add_to(self, sums: Sums) -> None:
        for one in self._days.values():
            site = (one.tenant_id, one.site_id)
            totals = [one.visits, one.page_views, one.lead_visits, one.lead_page_views]
            sums.site_days[(*site, one.day)] = totals
            for path, values in one.pages.items():
                sums.page_days[one.tenant_id, one.day, one.site_id, path] = values
            for source, values in one.sources.items():
                sums.source_days[(one.tenant_id, one.day, one.site_id, *source)] = values
            for path, title in one.titles.items():
                known = sums.titles.get((*site, path))
                if known is None or title[0] >= known[0]:
                    sums.titles[*site, path] = title


def _count_visit(sums: Sums, days: _SiteDays, counted: _Counted) -> None:
    row = counted.row
    day = local_day(row.started_at, counted.tenant)
    source = (row.source, row.medium, row.campaign)
    if row.is_new:
        of_day = days.of(row, day)
        of_day.visits += 1
        of_day.lead_visits += counted.shown
        of_source = of_day.sources.setdefault(source, [0, 0])
        of_source[0] += 1
        of_source[1] += counted.shown
    if counted.company is None:
        return
    gained = sums.lead_days[row.tenant_id, counted.company, row.site_id, day]
    gained.visits += row.is_new
    gained.most_pages = max(gained.most_pages, row.page_views)
    lead_source = (row.tenant_id, counted.company, row.site_id, *source)
    _add_last(sums.lead_sources, lead_source, int(row.is_new), local_day(row.last_hit_at, counted.tenant))


def _count_view(sums: Sums, days: _SiteDays, view: PageViewRow, counted: _Counted) -> None:
    day = local_day(view.at, counted.tenant)
    of_day = days.of(counted.row, day)
    of_day.page_views += 1
    of_day.lead_page_views += counted.shown
    of_page = of_day.pages.setdefault(view.path, [0, 0])
    of_page[0] += 1
    of_page[1] += counted.shown
    titled = of_day.titles.get(view.path)
    if titled is None or view.at >= titled[0]:
        of_day.titles[view.path] = (view.at, view.title)
    if counted.company is not None:
        gained = sums.lead_days[view.tenant_id, counted.company, view.site_id, day]
        gained.page_views += 1
        gained.seconds += view.seconds
        gained.key_points += counted.tenant.weights.key_points(view.path)
        _add_last(sums.lead_pages, (view.tenant_id, counted.company, view.site_id, view.path), 1, day)
        section = section_of(view.path)
        if section:
            _add_last(sums.lead_sections, (view.tenant_id, counted.company, view.site_id, section), 1, day)


def _add_last(table: dict[Key, tuple[int, date]], key: Key, more: int, on: date) -> None:
    known = table.get(key)
    table[key] = (more, on) if known is None else (known[0] + more, max(known[1], on))

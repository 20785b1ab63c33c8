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
    key_points: int = 0
    most_pages: int = 0


@dataclass(slots=True)
class Sums:
    """What every table of sums gains. The lists hold sums in the order of the table's columns."""

    site_days: dict[tuple[UUID, UUID, date], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * 4))
    page_days: dict[tuple[UUID, date, UUID, str], list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )
    source_days: dict[tuple[UUID, date, UUID, str, str, str], list[int]] = field(
        default_factory=lambda: defaultdict(lambda: [0, 0])
    )
    titles: dict[tuple[UUID, UUID, str], tuple[datetime, str]] = field(default_factory=dict)
    lead_days: dict[LeadDayKey, DayOfLead] = field(default_factory=lambda: defaultdict(DayOfLead))
    lead_pages: dict[tuple[UUID, UUID, UUID, str], tuple[int, date]] = field(default_factory=dict)
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
    sums = Sums()
    rows = {row.id: row for row in visits}
    for row in rows.values():
        _count_visit(sums, row, tenants[row.tenant_id], hidden)
    for view in views:
        if view.visit_id in rows:
            _count_view(sums, view, rows[view.visit_id], tenants[view.tenant_id], hidden)
    return sums


def _count_visit(sums: Sums, row: VisitRow, tenant: TenantView, hidden: Collection[CompanyKey]) -> None:
    company = lead_company(row, tenant)
    day = local_day(row.started_at, tenant)
    source = (row.source, row.medium, row.campaign)
    if row.is_new:
        shown = company is not None and (row.tenant_id, company) not in hidden
        _add(sums.site_days[row.tenant_id, row.site_id, day], 1, 0, shown, 0)
        _add(sums.source_days[row.tenant_id, day, row.site_id, *source], 1, shown)
    if company is None:
        return
    gained = sums.lead_days[row.tenant_id, company, row.site_id, day]
    gained.visits += row.is_new
    gained.most_pages = max(gained.most_pages, row.page_views)
    _add_last(
        sums.lead_sources,
        (row.tenant_id, company, row.site_id, *source),
        int(row.is_new),
        local_day(row.last_hit_at, tenant),
    )


def _count_view(
    sums: Sums, view: PageViewRow, row: VisitRow, tenant: TenantView, hidden: Collection[CompanyKey]
) -> None:
    company = lead_company(row, tenant)
    day = local_day(view.at, tenant)
    shown = company is not None and (row.tenant_id, company) not in hidden
    _add(sums.site_days[view.tenant_id, view.site_id, day], 0, 1, 0, shown)
    _add(sums.page_days[view.tenant_id, day, view.site_id, view.path], 1, shown)
    page = (view.tenant_id, view.site_id, view.path)
    if page not in sums.titles or view.at >= sums.titles[page][0]:
        sums.titles[page] = (view.at, view.title)
    if company is not None:
        gained = sums.lead_days[view.tenant_id, company, view.site_id, day]
        gained.page_views += 1
        gained.key_points += tenant.weights.key_points(view.path)
        _add_last(sums.lead_pages, (view.tenant_id, company, view.site_id, view.path), 1, day)


def _add(sums: list[int], *more: int) -> None:
    for at, value in enumerate(more):
        sums[at] += value


def _add_last(table: dict[Key, tuple[int, date]], key: Key, more: int, on: date) -> None:
    known = table.get(key)
    table[key] = (more, on) if known is None else (known[0] + more, max(known[1], on))

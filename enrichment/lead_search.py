"""Finds leads: a page of them in an order, how many there are, and the counts of many filters at once (edge)."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from connectleads.tenancy.models import Tenant
from enrichment.lead_filter import LeadFilter, LeadOrder, Mark
from enrichment.lead_search_sql import COMMON, Viewpoint, condition, fitting, is_readable, ordering, own_condition
from enrichment.queries import tenant_view, weights_of
from enrichment.scoring import ScoredDay
from enrichment.usage import locked_in_month_of, locked_name


@dataclass(frozen=True, slots=True)
class FoundLead:
    """A lead as it stands. `order_value` is its value in the order that was asked for, as text for a mark."""

    id: UUID
    company_id: UUID
    name: str
    domain: str
    country: str
    kind: str
    confidence: float
    status: str
    owner_id: int | None
    tags: tuple[str, ...]
    first_seen_at: datetime
    last_seen_at: datetime
    warmth: float
    source: str
    medium: str
    campaign: str
    all_visits: int
    all_page_views: int
    order_value: str


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Leads in order, whether there are more after and before them, and how many the filter leaves in all."""

    leads: tuple[FoundLead, ...]
    has_next: bool
    has_previous: bool
    total: int


_COLUMNS = """l.id, l.company_id, l.name, l.domain, l.country, l.kind, l.confidence, l.status, l.owner_id, l.tags,
    l.first_seen_at, l.last_seen_at, l.warmth, l.source, l.medium, l.campaign, l.visits, l.page_views"""


def viewpoint(tenant: Tenant, *, today: date, locked: frozenset[UUID] | None = None) -> Viewpoint:
    """How the tenant in scope looks at its leads. `locked` spares asking for the leads above its plan again."""
    view = tenant_view(tenant)
    return Viewpoint(
        tenant_id=tenant.id,
        today=today,
        zone=view.time_zone,
        kinds=tuple(sorted(view.lead_kinds)),
        weights=weights_of([tenant.id])[tenant.id],
        locked=locked_in_month_of(tenant, today) if locked is None else locked,
    )


def find_leads(
    asked: LeadFilter,
    order: LeadOrder,
    view: Viewpoint,
    *,
    mark: Mark | None = None,
    limit: int,
    owner_order: Mapping[int, int] | None = None,
) -> FoundPage:
    """A page of leads of the tenant in scope. A mark that cannot be read counts as none."""
    mark = mark if mark is not None and is_readable(mark, order) else None
    total, rows = _rows(asked, order, view, mark, limit + 1, owner_order)
    has_more = len(rows) > limit
    leads = tuple(_shown(_found(*row), view) for row in rows[:limit])
    if mark is not None and mark.is_backwards:
        return FoundPage(leads[::-1], has_next=True, has_previous=has_more, total=total)
    return FoundPage(leads, has_next=has_more, has_previous=mark is not None, total=total)


def _shown(lead: FoundLead, view: Viewpoint) -> FoundLead:
    return replace(lead, name=locked_name(), domain="") if lead.id in view.locked else lead


def _found(*row: Any) -> FoundLead:
    values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in row]
    return FoundLead(*values)


# The filter is gone through once, for both the number of leads and the page of them.
_PAGE = """
WITH {fitting}, page AS (
    SELECT f.id, f.order_value FROM fitting f WHERE {after} ORDER BY {by} LIMIT %(limit)s
)
SELECT n.total, {columns}, p.order_value::text
FROM (SELECT count(*) AS total FROM fitting) n
LEFT JOIN (page p JOIN enrichment_lead l ON l.tenant_id = %(tenant)s AND l.id = p.id) ON true
ORDER BY {outer}
"""


def _rows(
    asked: LeadFilter,
    order: LeadOrder,
    view: Viewpoint,
    mark: Mark | None,
    limit: int,
    owner_order: Mapping[int, int] | None,
) -> tuple[int, list[tuple[Any, ...]]]:
    clause = condition(asked, view)
    by, after = ordering(order, mark)
    sql = _PAGE.format(
        fitting=fitting(order, clause, is_narrow=asked.is_narrow, is_open=asked.is_open),
        after=after.sql,
        by=by.format(row="f"),
        outer=by.format(row="p"),
        columns=_COLUMNS,
    )
    values = {
        **clause.values,
        **after.values,
        "limit": limit,
        "sum_start": view.start_of(asked.first),
        "sum_first": asked.first,
        "sum_last": asked.last,
        "owner_order": json.dumps({str(key): value for key, value in (owner_order or {}).items()}),
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    return rows[0][0], [row[1:] for row in rows if row[1] is not None]


def every_lead(
    asked: LeadFilter, order: LeadOrder, view: Viewpoint, *, owner_order: Mapping[int, int], page: int
) -> Iterator[tuple[FoundLead, ...]]:
    """All leads in order, some at a time, each some found by the last one's mark."""
    mark: Mark | None = None
    while True:
        found = find_leads(asked, order, view, mark=mark, limit=page, owner_order=owner_order)
        yield found.leads
        if not found.has_next:
            return
        mark = Mark(found.leads[-1].order_value, found.leads[-1].id)


def count_leads(filters: Sequence[LeadFilter], view: Viewpoint) -> list[int]:
    """How many leads each filter leaves, by going through the leads once."""
    if not filters:
        return []
    clauses = [own_condition(asked, view, prefix=f"f{n}_") for n, asked in enumerate(filters)]
    counts = [f"count(*) FILTER (WHERE {clause.sql})" for clause in clauses]
    values = {name: value for clause in clauses for name, value in clause.values.items()}
    start = view.start_of(min(asked.first for asked in filters))  # what every filter asks lets an index help
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {', '.join(counts)} FROM enrichment_lead l WHERE {COMMON} AND l.last_seen_at >= %(start)s",
            {**values, "tenant": view.tenant_id, "kinds": list(view.kinds), "start": start},
        )
        return list(cursor.fetchone())


def ids_of(asked: LeadFilter, view: Viewpoint, *, limit: int) -> list[UUID]:
    """Leads that a filter leaves, at most so many."""
    clause = condition(asked, view)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT l.id FROM enrichment_lead l WHERE {clause.sql} LIMIT %(limit)s",
            {**clause.values, "limit": limit},
        )
        return [row[0] for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class LeadDays:
    """What leads did day by day, oldest first."""

    days: Mapping[UUID, tuple[ScoredDay, ...]]

    def sums(self, lead_id: UUID, first: date, last: date) -> tuple[int, int]:
        """Visits and page views from `first` to `last`."""
        found = [one for one in self.days.get(lead_id, ()) if first <= one.day <= last]
        return sum(one.visits for one in found), sum(one.page_views for one in found)

    def page_views(self, lead_id: UUID, first: date, last: date) -> list[int]:
        """Page views on each day from `first` to `last`, days without any included."""
        found = [0] * ((last - first).days + 1)
        for one in self.days.get(lead_id, ()):
            if first <= one.day <= last:
                found[(one.day - first).days] += one.page_views
        return found


# Small numbers stand for leads and days, because there are thousands of rows and the driver is slow at ids and dates.
_DAYS = """
SELECT array_position(%(leads)s::uuid[], lead_id), day - %(first)s, sum(visits)::int, sum(page_views)::int,
    sum(seconds)::int, sum(key_points)::int, sum(event_points)::int
FROM enrichment_leadday
WHERE tenant_id = %(tenant)s AND lead_id = ANY(%(leads)s) AND day BETWEEN %(first)s AND %(last)s
GROUP BY lead_id, day ORDER BY day
"""


def lead_days(view: Viewpoint, lead_ids: Collection[UUID], *, first: date, last: date) -> LeadDays:
    """The days of some leads of the tenant in scope."""
    asked = list(dict.fromkeys(lead_ids))
    if not asked:
        return LeadDays({})
    found: list[list[ScoredDay]] = [[] for _ in asked]
    days = [first + timedelta(days=after) for after in range((last - first).days + 1)]
    with connection.cursor() as cursor:
        cursor.execute(_DAYS, {"tenant": view.tenant_id, "leads": asked, "first": first, "last": last})
        for number, after, *sums in cursor.fetchall():
            found[number - 1].append(ScoredDay(days[after], *sums))
    return LeadDays(dict(zip(asked, map(tuple, found), strict=True)))

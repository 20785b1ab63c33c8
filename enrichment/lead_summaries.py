"""Leads with their sums over a period, as lists and totals: the heavier half of this room's reading (edge)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Sum

from connectleads.tenancy.models import Tenant
from enrichment.models import Lead, LeadDay
from enrichment.queries import tenant_view
from enrichment.warmth import POINTS_SQL


class LeadSort(StrEnum):
    """What a list of leads can be ordered by; each most first, names from A to Z."""

    WARMTH = "warmth"
    LAST_SEEN = "last"
    VISITS = "visits"
    PAGES = "pages"
    NAME = "name"


_ORDER = {
    LeadSort.WARMTH: "points DESC, last_seen_at DESC, id",
    LeadSort.LAST_SEEN: "last_seen_at DESC, id",
    LeadSort.VISITS: "visits DESC, points DESC, id",
    LeadSort.PAGES: "page_views DESC, points DESC, id",
    LeadSort.NAME: "lower(name), id",
}


@dataclass(frozen=True, slots=True)
class LeadSummary:
    """A lead with its sums over a period. `points` are its warmth today (enrichment.warmth)."""

    id: UUID
    company_id: UUID
    name: str
    legal_form: str
    country: str
    domain: str
    kind: str
    confidence: float
    status: str
    first_seen_at: datetime
    last_seen_at: datetime
    visits: int
    page_views: int
    seconds: int
    points: float
    source: str
    medium: str


_SUMMARIES = """
SELECT * FROM (
    SELECT l.id, l.company_id, c.name, c.legal_form, c.country, c.domain, n.kind, n.confidence, l.status,
        l.first_seen_at, l.last_seen_at, s.visits, s.page_views, s.seconds, s.points,
        coalesce(v.source, '') AS source, coalesce(v.medium, '') AS medium
    FROM enrichment_lead l
    JOIN (
        SELECT d.lead_id, sum(d.visits) FILTER (WHERE d.day >= %(first)s)::int AS visits,
            sum(d.page_views) FILTER (WHERE d.day >= %(first)s)::int AS page_views,
            sum(d.seconds) FILTER (WHERE d.day >= %(first)s)::int AS seconds, sum({points})::float AS points
        FROM enrichment_leadday d
        WHERE d.tenant_id = %(tenant)s AND d.day BETWEEN %(earliest)s AND %(last)s GROUP BY d.lead_id
    ) s ON s.lead_id = l.id
    JOIN enrichment_company c ON c.id = l.company_id
    JOIN enrichment_network n ON n.id = l.network_id
    LEFT JOIN LATERAL (
        SELECT v.source, v.medium FROM tracking_visit v
        WHERE v.tenant_id = l.tenant_id AND v.company_id = l.company_id ORDER BY v.started_at DESC LIMIT 1
    ) v ON true
    WHERE l.tenant_id = %(tenant)s AND s.page_views > 0 AND n.kind = ANY(%(kinds)s)
        AND l.correction NOT IN ('wrong', 'own-office') {condition}
) found ORDER BY {order} LIMIT %(limit)s OFFSET %(offset)s
"""
_WARMTH_DAYS = 60


def lead_summaries(
    tenant: Tenant,
    *,
    first: date,
    last: date,
    today: date,
    sort: LeadSort = LeadSort.WARMTH,
    search: str = "",
    status: str = "",
    limit: int = 50,
    offset: int = 0,
) -> list[LeadSummary]:
    """Leads of the tenant in scope that were active from `first` to `last` (its own days)."""
    condition = "AND (c.name ILIKE %(pattern)s OR c.country = upper(%(search)s))" if search else ""
    condition += " AND l.status = %(status)s" if status else ""
    values = {
        "first": first,
        "last": last,
        "earliest": min(first, today - timedelta(days=_WARMTH_DAYS)),
        "today": today,
        "search": search,
        "pattern": f"%{_escaped(search)}%",
        "status": status,
        "limit": limit,
        "offset": offset,
    }
    return _summaries(tenant, condition, _ORDER[sort], values)


def lead_summary(tenant: Tenant, lead_id: UUID, *, today: date) -> LeadSummary | None:
    """One lead of the tenant in scope with its sums over all time, or None."""
    ever = {"first": date.min, "earliest": date.min, "last": date.max, "today": today, "limit": 1, "offset": 0}
    found = _summaries(tenant, "AND l.id = %(lead)s", "id", {**ever, "lead": lead_id})
    return found[0] if found else None


def _summaries(tenant: Tenant, condition: str, order: str, values: dict[str, Any]) -> list[LeadSummary]:
    sql = _SUMMARIES.format(points=POINTS_SQL, condition=condition, order=order)
    kinds = sorted(tenant_view(tenant).lead_kinds)
    with connection.cursor() as cursor:
        cursor.execute(sql, {**values, "tenant": tenant.id, "kinds": kinds})
        return [LeadSummary(*row) for row in cursor.fetchall()]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def lead_ids_by_views(*, limit: int) -> list[UUID]:
    """Leads of the tenant in scope, those with most page views first."""
    return list(Lead.objects.order_by("-page_views", "id").values_list("id", flat=True)[:limit])


@dataclass(frozen=True, slots=True)
class PeriodSums:
    """What leads did in a period: how many were new, how many came back, and their visits; all consented visits."""

    new: int
    returning: int
    lead_visits: int
    all_visits: int


_SUMS = """
SELECT count(*) FILTER (WHERE l.first_seen_at >= %s), count(*) FILTER (WHERE l.first_seen_at < %s),
    coalesce(sum(s.visits), 0)::int,
    (SELECT count(*) FROM tracking_visit v WHERE v.tenant_id = %s AND v.started_at >= %s AND v.started_at < %s)
FROM enrichment_lead l
JOIN enrichment_network n ON n.id = l.network_id
JOIN (SELECT d.lead_id, sum(d.visits) AS visits FROM enrichment_leadday d
      WHERE d.tenant_id = %s AND d.day BETWEEN %s AND %s GROUP BY d.lead_id) s ON s.lead_id = l.id
WHERE l.tenant_id = %s AND n.kind = ANY(%s) AND l.correction NOT IN ('wrong', 'own-office')
"""


def period_sums(tenant: Tenant, *, first: date, last: date) -> PeriodSums:
    """Sums over a period of the tenant in scope."""
    view = tenant_view(tenant)
    start = datetime.combine(first, time.min, view.time_zone)
    end = datetime.combine(last + timedelta(days=1), time.min, view.time_zone)
    kinds = sorted(view.lead_kinds)
    values: list[Any] = [start, start, tenant.id, start, end, tenant.id, first, last, tenant.id, kinds]
    with connection.cursor() as cursor:
        cursor.execute(_SUMS, values)
        return PeriodSums(*cursor.fetchone())


def daily_page_views(tenant: Tenant, lead_ids: Collection[UUID], *, first: date, last: date) -> dict[UUID, list[int]]:
    """Page views of each lead on each day from `first` to `last`, days without any included."""
    days = (last - first).days + 1
    found = {lead_id: [0] * days for lead_id in lead_ids}
    rows = LeadDay.objects.filter(lead_id__in=lead_ids, day__range=(first, last))
    for row in rows.values("lead_id", "day").annotate(views=Sum("page_views")):
        found[row["lead_id"]][(row["day"] - first).days] = row["views"]
    return found

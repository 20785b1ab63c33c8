"""The only reader of this room's tables for other rooms (edge)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import connection
from django.db.models import Count, Max, Sum

from connectleads.tenancy.models import Tenant
from consent.models import ConsentReceipt
from enrichment.evidence import Evidence
from enrichment.evidence_rows import evidence_from_rows
from enrichment.kinds import Kind
from enrichment.models import Lead, LeadDay
from enrichment.recording import TenantView
from enrichment.warmth import POINTS_SQL
from tracking.models import PageView, Visit


def tenant_views(tenant_ids: Collection[UUID]) -> Mapping[UUID, TenantView]:
    """How each tenant counts days and which kinds it wants to see; tenants that are gone are left out."""
    return {tenant.id: tenant_view(tenant) for tenant in Tenant.objects.filter(id__in=tenant_ids)}


def tenant_view(tenant: Tenant) -> TenantView:
    """How one tenant counts days and which kinds it wants to see."""
    also = frozenset(
        kind
        for kind, wanted in ((Kind.EDUCATION, tenant.shows_education), (Kind.GOVERNMENT, tenant.shows_government))
        if wanted
    )
    kinds = frozenset(kind.value for kind in Kind if kind.becomes_lead(also))
    return TenantView(time_zone=_zone(tenant.time_zone), lead_kinds=kinds)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


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
        SELECT d.lead_id, sum(d.visits) FILTER (WHERE d.day >= %s)::int AS visits,
            sum(d.page_views) FILTER (WHERE d.day >= %s)::int AS page_views,
            sum(d.seconds) FILTER (WHERE d.day >= %s)::int AS seconds, sum({points})::float AS points
        FROM enrichment_leadday d WHERE d.tenant_id = %s AND d.day >= %s AND d.day <= %s GROUP BY d.lead_id
    ) s ON s.lead_id = l.id
    JOIN enrichment_company c ON c.id = l.company_id
    JOIN enrichment_network n ON n.id = l.network_id
    LEFT JOIN LATERAL (
        SELECT v.source, v.medium FROM tracking_visit v
        WHERE v.tenant_id = l.tenant_id AND v.company_id = l.company_id ORDER BY v.started_at DESC LIMIT 1
    ) v ON true
    WHERE l.tenant_id = %s AND s.page_views > 0 AND n.kind = ANY(%s) {one} {search}
) found ORDER BY {order} LIMIT %s OFFSET %s
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
    more = ""
    parameters: list[Any] = []
    if search:
        more += "AND (c.name ILIKE %s OR c.domain ILIKE %s OR c.country = upper(%s))"
        pattern = f"%{_escaped(search)}%"
        parameters += [pattern, pattern, search]
    if status:
        more += " AND l.status = %s"
        parameters.append(status)
    return _summaries(tenant, first, last, today, "", more, parameters, _ORDER[sort], limit, offset)


def lead_summary(tenant: Tenant, lead_id: UUID, *, today: date) -> LeadSummary | None:
    """One lead of the tenant in scope with its sums over all time, or None."""
    found = _summaries(tenant, date.min, date.max, today, "AND l.id = %s", "", [lead_id], "id", 1, 0)
    return found[0] if found else None


def _summaries(
    tenant: Tenant,
    first: date,
    last: date,
    today: date,
    one: str,
    search: str,
    parameters: list[Any],
    order: str,
    limit: int,
    offset: int,
) -> list[LeadSummary]:
    earliest = first if first == date.min else min(first, today - timedelta(days=_WARMTH_DAYS))
    kinds = sorted(tenant_view(tenant).lead_kinds)
    sql = _SUMMARIES.format(points=POINTS_SQL, one=one, search=search, order=order)
    values: list[Any] = [
        first,
        first,
        first,
        today,
        tenant.id,
        earliest,
        last,
        tenant.id,
        kinds,
        *parameters,
        limit,
        offset,
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
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
WHERE l.tenant_id = %s AND n.kind = ANY(%s)
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


@dataclass(frozen=True, slots=True)
class LeadVisit:
    """A visit of a lead with its pages in order: (path, title, engaged seconds)."""

    id: UUID
    started_at: datetime
    last_hit_at: datetime
    seconds: int
    source: str
    medium: str
    campaign: str
    visitor_hash: bytes
    pages: tuple[tuple[str, str, int], ...]


def lead_visits(company_id: UUID, *, limit: int) -> list[LeadVisit]:
    """The latest visits of a company to the tenant in scope, newest first, each with its pages."""
    visits = list(Visit.objects.filter(company_id=company_id).order_by("-started_at")[:limit])
    pages: dict[UUID, list[tuple[str, str, int]]] = defaultdict(list)
    views = PageView.objects.filter(visit_id__in=[visit.id for visit in visits]).order_by("at")
    for view in views:
        pages[view.visit_id].append((view.path, view.title, view.seconds))
    return [
        LeadVisit(
            visit.id,
            visit.started_at,
            visit.last_hit_at,
            visit.seconds,
            visit.source,
            visit.medium,
            visit.campaign,
            bytes(visit.visitor_hash),
            tuple(pages[visit.id]),
        )
        for visit in visits
    ]


@dataclass(frozen=True, slots=True)
class LeadProof:
    """Why we think it is this company, and that its visitors agreed: how many visitors, receipts and when last."""

    evidence: tuple[Evidence, ...]
    block: str
    asn: int
    holder: str
    visitors: int
    receipts: int
    last_choice_at: datetime | None


def lead_proof(lead_id: UUID) -> LeadProof | None:
    """The proof behind a lead of the tenant in scope, or None when there is no such lead."""
    lead = Lead.objects.select_related("network").filter(id=lead_id).first()
    if lead is None:
        return None
    visits = Visit.objects.filter(company_id=lead.company_id)
    sums = visits.aggregate(visitors=Count("visitor_hash", distinct=True), receipts=Count("receipt_id", distinct=True))
    receipts = ConsentReceipt.objects.filter(id__in=visits.values("receipt_id"))
    network = lead.network
    return LeadProof(
        evidence=evidence_from_rows(network.evidence),
        block=network.block,
        asn=network.asn,
        holder=network.holder,
        visitors=sums["visitors"],
        receipts=sums["receipts"],
        last_choice_at=receipts.aggregate(last=Max("choice_at"))["last"],
    )


def top_pages(company_id: UUID, *, since: datetime, limit: int) -> list[tuple[str, str, int]]:
    """The pages a company read most since a time: (path, a title, views)."""
    visits = Visit.objects.filter(company_id=company_id, last_hit_at__gte=since).values("id")
    views = PageView.objects.filter(visit_id__in=visits, at__gte=since)
    rows = views.values("path").annotate(title=Max("title"), views=Count("id")).order_by("-views", "path")[:limit]
    return [(row["path"], row["title"], row["views"]) for row in rows]

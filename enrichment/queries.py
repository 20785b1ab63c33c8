"""The only reader of this room's tables for other rooms (edge)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import connection
from django.db.models import Count, Max

from connectleads.tenancy.models import Tenant
from consent.models import ConsentReceipt
from enrichment.activity import ActivityKey
from enrichment.evidence import Evidence
from enrichment.evidence_rows import evidence_from_rows
from enrichment.kinds import Kind
from enrichment.models import Company, Lead
from enrichment.recording import TenantView
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


# A visit counts on the day it began; so do the pages and seconds of it whose page views retention took already.
_ACTIVITY = """
SELECT v.company_id, v.site_id, d.day, sum(d.visits)::int, sum(d.views)::int, sum(d.seconds)::bigint
FROM tracking_visit v CROSS JOIN LATERAL (
    SELECT (p.at AT TIME ZONE %(zone)s)::date AS day, 0 AS visits, count(*) AS views, sum(p.seconds) AS seconds
    FROM tracking_pageview p WHERE p.tenant_id = v.tenant_id AND p.visit_id = v.id GROUP BY 1
    UNION ALL
    SELECT (v.started_at AT TIME ZONE %(zone)s)::date, 1,
        v.page_views - count(p.id), v.seconds - coalesce(sum(p.seconds), 0)
    FROM tracking_pageview p WHERE p.tenant_id = v.tenant_id AND p.visit_id = v.id
) d
WHERE v.tenant_id = %(tenant)s AND v.id = ANY(%(visits)s) AND v.company_id IS NOT NULL
GROUP BY v.company_id, v.site_id, d.day
"""


def activity_of_visits(
    tenant_id: UUID, visit_ids: Collection[UUID], zone: ZoneInfo
) -> dict[ActivityKey, tuple[int, int, int]]:
    """What visits brought to leads: (visits, page views, seconds) by tenant, company, site and the tenant's own day."""
    with connection.cursor() as cursor:
        cursor.execute(_ACTIVITY, {"zone": zone.key, "tenant": tenant_id, "visits": list(visit_ids)})
        return {(tenant_id, row[0], row[1], row[2]): row[3:] for row in cursor.fetchall()}


def company_names(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """What these organisations are called."""
    return dict(Company.objects.filter(id__in=set(ids)).values_list("id", "name"))


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

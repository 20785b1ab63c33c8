"""The only reader of this room's tables for other rooms (edge)."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from connectleads.tenancy.models import Tenant
from enrichment.exclusions import NOTHING, ExclusionKind, ExclusionRule, Exclusions
from enrichment.kinds import Kind
from enrichment.models import Company, Exclusion, Lead, Scoring
from enrichment.recording import TenantView
from enrichment.scoring import DEFAULT, KeyEvent, KeyPage, Weights


def tenant_views(tenant_ids: Collection[UUID]) -> Mapping[UUID, TenantView]:
    """How each tenant counts days and which kinds it wants to see; tenants that are gone are left out."""
    weights, exclusions = weights_of(tenant_ids), exclusions_of(tenant_ids)
    return {
        tenant.id: replace(tenant_view(tenant), weights=weights[tenant.id], exclusions=exclusions[tenant.id])
        for tenant in Tenant.objects.filter(id__in=tenant_ids)
    }


def weights_of(tenant_ids: Collection[UUID]) -> Mapping[UUID, Weights]:
    """What each tenant finds important in a lead, within the scope in force."""
    found = dict.fromkeys(tenant_ids, DEFAULT)
    for row in Scoring.objects.filter(tenant_id__in=tenant_ids):
        found[row.tenant_id] = Weights(
            half_life_days=row.half_life_days,
            per_visit=row.per_visit,
            per_page=row.per_page,
            per_minute=row.per_minute,
            key_pages=tuple(KeyPage(path, points) for path, points in row.key_pages),
            key_events=tuple(KeyEvent(name, points) for name, points in row.key_events),
        )
    return found


def exclusions_of(tenant_ids: Collection[UUID]) -> Mapping[UUID, Exclusions]:
    """What each tenant leaves out, within the scope in force."""
    rules: dict[UUID, list[ExclusionRule]] = {tenant_id: [] for tenant_id in tenant_ids}
    for tenant_id, kind, value in Exclusion.objects.filter(tenant_id__in=tenant_ids).values_list(
        "tenant_id", "kind", "value"
    ):
        rules[tenant_id].append(ExclusionRule(ExclusionKind(kind), value))
    return {tenant_id: Exclusions.of(found) if found else NOTHING for tenant_id, found in rules.items()}


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


def lead_ids_by_views(*, limit: int) -> list[UUID]:
    """Leads of the tenant in scope, those with most page views first."""
    return list(Lead.objects.order_by("-page_views", "id").values_list("id", flat=True)[:limit])


def company_names(ids: Collection[UUID]) -> Mapping[UUID, str]:
    """What these organisations are called."""
    return dict(Company.objects.filter(id__in=set(ids)).values_list("id", "name"))


def is_lead(lead_id: UUID) -> bool:
    """Whether the tenant in scope has such a lead, hidden or not."""
    return Lead.objects.filter(id=lead_id).exists()

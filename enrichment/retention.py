"""Applies every tenant's retention: what would go, and the daily purge in bounded steps (edge).

The same functions count for the preview and remove in the purge, so that a preview cannot promise something else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from connectleads.tenancy import purging as tenancy_purging
from connectleads.tenancy.models import RetentionChoice, Tenant
from connectleads.tenancy.purging import note_purge
from connectleads.tenancy.retention import Lifetimes, RetentionKind, lifetimes
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from connectleads.tenancy.tenant_settings import chosen_lifetimes
from consent import purging as consent_purging
from enrichment import purging as lead_purging
from tracking import purging as tracking_purging

Ceilings = Mapping[RetentionKind, int]
STEP = 5000
STEPS = 100


@dataclass(frozen=True, slots=True)
class _Means:
    """How rows of one kind are counted and removed."""

    count: Callable[[datetime], int]
    purge: Callable[..., int]


# In this order, so that a receipt goes after the visits that it proves.
_MEANS: Mapping[RetentionKind, _Means] = {
    RetentionKind.PAGE_VIEWS: _Means(tracking_purging.count_page_views, tracking_purging.purge_page_views),
    RetentionKind.VISITS: _Means(tracking_purging.count_visits, tracking_purging.purge_visits),
    RetentionKind.LEADS: _Means(lead_purging.count_leads, lead_purging.purge_leads),
    RetentionKind.RECEIPTS: _Means(consent_purging.count_receipts, consent_purging.purge_receipts),
    RetentionKind.REQUESTS: _Means(consent_purging.count_requests, consent_purging.purge_requests),
    RetentionKind.AUDIT: _Means(tenancy_purging.count_audit, tenancy_purging.purge_audit),
}


def preview(kept: Lifetimes, *, now: datetime) -> Mapping[RetentionKind, int]:
    """How many rows of the tenant in scope would go at the next purge under those lifetimes."""
    return {kind: means.count(kept.cutoff(kind, now=now)) for kind, means in _MEANS.items()}


def purge_tenant(tenant_id: UUID, *, most: Ceilings, now: datetime, step: int = STEP, steps: int = STEPS) -> bool:
    """Remove what is too old, `step` rows in a transaction and at most `steps` of those a kind; whether all is done."""
    done = True
    for kind, means in _MEANS.items():
        done &= _purge_kind(tenant_id, kind, means, most=most, now=now, step=step, steps=steps)
    return done


def _purge_kind(
    tenant_id: UUID, kind: RetentionKind, means: _Means, *, most: Ceilings, now: datetime, step: int, steps: int
) -> bool:
    for _ in range(steps):
        with transaction.atomic(), tenant_scope(tenant_id):
            before = chosen_lifetimes(most).cutoff(kind, now=now)
            gone = means.purge(before, most=step)
            note_purge(kind, gone, older_than=before)
        if gone < step:
            return True
    return False


def drop_whole_months(*, most: Ceilings, now: datetime) -> int:
    """Drop partitions of page views that no tenant keeps any more; how many. Each is noted for each tenant in it."""
    with unscoped_all_tenants("retention: the longest lifetime of page views"):
        kept = _everyones_lifetimes(most)
    if not kept:
        return 0
    before = min(one.cutoff(RetentionKind.PAGE_VIEWS, now=now) for one in kept)
    dropped = 0
    for month in tracking_purging.droppable_months(before):
        with transaction.atomic():
            counts = tracking_purging.drop_month(month)
            for tenant_id, rows in counts.items():
                with tenant_scope(tenant_id):
                    note_purge(RetentionKind.PAGE_VIEWS, rows, older_than=before)
        dropped += 1
    return dropped


def _everyones_lifetimes(most: Ceilings) -> list[Lifetimes]:
    chosen: dict[UUID, dict[str, int]] = {tenant_id: {} for tenant_id in Tenant.objects.values_list("id", flat=True)}
    for tenant_id, kind, days in RetentionChoice.objects.values_list("tenant_id", "kind", "days"):
        chosen[tenant_id][kind] = days
    return [lifetimes(choices, most) for choices in chosen.values()]

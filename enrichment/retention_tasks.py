"""The daily purge as tasks: one for each tenant, so that a large one does not keep the others waiting (edge)."""

import logging
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from celery import shared_task
from django.conf import settings
from django.db import transaction

from connectleads.tenancy.deletion import due_for_deletion
from connectleads.tenancy.models import Tenant
from connectleads.tenancy.retention import RetentionKind
from connectleads.tenancy.scope import unscoped_all_tenants
from connectleads.tenancy.stale_accounts import forget_stale_accounts
from connectleads.tenancy.tenant_purge import purge_whole_tenant
from enrichment.objection_retention import end_objection_proofs, proof_days
from enrichment.retention import drop_whole_months
from enrichment.retention import purge_tenant as purge
from enrichment.usage_notices import notice_usage

log = logging.getLogger(__name__)


@shared_task
def purge_all(**_: Any) -> None:
    """Drop whole months first, which costs nothing, then send a purge to each tenant."""
    drop_whole_months(most=settings.RETENTION_CEILINGS, now=datetime.now(UTC))
    with unscoped_all_tenants("send purges"):
        tenants = [str(tenant_id) for tenant_id in Tenant.objects.values_list("id", flat=True)]
    for tenant_id in tenants:
        purge_tenant.apply_async(kwargs={"tenant_id": tenant_id}, expires=20 * 3600)
    end_old_objection_proofs.apply_async(expires=20 * 3600)


@shared_task
def end_old_objection_proofs(**_: Any) -> None:
    """End the proofs of old objections; the list is the installation's own, so its log says how many went."""
    before = datetime.now(UTC) - timedelta(days=proof_days(settings.RETENTION_CEILINGS))
    ended = end_objection_proofs(before)
    if ended.proofs or ended.rows:
        log.info("ended the proofs of %d objections and removed %d that hold nothing", ended.proofs, ended.rows)


@shared_task
def purge_tenant(tenant_id: str, **_: Any) -> None:
    """Remove what a tenant no longer keeps; goes on in another task when that is much."""
    if not purge(UUID(tenant_id), most=settings.RETENTION_CEILINGS, now=datetime.now(UTC), steps=20):
        purge_tenant.apply_async(kwargs={"tenant_id": tenant_id}, countdown=5)


@shared_task
def delete_due_tenants(**_: Any) -> None:
    """Send a deletion to each tenant whose time of grace is over."""
    with unscoped_all_tenants("tenants due for deletion"), transaction.atomic():
        due = due_for_deletion(datetime.now(UTC))
    for tenant_id in due:
        delete_tenant.apply_async(kwargs={"tenant_id": str(tenant_id)}, expires=3600)


@shared_task
def delete_tenant(tenant_id: str, **_: Any) -> None:
    """Delete everything of a tenant whose deletion is due; goes on in another task when that is much."""
    if not purge_whole_tenant(UUID(tenant_id), now=datetime.now(UTC)):
        delete_tenant.apply_async(kwargs={"tenant_id": tenant_id}, countdown=5)


@shared_task
def notice_all_usage(**_: Any) -> None:
    """Look at the month of each tenant whose plan has a number of companies."""
    with unscoped_all_tenants("tenants with a number of companies"):
        going_on = Tenant.objects.filter(suspended_at__isnull=True, deletion_requested_at__isnull=True)
        limited = going_on.filter(plan__companies_per_month__isnull=False)
        tenants = [str(tenant_id) for tenant_id in limited.values_list("id", flat=True)]
    for tenant_id in tenants:
        notice_usage_of.apply_async(kwargs={"tenant_id": tenant_id}, expires=3000)


@shared_task
def notice_usage_of(tenant_id: str, **_: Any) -> None:
    """Mail the owners of one tenant, if its month has come far."""
    notice_usage(UUID(tenant_id), now=datetime.now(UTC))


@shared_task
def forget_stale(**_: Any) -> None:
    """Remove ended sessions, accounts never proven, invitations that nobody took, and old lines of the staff's log."""
    log_kept = timedelta(days=settings.RETENTION_CEILINGS[RetentionKind.AUDIT])
    forget_stale_accounts(datetime.now(UTC), log_kept=log_kept)

"""Tasks of the consent room: each can run twice without harm (edge)."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from celery import shared_task

from connectleads.tenancy.models import Tenant
from connectleads.tenancy.scope import unscoped_all_tenants
from consent.outdated_notices import notice_outdated


@shared_task
def notice_all_outdated(**_: Any) -> None:
    """Send a look at the texts of each tenant that goes on."""
    with unscoped_all_tenants("tenants whose texts may be outdated"):
        going_on = Tenant.objects.filter(suspended_at__isnull=True, deletion_requested_at__isnull=True)
        tenants = [str(tenant_id) for tenant_id in going_on.values_list("id", flat=True)]
    for tenant_id in tenants:
        notice_outdated_texts.apply_async(kwargs={"tenant_id": tenant_id}, expires=600)


@shared_task
def notice_outdated_texts(tenant_id: str, **_: Any) -> None:
    """Mail the owners of one tenant, if something became untrue."""
    notice_outdated(UUID(tenant_id), now=datetime.now(UTC))

"""Asks for the deletion of a tenant, takes that back within the time of grace, and tells which are due (edge)."""

from datetime import datetime, timedelta
from uuid import UUID

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.models import AuditAction, Tenant, User
from connectleads.tenancy.scope import current_tenant_id


def request_deletion(*, by: User, now: datetime, grace: timedelta) -> datetime:
    """Have the tenant in scope deleted when the grace is over; when that will be. Recording stops at once."""
    due = now + grace
    Tenant.objects.filter(id=current_tenant_id()).update(deletion_requested_at=now, deletion_due_at=due)
    record(AuditAction.DELETION_REQUESTED, Actor.person(by), details={"due": due.date().isoformat()})
    return due


def cancel_deletion(*, by: User) -> bool:
    """Keep the tenant in scope after all; whether its deletion was asked for."""
    waiting = Tenant.objects.filter(id=current_tenant_id(), deletion_due_at__isnull=False)
    changed = waiting.update(deletion_requested_at=None, deletion_due_at=None)
    if changed:
        record(AuditAction.DELETION_CANCELLED, Actor.person(by))
    return bool(changed)


def due_for_deletion(now: datetime) -> list[UUID]:
    """Tenants whose time of grace is over, for the worker."""
    return list(Tenant.objects.filter(deletion_due_at__lte=now).values_list("id", flat=True))

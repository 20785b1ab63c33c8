"""Changes what a tenant has decided about itself, and writes it down (edge)."""

from collections.abc import Mapping
from datetime import datetime

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.models import AuditAction, RetentionChoice, Tenant
from connectleads.tenancy.retention import Lifetimes, RetentionKind, lifetimes
from connectleads.tenancy.scope import current_tenant_id

CHANGEABLE = frozenset({"name", "time_zone", "shows_education", "shows_government", "requires_second_factor"})


def change_settings(changes: Mapping[str, str | bool], *, by: Actor) -> None:
    """Set some of CHANGEABLE on the tenant in scope."""
    wanted = {name: value for name, value in changes.items() if name in CHANGEABLE}
    if wanted:
        Tenant.objects.filter(id=current_tenant_id()).update(**wanted)
        record(AuditAction.SETTINGS_CHANGED, by, about=", ".join(sorted(wanted)), details=wanted)


def change_plan(plan_key: str, *, by: Actor) -> None:
    """Put the tenant in scope on another plan."""
    Tenant.objects.filter(id=current_tenant_id()).update(plan_id=plan_key)
    record(AuditAction.PLAN_CHANGED, by, about=plan_key)


def suspend(closed: bool, *, by: Actor, now: datetime) -> None:
    """Close the tenant in scope to its members and stop its recording, or open it again."""
    Tenant.objects.filter(id=current_tenant_id()).update(suspended_at=now if closed else None)
    record(AuditAction.STAFF_CHANGED, by, about="suspended" if closed else "opened")


def chosen_lifetimes(most: Mapping[RetentionKind, int]) -> Lifetimes:
    """How long the tenant in scope keeps each kind of data, within the installation's ceilings."""
    return lifetimes(dict(RetentionChoice.objects.values_list("kind", "days")), most)


def change_lifetimes(days: Mapping[RetentionKind, int], *, most: Mapping[RetentionKind, int], by: Actor) -> None:
    """Keep each kind of data for another number of days from now on."""
    before = chosen_lifetimes(most).days
    changed = {kind: chosen for kind, chosen in days.items() if chosen != before[kind]}
    for kind, chosen in changed.items():
        RetentionChoice.objects.update_or_create(kind=kind.value, defaults={"days": chosen})
    if changed:
        details = {kind.value: f"{before[kind]} → {chosen}" for kind, chosen in changed.items()}
        record(AuditAction.RETENTION_CHANGED, by, about=", ".join(details), details=details)

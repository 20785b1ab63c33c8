"""How much of its plan a tenant has left for members and websites (edge: it reads)."""

from datetime import datetime

from connectleads.tenancy.models import Invitation, Membership, Plan, Site, Tenant
from connectleads.tenancy.scope import current_tenant_id


def plan_in_scope() -> Plan | None:
    """The plan of the tenant in scope; None when it has none, which limits nothing."""
    return Tenant.objects.select_related("plan").get(id=current_tenant_id()).plan


def seats_taken(*, now: datetime) -> int:
    """Members, and invitations that are still good."""
    return Membership.objects.count() + Invitation.objects.filter(expires_at__gt=now).count()


def seats_left(*, now: datetime) -> int | None:
    """How many more people may be invited; None when there is no limit."""
    plan = plan_in_scope()
    return None if plan is None or plan.seats is None else max(plan.seats - seats_taken(now=now), 0)


def sites_left() -> int | None:
    """How many more websites may be added; None when there is no limit."""
    plan = plan_in_scope()
    return None if plan is None or plan.sites is None else max(plan.sites - Site.objects.count(), 0)

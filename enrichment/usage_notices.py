"""Mails owners when a month's companies near the plan's number, and when they reach it: once a month each (edge).

What was told stands in the tenant's audit, which is also how it is known that it was told.
"""

import logging
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import translation

from connectleads.tenancy.audit import SYSTEM, record
from connectleads.tenancy.mail import send_designed_mail
from connectleads.tenancy.models import AuditAction, AuditEvent, MemberRole, Membership, Tenant
from connectleads.tenancy.plan_limits import plan_in_scope
from connectleads.tenancy.scope import tenant_scope
from enrichment.usage import month_usage

log = logging.getLogger(__name__)

NEARLY = (AuditAction.PLAN_NEARLY_FULL, AuditAction.PLAN_FULL)  # whoever was told of the end needs no word before it


def notice_usage(tenant_id: UUID, *, now: datetime) -> AuditAction | None:
    """Tell a tenant's owners how far its month has come, if that is news; what was told.

    The mails go out before the transaction ends: when the server takes none of them, nothing is noted and the next
    time tries again. Meanwhile the tenant is kept from a second notice only: rows that refer to it can be written.
    """
    with tenant_scope(tenant_id), translation.override(settings.LANGUAGE_CODE):
        tenant = Tenant.objects.select_for_update(no_key=True, of=("self",)).get(id=tenant_id)
        plan = plan_in_scope()
        most = plan.companies_per_month if plan else None
        if not most:
            return None
        month = month_usage(tenant, now=now)
        reached = _reached(month.identified, most)
        if reached is None or _was_told(reached, since=month.began_at):
            return None
        if not _mail(tenant, reached, month.identified, most):
            return None
        record(reached, SYSTEM, details={"companies": month.identified, "plan": most})
        return reached


def _reached(identified: int, most: int) -> AuditAction | None:
    """From four fifths on it is near, as on the page of usage."""
    if identified >= most:
        return AuditAction.PLAN_FULL
    return AuditAction.PLAN_NEARLY_FULL if identified * 5 >= most * 4 else None


def _was_told(reached: AuditAction, *, since: datetime) -> bool:
    told = NEARLY if reached is AuditAction.PLAN_NEARLY_FULL else (AuditAction.PLAN_FULL,)
    return bool(AuditEvent.objects.filter(action__in=[one.value for one in told], at__gte=since).exists())


def _mail(tenant: Tenant, reached: AuditAction, identified: int, most: int) -> int:
    """How many owners' mails the server took; one that it refuses keeps no other owner from theirs.

    Raises the server's last word when it took none.
    """
    is_full = reached is AuditAction.PLAN_FULL
    context = {"tenant": tenant.name, "slug": tenant.slug, "count": identified, "most": most, "is_full": is_full}
    owners = Membership.objects.filter(role=MemberRole.OWNER, user__is_active=True).order_by("created_at")
    taken, refusal = 0, None
    for address in owners.values_list("user__email", flat=True):
        try:
            send_designed_mail("usage", address, context)
            taken += 1
        except OSError as error:  # what smtplib raises is one too; its words may hold the address
            refusal = error
            log.warning("a mail on the plan of tenant %s was not taken (%s)", tenant.id, type(error).__name__)
    if refusal and not taken:
        raise refusal
    return taken

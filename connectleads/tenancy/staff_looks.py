"""Lets the installation's staff look along in a tenant: reading only, for a limited time, seen and noted (edge).

The tenant sees it in its audit, is told by mail, and every page shows it. What is shown comes through the guard in
dashboard.access, which lets such a visitor read as a viewer and refuses everything else.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpRequest

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.models import AuditAction, StaffLook, User
from connectleads.tenancy.scope import tenant_scope

LONGEST = timedelta(minutes=30)
_KEY = "connectleads_look"


def begin_look(request: HttpRequest, tenant_id: UUID, *, reason: str, now: datetime) -> StaffLook:
    """Begin to look along in a tenant for half an hour, and write it down for that tenant."""
    staff = request.user
    assert isinstance(staff, User)
    with tenant_scope(tenant_id):
        look: StaffLook = StaffLook.objects.create(
            staff_id=staff.pk, staff=staff.email, reason=reason[:300], began_at=now, ends_at=now + LONGEST
        )
        record(AuditAction.STAFF_LOOK_BEGAN, Actor.person(staff, as_staff=True), about=reason)
    request.session[_KEY] = {"tenant": str(tenant_id), "look": str(look.id)}
    return look


def current_look(request: HttpRequest, slug: str, *, now: datetime) -> StaffLook | None:
    """The look in force for the tenant with that slug; None when there is none, or its time is over."""
    begun = request.session.get(_KEY)
    if not begun or not isinstance(request.user, User) or not request.user.is_staff:
        return None
    with tenant_scope(UUID(begun["tenant"])):
        look: StaffLook | None = (
            StaffLook.objects.select_related("tenant")
            .filter(id=begun["look"], staff_id=request.user.pk, ended_at=None, ends_at__gt=now, tenant__slug=slug)
            .first()
        )
    return look


def end_look(request: HttpRequest, *, now: datetime) -> bool:
    """Stop looking along; whether one was in force."""
    begun = request.session.pop(_KEY, None)
    if not begun or not isinstance(request.user, User):
        return False
    with tenant_scope(UUID(begun["tenant"])):
        ended = StaffLook.objects.filter(id=begun["look"], staff_id=request.user.pk, ended_at=None).update(ended_at=now)
        if ended:
            record(AuditAction.STAFF_LOOK_ENDED, Actor.person(request.user, as_staff=True))
    return bool(ended)

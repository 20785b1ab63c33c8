"""Invites people to a tenant by mail, and lets them join (edge). Invitations expire and are bound to an address."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import connection

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.keys import new_token, token_hash
from connectleads.tenancy.models import AuditAction, AuditEvent, Invitation, MemberRole, Membership, Tenant, User
from connectleads.tenancy.plan_limits import seats_left
from connectleads.tenancy.scope import current_tenant_id, tenant_scope

VALID_FOR = timedelta(days=7)
MOST_AN_HOUR = 40  # so that nobody sends mails to the world from here


class InviteOutcome(StrEnum):
    """What became of an invitation that was asked for."""

    SENT = "sent"
    IS_MEMBER = "is_member"
    NOT_ALLOWED = "not_allowed"
    NO_SEAT = "no_seat"
    TOO_MANY = "too_many"


class JoinOutcome(StrEnum):
    """What became of somebody who wanted to join."""

    JOINED = "joined"
    OTHER_ADDRESS = "other_address"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """An invitation that is still good, as its link shows it."""

    tenant_id: UUID
    tenant_name: str
    slug: str
    id: UUID
    email: str
    role: MemberRole
    invited_by: str
    expires_at: datetime


def invite(email: str, role: MemberRole, *, by: User, as_role: MemberRole, now: datetime) -> tuple[InviteOutcome, str]:
    """Invite an address; the second value is the token for its link, or "". A new invitation replaces an older one."""
    email = email.strip().lower()
    if not as_role.may_appoint(role):
        return InviteOutcome.NOT_ALLOWED, ""
    if Membership.objects.filter(user__email=email).exists():
        return InviteOutcome.IS_MEMBER, ""
    Tenant.objects.select_for_update().get(id=current_tenant_id())
    recent = AuditEvent.objects.filter(action=AuditAction.MEMBER_INVITED, at__gt=now - timedelta(hours=1))
    if recent.count() >= MOST_AN_HOUR:
        return InviteOutcome.TOO_MANY, ""
    Invitation.objects.filter(email=email).delete()
    if seats_left(now=now) == 0:
        return InviteOutcome.NO_SEAT, ""
    token = new_token()
    Invitation.objects.create(
        email=email, role=role, token_hash=token_hash(token), invited_by=by.email, expires_at=now + VALID_FOR
    )
    record(AuditAction.MEMBER_INVITED, Actor.person(by), about=email, details={"role": role.value})
    return InviteOutcome.SENT, token


def withdraw_invitation(invitation_id: UUID, *, by: User) -> bool:
    """Take an invitation back; whether there was one."""
    invitation = Invitation.objects.filter(id=invitation_id).first()
    if invitation is None:
        return False
    invitation.delete()
    record(AuditAction.INVITATION_WITHDRAWN, Actor.person(by), about=invitation.email)
    return True


def open_invitation(token: str, *, now: datetime) -> OpenInvitation | None:
    """The invitation behind a link, read through its door; None when it is used, withdrawn, replaced or too old."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tenant_id, tenant_name, slug, id, email, role, invited_by, expires_at "
            "FROM tenancy_invitation_of(%s)",
            [token_hash(token)],
        )
        row = cursor.fetchone()
    if row is None or row[7] <= now:
        return None
    return OpenInvitation(row[0], row[1], row[2], row[3], row[4], MemberRole(row[5]), row[6], row[7])


def join(token: str, *, who: User, now: datetime) -> JoinOutcome:
    """Let a person join by an invitation to the address that this person signs in with; it works once."""
    invitation = open_invitation(token, now=now)
    if invitation is None:
        return JoinOutcome.GONE
    if who.email.lower() != invitation.email.lower():
        return JoinOutcome.OTHER_ADDRESS
    with tenant_scope(invitation.tenant_id):
        Tenant.objects.select_for_update().get(id=invitation.tenant_id)
        used, _ = Invitation.objects.filter(id=invitation.id).delete()
        if not used:
            return JoinOutcome.GONE
        Membership.objects.get_or_create(user=who, defaults={"role": invitation.role})
        record(AuditAction.MEMBER_JOINED, Actor.person(who), about=who.email, details={"role": invitation.role.value})
    return JoinOutcome.JOINED

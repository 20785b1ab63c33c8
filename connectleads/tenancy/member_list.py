"""The people of a tenant as its members page shows them (edge: it reads)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator

from connectleads.tenancy.models import Invitation, MemberRole, Membership

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member: what to call them, their role, since when, and whether a second factor guards the account."""

    id: UUID
    user_id: int
    name: str
    email: str
    initials: str
    role: MemberRole
    since: datetime
    has_second_factor: bool


@dataclass(frozen=True, slots=True)
class PendingInvitation:
    """Somebody who was invited and has not joined yet."""

    id: UUID
    email: str
    role: MemberRole
    expires_at: datetime


def colleagues() -> tuple[Colleague, ...]:
    """Everybody in the tenant in scope, owners first, then by name."""
    rows = list(Membership.objects.select_related("user"))
    people = [row.user_id for row in rows]
    guarded = set(Authenticator.objects.filter(user_id__in=people, type__in=FACTORS).values_list("user_id", flat=True))
    order = list(MemberRole)
    found = (
        Colleague(
            id=row.id,
            user_id=row.user_id,
            name=str(row.user),
            email=row.user.email,
            initials=row.user.initials,
            role=MemberRole(row.role),
            since=row.created_at,
            has_second_factor=row.user_id in guarded,
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: (order.index(one.role), one.name.casefold(), one.email)))


def pending_invitations(*, now: datetime) -> tuple[PendingInvitation, ...]:
    """Invitations to the tenant in scope that are still good, by address."""
    rows = Invitation.objects.filter(expires_at__gt=now).order_by("email")
    return tuple(PendingInvitation(row.id, row.email, MemberRole(row.role), row.expires_at) for row in rows)

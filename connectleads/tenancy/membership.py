"""Changes who belongs to a tenant and as what (edge). Each runs in the tenant's scope and writes the audit.

A tenant always has an owner: whoever changes owners first locks the tenant's row, so that two owners cannot each take
the other out.
"""

from enum import StrEnum
from uuid import UUID

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.models import AuditAction, MemberRole, Membership, Tenant, User
from connectleads.tenancy.scope import current_tenant_id


class MemberChange(StrEnum):
    """What became of a change to a member."""

    DONE = "done"
    NO_SUCH_MEMBER = "no_such_member"
    NOT_ALLOWED = "not_allowed"
    LAST_OWNER = "last_owner"


def change_role(member_id: UUID, role: MemberRole, *, by: User, as_role: MemberRole) -> MemberChange:
    """Give a member another role. Only owners make owners or change them; the last owner stays one."""
    member = _locked(member_id)
    if member is None:
        return MemberChange.NO_SUCH_MEMBER
    before = MemberRole(member.role)
    if not (as_role.may_appoint(before) and as_role.may_appoint(role)):
        return MemberChange.NOT_ALLOWED
    if before.may_own and not role.may_own and _is_last_owner():
        return MemberChange.LAST_OWNER
    if before is not role:
        member.role = role
        member.save(update_fields=["role"])
        details = {"from": before.value, "to": role.value}
        record(AuditAction.ROLE_CHANGED, Actor.person(by), about=member.user.email, details=details)
    return MemberChange.DONE


def remove_member(member_id: UUID, *, by: User, as_role: MemberRole) -> MemberChange:
    """Take a member out of the tenant. The account itself stays its person's own."""
    member = _locked(member_id)
    if member is None:
        return MemberChange.NO_SUCH_MEMBER
    role = MemberRole(member.role)
    if not as_role.may_appoint(role):
        return MemberChange.NOT_ALLOWED
    if role.may_own and _is_last_owner():
        return MemberChange.LAST_OWNER
    email = member.user.email
    member.delete()
    record(AuditAction.MEMBER_REMOVED, Actor.person(by), about=email, details={"role": role.value})
    return MemberChange.DONE


def leave(*, who: User) -> MemberChange:
    """Leave the tenant in scope. The last owner first transfers it or deletes it."""
    _lock_tenant()
    member = Membership.objects.filter(user=who).first()
    if member is None:
        return MemberChange.NO_SUCH_MEMBER
    if MemberRole(member.role).may_own and _is_last_owner():
        return MemberChange.LAST_OWNER
    member.delete()
    record(AuditAction.MEMBER_LEFT, Actor.person(who), about=who.email, details={"role": member.role})
    return MemberChange.DONE


def transfer_ownership(member_id: UUID, *, by: User) -> MemberChange:
    """Make another member the owner, and the one who transfers an admin."""
    member = _locked(member_id)
    mine = Membership.objects.filter(user=by, role=MemberRole.OWNER).first()
    if member is None:
        return MemberChange.NO_SUCH_MEMBER
    if mine is None or member.user_id == by.pk:
        return MemberChange.NOT_ALLOWED
    Membership.objects.filter(id=member.id).update(role=MemberRole.OWNER)
    Membership.objects.filter(id=mine.id).update(role=MemberRole.ADMIN)
    record(AuditAction.OWNERSHIP_TRANSFERRED, Actor.person(by), about=member.user.email)
    return MemberChange.DONE


def _locked(member_id: UUID) -> Membership | None:
    _lock_tenant()
    return Membership.objects.select_related("user").filter(id=member_id).first()


def _lock_tenant() -> None:
    Tenant.objects.select_for_update().get(id=current_tenant_id())


def _is_last_owner() -> bool:
    return Membership.objects.filter(role=MemberRole.OWNER).count() == 1

"""Members, roles and invitations: who may do what to whom, and that a tenant never loses its last owner."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from connectleads.tenancy.invitations import InviteOutcome, invite, open_invitation
from connectleads.tenancy.membership import MemberChange, change_role, leave, remove_member, transfer_ownership
from connectleads.tenancy.models import AuditEvent, Invitation, MemberRole, Membership, Plan, Tenant, User
from connectleads.tenancy.queries import tenants_of
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from tests.conftest import Cast, database_role

OWNER, ADMIN, MEMBER, VIEWER = MemberRole.OWNER, MemberRole.ADMIN, MemberRole.MEMBER, MemberRole.VIEWER


def member_id(cast: Cast, user: User):
    with tenant_scope(cast.tenant.id):
        return Membership.objects.get(user=user).id


@pytest.mark.parametrize(
    ("by_role", "of", "to", "outcome"),
    [
        (OWNER, "ben", VIEWER, MemberChange.DONE),
        (ADMIN, "ben", ADMIN, MemberChange.DONE),
        (OWNER, "ben", OWNER, MemberChange.DONE),
        (ADMIN, "ben", OWNER, MemberChange.NOT_ALLOWED),
        (ADMIN, "ada", MEMBER, MemberChange.NOT_ALLOWED),
        (OWNER, "ada", MEMBER, MemberChange.LAST_OWNER),
        (MEMBER, "vera", MEMBER, MemberChange.NOT_ALLOWED),
        (VIEWER, "vera", OWNER, MemberChange.NOT_ALLOWED),
    ],
)
def test_roles_change_as_far_as_ones_own_role_reaches(cast: Cast, by_role, of: str, to, outcome):
    target = member_id(cast, getattr(cast, of))

    with tenant_scope(cast.tenant.id):
        before = Membership.objects.get(id=target).role
        assert change_role(target, to, by=cast.mia, as_role=by_role) is outcome
        assert Membership.objects.get(id=target).role == (to if outcome is MemberChange.DONE else before)


def test_a_member_of_another_tenant_is_no_member_here(cast: Cast):
    with tenant_scope(cast.rival.id):
        foreign = Membership.objects.get(user=cast.rolf).id

    with tenant_scope(cast.tenant.id):
        assert remove_member(foreign, by=cast.ada, as_role=OWNER) is MemberChange.NO_SUCH_MEMBER
        assert change_role(foreign, VIEWER, by=cast.ada, as_role=OWNER) is MemberChange.NO_SUCH_MEMBER
    assert tenants_of(cast.rolf.pk)


def test_the_last_owner_stays(cast: Cast):
    with tenant_scope(cast.tenant.id):
        assert leave(who=cast.ada) is MemberChange.LAST_OWNER
        assert remove_member(Membership.objects.get(user=cast.ada).id, by=cast.ada, as_role=OWNER) is (
            MemberChange.LAST_OWNER
        )
        assert leave(who=cast.ben) is MemberChange.DONE
    assert tenants_of(cast.ben.pk) == []
    assert User.objects.filter(pk=cast.ben.pk).exists()


def test_after_a_transfer_there_is_another_owner(cast: Cast):
    with tenant_scope(cast.tenant.id):
        assert transfer_ownership(Membership.objects.get(user=cast.ben).id, by=cast.ada) is MemberChange.DONE
        assert leave(who=cast.ada) is MemberChange.DONE
    assert tenants_of(cast.ben.pk)[0].role is OWNER


def test_only_an_owner_transfers(cast: Cast):
    with tenant_scope(cast.tenant.id):
        outcome = transfer_ownership(Membership.objects.get(user=cast.ben).id, by=cast.mia)

    assert outcome is MemberChange.NOT_ALLOWED


def invited(cast: Cast, email: str = "new@example.nl") -> str:
    with tenant_scope(cast.tenant.id):
        outcome, token = invite(email, MEMBER, by=cast.ada, as_role=OWNER, now=timezone.now())
    assert outcome is InviteOutcome.SENT
    return token


def test_an_invitation_ends_by_mail_and_its_link_is_kept_as_a_hash_only(cast: Cast, signed_in):
    signed_in(cast.ada).post("/app/voorbeeld/settings/members/invite/", {"email": "New@example.nl", "role": "member"})

    [message] = mail.outbox
    token = str(message.body).split("/invitations/")[1].split("/")[0]
    with tenant_scope(cast.tenant.id):
        assert token.encode() not in bytes(Invitation.objects.get().token_hash)
    assert message.to == ["new@example.nl"]
    assert message.alternatives
    assert open_invitation(token, now=timezone.now()) is not None


def test_somebody_without_an_account_joins_with_one_form_and_one_click(cast: Cast):
    token = invited(cast)
    client = Client()

    page = client.get(f"/invitations/{token}/")
    form = client.get(page.context["sign_up_url"])
    assert "organisation" not in form.context["form"].fields
    fields = {
        "name": "Nieuw",
        "email": "new@example.nl",
        "password1": "een lang wachtwoord",
        "next": f"/invitations/{token}/",
    }
    made = client.post("/accounts/signup/", fields)
    assert made.headers["Location"] == f"/invitations/{token}/"
    joined = client.post(f"/invitations/{token}/")

    assert joined.headers["Location"] == "/app/voorbeeld/leads/"
    new = User.objects.get(email="new@example.nl")
    assert [(one.slug, one.role) for one in tenants_of(new.pk)] == [("voorbeeld", MEMBER)]


def test_an_invitation_works_once(cast: Cast, signed_in):
    token = invited(cast, "rolf@example.nl")
    rolf = signed_in(cast.rolf)

    assert rolf.post(f"/invitations/{token}/").status_code == 302
    assert rolf.post(f"/invitations/{token}/").status_code == 404
    assert [one.slug for one in tenants_of(cast.rolf.pk)] == ["rivaal", "voorbeeld"]


def test_an_invitation_is_bound_to_its_address(cast: Cast, signed_in):
    token = invited(cast)

    answer = signed_in(cast.rolf).post(f"/invitations/{token}/")

    assert answer.status_code == 200
    assert [one.slug for one in tenants_of(cast.rolf.pk)] == ["rivaal"]
    assert open_invitation(token, now=timezone.now()) is not None


def test_an_account_made_by_an_invitation_is_for_its_address_whatever_is_sent(cast: Cast):
    token = invited(cast)
    client = Client()
    client.get(f"/invitations/{token}/")

    client.post("/accounts/signup/", {"name": "x", "email": "other@example.nl", "password1": "een lang wachtwoord"})

    assert not User.objects.filter(email="other@example.nl").exists()
    assert User.objects.filter(email="new@example.nl").exists()


@pytest.mark.parametrize("later", [timedelta(days=7), timedelta(days=30)])
def test_an_invitation_expires(cast: Cast, later: timedelta):
    token = invited(cast)

    assert open_invitation(token, now=timezone.now() + later) is None


def test_a_withdrawn_or_replaced_invitation_no_longer_opens(cast: Cast, signed_in):
    first = invited(cast)
    second = invited(cast)
    assert open_invitation(first, now=timezone.now()) is None
    with tenant_scope(cast.tenant.id):
        invitation = Invitation.objects.get()

    signed_in(cast.mia).post(f"/app/voorbeeld/settings/members/invitations/{invitation.id}/withdraw/")

    assert open_invitation(second, now=timezone.now()) is None


@pytest.mark.parametrize(
    ("email", "role", "as_role", "outcome"),
    [
        ("ben@example.nl", MEMBER, OWNER, InviteOutcome.IS_MEMBER),
        ("x@example.nl", OWNER, ADMIN, InviteOutcome.NOT_ALLOWED),
        ("x@example.nl", VIEWER, MEMBER, InviteOutcome.NOT_ALLOWED),
    ],
)
def test_what_cannot_be_invited(cast: Cast, email: str, role, as_role, outcome):
    with tenant_scope(cast.tenant.id):
        assert invite(email, role, by=cast.mia, as_role=as_role, now=timezone.now()) == (outcome, "")


def test_a_plan_without_a_seat_invites_nobody(cast: Cast):
    with database_role("worker"), unscoped_all_tenants("test"):
        plan = Plan.objects.create(key="small", name="Small", seats=4)
        Tenant.objects.filter(id=cast.tenant.id).update(plan=plan)

    with tenant_scope(cast.tenant.id):
        assert invite("x@example.nl", MEMBER, by=cast.ada, as_role=OWNER, now=timezone.now())[0] is (
            InviteOutcome.NO_SEAT
        )


def test_no_more_than_forty_invitations_go_out_in_an_hour(cast: Cast):
    with tenant_scope(cast.tenant.id):
        outcomes = [
            invite(f"x{number}@example.nl", VIEWER, by=cast.ada, as_role=OWNER, now=timezone.now())[0]
            for number in range(41)
        ]

    assert set(outcomes[:40]) == {InviteOutcome.SENT}
    assert outcomes[40] is InviteOutcome.TOO_MANY


def test_each_change_is_in_the_audit(cast: Cast):
    invited(cast)
    with tenant_scope(cast.tenant.id):
        change_role(Membership.objects.get(user=cast.ben).id, VIEWER, by=cast.ada, as_role=OWNER)
        remove_member(Membership.objects.get(user=cast.ben).id, by=cast.ada, as_role=OWNER)
        lines = list(AuditEvent.objects.order_by("id").values_list("action", "about"))

    assert lines == [
        ("member_invited", "new@example.nl"),
        ("role_changed", "ben@example.nl"),
        ("member_removed", "ben@example.nl"),
    ]

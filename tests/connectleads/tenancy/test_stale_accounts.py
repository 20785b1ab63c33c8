"""What is left of accounts is forgotten: ended sessions, addresses never proven, invitations nobody took."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from connectleads.tenancy.invitations import invite
from connectleads.tenancy.models import Invitation, MemberRole, User
from connectleads.tenancy.roles import Role
from connectleads.tenancy.scope import tenant_scope
from connectleads.tenancy.staff_log import StaffAction, forget_staff_log, note_staff, staff_lines
from connectleads.tenancy.stale_accounts import forget_stale_accounts
from enrichment.retention_tasks import forget_stale
from tests.conftest import Cast, database_role

PASSWORD = "a long password"


def after(days: int) -> dict[str, int]:
    with database_role("worker"):
        return dict(forget_stale_accounts(timezone.now() + timedelta(days=days), log_kept=timedelta(days=731)))


def test_a_session_that_ended_is_gone_with_what_it_told(cast: Cast):
    cache.clear()
    Client().post("/accounts/login/", {"login": "ada@example.nl", "password": PASSWORD})
    assert (Session.objects.count(), UserSession.objects.count()) == (1, 1)

    assert after(13)["sessions"] == 0
    assert after(15) == {"sessions": 1, "seen": 1, "invitations": 0, "log": 0, "accounts": 0}
    assert (Session.objects.count(), UserSession.objects.count()) == (0, 0)


def test_an_address_that_was_never_proven_is_forgotten_after_a_week(cast: Cast):
    eve = User.objects.create(email="eve@example.nl")
    EmailAddress.objects.create(user=eve, email=eve.email, primary=True)

    assert after(6)["accounts"] == 0
    assert after(8)["accounts"] == 1
    assert not User.objects.filter(email="eve@example.nl").exists()
    assert User.objects.count() == 6


def test_whoever_proved_an_address_or_belongs_somewhere_or_signed_in_stays(cast: Cast):
    EmailAddress.objects.filter(user=cast.ben).update(verified=False)  # belongs
    User.objects.create_user("eve@example.nl", PASSWORD)  # proven
    old = User.objects.create(email="uma@example.nl", last_login=timezone.now())  # signed in

    assert after(400)["accounts"] == 0
    assert {cast.ben.pk, old.pk} <= set(User.objects.values_list("pk", flat=True))


def test_an_invitation_nobody_took_keeps_no_address_for_ever(cast: Cast):
    with tenant_scope(cast.tenant.id):
        invite("uma@example.nl", MemberRole.VIEWER, by=cast.ada, as_role=MemberRole.OWNER, now=timezone.now())

    assert after(30)["invitations"] == 0
    assert after(60)["invitations"] == 1
    with tenant_scope(cast.tenant.id):
        assert not Invitation.objects.exists()


def test_the_staffs_log_ends_too_and_never_before_ninety_days(cast: Cast):
    with time_machine.travel(timezone.now() - timedelta(days=800)):
        note_staff(StaffAction.SIGNED_IN, cast.sam)
    note_staff(StaffAction.SIGNED_IN, cast.sam)

    assert after(0)["log"] == 1
    with database_role("worker"):
        assert forget_staff_log(timezone.now(), most=10) == 0
    assert len(staff_lines(10)) == 1


@pytest.mark.parametrize("role", ["web", "worker"])
@pytest.mark.parametrize("statement", ["UPDATE tenancy_staffevent SET staff = ''", "DELETE FROM tenancy_staffevent"])
def test_nobody_changes_the_staffs_log(cast: Cast, role: Role, statement: str):
    note_staff(StaffAction.SIGNED_IN, cast.sam)

    refused = pytest.raises(DatabaseError, match="permission denied")
    with database_role(role), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_task_does_it_and_can_run_twice(cast: Cast):
    User.objects.create(email="eve@example.nl")

    with time_machine.travel(timezone.now() + timedelta(days=8), tick=True), database_role("worker"):
        forget_stale()
        forget_stale(unknown="keyword")

    assert not User.objects.filter(email="eve@example.nl").exists()

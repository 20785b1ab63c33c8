"""The audit is added to and never changed, by any role the product runs in."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from connectleads.tenancy.audit import SYSTEM, Actor, record
from connectleads.tenancy.models import AuditAction, AuditEvent, Tenant
from connectleads.tenancy.purging import purge_audit
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from tests.conftest import Cast, database_role


def noted(cast: Cast, *, days_ago: int = 0) -> AuditEvent:
    with tenant_scope(cast.tenant.id):
        record(AuditAction.SETTINGS_CHANGED, Actor.person(cast.ada), about="name", details={"name": "Nieuw"})
        event: AuditEvent = AuditEvent.objects.latest("id")
    if days_ago:
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE NONE")
            then = timezone.now() - timedelta(days=days_ago)
            cursor.execute("UPDATE tenancy_auditevent SET at = %s WHERE id = %s", [then, event.id])
            cursor.execute('SET ROLE "connectleads_web"')
    return event


@pytest.mark.parametrize("role", ["web", "worker"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tenancy_auditevent SET actor = 'somebody else'",
        "DELETE FROM tenancy_auditevent",
        "TRUNCATE tenancy_auditevent",
    ],
)
def test_no_role_changes_or_removes_a_line(cast: Cast, role, statement: str):
    noted(cast)

    with database_role(role), tenant_scope(cast.tenant.id), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute(statement)
        cursor.execute("SELECT actor FROM tenancy_auditevent")
        assert cursor.fetchall() == [("ada@example.nl",)]


def test_the_web_role_may_not_call_what_ends_old_lines(cast: Cast):
    with tenant_scope(cast.tenant.id), pytest.raises(DatabaseError), transaction.atomic():
        purge_audit(timezone.now(), most=10)


def test_old_lines_end_and_those_of_the_last_ninety_days_stay_whatever_is_asked(cast: Cast):
    noted(cast, days_ago=120)
    noted(cast, days_ago=60)

    with database_role("worker"), tenant_scope(cast.tenant.id):
        assert purge_audit(timezone.now(), most=10) == 1
        assert purge_audit(timezone.now(), most=10) == 0


def test_a_tenant_due_for_deletion_ends_with_its_audit(cast: Cast):
    noted(cast)
    with database_role("worker"), unscoped_all_tenants("test"):
        Tenant.objects.filter(id=cast.tenant.id).update(deletion_due_at=timezone.now() - timedelta(seconds=1))

    with database_role("worker"), tenant_scope(cast.tenant.id):
        assert purge_audit(timezone.now(), most=10) == 1


def test_admins_read_it_and_take_it_along_and_others_do_not_see_it(cast: Cast, signed_in):
    noted(cast)
    with tenant_scope(cast.rival.id):
        record(AuditAction.EXPORTED, SYSTEM, about="=cmd()", details={"rows": 3})

    page = signed_in(cast.mia).get("/app/voorbeeld/settings/audit/").content.decode()
    assert "ada@example.nl" in page
    theirs = signed_in(cast.rolf).get("/app/rivaal/settings/audit/export/").content.decode()
    assert "ada@example.nl" not in theirs
    assert ",'=cmd()," in theirs
    with tenant_scope(cast.rival.id):
        assert AuditEvent.objects.filter(action="exported", actor="rolf@example.nl").exists()


def test_it_is_read_a_hundred_lines_at_a_time(cast: Cast, signed_in):
    with tenant_scope(cast.tenant.id):
        for number in range(130):
            record(AuditAction.EXPORTED, SYSTEM, about=f"number {number}")
    mia = signed_in(cast.mia)

    first = mia.get("/app/voorbeeld/settings/audit/?action=exported").context["report"]
    second = mia.get(f"/app/voorbeeld/settings/audit/?action=exported&before={first.older}").context["report"]

    assert [len(first.rows), len(second.rows), second.older] == [100, 30, None]
    assert (first.rows[0].about, second.rows[-1].about) == ("number 129", "number 0")

"""What the web role may do with accounts: no more than its pages need, and nobody becomes staff by it."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from connectleads.tenancy.framework_tables import RIGHTS
from connectleads.tenancy.models import User
from connectleads.tenancy.roles import Role
from tests.conftest import Cast, database_role

HELD = "SELECT p FROM unnest(%s) p WHERE has_table_privilege(%s, %s, p)"
ALL_RIGHTS = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"]
OUR_APPS = ("tenancy", "consent", "tracking", "enrichment", "dashboard")


def refused(statement: str, *values: object) -> None:
    no = pytest.raises(DatabaseError, match=r"permission denied|who is staff")
    with no, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize(
    "change",
    ["is_staff = true", "is_superuser = true", "is_active = true", "joined_at = now()", "id = 1000000"],
)
@pytest.mark.parametrize("role", ["web", "worker"])
def test_neither_role_makes_anybody_staff_by_any_statement(cast: Cast, change: str, role: Role):
    with database_role("owner"):
        User.objects.filter(pk=cast.ben.pk).update(is_active=False)

    with database_role(role):
        refused(f"UPDATE tenancy_user SET {change} WHERE id = %s", cast.ben.pk)


@pytest.mark.parametrize("role", ["web", "worker"])
def test_nor_takes_that_away(cast: Cast, role: Role):
    with database_role(role):
        refused("UPDATE tenancy_user SET is_staff = false WHERE id = %s", cast.sam.pk)


@pytest.mark.parametrize("which", ["is_staff", "is_superuser"])
@pytest.mark.parametrize("role", ["web", "worker"])
def test_nor_adds_somebody_who_is_staff(cast: Cast, which: str, role: Role):
    no = pytest.raises(DatabaseError, match="who is staff")
    with database_role(role), no, transaction.atomic():
        User.objects.create(email="eve@example.nl", **{which: True})


def test_the_web_role_deletes_no_account_nor_switches_the_guard_off(cast: Cast):
    refused("DELETE FROM tenancy_user WHERE id = %s", cast.ben.pk)
    with pytest.raises(DatabaseError, match="must be owner"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE tenancy_user DISABLE TRIGGER keep_staff")
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")


def test_a_person_still_changes_their_own_name_and_password(cast: Cast):
    cast.sam.name = "Samuel"
    cast.sam.set_password("another long password")
    cast.sam.save()

    assert User.objects.get(pk=cast.sam.pk).name == "Samuel"


def test_neither_another_provider_nor_a_right_can_be_added_by_a_row(cast: Cast):
    refused(
        "INSERT INTO socialaccount_socialapp (provider, provider_id, name, client_id, secret, key, settings) "
        "VALUES ('openid_connect', 'evil', 'Evil', 'c', 's', '', '{}')"
    )
    refused("INSERT INTO tenancy_user_groups (user_id, group_id) VALUES (%s, 1)", cast.ben.pk)
    refused("INSERT INTO auth_group (name) VALUES ('all')")


def test_the_worker_begins_no_session_and_adds_no_second_factor(cast: Cast):
    with database_role("worker"):
        refused("INSERT INTO django_session (session_key, session_data, expire_date) VALUES ('k', '', now())")
        refused("UPDATE mfa_authenticator SET data = '{}'")


def test_every_librarys_table_is_named_and_has_those_rights_and_no_others(db: None):
    libraries = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in OUR_APPS and model._meta.managed
    }
    assert libraries | {"django_migrations"} == set(RIGHTS)

    for table, expected in RIGHTS.items():
        for role, rights in zip(("connectleads_web", "connectleads_worker"), expected, strict=True):
            with connection.cursor() as cursor:
                cursor.execute(HELD, [ALL_RIGHTS, role, table])
                assert (table, role, {row[0] for row in cursor.fetchall()}) == (table, role, set(rights.split(", ")))

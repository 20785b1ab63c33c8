"""A deleted tenant is gone from every table; until then its owner can keep it."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from connectleads.tenancy.models import Tenant, User
from connectleads.tenancy.owned import is_tenant_owned
from connectleads.tenancy.queries import tenants_of
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from connectleads.tenancy.tenant_purge import purge_whole_tenant, row_counts
from tests.conftest import Cast, database_role
from tests.connectleads.tenancy.every_table import fill_every_table, text_of_every_table
from tests.history import make_visit

DELETE = "/app/voorbeeld/settings/delete/"


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def ada(cast: Cast) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": "ada@example.nl", "password": "a long password"})
    client.post("/accounts/reauthenticate/", {"password": "a long password"})
    return client


def make_due(cast: Cast) -> None:
    with database_role("worker"), unscoped_all_tenants("test"):
        Tenant.objects.filter(id=cast.tenant.id).update(deletion_due_at=timezone.now() - timedelta(seconds=1))


def purge(cast: Cast, **bounds: int) -> bool:
    with database_role("worker"):
        return purge_whole_tenant(cast.tenant.id, now=timezone.now(), **bounds)


def test_every_table_of_a_tenant_is_filled_for_these_tests(cast: Cast):
    fill_every_table(cast.tenant, cast.site, cast.ada)

    with database_role("worker"), tenant_scope(cast.tenant.id):
        counts = row_counts()
    assert {model._meta.db_table for model in apps.get_models() if is_tenant_owned(model)} <= set(counts)
    assert [table for table, rows in counts.items() if not rows] == []


def test_nothing_of_a_deleted_tenant_is_left_in_any_table(cast: Cast):
    fill_every_table(cast.tenant, cast.site, cast.ada)
    make_visit(cast.rival, cast.rival_site)
    make_due(cast)

    assert purge(cast)

    text = text_of_every_table()
    for trace in (str(cast.tenant.id), "voorbeeld", "ada@example.nl", "ben@example.nl", "vera@example.nl"):
        assert trace not in text.lower(), trace
    for kept in (str(cast.rival.id), "rolf@example.nl", "sam@example.nl"):
        assert kept in text


def test_it_goes_in_bounded_steps(cast: Cast):
    fill_every_table(cast.tenant, cast.site, cast.ada)
    make_due(cast)

    assert not purge(cast, step=1, steps=3)
    assert any(purge(cast, step=1, steps=10) for _ in range(20))

    assert str(cast.tenant.id) not in text_of_every_table()


def test_a_tenant_that_is_not_due_is_left_alone(cast: Cast):
    fill_every_table(cast.tenant, cast.site, cast.ada)

    purge(cast)

    assert tenants_of(cast.ada.pk)


def test_somebody_who_belongs_elsewhere_keeps_the_account(cast: Cast):
    from connectleads.tenancy.models import Membership

    with tenant_scope(cast.rival.id):
        Membership.objects.create(user=cast.ben, role="member")
    make_due(cast)

    purge(cast)

    assert User.objects.filter(pk=cast.ben.pk).exists()
    assert not User.objects.filter(pk=cast.ada.pk).exists()


def test_an_owner_sees_what_goes_types_the_name_and_may_still_keep_it(cast: Cast, ada: Client):
    make_visit(cast.tenant, cast.site)

    report = ada.get(DELETE).context["report"]
    assert [rows for _, rows in report.counts][:3] == [1, 1, 1]
    wrong = ada.post(DELETE, {"name": "voorbeeld"})
    assert list(wrong.context["form"].errors) == ["name"]
    assert ada.post(DELETE, {"name": "Voorbeeld B.V."}).status_code == 302

    with tenant_scope(cast.tenant.id):
        due = Tenant.objects.get().deletion_due_at
    assert due is not None
    assert timedelta(days=13) < due - timezone.now() <= timedelta(days=14)
    ada.post(f"{DELETE}cancel/")
    with tenant_scope(cast.tenant.id):
        assert Tenant.objects.get().deletion_due_at is None


def test_deleting_asks_for_the_password_again(cast: Cast, signed_in):
    answer = signed_in(cast.ada).post(DELETE, {"name": "Voorbeeld B.V."})

    assert answer.headers["Location"].startswith("/accounts/reauthenticate/")
    with tenant_scope(cast.tenant.id):
        assert Tenant.objects.get().deletion_due_at is None


def test_when_it_is_due_nobody_comes_in_any_more(cast: Cast, signed_in):
    make_due(cast)

    assert signed_in(cast.ada).get("/app/voorbeeld/leads/").status_code == 404


def test_the_worker_deletes_what_is_due_by_itself(committed_cast: Cast):
    from connectleads.celery import app
    from enrichment.retention_tasks import delete_due_tenants

    make_due(committed_cast)
    app.conf.task_always_eager = True
    try:
        with database_role("worker"):
            delete_due_tenants()
    finally:
        app.conf.task_always_eager = False

    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        cursor.execute("SELECT slug FROM tenancy_tenant")
        assert cursor.fetchall() == [("rivaal",)]


def test_recording_stops_when_deletion_is_asked_for_and_goes_on_when_it_is_taken_back(cast: Cast, ada: Client):
    def records() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT is_active FROM tracking_sites() WHERE key = %s", [cast.site.key])
            return bool(cursor.fetchone()[0])

    before = records()
    ada.post(DELETE, {"name": "Voorbeeld B.V."})
    meanwhile = records()
    ada.post(f"{DELETE}cancel/")

    assert (before, meanwhile, records()) == (True, False, True)

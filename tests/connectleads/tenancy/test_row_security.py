"""PostgreSQL itself keeps tenants apart, whatever the application asks; found by inspection, table by table."""

from uuid import UUID, uuid4

import psycopg2
import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.db import DatabaseError, connection, transaction

from connectleads.tenancy.models import Membership, Site
from connectleads.tenancy.owned import is_tenant_owned
from connectleads.tenancy.roles import ROLE_USERS
from connectleads.tenancy.scope import ScopeError, tenant_scope, unscoped_all_tenants
from tests.conftest import Cast, database_role
from tests.connectleads.tenancy.every_table import fill_every_table
from tests.history import make_visit


def tenant_tables() -> dict[str, str]:
    """Every table with a tenant in it, partitions included, and the column that holds it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
            "WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped "
            "AND (a.attname = 'tenant_id' OR (c.relname = 'tenancy_tenant' AND a.attname = 'id'))"
        )
        return dict(cursor.fetchall())


def test_every_tenants_table_is_found_and_has_forced_security_with_its_policy(db: None):
    tables = tenant_tables()
    assert {"tenancy_tenant", "tenancy_site", "tracking_visit", "tracking_pageview", "enrichment_lead"} <= set(tables)
    assert len([name for name in tables if name.startswith("tracking_pageview_")]) >= 3

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c WHERE c.relname = ANY(%s) AND c.relrowsecurity AND c.relforcerowsecurity "
            "AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation')",
            [list(tables)],
        )
        assert {row[0] for row in cursor.fetchall()} == set(tables)


def test_every_key_and_index_of_a_tenants_table_begins_with_the_tenant(db: None):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT i.indexrelid::regclass::text, a.attname FROM pg_index i "
            "JOIN pg_class c ON c.oid = i.indrelid "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] "
            "WHERE c.relname = ANY(%s)",
            [[name for name in tenant_tables() if name != "tenancy_tenant"]],
        )
        assert [row for row in cursor.fetchall() if row[1] != "tenant_id"] == []


def test_raw_sql_as_the_web_role_sees_no_foreign_row(cast: Cast):
    fill_every_table(cast.rival, cast.rival_site, cast.rolf)

    with tenant_scope(cast.tenant.id), connection.cursor() as cursor:
        for table, column in tenant_tables().items():
            if not _may(cursor, table, "SELECT"):
                continue
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} <> %s", [cast.tenant.id])
            assert (table, cursor.fetchone()) == (table, (0,))


def test_the_rivals_rows_are_really_there_in_every_table(cast: Cast):
    fill_every_table(cast.rival, cast.rival_site, cast.rolf)

    with database_role("worker"), connection.cursor() as cursor:
        for table, column in tenant_tables().items():
            if not table.startswith("tracking_pageview_"):
                cursor.execute(f"SELECT count(*) > 0 FROM {table} WHERE {column} = %s", [cast.rival.id])
                assert (table, cursor.fetchone()) == (table, (True,))


def test_raw_sql_as_the_web_role_adds_no_foreign_row_to_any_table(cast: Cast):
    fill_every_table(cast.rival, cast.rival_site, cast.rolf)
    tried = 0

    for table, column in tenant_tables().items():
        with connection.cursor() as cursor:
            if not _may(cursor, table, "INSERT"):
                continue
            with database_role("worker"):
                cursor.execute(f"SELECT to_json(t)::text FROM {table} t WHERE {column} = %s LIMIT 1", [cast.rival.id])
                row = cursor.fetchone()[0]
            copy = f"INSERT INTO {table} SELECT * FROM json_populate_record(NULL::{table}, %s)"
            refused = pytest.raises(DatabaseError, match="row-level security")
            with tenant_scope(cast.tenant.id), refused, transaction.atomic():
                cursor.execute(copy, [row])
        tried += 1
    assert tried >= 5


def test_without_a_scope_the_web_role_sees_nothing_at_all(cast: Cast):
    make_visit(cast.rival, cast.rival_site)

    with connection.cursor() as cursor:
        for table in tenant_tables():
            if _may(cursor, table, "SELECT"):
                cursor.execute(f"SELECT count(*) FROM {table}")
                assert (table, cursor.fetchone()) == (table, (0,))


def test_raw_sql_as_the_web_role_changes_no_foreign_row(cast: Cast):
    fill_every_table(cast.rival, cast.rival_site, cast.rolf)

    with tenant_scope(cast.tenant.id), connection.cursor() as cursor:
        for table, column in tenant_tables().items():
            if _may(cursor, table, "UPDATE"):
                cursor.execute(f"UPDATE {table} SET {column} = {column} WHERE {column} <> %s", [cast.tenant.id])
                assert (table, cursor.rowcount) == (table, 0)
            if _may(cursor, table, "DELETE"):
                cursor.execute(f"DELETE FROM {table} WHERE {column} <> %s", [cast.tenant.id])
                assert (table, cursor.rowcount) == (table, 0)


def test_the_web_role_has_no_rights_on_partitions(db: None):
    with connection.cursor() as cursor:
        for table in tenant_tables():
            if table.startswith("tracking_pageview_"):
                assert not _may(cursor, table, "SELECT")


def test_a_row_of_another_tenant_cannot_be_written(cast: Cast):
    foreign = {"tenant": cast.rival, "name": "x", "hosts": ["x.nl"]}
    attempts = [
        lambda: Site.objects.create(**foreign),
        lambda: Site.objects.bulk_create([Site(**foreign)]),
        lambda: Site.objects.filter(id=cast.site.id).update(tenant=cast.rival),
        lambda: Membership.objects.create(tenant=cast.rival, user=cast.ben, role="owner"),
    ]
    for attempt in attempts:
        with tenant_scope(cast.tenant.id), pytest.raises(ScopeError, match="another tenant"), transaction.atomic():
            attempt()
        past_our_guard, refused = unscoped_all_tenants("test"), pytest.raises(DatabaseError, match="row-level security")
        with tenant_scope(cast.tenant.id), past_our_guard, refused, transaction.atomic():
            attempt()


def test_a_row_cannot_point_into_another_tenant_even_for_the_worker(cast: Cast):
    visit = make_visit(cast.rival, cast.rival_site)
    with database_role("worker"), unscoped_all_tenants("test"), connection.cursor() as cursor:
        for statement in (
            "UPDATE tracking_visit SET site_id = %(site)s WHERE id = %(visit)s",
            "UPDATE tracking_visit SET tenant_id = %(tenant)s WHERE id = %(visit)s",
            "INSERT INTO tracking_dropcount (tenant_id, site_id, day, reason, count) "
            "VALUES (%(rival)s, %(site)s, now(), 'gpc', 1)",
        ):
            values = {"site": cast.site.id, "visit": visit, "tenant": cast.tenant.id, "rival": cast.rival.id}
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement, values)
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_real_web_login_cannot_become_more_than_it_is(cast: Cast):
    login = psycopg2.connect(
        host=connection.settings_dict["HOST"],
        dbname=connection.settings_dict["NAME"],
        user=ROLE_USERS["web"],
        options="",
    )
    try:
        login.autocommit = True
        with login.cursor() as cursor:
            cursor.execute(
                "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
            )
            assert cursor.fetchone() == (False, False, False, False)
            for statement in (
                f"SET ROLE {ROLE_USERS['worker']}",
                f"SET ROLE {ROLE_USERS['owner']}",
                "SET SESSION AUTHORIZATION postgres",
                "ALTER TABLE tenancy_site DISABLE ROW LEVEL SECURITY",
                "CREATE TABLE mine (id int)",
                "SELECT tracking_make_partition(now()::date)",
                "TRUNCATE tenancy_site",
            ):
                with pytest.raises(psycopg2.Error):
                    cursor.execute(statement)
    finally:
        login.close()


def test_a_pooled_connection_forgets_the_tenant_it_served(committed_cast: Cast):
    with tenant_scope(committed_cast.tenant.id):
        assert Site.objects.count() == 1

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM tenancy_site")
        assert cursor.fetchone() == (0,)


def test_a_pooled_connection_serves_one_tenant_after_another_without_a_trace(committed_cast: Cast, signed_in):
    ada, rolf = signed_in(committed_cast.ada), signed_in(committed_cast.rolf)

    for client, own in ((ada, "Voorbeeld"), (rolf, "Rivaal"), (ada, "Voorbeeld")):
        page = client.get(client.get("/").headers["Location"]).content.decode()
        assert own in page
        assert {"Voorbeeld": "Rivaal", "Rivaal": "Voorbeeld"}[own] not in page
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM tenancy_site")
            assert cursor.fetchone() == (0,)


def test_inside_a_celery_task_a_tenant_is_as_closed_as_in_a_page(cast: Cast):
    from connectleads.celery import app

    fill_every_table(cast.rival, cast.rival_site, cast.rolf)

    @app.task
    def look(tenant_id: str | None) -> list[str]:
        if tenant_id is None:
            return [site.name for site in Site.objects.all()]
        with tenant_scope(UUID(tenant_id)), connection.cursor() as cursor:
            cursor.execute("SELECT name FROM tenancy_site")
            assert [row[0] for row in cursor.fetchall()] == [site.name for site in Site.objects.all()]
            return [site.name for site in Site.objects.all()]

    assert look.apply(args=[str(cast.tenant.id)]).get() == ["www.voorbeeld.nl"]
    with pytest.raises(ScopeError):
        look.apply(args=[None]).get()
    with database_role("worker"), tenant_scope(cast.tenant.id):
        assert [site.name for site in Site.objects.all()] == ["www.voorbeeld.nl"]


def test_inside_a_task_of_the_worker_no_model_reads_or_writes_another_tenants_row(cast: Cast):
    """The worker bypasses row-level security, so that the application's scope is what keeps tenants apart there."""
    from connectleads.celery import app

    fill_every_table(cast.rival, cast.rival_site, cast.rolf)
    models = [model for model in apps.get_models() if is_tenant_owned(model)]

    @app.task
    def attack(label: str, tenant_id: str) -> tuple[int, int]:
        model = apps.get_model(label)
        with unscoped_all_tenants("what is there to steal"):
            row = model.objects.filter(tenant=cast.rival).first()
        with tenant_scope(UUID(tenant_id)):
            for write in (
                lambda: model.objects.bulk_create([row]),
                lambda: row.save(force_insert=True),
                lambda: model.objects.all().update(tenant=cast.rival),
                lambda: model.objects.all().update(tenant_id=cast.rival.id),
            ):
                with pytest.raises(ScopeError, match="another tenant"), transaction.atomic():
                    write()
            with connection.cursor() as cursor:
                may = _may(cursor, model._meta.db_table, "UPDATE")
            stolen = model.objects.filter(tenant=cast.rival).update(tenant_id=UUID(tenant_id)) if may else 0
            return model.objects.filter(tenant_id=cast.rival.id).count(), stolen

    assert len(models) > 20
    with database_role("worker"):
        for model in models:
            assert (model, attack.apply(args=[model._meta.label, str(cast.tenant.id)]).get()) == (model, (0, 0))


def test_a_web_process_in_a_role_that_can_bypass_is_refused(cast: Cast, settings):
    settings.DATABASE_ROLE = "web"
    assert [one.id for one in run_checks(databases=["default"]) if one.id == "tenancy.E002"] == []

    with database_role("worker"):
        assert [one.id for one in run_checks(databases=["default"]) if one.id == "tenancy.E002"] == ["tenancy.E002"]


def test_a_made_up_tenant_sees_nothing(cast: Cast):
    with tenant_scope(uuid4()):
        assert not Site.objects.exists()


def _may(cursor, table: str, right: str) -> bool:
    cursor.execute("SELECT has_table_privilege(%s, %s)", [table, right])
    return bool(cursor.fetchone()[0])

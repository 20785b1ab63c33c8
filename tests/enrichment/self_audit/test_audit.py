"""One address planted in any store makes the audit fail: each column by inspection, each Valkey database, each file."""

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
import redis
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import Error, connection, transaction

from connectleads.tenancy.audit import SYSTEM
from connectleads.tenancy.models import RetentionChoice
from connectleads.tenancy.scope import tenant_scope
from enrichment.company_change_kind import CompanyChangeKind
from enrichment.exclusion_actions import add_rule
from enrichment.exclusions import ExcludedBecause, ExclusionKind
from enrichment.models import CompanyChange, PrivacyAudit, TenantRange
from enrichment.range_actions import add_range, remove_range
from enrichment.self_audit.allowed import may_hold
from enrichment.self_audit.report import AuditReport, CheckName, Finding, from_builtins, to_table
from enrichment.self_audit.run import CannotSeeAll, audit, client_of, keep_report, latest_reports
from enrichment.self_audit.table_search import search_tables, searched_columns
from enrichment.self_audit.traces import BUILT_IN, Searcher, Trace
from tests.conftest import Cast, database_role
from tests.connectleads.tenancy.every_table import fill_every_table
from tests.history import make_hit, store
from tracking.stream import append, append_withdrawal, valkey
from tracking.withdrawal import Withdrawn

ADDRESS = "9.9.9.10"
NOW = datetime.now(UTC)
SEARCHER = Searcher()


@pytest.fixture(autouse=True)
def _empty_stores(stream: None):
    cache.clear()
    yield
    cache.clear()


def look(*logs: Path, mails: tuple[Path, ...] = (), now: datetime = NOW) -> AuditReport:
    with database_role("worker"):
        return audit(SEARCHER, logs=logs, mails=mails, now=now)


def findings(report: AuditReport) -> list[Finding]:
    return [finding for check in report.checks for finding in check.findings]


def as_superuser(cursor) -> None:
    cursor.execute("SET LOCAL ROLE NONE")
    cursor.execute("SET LOCAL session_replication_role = replica")


def types_of(cursor, table: str) -> dict[str, str]:
    cursor.execute(
        "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute "
        "WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = ''",
        [table],
    )
    return dict(cursor.fetchall())


def plant(table: str, column: str) -> bool:
    """Put the address into a column of one row; False where the column cannot hold it or the table has no row."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            as_superuser(cursor)
            kind = types_of(cursor, table)[column]
            special = {"bytea": ADDRESS.encode(), "jsonb": json.dumps({"x": ADDRESS}), "json": json.dumps([ADDRESS])}
            value = [ADDRESS] if kind.endswith("[]") else special.get(kind, ADDRESS)
            one = f'(SELECT ctid FROM "{table}" LIMIT 1)'
            cursor.execute(f'UPDATE "{table}" SET "{column}" = %s WHERE ctid = {one}', [value])
            return cursor.rowcount == 1
    except Error:
        return False


def let_columns_take_anything() -> None:
    """Without the constraints that ask for known words: what is planted is not what a column is for."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        as_superuser(cursor)
        cursor.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint "
            "WHERE contype = 'c' AND connamespace = 'public'::regnamespace"
        )
        for table, name in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT IF EXISTS "{name}"')
        cursor.execute("SET LOCAL ROLE connectleads_web")


def fill_what_is_empty(cast: Cast) -> None:
    """One row in each table that the cast and a visit leave empty, made up of the columns' types."""
    made = {
        "uuid": str(cast.tenant.id),
        "boolean": True,
        "timestamp with time zone": NOW.isoformat(),
        "date": NOW.date().isoformat(),
        "jsonb": {},
        "bytea": "\\x00",
        "inet": "127.0.0.1",
    }
    change = {"company_id": cast.tenant.id, "other_id": cast.tenant.id, "by_id": 1, "by_name": "x"}
    with connection.cursor() as cursor:
        as_superuser(cursor)
        CompanyChange.objects.create(kind=CompanyChangeKind.MERGE, **change)  # its kind takes known words only
        for table in searched_columns():
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            if cursor.fetchone()[0] or table.startswith("tracking_pageview_"):
                continue
            types = types_of(cursor, table)
            row = {
                name: made.get(kind, 1 if "int" in kind or "double" in kind else "x") for name, kind in types.items()
            }
            names = ", ".join(f'"{name}"' for name in row)
            made_up = f'json_populate_record(NULL::"{table}", %s)'
            cursor.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM {made_up}', [json.dumps(row)])


def test_an_installation_with_history_passes(cast: Cast):
    store(make_hit(cast.tenant, cast.site, path="/prijzen", title="Prijzen"))
    append([make_hit(cast.tenant, cast.site)])

    report = look()

    assert findings(report) == []
    assert report.passed
    assert {check.name for check in report.checks} == set(CheckName)
    assert all(check.searched for check in report.checks if check.name in (CheckName.TABLES, CheckName.STREAM))


def test_ranges_that_members_write_down_are_no_finding(cast: Cast):
    store(make_hit(cast.tenant, cast.site))
    with tenant_scope(cast.tenant.id):
        add_range("5.0.0.0/24", "", by=SYSTEM)
        add_range("86.83.17.0/24", "Adyen", by=SYSTEM)
        add_range("2a02:a400:1::/48", "", by=SYSTEM)
        remove_range(TenantRange.objects.get(version=6).id, by=SYSTEM)
        for block in ("86.83.17.0/24", "2a02:a400:1::/48", "5.0.0.7/32"):
            add_rule(ExclusionKind.RANGE, block, block, ExcludedBecause.OWN, by=cast.ada.pk)

    assert findings(look()) == []


def room_in(table: str, column: str) -> int:
    """How many characters a column can hold; a great many where it has no bound."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT atttypmod - 4 FROM pg_attribute WHERE attrelid = %s::regclass AND attname = %s", [table, column]
        )
        bound = int(cursor.fetchone()[0])
    return bound if bound > 0 else 10_000


def test_an_address_in_any_column_of_any_table_is_found(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    let_columns_take_anything()
    fill_every_table(cast.tenant, cast.site, cast.ada)
    fill_what_is_empty(cast)
    every = searched_columns()
    missed, without_room, planted = [], [], set()

    for table, columns in every.items():
        monkeypatch.setattr("enrichment.self_audit.table_search.searched_columns", lambda t=table: {t: every[t]})
        for column in (one for one in columns if not may_hold(table, one, Trace.ADDRESS)):
            place, point = f"{table}.{column}", transaction.savepoint()
            if plant(table, column):
                planted.add(table)
                with database_role("worker"):
                    found = {finding.place for finding in search_tables(SEARCHER).findings}
                missed += [] if place in found else [place]
            elif room_in(table, column) >= len(ADDRESS):
                without_room.append(place)
            transaction.savepoint_rollback(point)

    def real(names: object) -> set[str]:
        return {name for name in names if not name.startswith("tracking_pageview_")}

    assert missed == []
    assert real(without_room) == set()
    assert real(every) - planted == set()


@pytest.mark.parametrize("value", [BUILT_IN.addresses[1], BUILT_IN.mails[0], BUILT_IN.names[0], "+31600987654"])
def test_each_value_of_the_test_set_is_found_even_where_members_write(cast: Cast, value: str):
    with database_role("worker"), tenant_scope(cast.tenant.id):
        type(cast.ada).objects.filter(id=cast.ada.id).update(name=f"x {value}")

    assert Finding("tenancy_user.name", "planted") in findings(look())


def test_a_packed_address_in_a_column_of_bytes_is_found(cast: Cast):
    store(make_hit(cast.tenant, cast.site))
    with connection.cursor() as cursor, transaction.atomic():
        as_superuser(cursor)
        cursor.execute(
            "UPDATE tracking_visit SET visitor_hash = %s", [b"\xff" * 14 + BUILT_IN.packed[0] + b"\xfe" * 14]
        )

    assert Finding("tracking_visit.visitor_hash", "planted") in findings(look())


@pytest.mark.parametrize(
    ("kind", "put"),
    [
        ("string", lambda client: client.set("k", f"x {ADDRESS}")),
        ("hash", lambda client: client.hset("k", "f", ADDRESS)),
        ("name in a hash", lambda client: client.hset("k", ADDRESS, "1")),
        ("list", lambda client: client.rpush("k", "a", ADDRESS)),
        ("set", lambda client: client.sadd("k", ADDRESS)),
        ("sorted set", lambda client: client.zadd("k", {ADDRESS: 1})),
        ("stream", lambda client: client.xadd("k", {"s": ADDRESS})),
    ],
)
def test_an_address_in_the_stream_database_is_found_in_every_kind_of_value(cast: Cast, kind: str, put):
    put(valkey())

    assert Finding("k", "address") in findings(look())


@pytest.mark.parametrize("key", ["hits:0", "hits:0:aside", "withdrawals", "withdrawals:aside"])
def test_an_address_that_was_not_sealed_is_found_in_each_of_our_streams(cast: Cast, key: str):
    valkey().xadd(key, {"sealed": f'{{"address": "{ADDRESS}"}}'})

    assert Finding(key, "address") in findings(look())


def test_what_waits_sealed_in_our_streams_looks_like_noise(cast: Cast):
    hit = make_hit(cast.tenant, cast.site, address=ADDRESS)
    append([hit])
    append_withdrawal(Withdrawn(tenant_id=cast.tenant.id, site_id=cast.site.id, visitor_hash=hit.visitor_hash, at=NOW))

    assert findings(look()) == []


@pytest.fixture
def broker() -> Iterator[redis.Redis]:
    """The broker's own database, emptied again at the end."""
    client = client_of(str(settings.CELERY["broker_url"]))
    client.flushdb()
    yield client
    client.flushdb()


@pytest.mark.parametrize("countdown", [None, 3600])
def test_an_address_in_the_argument_of_a_waiting_task_is_found(cast: Cast, broker: redis.Redis, countdown: int | None):
    from connectleads.celery import app

    app.send_task("enrichment.tasks.nothing", kwargs={"of": ADDRESS}, countdown=countdown, kwargsrepr="hidden")

    found = [(finding.place, finding.kind) for finding in findings(look())]
    assert found == [("connectleads", "address")]


def test_an_address_in_a_task_that_a_worker_took_is_found(cast: Cast, broker: redis.Redis):
    body = base64.b64encode(json.dumps([[], {"of": ADDRESS}, {}]).encode()).decode()
    broker.hset("unacked", "tag", json.dumps([{"body": body}, "", "connectleads"]))

    assert [(finding.place, finding.kind) for finding in findings(look())] == [("unacked", "address")]


def test_the_tasks_that_wait_are_searched_and_say_nothing_of_anybody(cast: Cast, broker: redis.Redis):
    from connectleads.celery import app

    app.send_task("enrichment.retention_tasks.purge_tenant", kwargs={"tenant_id": str(cast.tenant.id)})

    report = look()

    assert report.passed
    assert next(check.searched for check in report.checks if check.name is CheckName.BROKER) >= 1


def test_no_result_of_a_task_is_kept_anywhere():
    from connectleads.celery import app

    assert app.conf.task_ignore_result
    assert app.conf.result_backend is None


def test_an_address_inside_a_session_is_found(cast: Cast):
    session = SessionStore()
    session["from"] = {"address": ADDRESS, "padding": "x" * 500}
    session.save()
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_data FROM django_session")
        assert ADDRESS not in cursor.fetchone()[0]

    assert Finding("django_session.session_data", "address") in findings(look())


def test_an_address_in_a_keys_own_name_is_found_and_not_repeated(cast: Cast):
    valkey().set(f"seen:{ADDRESS}", "1")

    report = look()

    assert Finding("a key's own name", "address") in findings(report)
    assert ADDRESS not in to_table(report)


def test_an_address_in_the_cache_is_found(cast: Cast):
    cache.set("somebody", {"from": ADDRESS})

    assert [finding.kind for finding in findings(look())] == ["address"]


def test_a_table_without_row_level_security_is_found(cast: Cast):
    with connection.cursor() as cursor, transaction.atomic():
        as_superuser(cursor)
        cursor.execute("ALTER TABLE tracking_visit NO FORCE ROW LEVEL SECURITY")

    assert Finding("tracking_visit", "no row-level security") in findings(look())


def test_what_is_kept_too_long_is_found(cast: Cast):
    store(make_hit(cast.tenant, cast.site, at=NOW - timedelta(days=5)))
    with tenant_scope(cast.tenant.id):
        RetentionChoice.objects.create(kind="page_views", days=1)

    assert Finding("page_views", "kept too long") in findings(look())


def test_a_hit_that_waits_too_long_is_found(cast: Cast):
    append([make_hit(cast.tenant, cast.site)])

    assert "waits too long" in [finding.kind for finding in findings(look(now=NOW + timedelta(hours=7)))]


def test_consent_judged_by_newer_rules_is_found(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    store(make_hit(cast.tenant, cast.site))
    monkeypatch.setattr("enrichment.self_audit.state_checks.GATE_VERSION", 0)

    assert Finding("consent_consentreceipt", "judged by newer rules") in findings(look())


def test_a_role_that_sees_little_is_refused(cast: Cast):
    with pytest.raises(CannotSeeAll):
        audit(SEARCHER, logs=(), now=NOW)


def test_the_outcome_is_kept_and_old_ones_go(cast: Cast):
    with database_role("worker"):
        keep_report(look(now=NOW - timedelta(days=401)))
        valkey().set("k", ADDRESS)
        keep_report(look())

        (latest,) = latest_reports(5)

    assert not latest.passed
    assert from_builtins(PrivacyAudit.objects.get().report) == latest
    assert ADDRESS not in json.dumps(PrivacyAudit.objects.get().report)


def command(*arguments: str) -> tuple[int, str]:
    out = StringIO()
    try:
        with database_role("worker"):
            call_command("privacy_audit", *arguments, "--logs", stdout=out)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_the_command_answers_with_its_status_a_table_and_json(cast: Cast):
    clean, table = command()
    valkey().set("k", ADDRESS)
    found, text = command("--json", "--dry-run")

    assert (clean, found) == (0, 1)
    assert "nothing was found" in table
    assert json.loads(text)["passed"] is False
    assert PrivacyAudit.objects.count() == 1


def test_the_command_takes_a_test_set_and_refuses_a_bad_one(cast: Cast, tmp_path: Path):
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps({"names": ["Ada"]}))
    bad.write_text(json.dumps({"addresses": ["nowhere"]}))

    assert command("--test-set", str(good))[0] == 1
    with pytest.raises(CommandError, match="nowhere"):
        command("--test-set", str(bad))
    assert settings.VAR_DIR

"""A backup is proven by restoring it: same rows, tenants kept apart, nothing in use touched."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from connectleads.backup import back_up, counts, forget_old, program, restore, unguarded_tables
from connectleads.backup_server import administered, embedded_programs
from connectleads.tenancy.roles import ROLE_USERS
from tests.conftest import Cast
from tests.connectleads.tenancy.every_table import fill_every_table

RESTORED = "restored_by_a_test"


@pytest.fixture
def server(committed_cast: Cast):
    """The test's server as its administrator, with the cast committed; what was restored is dropped at the end."""
    fill_every_table(committed_cast.tenant, committed_cast.site, committed_cast.ada)
    found = administered()
    yield found
    admin = found.connect("postgres")
    with admin.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {RESTORED}")
    admin.close()


def test_what_was_backed_up_comes_back_and_tenants_are_kept_apart_in_it(server, committed_cast: Cast, tmp_path: Path):
    now = datetime.now(UTC)

    archive = back_up(server, tmp_path / "backups", now=now, program=program("pg_dump", embedded_programs()))
    found = restore(server, archive, into=RESTORED, program=program("pg_restore", embedded_programs()))

    assert found == counts(server, server.database)
    assert found["tenancy_tenant"] == 2
    assert found["tracking_pageview"] == 1
    assert unguarded_tables(server, RESTORED) == []
    web = psycopg2.connect(host=server.host, dbname=RESTORED, user=ROLE_USERS["web"])
    with web, web.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM tenancy_site")
        assert cursor.fetchone() == (0,)
        cursor.execute(f"SET LOCAL connectleads.tenant_id = '{committed_cast.tenant.id}'")
        cursor.execute("SELECT name FROM tenancy_site")
        assert cursor.fetchall() == [("www.voorbeeld.nl",)]
    web.close()


def test_an_archive_is_for_its_owners_eyes_only(server, tmp_path: Path):
    archive = back_up(
        server, tmp_path / "backups", now=datetime.now(UTC), program=program("pg_dump", embedded_programs())
    )

    assert archive.stat().st_mode & 0o777 == 0o600
    assert archive.parent.stat().st_mode & 0o777 == 0o700
    assert [path.suffix for path in sorted(archive.parent.iterdir())] == [".dump", ".sha256"]


def test_a_damaged_archive_is_refused_and_a_database_in_use_is_never_overwritten(server, tmp_path: Path):
    archive = back_up(server, tmp_path, now=datetime.now(UTC), program=program("pg_dump", embedded_programs()))

    with pytest.raises(CommandError, match="already"):
        call_command("restore", str(archive), "--into", server.database)
    archive.write_bytes(archive.read_bytes()[:-100] + b"x" * 100)
    with pytest.raises(CommandError, match="SHA-256"):
        call_command("restore", str(archive), "--into", RESTORED)


def test_archives_are_kept_no_longer_than_said(tmp_path: Path):
    archive = tmp_path / "connectleads-20260101-000000.dump"
    other = tmp_path / "notes.txt"
    archive.write_text("x")
    other.write_text("x")

    assert forget_old(tmp_path, before=datetime.now(UTC) - timedelta(days=1)) == 0
    assert forget_old(tmp_path, before=datetime.now(UTC) + timedelta(days=1)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_the_commands_say_what_they_did(server, tmp_path: Path, capsys):
    call_command("backup", "--to", str(tmp_path))
    [archive] = tmp_path.glob("*.dump")
    call_command("restore", str(archive), "--into", RESTORED)

    told = capsys.readouterr().out
    assert str(archive) in told
    assert f"Restored into {RESTORED}: tenancy_tenant 2" in told
    assert connection.settings_dict["NAME"] != RESTORED

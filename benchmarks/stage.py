"""The stage of the measurements: engines of their own under var/bench, on the server's core (edge)."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks import cores

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "bench"
HOST = "www.voorbeeld.nl"
ENVIRONMENT = {
    "CONNECTLEADS_VAR": str(FOLDER),
    "HITS_PER_SECOND_AND_SITE": "10000000",  # counted like everywhere, reached by nobody here
    "HITS_PER_SECOND_AND_NEIGHBOURHOOD": "1000000",
    "LOG_LEVEL": "WARNING",
}


def set_up() -> None:
    """Start the engines on the server's core, make the tables, and let Django know. This process takes the load's."""
    for name in ("DATABASE_URL", "REDIS_URL", "STREAM_URL"):
        os.environ.pop(name, None)
    os.environ.update(ENVIRONMENT, DJANGO_SETTINGS_MODULE="connectleads.settings", CONNECTLEADS_DATABASE_ROLE="worker")
    cores.take_precedence()
    cores.work_on(cores.SERVER)
    import django

    django.setup()
    from django.conf import settings

    settings.LOCAL_STACK.postgres()
    settings.LOCAL_STACK.valkey()
    manage("migrate", "--verbosity", "0", role="owner")
    cores.work_on(cores.LOAD)


def manage(*words: str, role: str) -> None:
    """Run a management command."""
    environment = {**os.environ, "CONNECTLEADS_DATABASE_ROLE": role}
    subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=environment, check=True)


def valkey_pid() -> int:
    """The embedded Valkey's process."""
    from django.conf import settings

    return int((settings.LOCAL_STACK.folder / "valkey.pid").read_text())


def postgres_pid() -> int:
    """The embedded PostgreSQL's first process."""
    return int((FOLDER / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])


def sites(count: int) -> list[tuple[str, UUID, UUID]]:
    """That many sites, ten to a tenant: (key, tenant id, site id). What is missing is made."""
    from django.db import connection, transaction

    from connectleads.tenancy.driver import driver_cursor
    from connectleads.tenancy.scope import unscoped_all_tenants

    with unscoped_all_tenants("benchmark"), transaction.atomic(), driver_cursor() as cursor:
        cursor.execute("SELECT count(*) FROM tenancy_site WHERE key LIKE 'bench%%'")
        have = cursor.fetchone()[0]
        if have < count:
            cursor.execute(_TENANTS, [have // 10, (count - 1) // 10])
            cursor.execute(_SITES, {"first": have, "last": count - 1, "host": HOST})
    with connection.cursor() as cursor, unscoped_all_tenants("benchmark"):
        cursor.execute("ANALYZE tenancy_site")
        cursor.execute(
            "SELECT key, tenant_id, id FROM tenancy_site WHERE key LIKE 'bench%%' ORDER BY key LIMIT %s", [count]
        )
        return list(cursor.fetchall())


def only_sites(count: int) -> list[tuple[str, UUID, UUID]]:
    """Exactly that many sites; all others and what was recorded of them are removed."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM tenancy_site")
        if cursor.fetchone()[0] > count:
            empty()
    return sites(count)


def empty() -> None:
    """Remove every tenant and all that was recorded."""
    administrator("TRUNCATE tenancy_tenant, enrichment_company, tracking_streamposition CASCADE")


def administrator(sql: str) -> None:
    """Run a statement as PostgreSQL's administrator."""
    import psycopg2
    from django.conf import settings

    login = psycopg2.connect(host=str(settings.LOCAL_STACK.folder), user="postgres", dbname="connectleads")
    try:
        login.autocommit = True
        with login.cursor() as cursor:
            cursor.execute(sql)
    finally:
        login.close()


_TENANTS = """
INSERT INTO tenancy_tenant (id, name, slug, time_zone, shows_education, shows_government, created_at)
SELECT md5('tenant' || n)::uuid, 'Bench ' || n, 'bench-' || n, 'Europe/Amsterdam', false, false, now()
FROM generate_series(%s, %s) n ON CONFLICT DO NOTHING
"""
_SITES = """
INSERT INTO tenancy_site (tenant_id, id, key, name, hosts, platform, purpose, max_age_days, honours_dnt,
    explains_refusals, is_active, created_at, updated_at)
SELECT md5('tenant' || (n / 10))::uuid, md5('site' || n)::uuid, 'bench' || lpad(n::text, 8, '0'), 'Bench ' || n,
    ARRAY[%(host)s], 'cookiebot', 'marketing', 180, false, false, true, now(), now()
FROM generate_series(%(first)s, %(last)s) n
"""


@contextmanager
def server(command: Sequence[str], port: int, **environment: str) -> Iterator[int]:
    """A server on the server's core until the end of the block; its process id. Waits until it listens."""
    full = ["taskset", "--cpu-list", str(cores.SERVER), *command]
    with (FOLDER / "server.log").open("ab") as log:
        process = subprocess.Popen(
            full, cwd=ROOT, env={**os.environ, **environment}, stdout=log, stderr=log, stdin=subprocess.DEVNULL
        )
    try:
        _wait_for(process, port)
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(process: "subprocess.Popen[Any]", port: int) -> None:
    import socket

    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"a server ended; its log is {FOLDER / 'server.log'}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nothing listens on {port}")

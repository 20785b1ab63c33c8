"""The stage of the measurements: engines of their own under var/bench, on the server's core (edge)."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

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
    from django.db import transaction

    from connectleads.tenancy.models import Site, Tenant
    from connectleads.tenancy.scope import unscoped_all_tenants

    with unscoped_all_tenants("benchmark"), transaction.atomic():
        numbers = range(Site.objects.count(), count)
        tenants = {number // 10 for number in numbers}
        Tenant.objects.bulk_create(
            (Tenant(id=UUID(int=1 + n), name=f"Bench {n}", slug=f"bench-{n}") for n in sorted(tenants)),
            ignore_conflicts=True,
        )
        made = (
            Site(id=uuid4(), tenant_id=UUID(int=1 + n // 10), key=f"bench{n:08}", name=f"Bench {n}", hosts=[HOST])
            for n in numbers
        )
        while batch := list(islice(made, 5000)):
            Site.objects.bulk_create(batch)
        rows = list(Site.objects.order_by("key").values_list("key", "tenant_id", "id")[:count])
    administrator("ANALYZE")
    return rows


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

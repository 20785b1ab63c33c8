"""Backs PostgreSQL up in its own archive format, and restores an archive into a new database to prove that it can be
read (edge of pg_dump and pg_restore).

Valkey is not backed up: it holds what waits for at most an hour, and an address must not outlive that in a copy.
"""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg2

from connectleads.tenancy.roles import quoted_name

SUFFIX = ".dump"
COMPARED = ("tenancy_tenant", "tenancy_user", "tracking_visit", "tracking_pageview", "enrichment_lead")


class BackupError(Exception):
    """A backup could not be made or read; the message is one line that says what was kept."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where PostgreSQL answers and as whom: `host` is a name or the folder of a socket."""

    host: str
    port: str
    user: str
    password: str
    database: str

    @classmethod
    def from_settings(cls, database: Mapping[str, Any]) -> "Server":
        """From Django's DATABASES entry."""
        return cls(
            host=str(database.get("HOST") or ""),
            port=str(database.get("PORT") or ""),
            user=str(database.get("USER") or ""),
            password=str(database.get("PASSWORD") or ""),
            database=str(database.get("NAME") or ""),
        )

    def arguments(self) -> list[str]:
        """For PostgreSQL's programs; the password goes by the environment."""
        told = (("--host", self.host), ("--port", self.port), ("--username", self.user))
        return [part for name, value in told if value for part in (name, value)]

    def environment(self) -> dict[str, str]:
        """With the password, which must not stand in a list of processes."""
        return {**os.environ, **({"PGPASSWORD": self.password} if self.password else {})}

    def connect(self, database: str) -> Any:
        """A connection to one of the server's databases, each statement by itself."""
        connection = psycopg2.connect(
            dbname=database,
            host=self.host or None,
            port=self.port or None,
            user=self.user or None,
            password=self.password or None,
        )
        connection.autocommit = True
        return connection


def back_up(server: Server, folder: Path, *, now: datetime, program: str) -> Path:
    """Write an archive into `folder`, whole or not at all, with its SHA-256 beside it. Raises BackupError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"connectleads-{now:%Y%m%d-%H%M%S}{SUFFIX}"
    unfinished = target.with_suffix(".part")
    command = [program, *server.arguments(), "--format", "custom", "--file", str(unfinished), server.database]
    try:
        _run(command, server)
        unfinished.chmod(0o600)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    target.with_suffix(".sha256").write_text(f"{_digest(target)}  {target.name}\n")
    return target


def restore(server: Server, archive: Path, *, into: str, program: str) -> dict[str, int]:
    """Restore an archive into a new database `into`; rows of some tables as counted there. Raises BackupError.

    An existing database is never touched: put the restored one in its place by renaming, once it is proven.
    """
    _check_digest(archive)
    connection = server.connect("postgres")
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [into])
            if cursor.fetchone():
                raise BackupError(f"There is a database {into} already. Nothing was changed; name another with --into.")
            cursor.execute(f"CREATE DATABASE {quoted_name(into)} TEMPLATE template0 ENCODING 'UTF8'")
    finally:
        connection.close()
    _run([program, *server.arguments(), "--dbname", into, "--exit-on-error", str(archive)], server)
    return counts(server, into)


def unguarded_tables(server: Server, database: str) -> list[str]:
    """Tables with a tenant in them that a restored database does not keep apart; there must be none."""
    connection = server.connect(database)
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
                "WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant_id' "
                "AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS "
                "(SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))"
            )
            return [row[0] for row in cursor.fetchall()]
    finally:
        connection.close()


def forget_old(folder: Path, *, before: datetime) -> int:
    """Remove archives that were written before that moment; how many."""
    old = [path for path in folder.glob(f"connectleads-*{SUFFIX}") if path.stat().st_mtime < before.timestamp()]
    for path in old:
        path.unlink()
        path.with_suffix(".sha256").unlink(missing_ok=True)
    return len(old)


def counts(server: Server, database: str) -> dict[str, int]:
    """How many rows some tables of a database hold, whoever's they are."""
    connection = server.connect(database)
    try:
        with connection.cursor() as cursor:
            found = {}
            for table in COMPARED:
                cursor.execute(f"SELECT count(*) FROM {quoted_name(table)}")  # noqa: S608 (constants)
                found[table] = int(cursor.fetchone()[0])
            return found
    finally:
        connection.close()


def program(name: str, embedded: Path | None) -> str:
    """The path of one of PostgreSQL's programs: of the embedded engine, or of the system. Raises BackupError."""
    found = (str(embedded / name) if embedded and (embedded / name).exists() else None) or shutil.which(name)
    if found is None:
        raise BackupError(f"{name} is not installed here: run this where PostgreSQL's programs are.")
    return found


def _check_digest(archive: Path) -> None:
    noted = archive.with_suffix(".sha256")
    if not archive.is_file():
        raise BackupError(f"There is no archive {archive}.")
    if noted.exists() and noted.read_text().split()[0] != _digest(archive):
        raise BackupError(f"{archive.name} is not what was written: its SHA-256 differs. Nothing was restored.")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _run(command: list[str], server: Server) -> None:
    done = subprocess.run(command, check=False, env=server.environment(), capture_output=True, text=True)
    if done.returncode:
        words = " ".join(done.stderr.split())[:300]
        raise BackupError(f"{Path(command[0]).name} failed: {words}")

"""`manage.py prepare_database`: creates the three roles and the database on a server (edge)."""

import os
from typing import Any

import dj_database_url
import psycopg2
from django.core.management.base import BaseCommand, CommandError

from connectleads.tenancy.roles import ROLE_USERS, Role, database_statements, right_statements, role_statements

PASSWORDS: dict[Role, str] = {
    "owner": "OWNER_PASSWORD",
    "web": "WEB_PASSWORD",
    "worker": "WORKER_PASSWORD",
}


class Command(BaseCommand):
    help = (
        "Create the roles connectleads_owner, connectleads_web and connectleads_worker, and the database, on the "
        "server that ADMIN_DATABASE_URL names. Passwords come from OWNER_PASSWORD, WEB_PASSWORD and WORKER_PASSWORD "
        "(or the same with _FILE). Safe to run again; it also sets changed passwords."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Connect as an administrator of the server and create what is missing."""
        url = _read("ADMIN_DATABASE_URL")
        target = dj_database_url.parse(url)
        passwords = {role: _read(name) for role, name in PASSWORDS.items()}
        connection = psycopg2.connect(
            host=target["HOST"] or None,
            port=target["PORT"] or None,
            user=target["USER"] or None,
            password=target["PASSWORD"] or None,
            dbname="postgres",
        )
        try:
            connection.autocommit = True
            self._prepare(connection.cursor(), target["NAME"], passwords)
        finally:
            connection.close()
        self.stdout.write(f"Roles and database {target['NAME']} are ready.")

    def _prepare(self, cursor: Any, database: str, passwords: dict[Role, str]) -> None:
        for statement in role_statements(passwords=passwords):
            cursor.execute(statement)
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
        if cursor.fetchone() is None:
            for statement in database_statements(database, ROLE_USERS["owner"]):
                cursor.execute(statement)
        for statement in right_statements(database):
            cursor.execute(statement)


def _read(name: str) -> str:
    path = os.environ.get(f"{name}_FILE")
    value = open(path).read().strip() if path else os.environ.get(name, "")  # noqa: SIM115 (read whole, at once)
    if not value:
        raise CommandError(f"{name} is not set.")
    return value

"""The three database roles and what creates them: owner, web (cannot bypass row-level security), worker (pure)."""

from collections.abc import Iterator, Mapping
from typing import Literal

Role = Literal["owner", "web", "worker"]
ROLE_USERS: Mapping[Role, str] = {
    "owner": "connectleads_owner",
    "web": "connectleads_web",
    "worker": "connectleads_worker",
}


def role_statements(
    *,
    passwords: Mapping[Role, str] | None = None,
    owner_may_create_databases: bool = False,
) -> Iterator[str]:
    """SQL that creates or corrects the roles `owner`, `web` and `worker`; safe to run again.

    A role without a password in `passwords` logs in by whatever the server's own rules allow. The web role is subject
    to row-level security. The worker bypasses it, because PostgreSQL refuses COPY into a table whose policies apply;
    composite foreign keys keep every row within one tenant all the same. The owner bypasses it, for migrations and for
    doors.
    """
    rights: Mapping[Role, str] = {
        "owner": "BYPASSRLS " + ("CREATEDB" if owner_may_create_databases else "NOCREATEDB"),
        "web": "NOBYPASSRLS NOCREATEDB",
        "worker": "BYPASSRLS NOCREATEDB",
    }
    for role, right in rights.items():
        user = ROLE_USERS[role]
        secret = (passwords or {}).get(role)
        login = f"LOGIN NOSUPERUSER NOCREATEROLE {right}" + (f" PASSWORD {_literal(secret)}" if secret else "")
        yield (
            f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = {_literal(user)}) "  # noqa: S608 (a constant)
            f"THEN CREATE ROLE {quoted_name(user)}; END IF; END $$"
        )
        yield f"ALTER ROLE {quoted_name(user)} WITH {login}"


def database_statements(database: str, owner: str) -> Iterator[str]:
    """SQL that creates the database for its owner and lets nobody else create lasting tables in it."""
    yield f"CREATE DATABASE {quoted_name(database)} OWNER {quoted_name(owner)} ENCODING 'UTF8' TEMPLATE template0"


def right_statements(database: str) -> Iterator[str]:
    """SQL that lets web and worker make tables for a session, by which they send many rows (tenancy.bulk)."""
    users = ", ".join(quoted_name(ROLE_USERS[role]) for role in ("web", "worker"))
    yield f"GRANT TEMPORARY ON DATABASE {quoted_name(database)} TO {users}"


def quoted_name(identifier: str) -> str:
    """An identifier as SQL writes it."""
    return '"' + identifier.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"

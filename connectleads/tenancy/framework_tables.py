"""Gives the web and worker roles their rights on the tables of Django and of libraries, after each migration (edge).

A table that is named here gets what stands here; a library's table of tomorrow gets nothing until it is named.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connections

from connectleads.tenancy.roles import ROLE_USERS, quoted_name

EVERYTHING = "SELECT, INSERT, UPDATE, DELETE"
READS = "SELECT"
ENDS = "SELECT, DELETE"  # the worker ends sessions and accounts, and begins none

# What the web role and the worker may do. Who may sign in with another account is configuration and never a row, and
# groups and rights are not used: whoever takes over the web process can therefore write neither.
RIGHTS: Mapping[str, tuple[str, str]] = {
    "django_migrations": (READS, READS),
    "django_content_type": (READS, READS),
    "django_admin_log": (READS, ENDS),
    "django_session": (EVERYTHING, ENDS),
    "auth_group": (READS, READS),
    "auth_permission": (READS, READS),
    "auth_group_permissions": (READS, READS),
    "account_emailaddress": (EVERYTHING, EVERYTHING),
    "account_emailconfirmation": (EVERYTHING, ENDS),
    "mfa_authenticator": (EVERYTHING, ENDS),
    "usersessions_usersession": (EVERYTHING, ENDS),
    "socialaccount_socialapp": (READS, READS),
    "socialaccount_socialaccount": (EVERYTHING, ENDS),
    "socialaccount_socialtoken": (EVERYTHING, ENDS),
}


def grant_framework_tables(using: str, **_: Any) -> None:
    """Grant on every table that is not ours; ours get theirs, one by one, in their own migrations."""
    web, worker = (quoted_name(ROLE_USERS[role]) for role in ("web", "worker"))
    with connections[using].cursor() as cursor:
        existing = set(connections[using].introspection.table_names(cursor))
        for table in existing.intersection(RIGHTS):
            rights = RIGHTS[table]
            cursor.execute(f"REVOKE ALL ON {quoted_name(table)} FROM {web}, {worker}")
            cursor.execute(f"GRANT {rights[0]} ON {quoted_name(table)} TO {web}")
            cursor.execute(f"GRANT {rights[1]} ON {quoted_name(table)} TO {worker}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {web}, {worker}")

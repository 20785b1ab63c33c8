"""Gives the web and worker roles their rights on the tables of Django and of libraries, after each migration (edge)."""

from typing import Any

from django.apps import apps
from django.db import connections

from connectleads.tenancy.roles import ROLE_USERS, quoted_name

OUR_APPS = frozenset({"tenancy", "consent", "tracking", "enrichment", "dashboard"})


def grant_framework_tables(using: str, **_: Any) -> None:
    """Grant on every table that is not ours; ours get theirs, one by one, in their own migrations."""
    users = ", ".join(quoted_name(ROLE_USERS[role]) for role in ("web", "worker"))
    tables = [
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in OUR_APPS and model._meta.managed
    ]
    with connections[using].cursor() as cursor:
        existing = set(connections[using].introspection.table_names(cursor))
        for table in existing.intersection(tables):
            cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {quoted_name(table)} TO {users}")
        cursor.execute(f"GRANT SELECT ON django_migrations TO {users}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {users}")

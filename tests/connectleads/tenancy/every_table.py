"""Puts a row of one tenant into every table that belongs to tenants, found by inspection, and reads all tables."""

from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps
from django.db import connection, models

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.models import Site, Tenant, User
from connectleads.tenancy.owned import is_tenant_owned
from connectleads.tenancy.scope import tenant_scope
from tests.conftest import database_role
from tests.history import make_visit

NOW = datetime.now(UTC)
_TARGET = """
SELECT c.confrelid::regclass::text FROM pg_constraint c
WHERE c.contype = 'f' AND c.conrelid = %s::regclass AND array_length(c.conkey, 1) = 2 AND c.conkey @> ARRAY(
    SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = c.conrelid AND a.attname IN ('tenant_id', %s))
"""


def fill_every_table(tenant: Tenant, site: Site, user: User) -> None:
    """What the product writes itself by a visit, and a row made up of the columns' types for the rest."""
    make_visit(tenant, site)
    with database_role("worker"), tenant_scope(tenant.id):
        waiting = [model for model in apps.get_models() if is_tenant_owned(model)]
        for _ in range(3):  # what points to another table comes after it
            waiting = [model for model in waiting if not (model.objects.exists() or _fill(model, tenant, user))]
    assert waiting == []


def _fill(model: type[models.Model], tenant: Tenant, user: User) -> bool:
    row = {
        field.attname: _value(field, tenant, user)
        for field in model._meta.local_fields
        if field.attname not in ("pk", "tenant_id") and not (field.has_default() or field.null)
    }
    if None in row.values():
        return False
    model.objects.create(**row)
    return True


def _value(field: models.Field, tenant: Tenant, user: User) -> Any:
    """Something that fits the column; None when it points to a table without a row yet."""
    if isinstance(field, models.ForeignKey):
        return user.pk if field.related_model is User else field.related_model.objects.latest("pk").pk
    if type(field) is models.UUIDField:
        return _within_tenant(field, tenant)
    if field.choices:
        return field.choices[0][0]
    by_type: dict[type[models.Field], Any] = {
        models.DateTimeField: NOW,
        models.DateField: date(2026, 1, 1),
        models.BinaryField: b"x" * 32,
        models.EmailField: "somebody@example.nl",
        models.BooleanField: True,
        models.JSONField: {},
    }
    if type(field) in by_type:
        return by_type[type(field)]
    if isinstance(field, models.IntegerField):
        return user.pk if field.attname.endswith("_id") else 1
    return "member" if field.attname == "role" else "x"


def _within_tenant(field: models.UUIDField, tenant: Tenant) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(_TARGET, [field.model._meta.db_table, field.attname])
        target = cursor.fetchone()
        if target is None:
            return new_id()
        cursor.execute(f"SELECT id FROM {target[0]} WHERE tenant_id = %s LIMIT 1", [tenant.id])
        found = cursor.fetchone()
    return found[0] if found else None


def text_of_every_table() -> str:
    """Every row of every table of the database, as text."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute("SET ROLE NONE")
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            found.extend(f"{table}: {row[0]}" for row in cursor.fetchall())
        cursor.execute(f'SET ROLE "{before}"')
    return "\n".join(found)

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


def fill_every_table(tenant: Tenant, site: Site, user: User) -> None:
    """What the product writes itself by a visit, and a row made up of the columns' types for the rest."""
    make_visit(tenant, site)
    with database_role("worker"), tenant_scope(tenant.id):
        for model in (model for model in apps.get_models() if is_tenant_owned(model)):
            if not model.objects.exists():
                model.objects.create(**_row(model, tenant, site, user))


def _row(model: type[models.Model], tenant: Tenant, site: Site, user: User) -> dict[str, Any]:
    return {
        field.attname: _value(field, tenant, site, user)
        for field in model._meta.local_fields
        if field.attname not in ("pk", "tenant_id") and not (field.has_default() or field.null)
    }


def _value(field: models.Field, tenant: Tenant, site: Site, user: User) -> Any:
    if field.attname == "site_id":
        return site.id
    if field.attname == "lead_id":
        from enrichment.models import Lead

        return Lead.objects.latest("id").id
    if isinstance(field, models.ForeignKey):
        return user.pk if field.related_model is User else field.related_model.objects.latest("pk").pk
    if field.choices:
        return field.choices[0][0]
    by_type: dict[type[models.Field], Any] = {
        models.UUIDField: new_id(),
        models.DateTimeField: NOW,
        models.DateField: date(2026, 1, 1),
        models.BinaryField: b"x" * 32,
        models.EmailField: "somebody@example.nl",
        models.BooleanField: True,
        models.JSONField: {},
    }
    for kind, value in by_type.items():
        if type(field) is kind:
            return value
    if isinstance(field, models.IntegerField):
        return 1
    if field.attname == "role":
        return "member"
    return "x"


def text_of_every_table() -> str:
    """Every row of every table of the database, as text."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        before = cursor.fetchone()[0]
        cursor.execute("SET ROLE NONE")
        cursor.execute(
            "SELECT c.relname FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            found.extend(f"{table}: {row[0]}" for row in cursor.fetchall())
        cursor.execute(f'SET ROLE "{before}"')
    return "\n".join(found)

"""System checks of tenancy: what would quietly break the border between tenants (edge of Django's checks)."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections, models

from connectleads.tenancy.owned import is_tenant_owned


@register(Tags.models)
def check_tenant_leads_keys(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """tenancy.E001: keys, indexes and unique constraints of a tenant's table begin with the tenant."""
    owned = [model for model in apps.get_models() if is_tenant_owned(model)]
    return [
        Error(f"{model._meta.label}: {name} does not begin with the tenant.", id="tenancy.E001", obj=model)
        for model in owned
        for name, fields in _keys(model)
        if not fields or fields[0] not in ("tenant", "tenant_id", "-tenant")
    ]


def _keys(model: type[models.Model]) -> Iterable[tuple[str, tuple[str, ...]]]:
    primary = model._meta.pk
    yield "the primary key", tuple(getattr(primary, "field_names", (primary.name,)))
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            yield constraint.name, tuple(constraint.fields)
    for index in model._meta.indexes:
        yield index.name, tuple(index.fields)
    for field in model._meta.local_fields:
        if field.unique and not field.primary_key:
            yield f"the unique field {field.name}", (field.name,)
        elif getattr(field, "db_index", False):
            yield f"the indexed field {field.name}", (field.name,)


@register(Tags.database)
def check_role_cannot_bypass(databases: Sequence[str] | None, **_: Any) -> list[CheckMessage]:
    """tenancy.E002: the role of a web process is subject to row-level security."""
    from django.conf import settings

    if settings.DATABASE_ROLE != "web":
        return []
    found: list[CheckMessage] = []
    for alias in databases or ():
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT rolname, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
            name, bypasses = cursor.fetchone()
        if bypasses:
            hint = "Let the web process log in as connectleads_web (see `manage.py prepare_database`)."
            found.append(Error(f"Role {name} can bypass row-level security.", hint=hint, id="tenancy.E002"))
    return found

"""Refuses to compile a query on a tenant's rows while no tenant is in scope (edge).

The check sits where every query of the ORM must pass: managers, base managers, exists(), async iteration, bulk
operations, refresh_from_db() and deletions all end in one of these five compilers.
"""

from functools import cache
from typing import Any

from django.apps import apps
from django.db.backends.postgresql import compiler as postgresql

from connectleads.tenancy.scope import current_scope


@cache
def tenant_tables() -> frozenset[str]:
    """Names of the tables whose rows belong to one tenant."""
    from connectleads.tenancy.owned import is_tenant_owned

    return frozenset(model._meta.db_table for model in apps.get_models() if is_tenant_owned(model))


def _require_scope(query: Any) -> None:
    tables = {join.table_name for join in query.alias_map.values()}
    if query.model is not None:
        tables.add(query.get_meta().db_table)
    if not tables.isdisjoint(tenant_tables()):
        current_scope()


class _ScopedCompiler:
    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        _require_scope(self.query)  # type: ignore[attr-defined]
        compiled = super().as_sql(*args, **kwargs)  # type: ignore[misc]
        _require_scope(self.query)  # type: ignore[attr-defined]  # joins are known only now
        return compiled


class SQLCompiler(_ScopedCompiler, postgresql.SQLCompiler):
    """SELECT."""


class SQLInsertCompiler(_ScopedCompiler, postgresql.SQLInsertCompiler):
    """INSERT."""


class SQLUpdateCompiler(_ScopedCompiler, postgresql.SQLUpdateCompiler):
    """UPDATE."""


class SQLDeleteCompiler(_ScopedCompiler, postgresql.SQLDeleteCompiler):
    """DELETE."""


class SQLAggregateCompiler(_ScopedCompiler, postgresql.SQLAggregateCompiler):
    """Aggregates over a subquery."""

"""Refuses to compile a query on a tenant's rows while no tenant is in scope, or one that writes another's (edge).

The check sits where every query of the ORM must pass: managers, base managers, exists(), async iteration, bulk
operations, refresh_from_db() and deletions all end in one of these five compilers.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.apps import apps
from django.db.backends.postgresql import compiler as postgresql

from connectleads.tenancy.scope import ScopeError, current_scope


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


def _require_own(query: Any, tenant_ids: Iterable[Any]) -> None:
    """What is written inside a tenant's scope is that tenant's: PostgreSQL does not hold this for the worker's role."""
    if query.get_meta().db_table not in tenant_tables():
        return
    scope = current_scope()
    if scope.tenant_id is not None and any(str(one) != str(scope.tenant_id) for one in tenant_ids):
        raise ScopeError("a row of another tenant cannot be written inside this tenant's scope")


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

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        """The rows' own tenant must be the one in scope."""
        _require_own(self.query, (getattr(row, "tenant_id", None) for row in self.query.objs))
        return super().as_sql(*args, **kwargs)


class SQLUpdateCompiler(_ScopedCompiler, postgresql.SQLUpdateCompiler):
    """UPDATE."""

    def as_sql(self, *args: Any, **kwargs: Any) -> Any:
        """A row cannot be given to another tenant."""
        query: Any = self.query
        given = (value for field, _, value in query.values if field.attname == "tenant_id")
        _require_own(query, (getattr(value, "pk", value) for value in given))
        return super().as_sql(*args, **kwargs)


class SQLDeleteCompiler(_ScopedCompiler, postgresql.SQLDeleteCompiler):
    """DELETE."""


class SQLAggregateCompiler(_ScopedCompiler, postgresql.SQLAggregateCompiler):
    """Aggregates over a subquery."""

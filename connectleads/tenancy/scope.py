"""Which tenant the running code works for: no scope, no rows (edge: it tells PostgreSQL too).

`tenant_scope(tenant_id)` is the only way to a tenant's rows. Inside it row-level security sees that tenant, and so does
every query the application builds. Without it a query is refused before it reaches the database.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

# Set by statement and not by set_config(): Citus forwards only SET LOCAL to its shards.
SETTING = "connectleads.tenant_id"


class ScopeError(Exception):
    """A tenant's rows were asked for outside any tenant's scope, or inside another tenant's."""


@dataclass(frozen=True, slots=True)
class Scope:
    """`tenant_id` is None in the one scope that spans all tenants; `reason` says why that one was opened."""

    tenant_id: UUID | None
    reason: str = ""


_current: ContextVar[Scope | None] = ContextVar("connectleads_scope", default=None)


def current_scope() -> Scope:
    """The scope in force. Raises ScopeError when there is none."""
    scope = _current.get()
    if scope is None:
        raise ScopeError("no tenant is in scope: open tenant_scope(tenant_id) first")
    return scope


def current_tenant_id() -> UUID:
    """The tenant in scope. Raises ScopeError when there is none, or when the scope spans all tenants."""
    scope = current_scope()
    if scope.tenant_id is None:
        raise ScopeError(f"all tenants are in scope ({scope.reason}): name one with tenant_scope(tenant_id)")
    return scope.tenant_id


@contextmanager
def tenant_scope(tenant_id: UUID) -> Iterator[None]:
    """Work for one tenant, in one transaction. Raises ScopeError inside another tenant's scope."""
    outer = _current.get()
    if outer is not None and outer.tenant_id not in (None, tenant_id):
        raise ScopeError("another tenant is in scope already")
    outlives_block = connection.in_atomic_block and (outer is None or outer.tenant_id is None)
    with transaction.atomic():
        _tell_postgresql(str(tenant_id))
        token = _current.set(Scope(UUID(str(tenant_id))))
        try:
            yield
        finally:
            _current.reset(token)
            if outlives_block:
                _forget()


@contextmanager
def unscoped_all_tenants(reason: str) -> Iterator[None]:
    """Work across tenants, as only the worker and migrations may; the web role still sees no row by it."""
    token = _current.set(Scope(None, reason))
    try:
        yield
    finally:
        _current.reset(token)


def _tell_postgresql(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {SETTING} = %s", [value])


def _forget() -> None:
    """Within an outer transaction SET LOCAL outlives the inner block, so the setting is emptied by hand."""
    if not connection.needs_rollback:
        _tell_postgresql("")

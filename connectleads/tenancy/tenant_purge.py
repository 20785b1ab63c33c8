"""Deletes everything of a tenant, in every table that PostgreSQL says belongs to one (edge, for the worker).

Tables are found by inspection and not from a list, so that a table added tomorrow is emptied too.
"""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from connectleads.tenancy.models import Tenant, User
from connectleads.tenancy.roles import quoted_name
from connectleads.tenancy.scope import current_tenant_id, tenant_scope, unscoped_all_tenants

STEP = 5000
STEPS = 200

_TABLES = """
SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant_id' AND NOT a.attisdropped
ORDER BY c.relname
"""
_AUDIT = "tenancy_auditevent"  # only its own function may end its rows
_LAST = "tenancy_membership"  # so that whoever looks meanwhile still finds the tenant's owner


def tenant_tables() -> list[str]:
    """Every table with a tenant in it: partitions are tables of their own, their parent is not."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        names = [row[0] for row in cursor.fetchall()]
    return sorted(names, key=lambda name: (name == _LAST, name))


def row_counts() -> dict[str, int]:
    """Rows of the tenant in scope by table, of those that the asking role may read; page views as one table."""
    counts: dict[str, int] = {}
    with connection.cursor() as cursor:
        cursor.execute(_TABLES.replace("c.relkind = 'r'", "c.relkind IN ('r', 'p') AND NOT c.relispartition"))
        for (name,) in cursor.fetchall():
            cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [name])
            if cursor.fetchone()[0]:
                sql = f"SELECT count(*) FROM {quoted_name(name)} WHERE tenant_id = %s"  # noqa: S608 (from the catalogue)
                cursor.execute(sql, [current_tenant_id()])
                counts[name] = cursor.fetchone()[0]
    return counts


def purge_whole_tenant(tenant_id: UUID, *, now: datetime, step: int = STEP, steps: int = STEPS) -> bool:
    """Delete a tenant whose deletion is due, `step` rows at a time and at most `steps` times; whether it is gone."""
    with unscoped_all_tenants("delete a tenant"):
        if not Tenant.objects.filter(id=tenant_id, deletion_due_at__lte=now).exists():
            return True
        members = _members(tenant_id)
    for table in tenant_tables():
        while _delete_some(table, tenant_id, step, now) == step:
            steps -= 1
            if steps <= 0:
                return False
    with transaction.atomic(), unscoped_all_tenants("delete a tenant"):
        _forget_people(members)
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM tenancy_tenant WHERE id = %s", [tenant_id])
    return True


def _delete_some(table: str, tenant_id: UUID, step: int, now: datetime) -> int:
    with transaction.atomic(), tenant_scope(tenant_id), connection.cursor() as cursor:
        if table == _AUDIT:
            cursor.execute("SELECT tenancy_forget_audit(%s, %s, %s)", [tenant_id, now, step])
            return int(cursor.fetchone()[0])
        name = quoted_name(table)
        cursor.execute(
            f"DELETE FROM {name} WHERE ctid = ANY (ARRAY(SELECT ctid FROM {name} WHERE tenant_id = %s LIMIT %s))",  # noqa: S608
            [tenant_id, step],
        )
        return int(cursor.rowcount)


def _members(tenant_id: UUID) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT user_id FROM tenancy_membership WHERE tenant_id = %s", [tenant_id])
        return [row[0] for row in cursor.fetchall()]


def _forget_people(user_ids: list[int]) -> None:
    """Accounts that belong to no other tenant and are not staff's go too, with their sessions."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT user_id FROM tenancy_membership WHERE user_id = ANY(%s)", [user_ids])
        elsewhere = {row[0] for row in cursor.fetchall()}
    User.objects.filter(pk__in=set(user_ids) - elsewhere, is_staff=False).delete()

"""Migration operations that put row-level security and tenant-wide foreign keys on a table (pure: they build SQL)."""

from django.db.migrations.operations import RunSQL

from connectleads.tenancy.roles import ROLE_USERS
from connectleads.tenancy.scope import SETTING

WEB = ROLE_USERS["web"]
WORKER = ROLE_USERS["worker"]
TENANT_IN_SCOPE = f"NULLIF(current_setting('{SETTING}', true), '')::uuid"
EVERYTHING = "SELECT, INSERT, UPDATE, DELETE"


def isolate(table: str, *, web: str = EVERYTHING, worker: str = EVERYTHING, column: str = "tenant_id") -> RunSQL:
    """Row-level security on `table`: a role sees and writes only rows whose `column` is the tenant in scope.

    `web` and `worker` list what those roles may do at all. The security is forced, so that it holds for the table's
    owner too unless that role may bypass it.
    """
    return RunSQL(
        sql=[
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY tenant_isolation ON {table} USING ({column} = {TENANT_IN_SCOPE}) "
            f"WITH CHECK ({column} = {TENANT_IN_SCOPE})",
            *_grants(table, web, worker),
        ],
        reverse_sql=[
            f"DROP POLICY IF EXISTS tenant_isolation ON {table}",
            f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        ],
    )


def share(table: str, *, web: str = "SELECT") -> RunSQL:
    """Rights on a table of shared reference data, which belongs to no tenant."""
    return RunSQL(sql=_grants(table, web), reverse_sql=RunSQL.noop)


def keep_within_tenant(table: str, columns: tuple[str, ...], target: str, *, on_delete: str = "CASCADE") -> RunSQL:
    """A foreign key that includes the tenant: a row can only point to a row of its own tenant.

    `columns` are those of `table` that hold the target's key after the tenant, in the order of that key.
    """
    name = f"{table}_{columns[-1]}_within_tenant"
    mine = ", ".join(("tenant_id", *columns))
    return RunSQL(
        sql=f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({mine}) "
        f"REFERENCES {target} (tenant_id, id) ON DELETE {on_delete} DEFERRABLE INITIALLY DEFERRED",
        reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}",
    )


def door(name: str, arguments: str, returns: str, body: str, *, to: tuple[str, ...]) -> RunSQL:
    """A function that answers one question across tenants with its owner's rights, for the roles in `to` only."""
    signature = ", ".join(part.split()[-1] for part in arguments.split(",") if part.strip())
    return RunSQL(
        sql=[
            f"CREATE OR REPLACE FUNCTION {name}({arguments}) RETURNS {returns} LANGUAGE sql STABLE SECURITY DEFINER "
            f"SET search_path = public, pg_temp AS $door$ {body} $door$",
            f"REVOKE ALL ON FUNCTION {name}({signature}) FROM PUBLIC",
            *(f"GRANT EXECUTE ON FUNCTION {name}({signature}) TO {role}" for role in to),
        ],
        reverse_sql=f"DROP FUNCTION IF EXISTS {name}({signature})",
    )


def _grants(table: str, web: str, worker: str = EVERYTHING) -> tuple[str, ...]:
    grants = (f"GRANT {worker} ON {table} TO {WORKER}",)
    return (f"GRANT {web} ON {table} TO {WEB}", *grants) if web else grants

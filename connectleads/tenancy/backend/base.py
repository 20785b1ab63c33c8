"""Django's PostgreSQL backend with two additions: engines start on demand, and unscoped queries are refused (edge)."""

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql import operations as postgresql_operations

# Pages ask short questions: compiling one takes longer than answering it, and a filter's hash table fits in memory.
PLANNING = "SET jit TO off; SET work_mem TO '32MB'; SET max_parallel_workers_per_gather TO 0"


class DatabaseOperations(postgresql_operations.DatabaseOperations):
    """Compiles queries with the compilers that know about tenants."""

    compiler_module = "connectleads.tenancy.backend.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that can start the embedded PostgreSQL before it connects (`BEFORE_CONNECT` in DATABASES)."""

    ops_class = DatabaseOperations

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, after the embedded engine is running where one is configured."""
        before: Callable[[], None] | None = self.settings_dict.get("BEFORE_CONNECT")
        if before is not None:
            before()
        connection = super().get_new_connection(conn_params)
        with connection.cursor() as cursor:
            cursor.execute(PLANNING)
        connection.commit()
        return connection

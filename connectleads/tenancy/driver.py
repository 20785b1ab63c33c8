"""The driver's own cursor, for COPY and multi-row statements that Django's cursor does not offer (edge)."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def driver_cursor() -> Iterator[Any]:
    """psycopg2's cursor on Django's connection and in its transaction. Errors are raised as Django's own."""
    with connection.cursor() as cursor, connection.wrap_database_errors:
        yield cursor.cursor


def parsed(value: Any) -> Any:
    """A JSON column's value. It comes as text when no model stands between."""
    return json.loads(value) if isinstance(value, str) else value

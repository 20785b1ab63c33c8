"""Many rows in one statement (edge).

A few go along as one array for each column, which PostgreSQL reads several times faster than a list of VALUES. Many go
ahead by binary COPY into a table of this session that the commit empties: text would cost both sides more than the
statement itself.
"""

import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import psycopg2

from connectleads.tenancy.array_text import array_text
from connectleads.tenancy.binary_rows import LETTERS, binary_rows

ROWS = "ROWS"
MANY = 200
_may_send_ahead: WeakKeyDictionary[Any, bool] = WeakKeyDictionary()
_UNFIT = (struct.error, OverflowError, UnicodeEncodeError, TypeError, AttributeError)


def run_rows(
    cursor: Any, sql: str, types: Sequence[str], rows: Sequence[Sequence[Any]], *, values: Sequence[Any] = ()
) -> Any:
    """Run `sql` once, in which `ROWS` stands for a set of `rows` whose columns are of these PostgreSQL types.

    `values` fill further placeholders, in their order. Returns the driver's cursor. Raises psycopg2.DataError
    for a value that PostgreSQL cannot hold, KeyError for a type that connectleads.tenancy.binary_rows does not know.
    """
    table = f"pg_temp.rows_{''.join(LETTERS[kind] for kind in types)}"
    if len(rows) >= MANY and _sends_ahead(cursor):
        _send_ahead(cursor, table, types, rows)
        # Materialised, or PostgreSQL before 18 takes the forbidden scan of this table for a reason to scan the others.
        sent = f"WITH sent AS MATERIALIZED (SELECT * FROM {table}) "  # noqa: S608 (a name of letters)
        cursor.execute(sent + sql.replace(ROWS, "sent"), values)
        return cursor
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(types)
    with _refusing():
        arrays = [array_text(kind, column) for kind, column in zip(types, columns, strict=True)]
    source = f"unnest({', '.join(f'%s::{kind}[]' for kind in types)})"
    before = sql.partition(ROWS)[0].count("%s")
    cursor.execute(sql.replace(ROWS, source), [*values[:before], *arrays, *values[before:]])
    return cursor


def copy_rows(
    cursor: Any, table: str, columns: Sequence[str], types: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Append rows to a table by COPY. Raises psycopg2.DataError for a value that does not fit its column."""
    with _refusing():
        data = binary_rows(types, rows)
    cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN (FORMAT binary)", data)


@contextmanager
def _refusing() -> Iterator[None]:
    """What cannot be written is refused as PostgreSQL would refuse it, and without the value itself."""
    try:
        yield
    except _UNFIT as error:
        raise psycopg2.DataError(f"a value does not fit its column ({type(error).__name__})") from None


def _sends_ahead(cursor: Any) -> bool:
    """Within a transaction only, as its end empties the table, and where the role may make one."""
    connection = cursor.connection
    if connection.autocommit:
        return False
    if connection not in _may_send_ahead:
        cursor.execute("SELECT has_database_privilege(current_database(), 'TEMPORARY')")
        _may_send_ahead[connection] = cursor.fetchone()[0]
    return _may_send_ahead[connection]


def _send_ahead(cursor: Any, table: str, types: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Have this session's table of such rows hold these, until the commit or the next use."""
    columns = [f"c{number}" for number in range(len(types))]
    named = ", ".join(f"{name} {kind}" for name, kind in zip(columns, types, strict=True))
    cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} ({named}) ON COMMIT DELETE ROWS")
    cursor.execute(f"SELECT FROM {table} LIMIT 1")
    if cursor.rowcount:
        cursor.execute(f"TRUNCATE {table}")
    copy_rows(cursor, table, columns, types, rows)

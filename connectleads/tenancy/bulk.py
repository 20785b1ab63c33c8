"""Many rows in one statement (edge).

A few go along as one array for each column, which PostgreSQL reads several times faster than a list of VALUES. Many go
ahead by binary COPY into a table of this session that the commit empties: text would cost both sides more than the
statement itself.
"""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

from connectleads.tenancy.array_text import array_text
from connectleads.tenancy.binary_rows import binary_rows

ROWS = "ROWS"
MANY = 200


def run_rows(
    cursor: Any, sql: str, types: Sequence[str], rows: Sequence[Sequence[Any]], *, values: Sequence[Any] = ()
) -> Any:
    """Run `sql` once, in which `ROWS` stands for a set of `rows` whose columns are of these PostgreSQL types.

    `values` fill further placeholders, in their order. Returns the driver's cursor. Raises psycopg2.DataError
    for a text that PostgreSQL cannot hold.
    """
    if len(rows) >= MANY and not cursor.connection.autocommit:
        cursor.execute(sql.replace(ROWS, _sent_ahead(cursor, types, rows)), values)
        return cursor
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(types)
    arrays = [array_text(kind, column) for kind, column in zip(types, columns, strict=True)]
    source = f"unnest({', '.join(f'%s::{kind}[]' for kind in types)})"
    before = sql.partition(ROWS)[0].count("%s")
    cursor.execute(sql.replace(ROWS, source), [*values[:before], *arrays, *values[before:]])
    return cursor


def copy_rows(
    cursor: Any, table: str, columns: Sequence[str], types: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    """Append rows to a table by COPY. Raises psycopg2.DataError for a text that PostgreSQL cannot hold."""
    cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN (FORMAT binary)", binary_rows(types, rows))


def _sent_ahead(cursor: Any, types: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """The name of this session's table of such rows, which holds these until the commit."""
    table = f"rows_{crc32(' '.join(types).encode()):08x}"
    columns = [f"c{number}" for number in range(len(types))]
    named = ", ".join(f"{name} {kind}" for name, kind in zip(columns, types, strict=True))
    cursor.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} ({named}) ON COMMIT DELETE ROWS")
    cursor.execute(f"DELETE FROM {table}")  # noqa: S608 (a hash)
    copy_rows(cursor, table, columns, types, rows)
    return table

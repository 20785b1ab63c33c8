"""Searches every table, found by inspection, in every column that can hold text or bytes (edge).

PostgreSQL picks the candidates by a loose pattern; what they really are is decided here, row by row.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connection, transaction

from connectleads.tenancy.roles import quoted_name
from enrichment.self_audit.allowed import may_hold
from enrichment.self_audit.report import Check, CheckName, Finding
from enrichment.self_audit.traces import CANDIDATE, Searcher, Trace

ROWS_AT_ONCE = 2000
# Texts whose content no pattern of the database sees: every row is read and unwrapped.
WRAPPED = frozenset({("django_session", "session_data")})
_COLUMNS = """
SELECT c.relname, a.attname, t.typname = 'bytea' OR e.typname = 'bytea'
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type e ON e.oid = t.typelem
WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    AND (coalesce(e.typname, '') IN ('text', 'varchar', 'bpchar', 'inet', 'cidr', 'bytea', 'jsonb')
        OR t.typname IN
            ('text', 'varchar', 'bpchar', 'name', 'json', 'jsonb', 'bytea', 'inet', 'cidr', 'xml', 'tsvector'))
ORDER BY c.relname, a.attnum
"""


def search_tables(searcher: Searcher) -> Check:
    """Every table of the database; needs a role that row-level security does not hold back."""
    findings: list[Finding] = []
    rows = 0
    for table, columns in searched_columns().items():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [table])
            if not cursor.fetchone()[0]:
                findings.append(Finding(table, "could not be searched"))
                continue
            cursor.execute(f"SELECT count(*) FROM {quoted_name(table)}")  # noqa: S608 (from the catalogue)
            rows += cursor.fetchone()[0]
        found = Counter(_findings(table, columns, searcher))
        findings.extend(Finding(f"{table}.{column}", trace.value, count) for (column, trace), count in found.items())
    return Check(CheckName.TABLES, rows, tuple(findings))


def searched_columns() -> Mapping[str, Mapping[str, bool]]:
    """Of each table the columns that are searched, and whether they hold bytes."""
    found: dict[str, dict[str, bool]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS)
        for table, column, is_bytes in cursor.fetchall():
            found.setdefault(table, {})[column] = is_bytes
    return found


def _findings(table: str, columns: Mapping[str, bool], searcher: Searcher) -> Iterator[tuple[str, Trace]]:
    names = list(columns)
    for row in _candidates(table, columns, searcher):
        for column, value in zip(names, row, strict=True):
            if value is None:
                continue
            traces = _traces(value, columns[column], (table, column) in WRAPPED, searcher)
            yield from ((column, trace) for trace in traces if not may_hold(table, column, trace))


def _traces(value: Any, is_bytes: bool, is_wrapped: bool, searcher: Searcher) -> frozenset[Trace]:
    if is_wrapped:
        return searcher.in_wrapped(value.encode())
    return searcher.in_bytes(bytes(value)) if is_bytes else searcher.in_text(value)


def _candidates(table: str, columns: Mapping[str, bool], searcher: Searcher) -> Iterator[tuple[Any, ...]]:
    """Rows in which some column may hold something, column by column as text or bytes."""
    wanted = ", ".join(
        quoted_name(name) if is_bytes else f"{quoted_name(name)}::text" for name, is_bytes in columns.items()
    )
    tests: list[str] = []
    parameters: list[Any] = []
    values = [f"%{value}%" for value in searcher.test_set.texts]
    for name, is_bytes in columns.items():
        if (table, name) in WRAPPED:
            tests.append("true")
            continue
        text = f"encode({quoted_name(name)}::bytea, 'escape')" if is_bytes else f"{quoted_name(name)}::text"
        tests.append(f"{text} ~ %s OR lower({text}) LIKE ANY(%s)")
        parameters += [CANDIDATE, values]
        if is_bytes:
            for packed in searcher.test_set.packed:
                tests.append(f"position(%s::bytea in {quoted_name(name)}::bytea) > 0")
                parameters.append(packed)
    sql = f"SELECT {wanted} FROM {quoted_name(table)} WHERE {' OR '.join(tests)}"  # noqa: S608 (from the catalogue)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DECLARE candidates NO SCROLL CURSOR FOR {sql}", parameters)
        while True:
            cursor.execute(f"FETCH {ROWS_AT_ONCE} FROM candidates")
            rows = cursor.fetchall()
            yield from rows
            if len(rows) < ROWS_AT_ONCE:
                break
        cursor.execute("CLOSE candidates")

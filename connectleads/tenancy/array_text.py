"""Arrays as PostgreSQL reads them (pure; its manual, "Array Input and Output Syntax")."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg2


def array_text(kind: str, column: Sequence[Any]) -> str:
    """A column's values of a PostgreSQL type as `{a,b,NULL}`. Raises psycopg2.DataError for a NUL character."""
    values = column if None not in column else [value for value in column if value is not None]
    written = _WRITERS.get(kind, _plain)(values)
    if values is not column:
        rest = iter(written)
        written = ["NULL" if value is None else next(rest) for value in column]
    text = ",".join(written)
    if "\0" in text:
        raise psycopg2.DataError("a text holds a NUL character")
    return f"{{{text}}}"


def _plain(column: Sequence[Any]) -> list[str]:
    return [str(value) for value in column]


def _uuids(column: Sequence[UUID]) -> list[str]:
    return ["%032x" % value.int for value in column]  # noqa: UP031 (what UUID.hex does, without the call)


def _times(column: Sequence[datetime]) -> list[str]:
    return [value.isoformat() for value in column]


def _bytes(column: Sequence[bytes]) -> list[str]:
    return [f"\\\\x{value.hex()}" for value in column]


def _texts(column: Sequence[str]) -> list[str]:
    known: dict[str, str] = {}  # one text stands in many rows
    return [known.get(value) or known.setdefault(value, _quoted(value)) for value in column]


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


_WRITERS: dict[str, Callable[[Sequence[Any]], list[str]]] = {
    "uuid": _uuids,
    "timestamptz": _times,
    "bytea": _bytes,
    "text": _texts,
    "jsonb": _texts,
}

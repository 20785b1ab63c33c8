"""Many rows in one statement, by arrays and by COPY: the same values come out that went in."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID, uuid4

import psycopg2
import pytest
from django.db import DataError, connection, transaction

from connectleads.tenancy import bulk
from connectleads.tenancy.binary_rows import LETTERS
from connectleads.tenancy.bulk import MANY, run_rows
from connectleads.tenancy.driver import driver_cursor
from tests.conftest import database_role

TYPES = (
    "integer", "uuid", "timestamptz", "date", "bool", "bytea", "text", "jsonb", "smallint", "bigint",
    "double precision",
)  # fmt: skip
AT = datetime(2026, 11, 24, 13, 5, 7, 123456, tzinfo=UTC)
NOME = timezone(timedelta(hours=-9))
VALUES = (
    (UUID(int=7), AT, date(2026, 11, 24), True, b"\x00\xff\\'", "gewoon", '{"a": [1, "é"]}', 3, 2**40, 0.1),
    (UUID(int=2**127), AT.astimezone(NOME), date(1999, 1, 1), False, b"", "", "null", -1, -1, -1e9),
    (UUID(int=0), AT - timedelta(days=20_000), date(1969, 7, 20), None, b"x", 'a"b\\c,{}\n\tNULL €😀', "[]", 0, 0, 0.0),
    (None,) * 10,
)  # fmt: skip
SELECT = "SELECT r.*, %s FROM ROWS AS r (n) ORDER BY r.n"

in_a_transaction = pytest.mark.django_db


def rows(count: int) -> list[tuple]:
    return [(number, *VALUES[number % len(VALUES)]) for number in range(count)]


def read(count: int) -> list[tuple]:
    with driver_cursor() as cursor:
        return [
            tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
            for row in run_rows(cursor, SELECT, TYPES, rows(count), values=["behind"]).fetchall()
        ]


@in_a_transaction
@pytest.mark.parametrize("count", [4, MANY, MANY + 3])
def test_every_type_comes_back_as_it_went_in_however_many_rows_there_are(count: int):
    found = read(count)

    assert len(found) == count
    for number, row in enumerate(found):
        expected = VALUES[number % len(VALUES)]
        assert row[0] == number
        assert (UUID(row[1]) if isinstance(row[1], str) else row[1], *row[2:7]) == expected[:6]
        assert json.loads(row[7] or "0") == json.loads(expected[6] or "0")
        assert row[8:11] == expected[7:]
        assert row[11] == "behind"


@in_a_transaction
def test_few_and_many_rows_are_read_alike():
    assert read(MANY - 1) == read(MANY)[:-1]


@in_a_transaction
def test_no_rows_are_no_rows():
    assert read(0) == []


@in_a_transaction
def test_rows_of_an_earlier_statement_of_the_transaction_are_gone():
    with transaction.atomic():
        first, second = read(2 * MANY), read(MANY)

    assert (len(first), len(second)) == (2 * MANY, MANY)


@pytest.mark.usefixtures("committed")
def test_the_commit_forgets_them():
    with transaction.atomic():
        read(MANY)
        with connection.cursor() as cursor:
            cursor.execute("SELECT relname FROM pg_class WHERE relname LIKE 'rows\\_%%' AND relpersistence = 't'")
            tables = [name for (name,) in cursor.fetchall()]
    with connection.cursor() as cursor:
        counts = []
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")
            counts.append(cursor.fetchone()[0])

    assert tables
    assert set(counts) == {0}


@pytest.mark.usefixtures("committed")
def test_outside_a_transaction_many_rows_are_not_lost_between_two_statements():
    assert len(read(MANY)) == MANY


@pytest.mark.usefixtures("committed")
def test_a_session_whose_first_use_was_rolled_back_can_do_it_again():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        read(MANY)
        _ = 1 / 0
    with transaction.atomic():
        assert len(read(MANY)) == MANY


@in_a_transaction
@pytest.mark.parametrize("count", [1, MANY])
def test_a_text_that_postgresql_cannot_hold_is_refused(count: int):
    with pytest.raises((DataError, psycopg2.DataError)), driver_cursor() as cursor, transaction.atomic():
        run_rows(cursor, "SELECT * FROM ROWS", ("text",), [("a\0b",)] * count)


@in_a_transaction
@pytest.mark.parametrize("count", [1, MANY])
def test_a_type_that_nobody_wrote_down_is_an_error_and_no_guess(count: int):
    with pytest.raises(KeyError, match="inet"), driver_cursor() as cursor, transaction.atomic():
        run_rows(cursor, "SELECT * FROM ROWS", ("inet",), [("192.0.2.1",)] * count)


@in_a_transaction
@pytest.mark.parametrize("count", [1, MANY])
@pytest.mark.parametrize(
    ("kind", "value"),
    [("integer", 2**31), ("smallint", -40_000), ("bigint", 2**63), ("timestamptz", "no time"), ("date", "no day")],
)
def test_a_value_that_its_column_cannot_hold_is_refused_as_postgresql_would(kind: str, value: object, count: int):
    with pytest.raises((DataError, psycopg2.DataError)), driver_cursor() as cursor, transaction.atomic():
        run_rows(cursor, "SELECT * FROM ROWS", (kind,), [(value,)] * count)


@in_a_transaction
def test_many_means_many(monkeypatch):
    """A few rows need no table: it would cost more than they do."""
    monkeypatch.setattr(bulk, "_send_ahead", lambda *_: pytest.fail("a table was made for a few rows"))

    assert len(read(MANY - 1)) == MANY - 1


@in_a_transaction
def test_a_role_that_may_make_no_temporary_tables_sends_arrays():
    with database_role("owner"), connection.cursor() as cursor:
        database = connection.settings_dict["NAME"]
        cursor.execute(f"REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC")
    bulk._may_send_ahead.clear()
    try:
        with database_role("worker"):
            assert len(read(MANY)) == MANY
    finally:
        bulk._may_send_ahead.clear()


@in_a_transaction
def test_a_table_of_that_name_elsewhere_is_not_touched():
    name = "rows_" + "".join(LETTERS[kind] for kind in TYPES)
    with database_role("owner"), connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE public.{name} (c0 integer)")
        cursor.execute(f"INSERT INTO public.{name} VALUES (1)")
        cursor.execute("SET LOCAL search_path = public, pg_temp")
    assert len(read(MANY)) == MANY
    with database_role("owner"), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM public.{name}")
        assert cursor.fetchone()[0] == 1


@in_a_transaction
def test_the_rows_are_read_once_and_before_they_are_joined():
    """Before PostgreSQL 18 a forbidden scan of them within a join would have all plans cost alike."""
    with driver_cursor() as cursor, transaction.atomic():
        keys = [(uuid4(), uuid4()) for _ in range(MANY)]
        run_rows(
            cursor,
            "SELECT p.id FROM tracking_pageview p JOIN ROWS AS k (tenant_id, id) USING (tenant_id, id)",
            ("uuid", "uuid"),
            keys,
        )
        cursor.execute(b"EXPLAIN " + cursor.query)
        plan = [line for (line,) in cursor.fetchall()]

    assert any("CTE Scan on sent" in line for line in plan), plan

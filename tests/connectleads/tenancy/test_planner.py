"""Work by keys goes through an index, however small a table is."""

from django.db import connection, transaction

from connectleads.tenancy.planner import look_up_by_key
from tests.conftest import Cast

SAMPLE = """
CREATE TEMPORARY TABLE planner_sample ON COMMIT DROP AS SELECT n AS id FROM generate_series(1, 2000) n;
CREATE INDEX ON planner_sample (id);
ANALYZE planner_sample
"""
ASKED = "EXPLAIN SELECT * FROM planner_sample s JOIN unnest(%s::int[]) AS k (id) ON s.id = k.id"


def plan() -> str:
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [list(range(1500))])
        return "\n".join(row[0] for row in cursor.fetchall())


def test_many_keys_are_found_by_the_index_until_the_transaction_ends(committed_cast: Cast):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SAMPLE)
        assert "Seq Scan" in plan()
        look_up_by_key()
        assert "Seq Scan" not in plan()
        assert "Index" in plan()
    with connection.cursor() as cursor:
        cursor.execute("SHOW enable_seqscan")
        assert cursor.fetchone() == ("on",)

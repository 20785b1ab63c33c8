"""Advice to PostgreSQL's planner for work that only looks rows up by their key (edge)."""

from django.db import connection

_BY_KEY = "; ".join(
    f"SET LOCAL {name} = off" for name in ("enable_hashjoin", "enable_mergejoin", "enable_seqscan", "jit")
)


def look_up_by_key() -> None:
    """Until the transaction ends, find rows one by one through an index, however small the table still is.

    A batch looks up thousands of keys at once, so the planner would rather read a whole table than its index, at a
    cost that grows with what is stored.
    """
    with connection.cursor() as cursor:
        cursor.execute(_BY_KEY)

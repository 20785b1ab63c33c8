"""One owner at a time for a piece of work, by PostgreSQL's advisory locks (edge)."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

from django.db import connection


class Work(IntEnum):
    """What can be owned; the number is the lock's first key."""

    DRAIN = 0x636C01
    FOLD_DROPS = 0x636C02
    WITHDRAW = 0x636C03
    LOOKUPS = 0x636C04
    COMPANIES = 0x636C05
    SOURCES = 0x636C06


@contextmanager
def sole_owner(work: Work, part: int = 0) -> Iterator[bool]:
    """Whether this process is the only one at that part of the work; held until the block ends or the session does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [int(work), part])
        is_owner = bool(cursor.fetchone()[0])
    try:
        yield is_owner
    finally:
        if is_owner and connection.connection is not None and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [int(work), part])


def hold(work: Work) -> None:
    """Wait until nobody holds that work in any way, and hold it alone until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, 0)", [int(work)])


def hold_shared(work: Work) -> None:
    """Wait until nobody holds that work alone, and share it until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, 0)", [int(work)])

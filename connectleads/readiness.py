"""Whether this installation can do its work: stores answer, the stream is read in time, data is not stale (edge)."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from maxminddb import InvalidDatabaseError

from enrichment.identification import installed_database
from tracking.stream import oldest_waiting_at, shards_in_use, valkey

OLDEST_DATA = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Readiness:
    """What holds at a moment. `lag` is how long the oldest hit waits; None where a store does not tell."""

    database: bool
    stream: bool
    lag: timedelta | None
    data_age: timedelta | None

    @property
    def lag_seconds(self) -> int | None:
        """The same in whole seconds."""
        return None if self.lag is None else int(self.lag.total_seconds())

    @property
    def lag_is_fine(self) -> bool:
        """Whether hits are read in time."""
        return self.lag is not None and self.lag.total_seconds() <= settings.LAG_ALARM_SECONDS

    @property
    def data_is_fresh(self) -> bool:
        """Whether the network database is young enough to name companies by; stale data stops nothing."""
        return self.data_age is not None and self.data_age <= OLDEST_DATA

    @property
    def is_ready(self) -> bool:
        """Whether this process should be sent requests."""
        return self.database and self.stream and self.lag_is_fine


def readiness(now: datetime) -> Readiness:
    """Ask both stores and the data file. Takes a few seconds at most when a store is away."""
    lag = _lag(now)
    return Readiness(
        database=_database_answers(),
        stream=lag is not None,
        lag=lag,
        data_age=_data_age(now),
    )


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return True
    except DatabaseError:
        return False


def _data_age(now: datetime) -> timedelta | None:
    try:
        built_on = installed_database().built_on
    except (OSError, ValueError, InvalidDatabaseError):
        return None
    return now - datetime.combine(built_on, time.min, UTC)


def _lag(now: datetime) -> timedelta | None:
    try:
        valkey().ping()
        waiting = [oldest_waiting_at(shard) for shard in shards_in_use() | set(range(settings.STREAM_SHARDS))]
    except redis.RedisError:
        return None
    return max((now - at for at in waiting if at), default=timedelta(0))

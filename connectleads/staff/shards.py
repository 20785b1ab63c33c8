"""How each shard's stream is doing (edge)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from tracking.stream import aside_count, backlog, oldest_waiting_at, shards_in_use, waiting_hits


@dataclass(frozen=True, slots=True)
class ShardState:
    """One shard: batches and hits that wait, how long the oldest waits, and entries set aside."""

    shard: int
    waiting: int
    hits: int
    lag: timedelta
    aside: int

    @property
    def lag_seconds(self) -> int:
        """The same in whole seconds."""
        return int(self.lag.total_seconds())


def shard_states(now: datetime) -> list[ShardState]:
    """Every shard that is configured or still has a stream."""
    return [_state(shard, now) for shard in sorted(shards_in_use() | set(range(settings.STREAM_SHARDS)))]


def _state(shard: int, now: datetime) -> ShardState:
    oldest = oldest_waiting_at(shard)
    lag = max(now - oldest, timedelta(0)) if oldest else timedelta(0)
    return ShardState(
        shard, backlog(shard), waiting_hits(shard), timedelta(seconds=int(lag.total_seconds())), aside_count(shard)
    )

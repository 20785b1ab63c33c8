"""The hit stream in Valkey: sealed batches in, sealed batches out, and anonymous counts of drops (edge)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast
from uuid import UUID, uuid4

import redis
from django.conf import settings

from tracking.drops import DropReason
from tracking.hit import Hit, decode_batch, encode_batch
from tracking.sealing import Sealer

BEGINNING = "0-0"
FIELD = b"s"
DROPS = "drops"
FOLDING = "drops:folding"
FOLD_ID = b"fold"
MAX_ASIDE = 1000


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """One entry of a stream: its position and its sealed batch."""

    position: str
    sealed: bytes


@cache
def valkey() -> redis.Redis:
    """This process's client. Its pool reconnects by itself; a command fails within two seconds when Valkey is away."""
    before: Callable[[], None] | None = settings.STREAM_BEFORE_CONNECT
    if before is not None:
        before()
    return redis.Redis.from_url(settings.STREAM_URL, socket_timeout=2, socket_connect_timeout=1)


@cache
def sealer() -> Sealer:
    """The sealer with this installation's keys."""
    return Sealer(settings.HIT_KEYS)


def stream_name(shard: int) -> str:
    """The stream that a shard's hits go to."""
    return f"hits:{shard}"


def shard_of(site_id: UUID) -> int:
    """The shard of a site."""
    return site_id.int % int(settings.STREAM_SHARDS)


def append(hits: Sequence[Hit]) -> None:
    """Seal hits of one shard as one batch and append it. Raises redis.RedisError when Valkey did not confirm it."""
    stream = stream_name(shard_of(hits[0].site_id))
    valkey().xadd(stream, {FIELD: sealer().seal(encode_batch(tuple(hits)), stream=stream)})


def read_after(shard: int, position: str, count: int) -> list[SealedEntry]:
    """At most `count` entries after `position`, oldest first."""
    rows = cast(list[Any], valkey().xrange(stream_name(shard), min=f"({position}", count=count))
    return [SealedEntry(row[0].decode(), row[1].get(FIELD, b"")) for row in rows]


def open_entry(shard: int, entry: SealedEntry) -> tuple[Hit, ...]:
    """The hits of an entry. Raises UnsealError or msgspec.DecodeError."""
    return decode_batch(sealer().open(entry.sealed, stream=stream_name(shard)))


def forget_through(shard: int, position: str) -> None:
    """Remove the entries up to and including `position`: they are in PostgreSQL now."""
    milliseconds, _, sequence = position.partition("-")
    valkey().xtrim(stream_name(shard), minid=f"{milliseconds}-{int(sequence) + 1}", approximate=False)


def backlog(shard: int) -> int:
    """Entries that wait in a shard's stream."""
    return int(valkey().xlen(stream_name(shard)))


def count_drop(tenant_id: UUID, site_id: UUID, day: str, reason: DropReason) -> None:
    """Add one to the anonymous count of drops of a site, day (ISO date) and reason."""
    valkey().hincrby(DROPS, f"{tenant_id}|{site_id}|{day}|{reason.value}", 1)


def take_drops() -> tuple[str, dict[str, int]]:
    """Counts to fold into PostgreSQL and the id of this fold; the same again until `drop_fold_done` says it is in."""
    client = valkey()
    if not client.exists(FOLDING):
        if not client.exists(DROPS):
            return "", {}
        client.hset(DROPS, FOLD_ID, uuid4().hex)
        client.renamenx(DROPS, FOLDING)
    counts = cast(dict[bytes, bytes], client.hgetall(FOLDING))
    fold = counts.pop(FOLD_ID, b"").decode()
    return fold, {name.decode(): int(value) for name, value in counts.items()}


def drop_fold_done() -> None:
    """Forget the counts that `take_drops` gave."""
    valkey().delete(FOLDING)


def unsafe_settings(information: dict[str, Any]) -> Iterator[str]:
    """What in Valkey's INFO would lose or evict an acknowledged hit, one sentence each (pure)."""
    if int(information.get("aof_enabled", 0)) != 1:
        yield "the append-only file is off, so a restart would lose acknowledged hits: set `appendonly yes`"
    if information.get("maxmemory_policy") != "noeviction":
        policy = information.get("maxmemory_policy")
        yield f"its eviction policy is {policy}, which may drop acknowledged hits: set `maxmemory-policy noeviction`"


def set_aside(shard: int, entry: SealedEntry, reason: str) -> None:
    """Keep an unreadable entry, still sealed, in a bounded stream beside its own, so that it blocks nothing."""
    valkey().xadd(
        f"{stream_name(shard)}:aside",
        {FIELD: entry.sealed, b"position": entry.position, b"reason": reason},
        maxlen=MAX_ASIDE,
        approximate=True,
    )

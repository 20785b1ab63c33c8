"""The hit stream in Valkey: sealed batches in, sealed batches out, and anonymous counts of drops (edge)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast
from uuid import UUID, uuid4

import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

from tracking.drops import DropReason, drop_name
from tracking.hit import Hit, decode_batch, encode_batch
from tracking.sealing import Sealer
from tracking.withdrawal import Withdrawn, decode_withdrawal, encode_withdrawal

BEGINNING = "0-0"
FIELD, COUNT = b"s", b"n"
COUNTED_ENTRIES = 1000
DROPS = "drops"
FOLDING = "drops:folding"
FOLD_ID = b"fold"
WITHDRAWALS = "withdrawals"
VERIFICATION_SECONDS = 3600
RECORDED = "recorded"
MAX_ASIDE = 1000
ASIDE_SECONDS = 3600


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
    once = Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,))  # a pooled connection may have gone stale
    return redis.Redis.from_url(settings.STREAM_URL, socket_timeout=2, socket_connect_timeout=1, retry=once)


@cache
def sealer() -> Sealer:
    """The sealer with this installation's keys."""
    return Sealer(settings.HIT_KEYS)


def stream_name(shard: int) -> str:
    """The stream that a shard's hits go to."""
    return f"hits:{shard}"


def shard_of(site_id: UUID) -> int:
    """The shard of a site."""
    return shard_among(int(settings.STREAM_SHARDS), site_id)


def shard_among(shards: int, site_id: UUID) -> int:
    """The shard of a site when there are so many (pure)."""
    return site_id.int % shards


def append(hits: Sequence[Hit]) -> None:
    """Seal hits of one shard as one batch and append it. Raises redis.RedisError when Valkey did not confirm it."""
    stream = stream_name(shard_of(hits[0].site_id))
    sealed = sealer().seal(encode_batch(tuple(hits)), stream=stream)
    valkey().xadd(stream, cast(dict[Any, Any], entry_fields(sealed, len(hits))))


def entry_fields(sealed: bytes, hits: int) -> dict[bytes, bytes]:
    """The fields of an entry: its sealed batch, and how many hits are in it, so that lag can be told in hits (pure)."""
    return {FIELD: sealed, COUNT: str(hits).encode()}


def read_after(shard: int, position: str, count: int) -> list[SealedEntry]:
    """At most `count` entries after `position`, oldest first."""
    rows = cast(list[Any], valkey().xrange(stream_name(shard), min=f"({position}", count=count))
    return [SealedEntry(row[0].decode(), row[1].get(FIELD, b"")) for row in rows]


def open_entry(shard: int, entry: SealedEntry) -> tuple[Hit, ...]:
    """The hits of an entry. Raises UnsealError or msgspec.DecodeError."""
    return decode_batch(sealer().open(entry.sealed, stream=stream_name(shard)))


def forget_through(shard: int, position: str) -> None:
    """Remove the entries up to and including `position`: they are in PostgreSQL now."""
    milliseconds, sequence = _numbers(position)
    valkey().xtrim(stream_name(shard), minid=f"{milliseconds}-{sequence + 1}", approximate=False)


def backlog(shard: int) -> int:
    """Entries that wait in a shard's stream."""
    return int(valkey().xlen(stream_name(shard)))


def waiting_hits(shard: int) -> int:
    """Hits that wait in a shard's stream; beyond a thousand entries the rest is taken to be as full as those."""
    rows = cast(list[Any], valkey().xrange(stream_name(shard), count=COUNTED_ENTRIES))
    counted = sum(int(fields.get(COUNT, 1)) for _, fields in rows)
    if len(rows) < COUNTED_ENTRIES:
        return counted
    return round(counted * backlog(shard) / len(rows))


def oldest_waiting_at(shard: int) -> datetime | None:
    """When the oldest entry that waits in a shard's stream was added, by Valkey's clock; None when none waits."""
    rows = cast(list[Any], valkey().xrange(stream_name(shard), count=1))
    return datetime.fromtimestamp(_numbers(rows[0][0].decode())[0] / 1000, UTC) if rows else None


def aside_count(shard: int) -> int:
    """Entries of a shard that could not be read and are kept for an hour."""
    return int(valkey().xlen(f"{stream_name(shard)}:aside"))


def count_drop(tenant_id: UUID, site_id: UUID, day: str, reason: DropReason) -> None:
    """Add one to the anonymous count of drops of a site, day (ISO date) and reason."""
    valkey().hincrby(DROPS, drop_name(tenant_id, site_id, day, reason), 1)


def append_withdrawal(withdrawn: Withdrawn) -> None:
    """Seal and append a withdrawal. Raises redis.RedisError when Valkey did not confirm it."""
    valkey().xadd(WITHDRAWALS, {FIELD: sealer().seal(encode_withdrawal(withdrawn), stream=WITHDRAWALS)})


def read_withdrawals(count: int) -> list[SealedEntry]:
    """The oldest withdrawals that wait, at most `count`."""
    rows = cast(list[Any], valkey().xrange(WITHDRAWALS, count=count))
    return [SealedEntry(row[0].decode(), row[1].get(FIELD, b"")) for row in rows]


def open_withdrawal(entry: SealedEntry) -> Withdrawn:
    """The withdrawal in an entry. Raises UnsealError or msgspec.DecodeError."""
    return decode_withdrawal(sealer().open(entry.sealed, stream=WITHDRAWALS))


def set_aside_withdrawal(entry: SealedEntry) -> None:
    """Keep a withdrawal that could not be opened, still sealed, so that it blocks none behind it."""
    valkey().xadd(f"{WITHDRAWALS}:aside", {FIELD: entry.sealed}, maxlen=MAX_ASIDE, approximate=True)


def forget_withdrawal_entries(positions: Sequence[str]) -> None:
    """Remove entries that have been acted upon."""
    if positions:
        valkey().xdel(WITHDRAWALS, *positions)


def tell_verification(site_id: UUID, outcome: str, at: datetime) -> None:
    """Note the outcome of a site's latest request for its owner, who is trying the snippet; gone after an hour."""
    valkey().execute_command(*verification_words(site_id, outcome, at))  # type: ignore[no-untyped-call]


def verification_words(site_id: UUID, outcome: str, at: datetime) -> tuple[str, ...]:
    """The command that notes it (pure)."""
    return ("SET", f"verification:{site_id}", f"{outcome}|{at.isoformat()}", "EX", str(VERIFICATION_SECONDS))


def latest_verification(site_id: UUID) -> tuple[str, datetime] | None:
    """The outcome and time of the latest request of a site whose owner is trying the snippet."""
    noted = cast(bytes | None, valkey().get(f"verification:{site_id}"))
    if noted is None:
        return None
    outcome, _, at = noted.decode().partition("|")
    return outcome, datetime.fromisoformat(at)


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


def shards_in_use(*, aside: bool = False) -> set[int]:
    """Shards that have a stream, or one of what was `aside`; those of an earlier, larger number of shards included."""
    names = (name.decode() for name in valkey().scan_iter(match="hits:*", _type="stream"))
    wanted = ["aside"] if aside else []
    return {int(shard) for _, shard, *more in (name.split(":") for name in names) if more == wanted and shard.isdigit()}


def last_position(shard: int) -> str:
    """The position of the last entry ever added to a shard's stream, as the stream itself remembers it."""
    try:
        return cast(bytes, valkey().xinfo_stream(stream_name(shard))["last-generated-id"]).decode()
    except redis.ResponseError:
        return BEGINNING


def is_before(one: str, other: str) -> bool:
    """Whether one position in a stream comes before another (pure)."""
    return _numbers(one) < _numbers(other)


def _numbers(position: str) -> tuple[int, int]:
    milliseconds, _, sequence = position.partition("-")
    return int(milliseconds), int(sequence)


def forget_in_files() -> None:
    """Have Valkey write its append-only file anew: until then it still holds entries that were removed, sealed."""
    with suppress(redis.ResponseError):  # one is running already
        valkey().bgrewriteaof()


def unsafe_settings(information: dict[str, Any]) -> Iterator[str]:
    """What in Valkey's INFO would lose or evict an acknowledged hit, one sentence each (pure)."""
    if int(information.get("aof_enabled", 0)) != 1:
        yield "the append-only file is off, so a restart would lose acknowledged hits: set `appendonly yes`"
    if information.get("maxmemory_policy") != "noeviction":
        policy = information.get("maxmemory_policy")
        yield f"its eviction policy is {policy}, which may drop acknowledged hits: set `maxmemory-policy noeviction`"


def set_aside(shard: int, entry: SealedEntry, reason: str) -> None:
    """Keep an entry that could not be recorded, still sealed, in a stream beside its own, so that it blocks nothing.

    That stream is bounded in number and in time: an hour after it was set aside an entry is gone.
    """
    client, aside = valkey(), f"{stream_name(shard)}:aside"
    seconds, _ = client.time()
    client.xadd(
        aside,
        {FIELD: entry.sealed, b"position": entry.position, b"reason": reason},
        maxlen=MAX_ASIDE,
        approximate=True,
    )
    client.xtrim(aside, minid=str((seconds - ASIDE_SECONDS) * 1000), approximate=False)
    client.expire(aside, ASIDE_SECONDS)

"""Entries that could not be recorded: look at them without seeing anybody, try them again, or drop them (edge).

They stay sealed, at most a thousand a shard and for at most an hour (tracking.stream.set_aside).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, cast

import msgspec
import redis

from tracking.hit import Hit
from tracking.sealing import UnsealError
from tracking.stream import FIELD, SealedEntry, entry_fields, open_entry, shards_in_use, stream_name, valkey


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One entry: its name, when it was set aside and why, its size in bytes, and what is in it, if it can be opened.

    `contents` counts its hits by site and kind; nothing in it tells of a visitor.
    """

    shard: int
    name: str
    set_aside_at: datetime
    reason: str
    size: int
    contents: tuple[tuple[str, str, int], ...] | None

    @property
    def address(self) -> str:
        """How people name it: its shard and its own name."""
        return f"{self.shard}/{self.name}"

    @property
    def hits(self) -> int | None:
        """How many hits are in it; None when it cannot be opened with the keys of today."""
        return None if self.contents is None else sum(count for *_, count in self.contents)


def dead_letters() -> Iterator[DeadLetter]:
    """Every entry that was set aside, shard by shard, oldest first."""
    for shard in sorted(shards_in_use(aside=True)):
        for name, fields in cast(list[Any], valkey().xrange(_aside(shard))):
            yield _letter(shard, name.decode(), fields)


def carry_out(what: Literal["retry", "drop"], letters: Iterable[DeadLetter]) -> list[DeadLetter]:
    """Try entries again, or drop them; those that were still there."""
    act = retry if what == "retry" else drop
    return [letter for letter in letters if act(letter.shard, letter.name)]


def retry(shard: int, name: str) -> bool:
    """Put an entry on its stream again, at the end; hits of it that were recorded are recognised. False: not there."""
    found = cast(list[Any], valkey().xrange(_aside(shard), min=name, max=name))
    if not found:
        return False
    sealed = found[0][1][FIELD]
    hits = _hits(shard, sealed)
    together = valkey().pipeline(transaction=True)
    together.xadd(stream_name(shard), cast(dict[Any, Any], entry_fields(sealed, len(hits or ()))))
    together.xdel(_aside(shard), name)
    together.execute()
    return True


def drop(shard: int, name: str) -> bool:
    """Remove an entry for good; False when it is not there."""
    return bool(valkey().xdel(_aside(shard), name))


def _aside(shard: int) -> str:
    return f"{stream_name(shard)}:aside"


def _letter(shard: int, name: str, fields: dict[bytes, bytes]) -> DeadLetter:
    sealed = fields.get(FIELD, b"")
    hits = _hits(shard, sealed)
    counted = None if hits is None else Counter((str(hit.site_id), hit.kind.value) for hit in hits)
    return DeadLetter(
        shard=shard,
        name=name,
        set_aside_at=datetime.fromtimestamp(int(name.partition("-")[0]) / 1000, UTC),
        reason=fields.get(b"reason", b"").decode(),
        size=len(sealed),
        contents=None if counted is None else tuple((*key, count) for key, count in sorted(counted.items())),
    )


def _hits(shard: int, sealed: bytes) -> tuple[Hit, ...] | None:
    try:
        return open_entry(shard, SealedEntry("", sealed))
    except (UnsealError, msgspec.DecodeError, redis.DataError):
        return None

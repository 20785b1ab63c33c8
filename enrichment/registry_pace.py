"""Remembers in Valkey how each registry may be asked, for all processes together (edge over `sources.pacing`)."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

import msgspec
from redis.client import Pipeline

from enrichment.findings import Registry
from enrichment.sources.pacing import Manners, Pace, Permission, ask_permission
from tracking.stream import valkey

# LACNIC published ten a minute (2016), RIPE three connections and its data by the day; the others publish no number,
# so that we ask them no more often than these two.
MANNERS: dict[Registry, Manners] = {
    Registry.RIPE: Manners(per_second=1.0, burst=5, per_day=5_000),
    Registry.ARIN: Manners(per_second=1.0, burst=5, per_day=5_000),
    Registry.APNIC: Manners(per_second=1.0, burst=5, per_day=5_000),
    Registry.LACNIC: Manners(per_second=0.15, burst=2, per_day=2_000),
    Registry.AFRINIC: Manners(per_second=0.5, burst=3, per_day=2_000),
}
KEPT_SECONDS = 2 * 86_400


def permission(registry: Registry, *, now: datetime) -> Permission:
    """May the registry be asked now? If so, it is counted."""
    granted: list[Permission] = []

    def decide(pace: Pace) -> Pace:
        granted[:] = [ask_permission(pace, MANNERS[registry], now=now.timestamp(), today=now.date())]
        return granted[0].pace

    change_pace(registry, decide)
    return granted[0]


def change_pace(registry: Registry, change: Callable[[Pace], Pace]) -> None:
    """Change what is remembered, tried again when another process changed it meanwhile."""
    key = f"lookups:pace:{registry.value}"

    def in_one_step(pipe: Pipeline) -> None:
        pace = _read(cast("bytes | None", pipe.get(key)))
        pipe.multi()
        pipe.set(key, msgspec.msgpack.encode(change(pace)), ex=KEPT_SECONDS)

    valkey().transaction(in_one_step, key)


def pace_of(registry: Registry) -> Pace:
    """What is remembered now."""
    return _read(cast("bytes | None", valkey().get(f"lookups:pace:{registry.value}")))


def _read(stored: bytes | None) -> Pace:
    if stored is None:
        return Pace()
    try:
        return msgspec.msgpack.decode(stored, type=Pace)
    except msgspec.DecodeError:
        return Pace()

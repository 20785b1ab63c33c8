"""What can go wrong, each with the way back; and schedules of it, drawn from a seed."""

import random
import signal
import time
from collections.abc import Callable

from tests.chaos.installation import Installation

Event = Callable[[Installation, float], None]


def kill_collector(place: Installation, seconds: float) -> None:
    place.kill("collector")
    time.sleep(seconds)
    place.start_process("collector")
    place.until(place.is_open, "the collector did not open again")


def stop_collector(place: Installation, seconds: float) -> None:
    place.kill("collector", signal.SIGTERM)
    time.sleep(seconds)
    place.start_process("collector")
    place.until(place.is_open, "the collector did not open again")


def kill_worker(place: Installation, seconds: float) -> None:
    place.kill("worker")
    time.sleep(seconds)
    place.start_process("worker")


def kill_beat(place: Installation, seconds: float) -> None:
    place.kill("beat")
    time.sleep(seconds)
    place.start_process("beat")


def kill_valkey(place: Installation, seconds: float) -> None:
    place.kill("valkey")
    time.sleep(seconds)
    place.start_valkey()
    place.until(place.is_open, "the collector did not find Valkey again")


def stop_valkey(place: Installation, seconds: float) -> None:
    place.kill("valkey", signal.SIGTERM)
    time.sleep(seconds)
    place.start_valkey()
    place.until(place.is_open, "the collector did not find Valkey again")


def stop_postgres(place: Installation, seconds: float) -> None:
    place.postgres.stop()
    time.sleep(3 * seconds)
    place.postgres.ensure()


def stop_postgres_for_long(place: Installation, seconds: float) -> None:
    place.postgres.stop()
    time.sleep(30)
    place.postgres.ensure()


def fill_disk(place: Installation, seconds: float) -> None:
    """Valkey can write no more; with `appendfsync always` it ends rather than promise what it cannot keep."""
    place.limit_files(2000)
    time.sleep(seconds)
    place.limit_files(None)
    place.until(place.is_open, "the collector did not find Valkey again")


def move_clock(place: Installation, seconds: float) -> None:
    """The machine's clock jumps by 90 minutes; the collector is started again on it."""
    place.clock_offset = {0: 5400, 5400: -5400, -5400: 0}[place.clock_offset]
    kill_collector(place, seconds)


def raise_shards(place: Installation, seconds: float) -> None:
    """The collector is started again with more shards; worker and beat run on and are told nothing."""
    place.shards += 3
    stop_collector(place, seconds)


EVENTS: dict[str, Event] = {
    event.__name__: event
    for event in (
        kill_collector, stop_collector, kill_worker, kill_beat, kill_valkey, stop_valkey, stop_postgres, fill_disk,
        move_clock, raise_shards,
    )
}  # fmt: skip

AT_LENGTH = EVENTS | {stop_postgres_for_long.__name__: stop_postgres_for_long}
"""Those, and what takes too long for a test that runs every time."""


def schedule(seed: int, length: int) -> list[tuple[str, float, float]]:
    """Events with how long each lasts and how long it is quiet behind it, in seconds; the same for the same seed."""
    chance, names = random.Random(seed), sorted(AT_LENGTH)
    return [(chance.choice(names), chance.uniform(0.1, 1.0), chance.uniform(0.0, 0.8)) for _ in range(length)]

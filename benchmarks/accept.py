"""How many hits with consent evidence are acknowledged a second, as a share of what nginx answers on the same core."""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.request import urlopen

from benchmarks import cores, stage
from benchmarks.load import Load, run_wrk, write_get_script, write_hit_script
from benchmarks.nginx import empty_gif
from benchmarks.tools import fetched

ROUNDS = 5
SECONDS = 3
VISITORS = 2_000
WARM_UP_SECONDS = 2
COLD_VISITORS = 2_000_000
START_SECONDS = 60
NGINX_PORT, DOOR_PORT = 18100, 18101


@dataclass(frozen=True, slots=True)
class Round:
    """One run of the door with nginx before and after it: both as answers a second and as processor µs an answer."""

    door: Load
    door_us: float
    nginx_per_second: float
    nginx_us: float
    nginx_p99_ms: float

    @property
    def ratio(self) -> float:
        """The door's answers a second as a share of nginx's in the same minute."""
        return self.door.per_second / self.nginx_per_second

    @property
    def processor_ratio(self) -> float:
        """The same by processor time, which other programs on the machine disturb far less."""
        return self.nginx_us / self.door_us


def run() -> dict[str, float]:
    """accept_ratio_64, accept_ratio_512, accept_p99_ms_512 and their companions."""
    keys = [row[0] for row in stage.only_sites(1)]
    found: dict[str, float] = {}
    for connections in (64, 512):
        found |= _figures(measure(keys, connections, VISITORS), str(connections))
    cold = measure(keys, 512, COLD_VISITORS, rounds=3)
    found["accept_cold_ratio_512"] = _median(cold, lambda one: one.processor_ratio)
    return found


def measure(keys: list[str], connections: int, visitors: int, *, rounds: int = ROUNDS) -> list[Round]:
    """Rounds of nginx, door, nginx on the server's core."""
    tools = fetched(stage.FOLDER / "tools")
    get = write_get_script(stage.FOLDER / "get.lua")
    with empty_gif(tools["nginx"], stage.FOLDER / "nginx", NGINX_PORT) as nginx, collector() as door:

        def ask_nginx() -> tuple[Load, float]:
            return _timed([nginx], lambda: run_wrk(
                tools["wrk"], f"http://127.0.0.1:{NGINX_PORT}/", get, connections=connections, seconds=SECONDS
            ))  # fmt: skip

        def ask_door(run: int, seconds: float) -> tuple[Load, float]:
            hits = write_hit_script(stage.FOLDER / "hits.lua", keys, visitors=visitors, run=run)
            return _timed([door, stage.valkey_pid()], lambda: run_wrk(
                tools["wrk"], f"http://127.0.0.1:{DOOR_PORT}/", hits, connections=connections, seconds=seconds
            ))  # fmt: skip

        met = 0
        while met < min(visitors, VISITORS):  # until every returning visitor has been there once
            load, _ = ask_door(99 + met, WARM_UP_SECONDS)
            check_all_stored(load, connections)
            met += load.answers
        results = []
        for number in range(rounds):
            before = ask_nginx()
            load, used = ask_door(number, SECONDS)
            check_all_stored(load, connections)
            after = ask_nginx()
            results.append(
                Round(
                    door=load,
                    door_us=used,
                    nginx_per_second=(before[0].per_second + after[0].per_second) / 2,
                    nginx_us=(before[1] + after[1]) / 2,
                    nginx_p99_ms=(before[0].p99_ms + after[0].p99_ms) / 2,
                )
            )
            _say(connections, results[-1])
    return results


@contextmanager
def collector() -> Iterator[int]:
    """The collector as `manage.py collect` runs it, on the server's core, from when it has read all sites."""
    command = [sys.executable, "manage.py", "collect", "--port", str(DOOR_PORT)]
    with stage.server(command, DOOR_PORT, CONNECTLEADS_DATABASE_ROLE="web") as pid:
        _wait_until_healthy(time.monotonic() + START_SECONDS)
        yield pid


def _wait_until_healthy(deadline: float) -> None:
    """Until then it answers 503, and would do so for many. Raises TimeoutError."""
    while time.monotonic() < deadline:
        with suppress(OSError), urlopen(f"http://127.0.0.1:{DOOR_PORT}/healthz") as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError("the collector did not become healthy")


def check_all_stored(load: Load, connections: int) -> None:
    """Every acknowledged hit lies on a stream, and no more than wrk let go unread at its end. Raises RuntimeError.

    The streams are emptied.
    """
    from tracking.stream import BEGINNING, open_entry, read_after, shards_in_use, valkey

    stored = 0
    for shard in shards_in_use():
        position = BEGINNING
        while entries := read_after(shard, position, 500):
            stored += sum(len(open_entry(shard, entry)) for entry in entries)
            position = entries[-1].position
    valkey().flushdb()
    acknowledged = load.answers - load.refused
    if load.refused or not acknowledged <= stored <= acknowledged + 2 * connections:
        raise RuntimeError(f"{acknowledged} hits were acknowledged, {load.refused} refused, {stored} are stored")


def _timed(pids: list[int], work: Callable[[], Load]) -> tuple[Load, float]:
    """What the load came to, and the processor µs that those processes took for each answer."""
    before = cores.seconds_used(pids)
    load = work()
    return load, (cores.seconds_used(pids) - before) / load.answers * 1e6


def _figures(rounds: list[Round], name: str) -> dict[str, float]:
    return {
        f"accept_ratio_{name}": _median(rounds, lambda one: one.ratio),
        f"accept_processor_ratio_{name}": _median(rounds, lambda one: one.processor_ratio),
        f"accept_per_s_{name}": _median(rounds, lambda one: one.door.per_second),
        f"accept_us_{name}": _median(rounds, lambda one: one.door_us),
        f"accept_p50_ms_{name}": _median(rounds, lambda one: one.door.p50_ms),
        f"accept_p99_ms_{name}": _median(rounds, lambda one: one.door.p99_ms),
        f"nginx_per_s_{name}": _median(rounds, lambda one: one.nginx_per_second),
        f"nginx_us_{name}": _median(rounds, lambda one: one.nginx_us),
        f"nginx_p99_ms_{name}": _median(rounds, lambda one: one.nginx_p99_ms),
        f"accept_ratio_spread_{name}": max(one.ratio for one in rounds) - min(one.ratio for one in rounds),
    }


def _median(rounds: list[Round], figure: Callable[[Round], float]) -> float:
    return statistics.median(map(figure, rounds))


def _say(connections: int, one: Round) -> None:
    print(
        f"  {connections} connections: {one.door.per_second:,.0f}/s of nginx's {one.nginx_per_second:,.0f}/s "
        f"= {one.ratio:.2f}; by processor time {one.door_us:.1f} µs of {one.nginx_us:.1f} µs = "
        f"{one.processor_ratio:.2f}; p99 {one.door.p99_ms:.1f} ms (nginx {one.nginx_p99_ms:.1f} ms)",
        flush=True,
    )

"""How many hits a second go from the stream into committed rows, on one core shared with PostgreSQL and Valkey."""

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass

from benchmarks import cores, stage

HITS = 250_000
VISITORS = 100_000
SITES = 200
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Drained:
    """One drain of a backlog; `processor` seconds are those of worker, PostgreSQL and Valkey together."""

    hits: int
    views: int
    seconds: float
    processor: float
    worker: float
    peak_mb: float


def run() -> dict[str, float]:
    """drain_per_s, drain_peak_mb and their companions."""
    stage.empty()
    sites = stage.sites(SITES)
    rounds = [drained(sites, HITS, VISITORS, run=number) for number in range(ROUNDS)]
    for one in rounds:
        print(
            f"  {one.hits:,} hits in {one.seconds:.1f} s = {one.hits / one.seconds:,.0f}/s; "
            f"{one.processor / one.hits * 1e6:.1f} µs of processor a hit; {one.peak_mb:.0f} MB",
            flush=True,
        )
    return {
        "drain_per_s": statistics.median(one.hits / one.seconds for one in rounds),
        "drain_per_processor_s": statistics.median(one.hits / one.processor for one in rounds),
        "drain_peak_mb": max(one.peak_mb for one in rounds),
        "drain_spread_per_s": max(o.hits / o.seconds for o in rounds) - min(o.hits / o.seconds for o in rounds),
    }


def drained(sites: list, hits: int, visitors: int, *, run: int) -> Drained:
    """Fill the streams, drain them in a process of its own, and check that every view is a row."""
    from benchmarks import backlog
    from tracking.stream import valkey

    valkey().flushdb()
    stage.administrator("DELETE FROM tracking_streamposition")
    expected = backlog.fill(sites, hits, visitors, run=run)
    stage.administrator("CHECKPOINT")
    engines = [stage.valkey_pid(), stage.postgres_pid()]
    for pid in engines:
        cores.pin(pid, cores.SERVER)
    before = cores.seconds_used(engines)
    command = ["taskset", "--cpu-list", str(cores.SERVER), sys.executable, "-m", "benchmarks.drain_worker"]
    output = subprocess.run(command, cwd=stage.ROOT, env=os.environ, stdout=subprocess.PIPE, check=True).stdout
    found = json.loads(output)
    found["worker"] = found["processor"]
    found["processor"] += cores.seconds_used(engines) - before
    done = Drained(**found)
    if (done.hits, done.views) != (hits, expected):
        raise RuntimeError(f"{done.hits} of {hits} hits were drained, {done.views} of {expected} views recorded")
    return done

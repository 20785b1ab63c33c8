"""How cost grows: accepting and draining at 1, 1,000 and 50,000 sites, and draining with 10 million views stored."""

import os
import statistics
from collections.abc import Sequence
from uuid import UUID

from benchmarks import accept, drain, stage

SITE_COUNTS = (1, 1_000, 50_000)
STORED_VIEWS = int(os.environ.get("BENCH_STORED_VIEWS", "10000000"))
HITS, VISITORS = 60_000, 24_000
ROUNDS = 3

# Views of one visit, spread over the last two months; their rows are as real ones are.
_STORE_VIEWS = """
INSERT INTO tracking_pageview (tenant_id, at, id, visit_id, site_id, path, title, seconds)
SELECT v.tenant_id, now() - interval '40 days' * random(), gen_random_uuid(), v.id, v.site_id, '/a', 'A', 0
FROM (SELECT * FROM tracking_visit LIMIT 20000) v, generate_series(1, %s)
"""


def run() -> dict[str, float]:
    """growth_sites and growth_views: the cost of a hit in processor time, as a multiple of the small case."""
    stage.empty()
    costs = {count: _costs(stage.sites(count), 100 * turn) for turn, count in enumerate(SITE_COUNTS)}
    first = costs[SITE_COUNTS[0]]
    found = {f"accept_us_{count}_sites": accepting for count, (accepting, _) in costs.items()}
    found |= {f"drain_us_{count}_sites": draining for count, (_, draining) in costs.items()}
    found["growth_sites"] = max(max(a / first[0], d / first[1]) for a, d in costs.values())
    return found | _with_views_stored()


def _costs(sites: Sequence[tuple[str, UUID, UUID]], run: int) -> tuple[float, float]:
    """To accept a hit and to drain one, in µs; `run` makes the ids of hits differ from all before."""
    rounds = accept.measure([row[0] for row in sites[:2000]], 64, 1000, rounds=ROUNDS)
    accepting = statistics.median(one.door_us for one in rounds)
    drained = [drain.drained(sites, HITS, VISITORS, run=run + number) for number in range(ROUNDS)]
    draining = statistics.median(one.processor / one.hits * 1e6 for one in drained)
    print(f"  {len(sites):,} sites: {accepting:.1f} µs to accept a hit, {draining:.1f} µs to drain one", flush=True)
    return accepting, draining


def _with_views_stored() -> dict[str, float]:
    stage.empty()
    sites = stage.sites(200)
    before = _draining(sites, 0)
    stage.administrator(_STORE_VIEWS % max(1, STORED_VIEWS // 20_000))
    stage.administrator("VACUUM ANALYZE tracking_pageview")
    after = _draining(sites, 10)
    print(f"  {STORED_VIEWS:,} views stored: {after:.1f} µs to drain a hit, {before:.1f} µs without", flush=True)
    stage.empty()
    return {"growth_views": after / before, "drain_us_views_stored": after, "stored_views": float(STORED_VIEWS)}


def _draining(sites: Sequence[tuple[str, UUID, UUID]], run: int) -> float:
    rounds = [drain.drained(sites, HITS, VISITORS, run=run + number) for number in range(ROUNDS)]
    return statistics.median(one.processor / one.hits * 1e6 for one in rounds)

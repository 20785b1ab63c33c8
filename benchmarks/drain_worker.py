"""Drains every shard once, as a worker does, and prints what it took (edge; a process of its own)."""

import json
import resource
import sys
import time

import django


def main() -> None:
    """Print hits, views, seconds, processor seconds and the peak of memory in MB as JSON."""
    django.setup()
    from enrichment.drain import drain_shard
    from tracking.stream import shards_in_use

    if len(sys.argv) > 1 and sys.argv[1] == "profile":
        import cProfile
        import pstats

        profile = cProfile.Profile()
        for shard in sorted(shards_in_use()):
            profile.runcall(drain_shard, shard, seconds=600)
        pstats.Stats(profile, stream=sys.stderr).sort_stats(sys.argv[2]).print_stats(60)
        return
    began, used = time.perf_counter(), time.process_time()
    reports = [drain_shard(shard, seconds=600) for shard in sorted(shards_in_use())]
    print(
        json.dumps(
            {
                "hits": sum(report.hits for report in reports),
                "views": sum(report.views for report in reports),
                "seconds": time.perf_counter() - began,
                "processor": time.process_time() - used,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()

"""What the stores tell a Prometheus server when it asks: waiting hits, lag, data age, dead letters, tenants (edge)."""

from collections.abc import Iterator
from datetime import UTC, datetime

import redis
from django.conf import settings
from django.db import DatabaseError
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from connectleads.readiness import readiness
from connectleads.source_metrics import source_gauges
from connectleads.tenancy.models import Tenant
from connectleads.tenancy.scope import unscoped_all_tenants
from tracking.stream import aside_count, backlog, oldest_waiting_at, shards_in_use, waiting_hits


class StoreCollector(Collector):
    """Asks anew at each scrape; a store that is away is told as 0 and does not fail the rest."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Every gauge."""
        found = readiness(datetime.now(UTC))
        yield _gauge("connectleads_database_up", "Whether PostgreSQL answers", float(found.database))
        yield _gauge("connectleads_stream_up", "Whether Valkey answers", float(found.stream))
        if found.lag is not None:
            yield _gauge("connectleads_lag_seconds", "How long the oldest hit waits", found.lag.total_seconds())
        if found.data_age is not None:
            yield _gauge("connectleads_data_age_days", "Age of the network database", float(found.data_age.days))
        if found.stream:
            yield from _streams()
            yield from source_gauges()
        if found.database:
            yield from _tenants()


def _gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, words, value=value)


def _streams() -> Iterator[GaugeMetricFamily]:
    waiting = GaugeMetricFamily("connectleads_waiting_batches", "Batches that wait to be recorded", labels=["shard"])
    hits = GaugeMetricFamily("connectleads_waiting_hits", "Hits that wait to be recorded", labels=["shard"])
    lag = GaugeMetricFamily("connectleads_shard_lag_seconds", "How long a shard's oldest hit waits", labels=["shard"])
    aside = GaugeMetricFamily("connectleads_set_aside", "Entries that could not be read", labels=["shard"])
    now = datetime.now(UTC)
    try:
        for shard in sorted(shards_in_use() | set(range(settings.STREAM_SHARDS))):
            waiting.add_metric([str(shard)], backlog(shard))
            hits.add_metric([str(shard)], waiting_hits(shard))
            lag.add_metric([str(shard)], max(0.0, (now - (oldest_waiting_at(shard) or now)).total_seconds()))
            aside.add_metric([str(shard)], aside_count(shard))
    except redis.RedisError:
        return
    yield from (waiting, hits, lag, aside)


def _tenants() -> Iterator[GaugeMetricFamily]:
    try:
        with unscoped_all_tenants("metrics"):
            count = Tenant.objects.count()
    except DatabaseError:
        return
    yield _gauge("connectleads_tenants", "Tenants of this installation", float(count))

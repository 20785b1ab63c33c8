"""What the sources of identification tell a Prometheus server: how many wait, were asked today, and rest (edge)."""

from collections.abc import Iterator
from datetime import UTC, datetime

import redis
from django.conf import settings
from prometheus_client.core import GaugeMetricFamily

from enrichment.findings import Registry
from enrichment.registry_pace import pace_of
from enrichment.reverse_budget import names_asked
from enrichment.waiting import queue_length


def source_gauges() -> Iterator[GaugeMetricFamily]:
    """Gauges of the registries that are switched on, and of reverse names where they are; nothing without Valkey."""
    now = datetime.now(UTC)
    waiting = GaugeMetricFamily("connectleads_lookups_waiting", "Addresses that wait for it", labels=["registry"])
    asked = GaugeMetricFamily("connectleads_lookups_asked_today", "Questions of this day", labels=["registry"])
    rests = GaugeMetricFamily("connectleads_lookups_resting", "Whether it is left alone", labels=["registry"])
    names = GaugeMetricFamily("connectleads_reverse_names_asked_today", "Addresses whose name was asked for today")
    try:
        for registry in (one for one in Registry if one.value in settings.REGISTRIES):
            pace = pace_of(registry)
            waiting.add_metric([registry.value], queue_length(registry))
            asked.add_metric([registry.value], pace.asked if pace.day == now.date().isoformat() else 0)
            rests.add_metric([registry.value], float(pace.rests_until > now.timestamp()))
        if settings.REVERSE_DNS:
            names.add_metric([], names_asked(now.date()))
    except redis.RedisError:
        return
    yield from (family for family in (waiting, asked, rests, names) if family.samples)

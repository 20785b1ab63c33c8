"""Tasks of the tracking room (edge)."""

import logging
from datetime import UTC, datetime
from typing import Any

from celery import shared_task
from django.conf import settings
from django.db import transaction

from tracking.actions import make_partitions as make_missing
from tracking.actions import months_ahead
from tracking.stream import aside_count, oldest_waiting_at, shards_in_use, waiting_hits
from tracking.stream import forget_in_files as rewrite

log = logging.getLogger(__name__)


@shared_task
def make_partitions(**_: Any) -> None:
    """Make the partitions of page views for this month and the next three. Does nothing where they exist."""
    with transaction.atomic():
        make_missing(months_ahead(datetime.now(UTC).date()))


@shared_task
def sound_alarms(**_: Any) -> None:
    """Log an error for each shard that lags too far behind, or has too much set aside; the settings say how much."""
    now = datetime.now(UTC)
    for shard in sorted(shards_in_use() | shards_in_use(aside=True)):
        lag, aside = (now - (oldest_waiting_at(shard) or now)).total_seconds(), aside_count(shard)
        if lag > settings.LAG_ALARM_SECONDS:
            log.error("shard %s lags %.0f seconds and about %s hits behind", shard, lag, waiting_hits(shard))
        if aside >= settings.ASIDE_ALARM_ENTRIES:
            log.error("shard %s has %s entries that could not be recorded: see manage.py dead_letters", shard, aside)


@shared_task
def forget_in_files(**_: Any) -> None:
    """Have Valkey's append-only file hold no more than what still waits: addresses end on disk too."""
    rewrite()

"""Tasks of the tracking room (edge)."""

from datetime import UTC, datetime
from typing import Any

from celery import shared_task
from django.db import transaction

from tracking.actions import make_partitions as make_missing
from tracking.actions import months_ahead
from tracking.stream import forget_in_files as rewrite


@shared_task
def make_partitions(**_: Any) -> None:
    """Make the partitions of page views for this month and the next three. Does nothing where they exist."""
    with transaction.atomic():
        make_missing(months_ahead(datetime.now(UTC).date()))


@shared_task
def forget_in_files(**_: Any) -> None:
    """Have Valkey's append-only file hold no more than what still waits: addresses end on disk too."""
    rewrite()

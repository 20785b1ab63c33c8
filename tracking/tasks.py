"""Tasks of the tracking room (edge)."""

from datetime import UTC, datetime
from typing import Any

from celery import shared_task
from django.db import transaction

from tracking.actions import make_partitions as make_missing
from tracking.actions import months_ahead


@shared_task
def make_partitions(**_: Any) -> None:
    """Make the partitions of page views for this month and the next three. Does nothing where they exist."""
    with transaction.atomic():
        make_missing(months_ahead(datetime.now(UTC).date()))

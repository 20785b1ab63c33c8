"""Tasks of the enrichment room: each can run twice without harm (edge)."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from celery import shared_task
from django.conf import settings
from django.db import transaction

from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.drain import drain_shard as drain
from tracking.actions import add_drops, save_position
from tracking.queries import position_of
from tracking.stream import DROPS, backlog, drop_fold_done, take_drops


@shared_task
def drain_all(**_: Any) -> None:
    """Send a drain to each shard that has something waiting."""
    for shard in range(settings.STREAM_SHARDS):
        if backlog(shard):
            drain_shard.apply_async(kwargs={"shard": shard}, expires=5)


@shared_task
def drain_shard(shard: int, **_: Any) -> None:
    """Record what waits in one shard."""
    drain(shard)


@shared_task
def fold_drops(**_: Any) -> None:
    """Move the counts of drops from Valkey into PostgreSQL, each exactly once."""
    fold, counts = take_drops()
    if not fold:
        return
    with unscoped_all_tenants("fold drops"), transaction.atomic():
        if position_of(DROPS) != fold:
            add_drops(_by_key(counts))
            save_position(DROPS, fold)
    drop_fold_done()


def _by_key(counts: dict[str, int]) -> dict[tuple[UUID, UUID, date, str], int]:
    summed: dict[tuple[UUID, UUID, date, str], int] = defaultdict(int)
    for name, count in counts.items():
        tenant_id, site_id, day, reason = name.split("|")
        summed[UUID(tenant_id), UUID(site_id), date.fromisoformat(day), reason] += count
    return summed

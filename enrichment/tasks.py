"""Tasks of the enrichment room: each can run twice without harm (edge)."""

import logging
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
from celery import shared_task
from django.conf import settings
from django.db import transaction

from connectleads.tenancy.locks import Work, sole_owner
from connectleads.tenancy.models import Tenant
from connectleads.tenancy.queries import known_sites
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment.company_changes import carry_out_changes
from enrichment.drain import drain_shard as drain
from enrichment.erasure import erase_and_tell, erase_visitors
from enrichment.exclusion_actions import apply_backwards
from enrichment.findings import Registry
from enrichment.lead_search import viewpoint
from enrichment.lookups import serve_registry as serve
from enrichment.objections import hide_objecting as hide
from enrichment.objections import settle_objections
from enrichment.refreshing import refresh_all
from enrichment.rescoring import rescore_step
from enrichment.waiting import is_due
from tracking.actions import add_drops, save_position
from tracking.actions import forget_withdrawals as forget
from tracking.queries import position_of
from tracking.sealing import UnsealError
from tracking.stream import (
    DROPS,
    SealedEntry,
    backlog,
    drop_fold_done,
    forget_withdrawal_entries,
    open_withdrawal,
    read_withdrawals,
    set_aside_withdrawal,
    shards_in_use,
    take_drops,
)
from tracking.withdrawal import Withdrawn

log = logging.getLogger(__name__)
WITHDRAWALS_PER_BATCH = 200
REMEMBERED = timedelta(days=7)
DropKey = tuple[UUID, UUID, date, str]


@shared_task
def drain_all(**_: Any) -> None:
    """Send a drain to each shard that has something waiting."""
    for shard in sorted(shards_in_use()):
        if backlog(shard):
            drain_shard.apply_async(kwargs={"shard": shard}, expires=5)


@shared_task
def drain_shard(shard: int, **_: Any) -> None:
    """Record what waits in one shard."""
    drain(shard)


@shared_task
def serve_registries(**_: Any) -> None:
    """Send a task to the queue of lookups for each registry that has something due."""
    now = datetime.now(UTC)
    for registry in Registry:
        if registry in settings.REGISTRIES and is_due(registry, now=now):
            serve_registry.apply_async(kwargs={"registry": registry.value}, expires=10)


@shared_task
def serve_registry(registry: str, **_: Any) -> None:
    """Ask one registry about what is due."""
    serve(Registry(registry))


@shared_task
def change_companies(**_: Any) -> None:
    """Carry out what staff asked for: companies merged and split."""
    carry_out_changes()


@shared_task
def refresh_sources(**_: Any) -> None:
    """Fetch newer network data from the configured addresses."""
    refresh_all(lambda line: log.info("%s", line))


@shared_task
def erase_withdrawn(**_: Any) -> None:
    """Forget the visitors who took consent back, oldest first, until none waits."""
    while entries := read_withdrawals(WITHDRAWALS_PER_BATCH):
        withdrawn = [one for one in map(_withdrawn, entries) if one is not None]
        with unscoped_all_tenants("erase withdrawn"):
            erase_visitors([one for one in withdrawn if one.receipt_id is None])
            for one in withdrawn:
                if one.receipt_id is not None:
                    erase_and_tell(one)
        forget_withdrawal_entries([entry.position for entry in entries])


@shared_task
def hide_objecting(**_: Any) -> None:
    """Take organisations that do not want to be shown away from every tenant, and give back what staff refused."""
    with unscoped_all_tenants("hide organisations that objected"):
        hide(now=datetime.now(UTC))
        settle_objections()


@shared_task
def forget_withdrawals(**_: Any) -> None:
    """Delete what was remembered of withdrawals when no hit of their time can be on its way any more."""
    with unscoped_all_tenants("forget withdrawals"):
        forget(datetime.now(UTC) - REMEMBERED)


def _withdrawn(entry: SealedEntry) -> Withdrawn | None:
    try:
        return open_withdrawal(entry)
    except (UnsealError, msgspec.DecodeError):
        log.error("a withdrawal could not be opened and was set aside")
        set_aside_withdrawal(entry)
        return None


@shared_task
def fold_drops(**_: Any) -> None:
    """Move the counts of drops from Valkey into PostgreSQL, each exactly once."""
    with sole_owner(Work.FOLD_DROPS) as is_owner:
        fold, counts = take_drops() if is_owner else ("", {})
        if not fold:
            return
        with unscoped_all_tenants("fold drops"), transaction.atomic():
            if position_of(DROPS) != fold:
                add_drops(_of_known_sites(_by_key(counts)))
                save_position(DROPS, fold)
        drop_fold_done()


def _of_known_sites(counts: dict[DropKey, int]) -> dict[DropKey, int]:
    """Without those of sites that were deleted meanwhile."""
    known = known_sites({key[:2] for key in counts})
    return {key: count for key, count in counts.items() if key[:2] in known}


@shared_task
def apply_exclusion(tenant_id: str, rule_id: str, **_: Any) -> None:
    """Apply a rule to what was recorded before it; the worker's role may erase page views, the web's may not."""
    with tenant_scope(UUID(tenant_id)):
        apply_backwards(UUID(rule_id))


@shared_task
def rescore(tenant_id: str, after: str = "", **_: Any) -> None:
    """Score the leads of a tenant anew by its weights: some now, the others in tasks after this one."""
    with tenant_scope(UUID(tenant_id)):
        view = viewpoint(Tenant.objects.get(id=tenant_id), today=datetime.now(UTC).date())
        last = rescore_step(view, after=UUID(after) if after else None)
    if last is not None:
        rescore.delay(tenant_id=tenant_id, after=str(last))


def _by_key(counts: dict[str, int]) -> dict[DropKey, int]:
    summed: dict[DropKey, int] = defaultdict(int)
    for name, count in counts.items():
        tenant_id, site_id, day, reason = name.split("|")
        summed[UUID(tenant_id), UUID(site_id), date.fromisoformat(day), reason] += count
    return summed

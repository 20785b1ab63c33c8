"""The drain: from sealed batches on a stream to committed rows, exactly once (edge).

One owner per shard, by an advisory lock. The stream position is written in the transaction of the rows, so a process
that dies at any moment has either done both or neither. Addresses end here.
"""

import gc
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import repeat
from time import monotonic
from uuid import UUID

import msgspec
from django.db import DataError, IntegrityError, transaction

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.locks import Work, hold_shared, sole_owner
from connectleads.tenancy.queries import known_sites
from connectleads.tenancy.scope import unscoped_all_tenants
from consent.actions import ReceiptDraft, keep_receipts
from consent.evidence import Level
from enrichment.lead_refresh import refresh_leads
from enrichment.placing import place_hits
from enrichment.queries import tenant_views
from enrichment.recording import TenantView, place_for, record
from enrichment.registry_questions import ask_registries_later
from enrichment.rollup_batches import Touched, keep_seconds, keep_sums
from enrichment.rollups import stood
from tracking.actions import lengthen, save_position, store_events, store_page_views, store_visits
from tracking.hit import Hit, HitKind
from tracking.queries import Left, lengthened, position_of, recent_visits, repeated_hits, withdrawals
from tracking.recorded import EventRow
from tracking.sealing import UnsealError
from tracking.stream import (
    BEGINNING,
    SealedEntry,
    backlog,
    forget_through,
    is_before,
    last_position,
    open_entry,
    read_after,
    set_aside,
    stream_name,
)

log = logging.getLogger(__name__)
ENTRIES_PER_READ = 20
HITS_PER_BATCH = 8000  # so many make the cost of a transaction small, and need some 20 MB


@dataclass(slots=True)
class DrainReport:
    """What one run did: `hits` read, `views` recorded, `repeats` seen before, `unreadable` entries set aside."""

    hits: int = 0
    views: int = 0
    repeats: int = 0
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry with the hits in it, or with the `fault` for which it could not be opened."""

    entry: SealedEntry
    hits: tuple[Hit, ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a batch came to: page `views` recorded, and `repeats` that were recorded before."""

    views: int
    repeats: int


def drain_shard(shard: int, *, seconds: float = 20.0) -> DrainReport:
    """Record what waits in a shard's stream, for at most about `seconds`. Does nothing when another process does it."""
    report = DrainReport()
    until = monotonic() + seconds
    with sole_owner(Work.DRAIN, shard) as is_owner, _no_cycles_sought():
        while is_owner and monotonic() < until:
            if not _drain_batch(shard, report):
                break
    return report


@contextmanager
def _no_cycles_sought() -> Iterator[None]:
    """Python would look through the rows of a batch again and again for cycles, which they never form."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _drain_batch(shard: int, report: DrainReport) -> int:
    """Record the next entries in one transaction; how many it read.

    When PostgreSQL refuses what they hold, each is tried by itself, so that the one at fault is set aside alone.
    """
    with unscoped_all_tenants("drain"):
        position = position_of(stream_name(shard))
        batch = _next_batch(shard, position)
        if not batch:
            _tidy(shard, position)
            return 0
        try:
            _record(shard, batch, report)
        except (DataError, IntegrityError):
            for one in batch:
                _record_or_set_aside(shard, one, report)
        forget_through(shard, batch[-1].entry.position)
    return len(batch)


def _next_batch(shard: int, position: str) -> list[Opened]:
    """The entries after a position, opened, until they hold enough hits for one transaction."""
    batch: list[Opened] = []
    hits = 0
    while hits < HITS_PER_BATCH:
        entries = read_after(shard, position, ENTRIES_PER_READ)
        opened = [_open(shard, entry) for entry in entries]
        batch += opened
        hits += sum(len(one.hits) for one in opened)
        if len(entries) < ENTRIES_PER_READ:
            break
        position = entries[-1].position
    return batch


def _record(shard: int, batch: Sequence[Opened], report: DrainReport) -> None:
    """Rows and position in one transaction; what could not be opened is set aside once that is committed."""
    with transaction.atomic():
        hold_shared(Work.WITHDRAW)
        stored = store_hits([hit for one in batch for hit in one.hits])
        save_position(stream_name(shard), batch[-1].entry.position)
    report.views += stored.views
    report.repeats += stored.repeats
    for one in batch:
        report.hits += len(one.hits)
        if one.fault:
            _set_aside(shard, one.entry, one.fault, report)


def _record_or_set_aside(shard: int, one: Opened, report: DrainReport) -> None:
    try:
        _record(shard, [one], report)
    except (DataError, IntegrityError):
        _set_aside(shard, one.entry, "rows", report)  # first, so that a process that dies here loses nothing
        save_position(stream_name(shard), one.entry.position)


def _open(shard: int, entry: SealedEntry) -> Opened:
    try:
        return Opened(entry, open_entry(shard, entry))
    except UnsealError as error:
        return Opened(entry, fault=error.reason)
    except msgspec.DecodeError:
        return Opened(entry, fault="content")


def _set_aside(shard: int, entry: SealedEntry, reason: str, report: DrainReport) -> None:
    report.unreadable += 1
    set_aside(shard, entry, reason)
    log.error("an entry of %s could not be recorded (%s) and was set aside", stream_name(shard), reason)


def _tidy(shard: int, position: str) -> None:
    """Nothing lies behind the position: remove what a drain that died left before it, or begin a lost stream anew."""
    if backlog(shard) == 0:
        return
    if is_before(last_position(shard), position):
        log.error("%s went back in time, so it is read again from its beginning", stream_name(shard))
        save_position(stream_name(shard), BEGINNING)
    else:
        forget_through(shard, position)


def store_hits(hits: Sequence[Hit]) -> Stored:
    """Record a batch of hits in the caller's transaction and scope."""
    sites = known_sites({(hit.tenant_id, hit.site_id) for hit in hits})
    hits = [hit for hit in hits if (hit.tenant_id, hit.site_id) in sites]  # of a site that is gone nothing is kept
    hits = _not_withdrawn(hits)
    tenants = tenant_views({hit.tenant_id for hit in hits})
    hits = [hit for hit in hits if not _is_left_out(hit, tenants)]
    seen = [hit for hit in hits if hit.kind is HitKind.VIEW]
    views = _unrepeated(seen)
    touched = _store_views(views, tenants)
    touched |= _store_reading_time([hit for hit in hits if hit.kind is HitKind.LEAVE], tenants)
    store_events([_event(hit) for hit in hits if hit.kind is HitKind.EVENT])
    refresh_leads(touched)
    return Stored(views=len(views), repeats=len(seen) - len(views))


def _not_withdrawn(hits: Sequence[Hit]) -> list[Hit]:
    """Without those whose visitor took consent back after they were sent."""
    withdrawn = withdrawals({(hit.tenant_id, hit.site_id, hit.visitor_hash) for hit in hits})
    return [
        hit
        for hit in hits
        if (at := withdrawn.get((hit.tenant_id, hit.site_id, hit.visitor_hash))) is None or at < hit.at
    ]


def _event(hit: Hit) -> EventRow:
    return EventRow(
        tenant_id=hit.tenant_id,
        id=hit.id,
        at=hit.at,
        site_id=hit.site_id,
        visitor_hash=hit.visitor_hash,
        name=hit.event,
        path=hit.path,
        target=hit.target,
    )


def _is_left_out(hit: Hit, tenants: Mapping[UUID, TenantView]) -> bool:
    tenant = tenants.get(hit.tenant_id)
    return tenant is not None and tenant.exclusions.leaves_out_hit(address=hit.address, path=hit.path)


def _unrepeated(views: Sequence[Hit]) -> list[Hit]:
    """The first of each hit id, without those recorded in the last day."""
    first: dict[tuple[UUID, UUID], Hit] = {}
    for hit in views:
        first.setdefault((hit.tenant_id, hit.id), hit)
    if not first:
        return []
    repeats = repeated_hits(first.keys(), min(hit.at for hit in views))
    return [hit for key, hit in first.items() if key not in repeats]


def _store_views(views: list[Hit], tenants: Mapping[UUID, TenantView]) -> Touched:
    if not views:
        return set()
    receipts = dict(zip(map(_key, views), keep_receipts([_receipt(hit) for hit in views]), strict=True))
    placed = place_hits(views)
    since: dict[tuple[UUID, UUID, bytes], datetime] = {}
    for hit in views:
        visitor = (hit.tenant_id, hit.site_id, hit.visitor_hash)
        since[visitor] = min(hit.at, since.get(visitor, hit.at))
    known = recent_visits(since.items())
    before = stood(known, tenants)
    recorded = record(
        placed.hits,
        known=known,
        place_of=lambda hit: place_for(placed.places[hit.address], tenants[hit.tenant_id]),
        receipts=lambda hit: receipts[_key(hit)],
        new_ids=(new_id() for _ in repeat(None)),
    )
    with keep_sums(recorded, before, tenants) as touched:
        store_visits(recorded.visits)
        store_page_views(recorded.page_views)
    ask_registries_later(views, placed.ask, {view.id: view.visit_id for view in recorded.page_views})
    return touched


def _store_reading_time(leaves: list[Hit], tenants: Mapping[UUID, TenantView]) -> Touched:
    longer = lengthened([Left(hit.tenant_id, hit.of, hit.seconds, hit.at) for hit in leaves if hit.of is not None])
    lengthen(longer)
    return keep_seconds(longer, tenants)


def _key(hit: Hit) -> tuple[UUID, UUID]:
    return (hit.tenant_id, hit.id)


def _receipt(hit: Hit) -> ReceiptDraft:
    proof = hit.proof
    return ReceiptDraft(
        tenant_id=hit.tenant_id,
        site_id=hit.site_id,
        platform=proof.platform,
        level=proof.level,
        gate_version=proof.gate_version,
        statistics=proof.statistics,
        marketing=proof.marketing,
        choice_at=proof.choice_at,
        choice_at_is_from_cookie=proof.choice_at_is_from_cookie,
        reference_hash=proof.reference_hash,
        value_hash=proof.value_hash,
        policy_version=proof.policy_version,
        revision=proof.revision,
        is_attested=proof.level == Level.X,
        received_at=hit.at,
        expires_at=proof.expires_at,
    )

"""The drain: from sealed batches on a stream to committed rows, exactly once (edge).

One owner per shard, by an advisory lock. The stream position is written in the transaction of the rows, so a process
that dies at any moment has either done both or neither. Addresses end here.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
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
from enrichment.actions import Organisation, keep_organisations
from enrichment.identification import identify
from enrichment.lead_refresh import refresh_leads
from enrichment.queries import tenant_views
from enrichment.recording import Place, TenantView, place_for, record
from enrichment.rollup_batches import Touched, keep_seconds, keep_sums
from enrichment.rollups import stood
from enrichment.verdict import SHOWN_FROM
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
ENTRIES_PER_BATCH = 500


@dataclass(slots=True)
class DrainReport:
    """What one run did: `hits` read, `views` recorded, `repeats` seen before, `unreadable` entries set aside."""

    hits: int = 0
    views: int = 0
    repeats: int = 0
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Stored:
    """What a batch came to: page `views` recorded, and `repeats` that were recorded before."""

    views: int
    repeats: int


def drain_shard(shard: int, *, seconds: float = 20.0) -> DrainReport:
    """Record what waits in a shard's stream, for at most about `seconds`. Does nothing when another process does it."""
    report = DrainReport()
    until = monotonic() + seconds
    with sole_owner(Work.DRAIN, shard) as is_owner:
        while is_owner and monotonic() < until:
            entries = _drain_batch(shard, report)
            if entries < ENTRIES_PER_BATCH:
                break
    return report


def _drain_batch(shard: int, report: DrainReport) -> int:
    """Record the next entries in one transaction; how many it read.

    When PostgreSQL refuses what they hold, each is tried by itself, so that the one at fault is set aside alone.
    """
    with unscoped_all_tenants("drain"):
        position = position_of(stream_name(shard))
        entries = read_after(shard, position, ENTRIES_PER_BATCH)
        if not entries:
            _tidy(shard, position)
            return 0
        try:
            _record(shard, entries, report)
        except (DataError, IntegrityError):
            for entry in entries:
                _record_or_set_aside(shard, entry, report)
        forget_through(shard, entries[-1].position)
    return len(entries)


def _record(shard: int, entries: Sequence[SealedEntry], report: DrainReport) -> None:
    """Rows and position in one transaction; what could not be opened is set aside once that is committed."""
    opened = [_open(shard, entry) for entry in entries]
    with transaction.atomic():
        hold_shared(Work.WITHDRAW)
        stored = store_hits([hit for one in opened if not isinstance(one, str) for hit in one])
        save_position(stream_name(shard), entries[-1].position)
    report.views += stored.views
    report.repeats += stored.repeats
    for entry, one in zip(entries, opened, strict=True):
        if isinstance(one, str):
            _set_aside(shard, entry, one, report)
        else:
            report.hits += len(one)


def _record_or_set_aside(shard: int, entry: SealedEntry, report: DrainReport) -> None:
    try:
        _record(shard, [entry], report)
    except (DataError, IntegrityError):
        _set_aside(shard, entry, "rows", report)  # first, so that a process that dies here loses nothing
        save_position(stream_name(shard), entry.position)


def _open(shard: int, entry: SealedEntry) -> tuple[Hit, ...] | str:
    """The hits of an entry, or why there are none."""
    try:
        return open_entry(shard, entry)
    except UnsealError as error:
        return error.reason
    except msgspec.DecodeError:
        return "content"


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
    drafts = {(hit.tenant_id, hit.id): _receipt(hit) for hit in views}
    receipts = keep_receipts(list(drafts.values()))
    since: dict[tuple[UUID, UUID, bytes], datetime] = {}
    for hit in views:
        visitor = (hit.tenant_id, hit.site_id, hit.visitor_hash)
        since[visitor] = min(hit.at, since.get(visitor, hit.at))
    known = recent_visits(since.items())
    before = stood(known, tenants)
    places = _places({hit.address for hit in views})
    recorded = record(
        views,
        known=known,
        place_of=lambda hit: place_for(places[hit.address], tenants[hit.tenant_id]),
        receipts=lambda hit: receipts[drafts[hit.tenant_id, hit.id].choice],
        new_ids=(new_id() for _ in repeat(None)),
    )
    with keep_sums(recorded, before, tenants) as touched:
        store_visits(recorded.visits)
        store_page_views(recorded.page_views)
    return touched


def _store_reading_time(leaves: list[Hit], tenants: Mapping[UUID, TenantView]) -> Touched:
    longer = lengthened([Left(hit.tenant_id, hit.of, hit.seconds, hit.at) for hit in leaves if hit.of is not None])
    lengthen(longer)
    return keep_seconds(longer, tenants)


def _places(addresses: set[bytes]) -> dict[bytes, Place]:
    """Where each address belongs. This is the only place where an address is looked at."""
    found = {address: Organisation(*identify(ip_address(address))) for address in addresses}
    shown = {address: one for address, one in found.items() if _is_sure(one)}
    ids = keep_organisations(set(shown.values()))
    return {
        address: Place(one.verdict.kind.value, *ids[one], one.company_key[1])
        if address in shown
        else Place(_kind_of_unsure(one))
        for address, one in found.items()
    }


def _is_sure(one: Organisation) -> bool:
    return one.verdict.organisation is not None and one.verdict.confidence >= SHOWN_FROM


def _kind_of_unsure(one: Organisation) -> str:
    return "unknown" if one.verdict.organisation is not None else one.verdict.kind.value


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

"""Records one batch of hits: receipts, visits with their organisations, page views, events and the sums (edge).

Runs in the caller's transaction and scope. The keys by which hits are told apart here are numbers and bytes, because a
UUID's own hash and comparison are made in Python and would cost more than all the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import repeat
from typing import Any
from uuid import UUID

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.queries import known_sites
from consent.actions import ReceiptDraft, keep_receipts
from consent.evidence import Level
from enrichment.event_points import keep_event_points
from enrichment.lead_refresh import refresh_leads
from enrichment.own_browsers import without_claims
from enrichment.placing import place_hits
from enrichment.queries import tenant_views
from enrichment.recording import TenantView, place_for, record, visitor_number
from enrichment.registry_questions import ask_registries_later
from enrichment.rollup_batches import Touched, keep_seconds, keep_sums
from enrichment.rollups import stood
from tracking.actions import lengthen, store_events, store_page_views, store_visits
from tracking.hit import Hit, HitKind, sites_of
from tracking.queries import Left, lengthened, recent_visits, repeated_hits, sites_with_withdrawals, withdrawals
from tracking.recorded import EventRow

HitKey = tuple[int, int]
"""The numbers of (tenant, hit id): ids are made by browsers, so they tell hits apart within a tenant only."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What a batch came to: page `views` recorded, and `repeats` that were recorded before."""

    views: int
    repeats: int


def store_hits(hits: Sequence[Hit]) -> Stored:
    """Record a batch of hits in the caller's transaction and scope."""
    sites = known_sites(sites_of(hits))
    hits = without_claims(_not_withdrawn(_of_sites(hits, sites), sites))
    tenants = tenant_views({tenant_id for tenant_id, _ in sites})
    hits = _not_left_out(hits, tenants)
    seen = [hit for hit in hits if hit.kind is HitKind.VIEW]
    views = _unrepeated(seen)
    read, left_later = _reading_time(views, [hit for hit in hits if hit.kind is HitKind.LEAVE])
    touched = _store_views(views, tenants, read)
    touched |= _store_reading_time(left_later, tenants)
    events = [_event(hit) for hit in hits if hit.kind is HitKind.EVENT]
    store_events(events)
    touched |= keep_event_points(events, tenants)
    refresh_leads(touched)
    return Stored(views=len(views), repeats=len(seen) - len(views))


def _of_sites(hits: Sequence[Hit], sites: set[tuple[UUID, UUID]]) -> list[Hit]:
    """Of a site that is gone nothing is kept."""
    numbers = {(tenant_id.int, site_id.int) for tenant_id, site_id in sites}
    return [hit for hit in hits if (hit.tenant_id.int, hit.site_id.int) in numbers]


def _not_withdrawn(hits: Sequence[Hit], sites: set[tuple[UUID, UUID]]) -> Sequence[Hit]:
    """Without those whose visitor took consent back after they were sent."""
    asked = {(tenant_id.int, site_id.int) for tenant_id, site_id in sites_with_withdrawals(sites)}
    if not asked:
        return hits
    visitors = {
        visitor_number(hit): (hit.tenant_id, hit.site_id, hit.visitor_hash)
        for hit in hits
        if (hit.tenant_id.int, hit.site_id.int) in asked
    }
    found = withdrawals(visitors.values())
    withdrawn = {(tenant.int, site.int, visitor): at for (tenant, site, visitor), at in found.items()}
    return [hit for hit in hits if (at := withdrawn.get(visitor_number(hit))) is None or at < hit.at]


def _not_left_out(hits: Sequence[Hit], tenants: Mapping[UUID, TenantView]) -> Sequence[Hit]:
    """Without those that their tenant does not want recorded at all."""
    rules = {tenant_id.int: one.exclusions for tenant_id, one in tenants.items() if one.exclusions.leave_out_hits}
    if not rules:
        return hits
    return [
        hit
        for hit in hits
        if (found := rules.get(hit.tenant_id.int)) is None
        or not found.leaves_out_hit(
            address=hit.address, path=hit.path, site_id=hit.site_id, visitor_hash=hit.visitor_hash
        )
    ]


def _unrepeated(views: Sequence[Hit]) -> list[Hit]:
    """The first of each hit id, without those recorded in the last day."""
    first: dict[HitKey, Hit] = {}
    for hit in views:
        first.setdefault(_key(hit), hit)
    if not first:
        return []
    found = repeated_hits([(hit.tenant_id, hit.id) for hit in first.values()], min(hit.at for hit in views))
    repeats = {(tenant_id.int, hit_id.int) for tenant_id, hit_id in found}
    return [hit for key, hit in first.items() if key not in repeats]


def _reading_time(views: Sequence[Hit], leaves: Sequence[Hit]) -> tuple[dict[HitKey, int], list[Left]]:
    """Seconds that the batch itself tells of its views; and what was left of views that were recorded before."""
    viewed_at = {_key(hit): hit.at for hit in views} if leaves else {}
    seconds: dict[HitKey, int] = {}
    later = []
    for hit in leaves:
        if hit.of is None:
            continue
        left, key = Left(hit.tenant_id, hit.of, hit.seconds, hit.at), (hit.tenant_id.int, hit.of.int)
        at = viewed_at.get(key)
        if at is None:
            later.append(left)
        else:
            seconds[key] = max(seconds.get(key, 0), left.seconds_since(at))
    return seconds, later


def _store_views(views: list[Hit], tenants: Mapping[UUID, TenantView], read: Mapping[HitKey, int]) -> Touched:
    if not views:
        return set()
    receipts = _keep_receipts(views)
    placed = place_hits(views)
    known = recent_visits(_since(views))
    before = stood(known, tenants)
    recorded = record(
        placed.hits,
        known=known,
        place_of=lambda hit: place_for(placed.places[hit.address], tenants[hit.tenant_id]),
        receipts=lambda hit: receipts[_agreement(hit)],
        new_ids=(new_id() for _ in repeat(None)),
        seconds=lambda hit: read.get(_key(hit), 0),
    )
    with keep_sums(recorded, before, tenants) as touched:
        store_visits(recorded.visits)
        store_page_views(recorded.page_views)
    if placed.ask:
        ask_registries_later(placed.hits, placed.ask, {view.id: view.visit_id for view in recorded.page_views})
    return touched


def _since(views: Sequence[Hit]) -> list[tuple[tuple[UUID, UUID, bytes], datetime]]:
    """Each visitor's first hit of the batch."""
    first: dict[tuple[int, int, bytes], Hit] = {}
    for hit in views:
        visitor = visitor_number(hit)
        known = first.get(visitor)
        if known is None or hit.at < known.at:
            first[visitor] = hit
    return [((hit.tenant_id, hit.site_id, hit.visitor_hash), hit.at) for hit in first.values()]


def _store_reading_time(left: Sequence[Left], tenants: Mapping[UUID, TenantView]) -> Touched:
    longer = lengthened(left)
    lengthen(longer)
    return keep_seconds(longer, tenants)


def _key(hit: Hit) -> HitKey:
    return (hit.tenant_id.int, hit.id.int)


def _agreement(hit: Hit) -> tuple[Any, ...]:
    """What the hits of one agreement have in common, so that its receipt is made once for all of them."""
    proof = hit.proof
    return (
        hit.tenant_id.int,
        hit.site_id.int,
        proof.reference_hash,
        proof.value_hash,
        proof.statistics,
        proof.marketing,
        proof.policy_version,
        proof.revision,
        proof.choice_at if proof.choice_at_is_from_cookie else None,
    )


def _keep_receipts(views: Sequence[Hit]) -> dict[tuple[Any, ...], UUID]:
    """The receipt of each agreement among the hits; it tells of the last of them."""
    latest: dict[tuple[Any, ...], Hit] = {}
    for hit in views:
        agreement = _agreement(hit)
        known = latest.get(agreement)
        if known is None or known.at < hit.at:
            latest[agreement] = hit
    return dict(zip(latest, keep_receipts([_receipt(hit) for hit in latest.values()]), strict=True))


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

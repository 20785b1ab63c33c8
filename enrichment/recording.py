"""Turns a batch of hits into rows: visits with organisations, and page views (pure).

The drain reads what exists, calls `record`, and stores the result; addresses are in the hits and in nothing that
comes out.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter
from uuid import UUID
from zoneinfo import ZoneInfo

from enrichment.exclusions import NOTHING, Exclusions
from enrichment.scoring import DEFAULT, Weights
from tracking.hit import Hit
from tracking.recorded import PageViewRow, VisitRow
from tracking.sessions import Window, window_of

VisitorNumber = tuple[int, int, bytes]
"""(tenant, site, visitor), the ids as numbers: see enrichment.hit_batch"""
QUARTER = 900  # seconds
_at = attrgetter("at")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address belongs: the kind of its network and, for an organisation, its ids and country."""

    kind: str
    company_id: UUID | None = None
    network_id: UUID | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class TenantView:
    """What recording needs to know of a tenant: its days, the kinds it wants as leads, what it leaves out and finds
    important."""

    time_zone: ZoneInfo
    lead_kinds: frozenset[str]
    exclusions: Exclusions = NOTHING
    weights: Weights = DEFAULT


@dataclass(slots=True)
class Recorded:
    """What is to be stored."""

    visits: list[VisitRow] = field(default_factory=list)
    page_views: list[PageViewRow] = field(default_factory=list)


def record(
    views: Sequence[Hit],
    *,
    known: Iterable[VisitRow],
    place_of: Callable[[Hit], Place],
    receipts: Callable[[Hit], UUID],
    new_ids: Iterator[UUID],
    seconds: Callable[[Hit], int] = lambda _: 0,
) -> Recorded:
    """Rows for `views` (hits of kind view, none recorded before). `known` are recent visits of the same visitors.

    `seconds` tells how long each was read, as far as it is known by now.
    """
    recorded = Recorded()
    existing: dict[VisitorNumber, list[VisitRow]] = defaultdict(list)
    for visit in known:
        existing[visitor_number(visit)].append(visit)
    for visitor, hits in _by_visitor(views).items():
        visits = _visits_of(hits, existing.get(visitor, ()), place_of, receipts, new_ids)
        recorded.visits.extend({id(visit): visit for visit in visits}.values())
        for hit, visit in zip(hits, visits, strict=True):
            page_view = _page_view(hit, visit, seconds(hit))
            visit.seconds += page_view.seconds
            recorded.page_views.append(page_view)
    return recorded


def place_for(place: Place, tenant: TenantView) -> Place:
    """The place as a tenant wants it recorded: without a company that it leaves out."""
    if place.company_id is None or not tenant.exclusions.leaves_out_company(place.company_id, place.country):
        return place
    return Place("excluded")


def local_day(at: datetime, tenant: TenantView) -> date:
    """The tenant's own date at that time."""
    return _day_of_quarter(tenant.time_zone, int(at.timestamp()) // QUARTER)


@lru_cache(maxsize=4096)
def _day_of_quarter(zone: ZoneInfo, quarter: int) -> date:
    """A day begins at a quarter of an hour everywhere, so one answer holds for all hits of that quarter."""
    return datetime.fromtimestamp(quarter * QUARTER, zone).date()


def visitor_number(one: Hit | VisitRow) -> VisitorNumber:
    """Whose hit or visit it is."""
    return (one.tenant_id.int, one.site_id.int, one.visitor_hash)


def _by_visitor(views: Sequence[Hit]) -> dict[VisitorNumber, list[Hit]]:
    grouped: dict[VisitorNumber, list[Hit]] = defaultdict(list)
    for hit in views:
        grouped[visitor_number(hit)].append(hit)
    for hits in grouped.values():
        if len(hits) > 1:
            hits.sort(key=_at)
    return grouped


def _visits_of(
    hits: list[Hit],
    known: Iterable[VisitRow],
    place_of: Callable[[Hit], Place],
    receipts: Callable[[Hit], UUID],
    new_ids: Iterator[UUID],
) -> list[VisitRow]:
    """The visit of each hit (in order of time), brought up to date with it."""
    rows = list(known)
    visits = []
    for hit in hits:
        place = place_of(hit)
        row = _row_for(hit.at, place, rows)
        if row is None:
            row = _new_visit(next(new_ids), hit, place, receipts(hit))
            rows.append(row)
        window = _window(row).with_hit(hit.at)
        row.started_at, row.last_hit_at = window.started_at, window.last_hit_at
        row.page_views += 1
        if row.company_id is None:
            _place(row, place)
        visits.append(row)
    return visits


def _row_for(at: datetime, place: Place, rows: Sequence[VisitRow]) -> VisitRow | None:
    """The visit that goes on with a hit from this place; one from another organisation's network begins a new visit."""
    if not rows:
        return None
    candidates = (row for row in rows if _is_same_organisation(row.company_id, place.company_id))
    window = window_of(at, map(_window, candidates))
    return next(row for row in rows if row.id == window.visit_id) if window else None


def _is_same_organisation(one: UUID | None, other: UUID | None) -> bool:
    return one is None or other is None or one == other


def _window(row: VisitRow) -> Window:
    return Window(row.id, row.started_at, row.last_hit_at)


def _new_visit(visit_id: UUID, hit: Hit, place: Place, receipt_id: UUID) -> VisitRow:
    return VisitRow(
        tenant_id=hit.tenant_id,
        id=visit_id,
        site_id=hit.site_id,
        receipt_id=receipt_id,
        visitor_hash=hit.visitor_hash,
        started_at=hit.at,
        last_hit_at=hit.at,
        source=hit.source,
        medium=hit.medium,
        campaign=hit.campaign,
        entry_path=hit.path,
        kind=place.kind,
    )


def _place(row: VisitRow, place: Place) -> None:
    if place.company_id is not None:
        row.kind, row.company_id, row.network_id = place.kind, place.company_id, place.network_id


def _page_view(hit: Hit, visit: VisitRow, seconds: int) -> PageViewRow:
    return PageViewRow(
        tenant_id=hit.tenant_id,
        at=hit.at,
        id=hit.id,
        visit_id=visit.id,
        site_id=hit.site_id,
        path=hit.path,
        title=hit.title,
        seconds=seconds,
    )

"""Reads everything that was recorded about one browser on one website (edge). GDPR art. 15(1), 20."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from tracking.models import Event, PageView, Visit


@dataclass(frozen=True, slots=True)
class HeldPage:
    """A page that was seen, and for how many engaged seconds."""

    at: datetime
    path: str
    title: str
    seconds: int


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """Something that was done on a page."""

    at: datetime
    name: str
    path: str
    target: str


@dataclass(frozen=True, slots=True)
class HeldVisit:
    """A visit with all that hangs on it. `company_id` is None where no organisation was recognised."""

    started_at: datetime
    last_hit_at: datetime
    source: str
    medium: str
    campaign: str
    kind: str
    company_id: UUID | None
    receipt_id: UUID
    pages: tuple[HeldPage, ...]
    events: tuple[HeldEvent, ...]


def visits_by_browser(site_id: UUID, visitor_hash: bytes) -> dict[UUID, int]:
    """How many pages each visit of one browser to a website of the tenant in scope holds, by the visit's id."""
    rows = Visit.objects.filter(site_id=site_id, visitor_hash=visitor_hash).order_by("started_at", "id")
    return dict(rows.values_list("id", "page_views"))


def visits_of(site_id: UUID, visitor_hash: bytes) -> tuple[HeldVisit, ...]:
    """The visits of one browser to a website of the tenant in scope, newest first."""
    visits = list(Visit.objects.filter(site_id=site_id, visitor_hash=visitor_hash).order_by("-started_at"))
    ids = [visit.id for visit in visits]
    pages: dict[UUID, list[HeldPage]] = defaultdict(list)
    for view in PageView.objects.filter(visit_id__in=ids).order_by("at"):
        pages[view.visit_id].append(HeldPage(view.at, view.path, view.title, view.seconds))
    events: dict[UUID, list[HeldEvent]] = defaultdict(list)
    for event in Event.objects.filter(visit_id__in=ids).order_by("at"):
        events[event.visit_id].append(HeldEvent(event.at, event.name, event.path, event.target))
    return tuple(
        HeldVisit(
            started_at=visit.started_at,
            last_hit_at=visit.last_hit_at,
            source=visit.source,
            medium=visit.medium,
            campaign=visit.campaign,
            kind=visit.kind,
            company_id=visit.company_id,
            receipt_id=visit.receipt_id,
            pages=tuple(pages[visit.id]),
            events=tuple(events[visit.id]),
        )
        for visit in visits
    )

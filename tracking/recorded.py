"""Rows on their way into the tables of this room (pure)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

VisitorKey = tuple[UUID, UUID, bytes]


class VisitRow(msgspec.Struct, kw_only=True, eq=False):
    """A visit as it will stand in the database. `is_new` and `had_company` tell what it was before this batch."""

    tenant_id: UUID
    id: UUID
    site_id: UUID
    receipt_id: UUID
    visitor_hash: bytes
    started_at: datetime
    last_hit_at: datetime
    source: str
    medium: str
    campaign: str
    entry_path: str
    kind: str
    network_id: UUID | None = None
    company_id: UUID | None = None
    page_views: int = 0
    seconds: int = 0
    is_new: bool = True
    had_company: bool = False

    @property
    def visitor(self) -> VisitorKey:
        """Whose visit it is, within one site."""
        return (self.tenant_id, self.site_id, self.visitor_hash)


class PageViewRow(msgspec.Struct, frozen=True, kw_only=True):
    """A page view as it will stand in the database."""

    tenant_id: UUID
    at: datetime
    id: UUID
    visit_id: UUID
    site_id: UUID
    path: str
    title: str
    seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event on its way to the visit it happened in, which is found by visitor and time."""

    tenant_id: UUID
    id: UUID
    at: datetime
    site_id: UUID
    visitor_hash: bytes
    name: str
    path: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LongerView:
    """A page view that turned out longer by `more` seconds."""

    tenant_id: UUID
    at: datetime
    id: UUID
    visit_id: UUID
    site_id: UUID
    company_id: UUID | None
    seconds: int
    more: int


@dataclass(frozen=True, slots=True)
class PlacedVisit:
    """A visit whose organisation became known after it was recorded, with what it had brought by then."""

    tenant_id: UUID
    id: UUID
    site_id: UUID
    started_at: datetime
    last_hit_at: datetime
    page_views: int
    seconds: int

"""Leads with their sums over all time, as programs read them: those seen last first (edge: it reads)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from connectleads.tenancy.models import Tenant
from enrichment.models import Lead
from enrichment.queries import tenant_view


@dataclass(frozen=True, slots=True)
class FedLead:
    """A lead as it is told to a program."""

    id: UUID
    name: str
    country: str
    domain: str
    kind: str
    confidence: float
    status: str
    first_seen_at: datetime
    last_seen_at: datetime
    visits: int
    page_views: int
    seconds: int


def lead_feed(tenant: Tenant, *, since: datetime, limit: int, offset: int) -> list[FedLead]:
    """Leads of the tenant in scope that were seen since a moment, of the kinds that it wants to see."""
    rows = _shown(tenant).filter(last_seen_at__gte=since).order_by("-last_seen_at", "id")
    return [_fed(row) for row in rows[offset : offset + limit]]


def fed_lead(tenant: Tenant, lead_id: UUID) -> FedLead | None:
    """One of them, whenever it was seen; None when there is none."""
    return next((_fed(row) for row in _shown(tenant).filter(id=lead_id)), None)


def _shown(tenant: Tenant) -> QuerySet[Lead]:
    kinds = tenant_view(tenant).lead_kinds
    rows: QuerySet[Lead] = Lead.objects.select_related("company", "network")
    return rows.filter(kind__in=kinds, hidden_at=None)


def _fed(row: Lead) -> FedLead:
    return FedLead(
        id=row.id,
        name=row.company.name,
        country=row.company.country,
        domain=row.company.domain,
        kind=row.network.kind,
        confidence=row.network.confidence,
        status=row.status,
        first_seen_at=row.first_seen_at,
        last_seen_at=row.last_seen_at,
        visits=row.visits,
        page_views=row.page_views,
        seconds=row.seconds,
    )

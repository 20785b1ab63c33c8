"""Report behind the traffic of one website: its visits by day, and how its key pages are read (edge: it reads)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from connectleads.tenancy.models import Tenant
from dashboard.chart import Chart, chart
from dashboard.page_names import page_name
from dashboard.websites.cards import DAYS
from enrichment.lead_numbers import key_page_views, site_numbers
from enrichment.lead_search import viewpoint
from enrichment.queries import tenant_view


@dataclass(frozen=True, slots=True)
class KeyPageRow:
    """A key page: what to call it, its path, its points, and how often it was read, by companies and in all."""

    name: str
    path: str
    points: int
    lead_views: int
    views: int


@dataclass(frozen=True, slots=True)
class Traffic:
    """The last 28 of the tenant's days."""

    chart: Chart
    key_pages: tuple[KeyPageRow, ...]


def site_traffic(tenant: Tenant, site_id: UUID, *, now: datetime) -> Traffic:
    """The traffic of a website of the tenant in scope. `now` is aware."""
    today = now.astimezone(tenant_view(tenant).time_zone).date()
    first = today - timedelta(days=DAYS - 1)
    view = viewpoint(tenant, today=today, locked=frozenset())
    days = site_numbers(view, first=first, last=today, site_id=site_id)
    return Traffic(
        chart=chart([one.day for one in days], [one.visits for one in days], [one.lead_visits for one in days]),
        key_pages=tuple(
            KeyPageRow(page_name(one.path, one.title), one.path, one.points, one.lead_views, one.views)
            for one in key_page_views(view, site_id=site_id, first=first)
        ),
    )

"""Report behind the page of a tenant's websites: the snippet to paste, and what it brought (edge: it reads)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from connectleads.tenancy.models import Purpose, Site
from connectleads.tenancy.queries import sites
from consent.platforms import PLATFORMS
from dashboard.drop_words import drop_words
from tracking.queries import SiteActivity, site_activity

DAYS = 28
NOTHING = SiteActivity(views=0, last_view_at=None, dropped=())


@dataclass(frozen=True, slots=True)
class Dropped:
    """How many hits were dropped for one reason, in words."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class SiteCard:
    """One website: its settings in words, the line to paste, and the last 28 days."""

    id: UUID
    name: str
    hosts: tuple[str, ...]
    platform: str
    purpose: str
    max_age_days: int
    is_active: bool
    snippet: str
    views: int
    last_view_at: datetime | None
    dropped: tuple[Dropped, ...]


def site_cards(*, collector_url: str, now: datetime) -> tuple[SiteCard, ...]:
    """The websites of the tenant in scope, by name."""
    activity = site_activity(now - timedelta(days=DAYS))
    return tuple(site_card(site, activity.get(site.id, NOTHING), collector_url) for site in sites())


def site_card(site: Site, activity: SiteActivity, collector_url: str) -> SiteCard:
    """One website with what it brought."""
    platform = PLATFORMS.get(site.platform)
    return SiteCard(
        id=site.id,
        name=site.name,
        hosts=tuple(site.hosts),
        platform=platform.label if platform else site.platform,
        purpose=str(Purpose(site.purpose).label),
        max_age_days=site.max_age_days,
        is_active=site.is_active,
        snippet=f'<script async src="{collector_url}/s/{site.key}.js"></script>',
        views=activity.views,
        last_view_at=activity.last_view_at,
        dropped=tuple(Dropped(drop_words(reason), count) for reason, count in activity.dropped),
    )

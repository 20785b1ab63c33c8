"""Report behind the page of a tenant's websites: the snippet to paste, and what it brought (edge: it reads)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Sum

from connectleads.tenancy.models import Purpose, Site
from consent.platforms import PLATFORMS
from dashboard.drop_words import drop_words
from tracking.drops import DropReason
from tracking.models import DropCount, PageView

DAYS = 28


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
    since = now - timedelta(days=DAYS)
    views: dict[UUID, dict[str, Any]] = {
        row["site_id"]: dict(row)
        for row in PageView.objects.filter(at__gte=since).values("site_id").annotate(views=Count("id"), last=Max("at"))
    }
    dropped: dict[UUID, list[Dropped]] = defaultdict(list)
    drops = DropCount.objects.filter(day__gte=since.date()).values("site_id", "reason")
    for row in drops.annotate(sum=Sum("count")).order_by("-sum"):
        dropped[row["site_id"]].append(Dropped(drop_words(DropReason(row["reason"])), row["sum"]))
    return tuple(
        SiteCard(
            id=site.id,
            name=site.name,
            hosts=tuple(site.hosts),
            platform=PLATFORMS[site.platform].label if site.platform in PLATFORMS else site.platform,
            purpose=str(Purpose(site.purpose).label),
            max_age_days=site.max_age_days,
            is_active=site.is_active,
            snippet=f'<script async src="{collector_url}/s/{site.key}.js"></script>',
            views=views.get(site.id, {}).get("views", 0),
            last_view_at=views.get(site.id, {}).get("last"),
            dropped=tuple(dropped[site.id]),
        )
        for site in Site.objects.order_by("name", "id")
    )

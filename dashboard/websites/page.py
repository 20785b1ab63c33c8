"""Report behind the page of one website: what to paste, whether it works, and what was refused (edge: it reads)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from connectleads.tenancy.models import Site
from connectleads.tenancy.queries import site as find_site
from consent.queries import SettingsVersion, Snapshot, latest_snapshot, settings_versions
from dashboard.drop_words import drop_words, next_step
from dashboard.websites.cards import DAYS, NOTHING, SiteCard, site_card
from dashboard.websites.install_texts import InstallTexts, install_texts
from tracking.drops import DropReason
from tracking.queries import drops_by_day, site_activity
from tracking.sites import SITES
from tracking.snippet import NOTHING as NO_SCRIPT
from tracking.snippet import script_for
from tracking.stream import RECORDED, latest_verification

VERSIONS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Pulse:
    """Whether it works: how the latest request went, in words, while its owner is trying it."""

    is_verifying: bool
    verifying_until: datetime | None
    at: datetime | None
    is_recorded: bool
    words: str
    advice: str


@dataclass(frozen=True, slots=True)
class RefusalRow:
    """One reason: its words, and how often on each of the last days, oldest first."""

    words: str
    total: int
    by_day: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RefusalDay:
    """One day, with a count for each reason in the order of the rows."""

    day: date
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SitePage:
    """Everything that the page of one website shows."""

    site: Site
    card: SiteCard
    texts: InstallTexts
    pulse: Pulse
    days: tuple[date, ...]
    refusals: tuple[RefusalRow, ...]
    versions: tuple[SettingsVersion, ...]
    snapshot: Snapshot | None

    @property
    def refused(self) -> int:
        """How many requests were not counted."""
        return sum(row.total for row in self.refusals)

    @property
    def by_day(self) -> tuple[RefusalDay, ...]:
        """The same by day, newest first; days without any are left out."""
        days = (RefusalDay(day, tuple(row.by_day[n] for row in self.refusals)) for n, day in enumerate(self.days))
        return tuple(day for day in reversed(tuple(days)) if any(day.counts))


def site_page(site_id: UUID, *, collector_url: str, now: datetime) -> SitePage | None:
    """The report on a website of the tenant in scope, or None when there is no such website."""
    site = find_site(site_id)
    if site is None:
        return None
    days = tuple((now - timedelta(days=back)).date() for back in range(DAYS - 1, -1, -1))
    return SitePage(
        site=site,
        card=site_card(site, site_activity(now - timedelta(days=DAYS)).get(site.id, NOTHING), collector_url),
        texts=_texts(site, collector_url),
        pulse=_pulse(site, now),
        days=days,
        refusals=_refusals(site.id, days),
        versions=tuple(settings_versions(site.id, limit=VERSIONS_SHOWN)),
        snapshot=latest_snapshot(site.id),
    )


def site_pulse(site_id: UUID, *, now: datetime) -> Pulse | None:
    """Only how the latest request went, or None when there is no such website."""
    site = find_site(site_id)
    return _pulse(site, now) if site else None


def _pulse(site: Site, now: datetime) -> Pulse:
    until = site.verifying_until
    latest = latest_verification(site.id) if until is not None and now < until else None
    if latest is None:
        return Pulse(until is not None and now < until, until, None, is_recorded=False, words="", advice="")
    outcome, at = latest
    reason = None if outcome == RECORDED else DropReason(outcome)
    return Pulse(
        is_verifying=True,
        verifying_until=until,
        at=at,
        is_recorded=reason is None,
        words=drop_words(reason) if reason else "",
        advice=next_step(reason) if reason else "",
    )


def _texts(site: Site, collector_url: str) -> InstallTexts:
    tracked = SITES.find(site.key)
    script = script_for(tracked) if tracked else NO_SCRIPT
    return install_texts(
        address=f"{collector_url}/s/{site.key}.js",
        pinned_address=f"{collector_url}/s/{site.key}.{script.digest}.js",
        integrity=script.integrity if script.source else "",
        purpose=site.purpose,
        visitor_page=f"{settings.PUBLIC_URL}/v/{site.key}/",
        link_words=_("See and erase what ConnectLeads holds about this browser"),
    )


def _refusals(site_id: UUID, days: tuple[date, ...]) -> tuple[RefusalRow, ...]:
    counted = drops_by_day(site_id, since=days[0])
    rows = (
        RefusalRow(drop_words(reason), sum(by_day.values()), tuple(by_day.get(day, 0) for day in days))
        for reason, by_day in counted.items()
    )
    return tuple(sorted(rows, key=lambda row: -row.total))

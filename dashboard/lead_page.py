"""Report behind the page of one lead (edge: it reads)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from dashboard.access import Member
from dashboard.day_bars import DayBar, day_bars
from dashboard.monogram import Monogram, monogram
from enrichment.evidence_words import certainty_words, sentence, source_words
from enrichment.lead_status import LeadStatus
from enrichment.lead_summaries import LeadSummary, daily_page_views, lead_summary
from enrichment.queries import LeadProof, LeadVisit, lead_proof, lead_visits, tenant_view, top_pages
from enrichment.warmth import HeatLevel, heat, heat_level

VISITS_SHOWN = 40
BAR_DAYS = 28


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page on the way through the site: what to call it, its path, and how long it was read in seconds."""

    name: str
    path: str
    seconds: int


@dataclass(frozen=True, slots=True)
class SeenVisit:
    """One line of the timeline. `minutes` is engaged time, rounded up; `more` counts pages beyond those shown."""

    started_at: datetime
    pages: tuple[SeenPage, ...]
    minutes: int
    source: str
    medium: str
    campaign: str


@dataclass(frozen=True, slots=True)
class SeenDay:
    """A day of the timeline, newest visit first."""

    day: date
    visits: tuple[SeenVisit, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of evidence, in words, for or against, with its source and date."""

    text: str
    supports: bool
    source: str


@dataclass(frozen=True, slots=True)
class CallLine:
    """What makes this week worth a call: the page read most, how often, by how many visitors, and whether today."""

    page: str
    times: int
    visitors: int
    is_today: bool


@dataclass(frozen=True, slots=True)
class LeadPage:
    """The page of one lead. `summary` has sums over all time."""

    summary: LeadSummary
    tile: Monogram
    heat: int
    heat_level: HeatLevel
    status: LeadStatus
    certainty: str
    certainty_percent: int
    reasons: tuple[Reason, ...]
    proof: LeadProof
    days: tuple[SeenDay, ...]
    bars: tuple[DayBar, ...]
    top: tuple[tuple[str, int], ...]
    minutes: int
    call: CallLine | None
    statuses: tuple[LeadStatus, ...] = tuple(LeadStatus)


def lead_page(member: Member, lead_id: UUID, *, now: datetime) -> LeadPage | None:
    """The report on a lead of the tenant in scope, or None when there is no such lead."""
    zone = tenant_view(member.tenant).time_zone
    today = now.astimezone(zone).date()
    summary = lead_summary(member.tenant, lead_id, today=today)
    proof = lead_proof(lead_id)
    if summary is None or proof is None:
        return None
    visits = lead_visits(summary.company_id, limit=VISITS_SHOWN)
    week = top_pages(summary.company_id, since=now - timedelta(days=28), limit=6)
    bar_first = today - timedelta(days=BAR_DAYS - 1)
    views = daily_page_views(member.tenant, [lead_id], first=bar_first, last=today)[lead_id]
    degrees = heat(summary.points)
    return LeadPage(
        summary=summary,
        tile=monogram(summary.name),
        heat=degrees,
        heat_level=heat_level(degrees),
        status=LeadStatus(summary.status),
        certainty=certainty_words(summary.confidence),
        certainty_percent=round(summary.confidence * 100),
        reasons=tuple(Reason(sentence(one), one.supports, source_words(one)) for one in proof.evidence),
        proof=proof,
        days=_days(visits, zone),
        bars=day_bars(views, first=bar_first),
        top=tuple((page_name(path, title), count) for path, title, count in week),
        minutes=_minutes(summary.seconds),
        call=_call_line(visits, now, zone),
    )


def page_name(path: str, title: str) -> str:
    """What to call a page: the first part of its title, or its path."""
    for mark in (" | ", " – ", " — ", " - ", " · "):
        title = title.split(mark)[0]
    return title.strip() or path


def _days(visits: Iterable[LeadVisit], zone: ZoneInfo) -> tuple[SeenDay, ...]:
    def day_of(visit: LeadVisit) -> date:
        return visit.started_at.astimezone(zone).date()

    return tuple(SeenDay(day, tuple(_seen(visit, zone) for visit in some)) for day, some in groupby(visits, key=day_of))


def _seen(visit: LeadVisit, zone: ZoneInfo) -> SeenVisit:
    return SeenVisit(
        started_at=visit.started_at.astimezone(zone),
        pages=tuple(SeenPage(page_name(path, title), path, seconds) for path, title, seconds in visit.pages),
        minutes=_minutes(visit.seconds),
        source=visit.source,
        medium=visit.medium,
        campaign=visit.campaign,
    )


def _minutes(seconds: int) -> int:
    return -(-seconds // 60)


def _call_line(visits: list[LeadVisit], now: datetime, zone: ZoneInfo) -> CallLine | None:
    """The page read most in the last seven days, when somebody was there in those days."""
    recent = [visit for visit in visits if visit.last_hit_at >= now - timedelta(days=7)]
    times: dict[str, int] = {}
    for path, title, _ in (page for visit in recent for page in visit.pages):
        if path != "/":
            times[page_name(path, title)] = times.get(page_name(path, title), 0) + 1
    if not times:
        return None
    page = max(times, key=lambda name: times[name])
    is_today = any(visit.last_hit_at.astimezone(zone).date() == now.astimezone(zone).date() for visit in recent)
    return CallLine(page, times[page], len({visit.visitor_hash for visit in recent}), is_today)

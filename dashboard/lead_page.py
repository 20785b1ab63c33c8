"""Report behind the page of one lead (edge: it reads)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from dashboard.access import Member
from dashboard.day_bars import DayBar, day_bars
from dashboard.event_words import event_words
from dashboard.kind_names import kind_name
from dashboard.lead_team import LeadTeam, lead_team
from dashboard.monogram import Monogram, monogram
from dashboard.page_names import page_name
from dashboard.score_words import part_words
from dashboard.trade_registers import RegisterLink, register_link
from enrichment.evidence_words import certainty_words, network_words, sentence, source_words
from enrichment.lead_facts import LeadFacts, LeadVisit, lead_facts, lead_visits
from enrichment.lead_search import viewpoint
from enrichment.lead_status import LeadStatus
from enrichment.legal_basis import legal_basis
from enrichment.queries import tenant_view
from enrichment.scoring import ScoredDay, Weights, points_of, score_parts
from enrichment.warmth import HeatLevel, heat, heat_level

VISITS_SHOWN = 40
BAR_DAYS = 28
SCORE_DAYS = 90
TOP_PAGES = 6


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page on the way through the site: what to call it, its path, and how long it was read in seconds."""

    name: str
    path: str
    seconds: int


@dataclass(frozen=True, slots=True)
class SeenVisit:
    """One line of the timeline. `minutes` is engaged time, rounded up; `events` are what was done, and how often."""

    started_at: datetime
    pages: tuple[SeenPage, ...]
    events: tuple[tuple[str, int], ...]
    minutes: int
    source: str
    medium: str
    campaign: str

    @property
    def moment(self) -> str:
        """When it began, for programs."""
        return self.started_at.isoformat()

    @property
    def clock(self) -> str:
        """When it began, for people."""
        return f"{self.started_at.hour:02}:{self.started_at.minute:02}"


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
class ScoreLine:
    """What one thing adds to the score: in words, in points, and in per cent of all points."""

    words: str
    points: int
    share: int


@dataclass(frozen=True, slots=True)
class LeadPage:
    """The page of one lead. `lead` has sums over all time; `basis_line` is "" when no consent is kept any more."""

    lead: LeadFacts
    tile: Monogram
    heat: int
    heat_level: HeatLevel
    score: tuple[ScoreLine, ...]
    half_life_days: int
    status: LeadStatus
    kind: str
    certainty: str
    certainty_percent: int
    reasons: tuple[Reason, ...]
    networks: tuple[str, ...]
    days: tuple[SeenDay, ...]
    bars: tuple[DayBar, ...]
    top: tuple[tuple[str, int], ...]
    minutes: int
    call: CallLine | None
    team: LeadTeam
    basis_line: str
    register: RegisterLink | None
    statuses: tuple[LeadStatus, ...] = tuple(LeadStatus)


def lead_page(member: Member, lead_id: UUID, *, now: datetime) -> LeadPage | None:
    """The report on a lead of the tenant in scope, or None when there is no such lead."""
    zone = tenant_view(member.tenant).time_zone
    today = now.astimezone(zone).date()
    view = viewpoint(member.tenant, today=today, locked=member.locked)
    lead = lead_facts(view, lead_id, days=SCORE_DAYS, pages=TOP_PAGES)
    if lead is None:
        return None
    visits = lead_visits(view, lead.company_id, limit=VISITS_SHOWN)
    basis = legal_basis(lead_id)
    degrees = heat(points_of(lead.warmth, view.weights, today=today))
    return LeadPage(
        lead=lead,
        tile=monogram(lead.name),
        heat=degrees,
        heat_level=heat_level(degrees),
        score=_score(lead.days, view.weights, today),
        half_life_days=view.weights.half_life_days,
        status=LeadStatus(lead.status),
        kind=kind_name(lead.kind),
        certainty=certainty_words(lead.confidence),
        certainty_percent=round(lead.confidence * 100),
        reasons=tuple(Reason(sentence(one), one.supports, source_words(one)) for one in lead.evidence),
        networks=tuple(network_words(block) for block in lead.networks),
        days=_days(visits, zone),
        bars=day_bars(_bar_values(lead.days, today), first=today - timedelta(days=BAR_DAYS - 1)),
        top=tuple((page_name(path, title), count) for path, title, count in lead.top_pages),
        minutes=_minutes(lead.seconds),
        call=_call_line(visits, now, zone),
        basis_line=basis.line(now) if basis else "",
        register=register_link(lead.country, lead.name),
        team=lead_team(member, lead_id, owner_id=lead.owner_id, tags=lead.tags, today=today),
    )


def _score(days: Sequence[ScoredDay], weights: Weights, today: date) -> tuple[ScoreLine, ...]:
    parts = score_parts(days, weights, today=today)
    whole = sum(part.points for part in parts)
    return tuple(
        ScoreLine(part_words(one), max(round(one.points), 1), round(100 * one.points / whole)) for one in parts
    )


def _bar_values(days: Sequence[ScoredDay], today: date) -> list[int]:
    values = [0] * BAR_DAYS
    for one in days:
        at = (one.day - today).days + BAR_DAYS - 1
        if 0 <= at < BAR_DAYS:
            values[at] += one.page_views
    return values


def _days(visits: Iterable[LeadVisit], zone: ZoneInfo) -> tuple[SeenDay, ...]:
    def day_of(visit: LeadVisit) -> date:
        return visit.started_at.astimezone(zone).date()

    return tuple(SeenDay(day, tuple(_seen(visit, zone) for visit in some)) for day, some in groupby(visits, key=day_of))


def _seen(visit: LeadVisit, zone: ZoneInfo) -> SeenVisit:
    return SeenVisit(
        started_at=visit.started_at.astimezone(zone),
        pages=tuple(SeenPage(page_name(path, title), path, seconds) for path, title, seconds in visit.pages),
        events=tuple((event_words(name), count) for name, count in Counter(visit.events).items()),
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

"""Report behind the overview: what there is since somebody was last here, and how the period goes (edge: it reads)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from dashboard.access import Member
from dashboard.chart import Chart, chart
from dashboard.desk import Desk, open_desk
from dashboard.drop_words import drop_words, is_choice
from dashboard.filter_words import period_words
from dashboard.monogram import Monogram, monogram
from dashboard.page_names import page_name
from dashboard.periods import LENGTHS, Period, period_from
from dashboard.queries import OpenTask
from dashboard.sparkline import sparkline
from dashboard.veil import Veil
from enrichment.lead_numbers import (
    CompanySums,
    Highlight,
    PeriodNumbers,
    Ranked,
    SiteNumbers,
    highlights,
    period_numbers,
    site_numbers,
)
from enrichment.lead_search import LeadDays, lead_days, viewpoint
from enrichment.lead_search_sql import Viewpoint
from enrichment.queries import tenant_view
from enrichment.scoring import points_of
from enrichment.warmth import HeatLevel, heat, heat_level
from tracking.drops import DropReason
from tracking.queries import any_visit

SHOWN_LEADS = 5
RANKED = 7
LEAST_CHART_DAYS = 14
SPARK_DAYS = 28
MENTION_DAYS = 14


@dataclass(frozen=True, slots=True)
class ShownLead:
    """A lead in a short list."""

    id: UUID
    name: str
    tile: Monogram
    country: str
    heat: int
    heat_level: HeatLevel
    spark: str
    last_seen_at: datetime


@dataclass(frozen=True, slots=True)
class ShortList:
    """A few leads, and how many there are in all. `address` shows all of them, or is ""."""

    leads: tuple[ShownLead, ...]
    total: int
    address: str


@dataclass(frozen=True, slots=True)
class Share:
    """A row of a ranking: its words, its count, and how long its bar is (0 to 100)."""

    name: str
    more: str
    count: int
    all_count: int
    bar: int
    address: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task or a mention on somebody's desk."""

    id: UUID
    lead_id: UUID
    lead_name: str
    tile: Monogram
    text: str
    due_on: date | None = None
    created_at: datetime | None = None
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Consent:
    """How many of the hits that could be judged came with consent: `rate` in per cent, None without any hit."""

    rate: int | None
    granted: int
    refused: int
    reasons: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of a period."""

    companies: CompanySums
    visits: int
    lead_visits: int

    @property
    def recognised(self) -> int:
        """Per cent of visits that came from a company."""
        return round(100 * self.lead_visits / self.visits) if self.visits else 0


@dataclass(frozen=True, slots=True)
class Overview:
    """The overview page. `since` is when its reader was last here, None on the first day."""

    period: Period
    period_words: str
    periods: tuple[str, ...]
    since: datetime | None
    part_of_day: str
    now: Totals
    before: Totals
    new: ShortList
    back: ShortList
    rising: ShortList
    tasks: tuple[Waiting, ...]
    mentions: tuple[Waiting, ...]
    chart: Chart
    chart_before: Chart
    sources: tuple[Share, ...]
    pages: tuple[Share, ...]
    consent: Consent
    today: date
    is_first_run: bool

    @property
    def has_no_before(self) -> bool:
        """Whether the period before saw nothing at all, so that there is nothing to compare with."""
        return not self.before.visits


def overview(member: Member, query: Mapping[str, str], *, now: datetime) -> Overview:
    """The overview that an address asks for. `now` is aware."""
    zone = tenant_view(member.tenant).time_zone
    today = now.astimezone(zone).date()
    view = viewpoint(member.tenant, today=today)
    period = period_from(query, today=today)
    before = period.before
    mentioned_since = now - timedelta(days=MENTION_DAYS)
    desk = open_desk(member.user.pk, until=today, since=mentioned_since, now=now, notes_look=member.look is None)
    since = desk.since(now)
    named = {one.lead_id for one in desk.tasks} | {one.lead_id for one in desk.mentions}
    worth = highlights(view, since=since or view.start_of(today - timedelta(days=6)), named=named, limit=SHOWN_LEADS)
    worth = Veil(view.locked).over(worth)
    sparks = lead_days(
        view, {one.id for one in worth if one.list != "named"}, first=today - timedelta(days=SPARK_DAYS - 1), last=today
    )
    numbers = period_numbers(view, before_first=before.first, first=period.first, last=period.last, limit=RANKED)
    chart_first = min(period.first, period.last - timedelta(days=LEAST_CHART_DAYS - 1))
    days = site_numbers(view, first=min(before.first, chart_first), last=period.last)
    here = [one for one in days if one.day >= period.first]
    there = [one for one in days if before.first <= one.day <= before.last]
    lists = {name: _short_list(name, worth, view, sparks, since) for name in ("new", "back", "rising")}
    return Overview(
        period=period,
        period_words=period_words(period),
        periods=(*LENGTHS, "month"),
        since=since.astimezone(zone) if since else None,
        part_of_day=_part_of_day(now.astimezone(zone).hour),
        now=_totals(numbers.now, here),
        before=_totals(numbers.before, there),
        tasks=_tasks(desk, worth, today),
        mentions=_mentions(desk, worth, zone),
        chart=_chart([one for one in days if one.day >= chart_first]),
        chart_before=_chart(there),
        sources=_shares(numbers.sources, _source),
        pages=_shares(numbers.pages, _page),
        consent=_consent(numbers, here),
        today=today,
        is_first_run=not any(one.visits for one in days) and not worth and not any_visit(),
        **lists,
    )


def _part_of_day(hour: int) -> str:
    return "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"


def _totals(companies: CompanySums, days: Sequence[SiteNumbers]) -> Totals:
    return Totals(companies, sum(one.visits for one in days), sum(one.lead_visits for one in days))


def _chart(days: Sequence[SiteNumbers]) -> Chart:
    return chart([one.day for one in days], [one.visits for one in days], [one.lead_visits for one in days])


def _short_list(
    name: str, worth: Sequence[Highlight], view: Viewpoint, days: LeadDays, since: datetime | None
) -> ShortList:
    some = [one for one in worth if one.list == name]
    addresses = {"new": "?period=7&novelty=new", "back": "?period=7&novelty=back", "rising": ""}
    return ShortList(
        leads=tuple(_shown(one, view, days) for one in some),
        total=some[0].total if some else 0,
        address=addresses[name],
    )


def _shown(one: Highlight, view: Viewpoint, days: LeadDays) -> ShownLead:
    degrees = heat(points_of(one.warmth, view.weights, today=view.today))
    first = view.today - timedelta(days=SPARK_DAYS - 1)
    return ShownLead(
        id=one.id,
        name=one.name,
        tile=monogram(one.name),
        country=one.country,
        heat=degrees,
        heat_level=heat_level(degrees),
        spark=sparkline(days.page_views(one.id, first, view.today)),
        last_seen_at=one.last_seen_at,
    )


def _tasks(desk: Desk, worth: Sequence[Highlight], today: date) -> tuple[Waiting, ...]:
    names = {one.id: one.name for one in worth}

    def waiting(one: OpenTask) -> Waiting:
        name = names.get(one.lead_id, "")
        return Waiting(
            one.id, one.lead_id, name, monogram(name), one.text, due_on=one.due_on, is_late=one.due_on < today
        )

    return tuple(waiting(one) for one in desk.tasks)


def _mentions(desk: Desk, worth: Sequence[Highlight], zone: ZoneInfo) -> tuple[Waiting, ...]:
    names = {one.id: one.name for one in worth}
    return tuple(
        Waiting(
            one.id,
            one.lead_id,
            names.get(one.lead_id, ""),
            monogram(names.get(one.lead_id, "")),
            one.text,
            created_at=one.created_at.astimezone(zone),
        )
        for one in desk.mentions
    )


def _shares(found: Sequence[Ranked], words: Callable[[Ranked], tuple[str, str, str]]) -> tuple[Share, ...]:
    most = max((one.lead_count for one in found), default=0) or 1
    return tuple(
        Share(name, more, one.lead_count, one.count, round(100 * one.lead_count / most), address)
        for one in found
        if one.lead_count
        for name, more, address in (words(one),)
    )


def _source(one: Ranked) -> tuple[str, str, str]:
    asked = {"source": one.name, "medium": one.more} if one.more else {"source": one.name}
    return one.name, one.more, "?" + urlencode(asked)


def _page(one: Ranked) -> tuple[str, str, str]:
    return page_name(one.name, one.more), one.name, "?" + urlencode({"path": one.name})


def _consent(numbers: PeriodNumbers, days: Sequence[SiteNumbers]) -> Consent:
    """Hits with consent against hits that the visitor's choice, or the want of one, kept out."""
    granted = sum(one.page_views for one in days)
    kept_out = [one for one in numbers.drops if is_choice(DropReason(one.name))]
    refused = sum(one.lead_count for one in kept_out)
    judged = granted + refused
    return Consent(
        rate=round(100 * granted / judged) if judged else None,
        granted=granted,
        refused=refused,
        reasons=_shares(numbers.drops, lambda one: (drop_words(DropReason(one.name)), "", "")),
    )

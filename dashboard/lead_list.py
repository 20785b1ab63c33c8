"""Report behind the lead list: one frozen value that its template only has to show (edge: it reads)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from dashboard.access import Member
from dashboard.monogram import Monogram, monogram
from dashboard.periods import LENGTHS, Period, period
from dashboard.sparkline import sparkline
from enrichment.evidence_words import VERY_SURE, certainty_words
from enrichment.lead_status import LeadStatus
from enrichment.lead_summaries import LeadSort, LeadSummary, PeriodSums, daily_page_views, lead_summaries, period_sums
from enrichment.queries import tenant_view
from enrichment.warmth import HeatLevel, heat, heat_level
from tracking.queries import any_visit

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class LeadQuestion:
    """What the address asks for; anything unknown in it falls back to the default."""

    period: Period
    sort: LeadSort
    search: str
    status: LeadStatus | None
    page: int

    @classmethod
    def from_address(cls, query: dict[str, str], *, now: datetime) -> "LeadQuestion":
        """Read it from the address's query; `now` is in the tenant's time zone."""
        sort, status, page = query.get("sort"), query.get("status"), query.get("page", "1")
        return cls(
            period=period(query.get("period"), today=now.date()),
            sort=LeadSort(sort) if sort in list(LeadSort) else LeadSort.WARMTH,
            search=query.get("q", "").replace("\0", "").strip()[:100],
            status=LeadStatus(status) if status in LeadStatus.values else None,
            page=_page_number(page),
        )


def _page_number(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < 6
    return max(int(text), 1) if is_number else 1


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One line of the list. `heat` is 0 to 100, `spark` the points of a 74×22 line, `is_sure` hides the certainty."""

    id: UUID
    name: str
    tile: Monogram
    country: str
    domain: str
    heat: int
    heat_level: HeatLevel
    spark: str
    visits: int
    page_views: int
    source: str
    medium: str
    last_seen_at: datetime
    status: LeadStatus
    certainty: str
    is_sure: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class LeadList:
    """The lead list page. `next_page` is None on the last one; `is_first_run` until the first visit ever."""

    question: LeadQuestion
    periods: tuple[str, ...]
    sums: PeriodSums
    before: PeriodSums
    rows: tuple[LeadRow, ...]
    next_page: int | None
    is_first_run: bool

    @property
    def total(self) -> int:
        """All leads of the period, whatever the filters."""
        return self.sums.new + self.sums.returning

    @property
    def lead_share(self) -> int:
        """Per cent of all consented visits that came from a company we could name."""
        return round(100 * self.sums.lead_visits / self.sums.all_visits) if self.sums.all_visits else 0


def lead_list(member: Member, query: dict[str, str], *, now: datetime) -> LeadList:
    """The list that the address asks for. `now` is aware."""
    local_now = now.astimezone(tenant_view(member.tenant).time_zone)
    question = LeadQuestion.from_address(query, now=local_now)
    asked, before = question.period, question.period.before
    found = lead_summaries(
        member.tenant,
        first=asked.first,
        last=asked.last,
        today=local_now.date(),
        sort=question.sort,
        search=question.search,
        status=question.status.value if question.status else "",
        limit=PAGE_SIZE + 1,
        offset=(question.page - 1) * PAGE_SIZE,
    )
    if not found and question.page > 1:  # a page that was there yesterday
        return lead_list(member, {**query, "page": "1"}, now=now)
    sums = period_sums(member.tenant, first=asked.first, last=asked.last)
    return LeadList(
        question=question,
        periods=tuple(LENGTHS),
        sums=sums,
        before=period_sums(member.tenant, first=before.first, last=before.last),
        rows=_rows(member, found[:PAGE_SIZE], local_now, asked),
        next_page=question.page + 1 if len(found) > PAGE_SIZE else None,
        is_first_run=not sums.all_visits and not any_visit(),
    )


def _rows(member: Member, found: list[LeadSummary], now: datetime, asked: Period) -> tuple[LeadRow, ...]:
    line = period("28", today=now.date())
    sparks = daily_page_views(member.tenant, [one.id for one in found], first=line.first, last=line.last)
    return tuple(_row(one, sparks[one.id], now, asked) for one in found)


def _row(one: LeadSummary, views: list[int], now: datetime, asked: Period) -> LeadRow:
    degrees = heat(one.points)
    return LeadRow(
        id=one.id,
        name=one.name,
        tile=monogram(one.name),
        country=one.country,
        domain=one.domain,
        heat=degrees,
        heat_level=heat_level(degrees),
        spark=sparkline(views),
        visits=one.visits,
        page_views=one.page_views,
        source=one.source,
        medium=one.medium,
        last_seen_at=one.last_seen_at,
        status=LeadStatus(one.status),
        certainty=certainty_words(one.confidence),
        is_sure=one.confidence >= VERY_SURE,
        is_new=one.first_seen_at.astimezone(now.tzinfo).date() >= asked.first,
    )

"""Report behind the lead list: one frozen value that its template only has to show (edge: it reads)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import parse_qsl
from uuid import UUID

from connectleads.tenancy.queries import Colleague, colleagues, sites
from dashboard.access import Member
from dashboard.filter_address import Asked, mark_text, read_address, sort_text
from dashboard.filter_words import Chip, Names, chips, period_words
from dashboard.monogram import Monogram, monogram
from dashboard.periods import LENGTHS
from dashboard.queries import SavedSegment, followed_by, segments_of
from dashboard.score_words import score_reason
from dashboard.sort_words import SORT_WORDS
from dashboard.sparkline import sparkline
from dashboard.veil import Veil
from enrichment.evidence_words import VERY_SURE, certainty_words
from enrichment.lead_filter import LeadOrder, LeadSort
from enrichment.lead_search import FoundLead, LeadDays, find_leads, lead_days, viewpoint
from enrichment.lead_search_sql import Viewpoint
from enrichment.lead_status import LeadStatus
from enrichment.queries import tenant_view
from enrichment.scoring import points_of, score_parts
from enrichment.warmth import HeatLevel, heat, heat_level
from tracking.queries import any_visit

PAGE_SIZE = 50
SPARK_DAYS = 28
SCORE_DAYS = 90
NEW_DAYS = 6


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One line of the list. `heat` is 0 to 100 and `reason` says why, `spark` the points of a 74×22 line, `is_sure`
    hides the certainty. Visits and page views are those of the period."""

    id: UUID
    name: str
    tile: Monogram
    country: str
    domain: str
    kind: str
    heat: int
    heat_level: HeatLevel
    reason: str
    spark: str
    visits: int
    page_views: int
    source: str
    medium: str
    first_seen_at: datetime
    last_seen_at: datetime
    status: LeadStatus
    owner: Colleague | None
    tags: tuple[str, ...]
    certainty: str
    is_sure: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class SortLink:
    """An order to choose: its name, where its link leads, and how it is sorted now ("" for not by it)."""

    key: str
    words: str
    address: str
    direction: str


@dataclass(frozen=True, slots=True)
class PeriodLink:
    """A period to choose."""

    key: str
    words: str
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class LeadList:
    """The lead list page. `next` and `previous` are addresses or "". `is_first_run` until the first visit ever."""

    asked: Asked
    query: str
    chips: tuple[Chip, ...]
    period_words: str
    periods: tuple[PeriodLink, ...]
    total: int
    rows: tuple[LeadRow, ...]
    sorts: dict[str, SortLink]
    next: str
    previous: str
    people: tuple[Colleague, ...]
    segments: tuple[SavedSegment, ...]
    segment: SavedSegment | None
    shows_kinds: bool
    statuses: tuple[LeadStatus, ...]
    is_first_run: bool
    today: date

    @property
    def sorted_by(self) -> str:
        """What the list is sorted by, in words."""
        return self.sorts[self.asked.order.sort.value].words

    @property
    def cleared(self) -> str:
        """The address of the same period without any filter."""
        return Asked(period=self.asked.period, order=self.asked.order).query()

    @property
    def longer(self) -> str:
        """The address of the same filter over ninety days."""
        return self.asked.query(period="90")

    @property
    def search_hidden(self) -> list[tuple[str, str]]:
        """What the search box passes on."""
        return parse_qsl(self.asked.query(without="q"))

    @property
    def period_hidden(self) -> list[tuple[str, str]]:
        """What the form for another period passes on."""
        return parse_qsl(self.asked.query(without="period"))

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out beyond the period."""
        return self.asked.is_filtered


def local_today(member: Member, now: datetime) -> date:
    """The tenant's own date."""
    return now.astimezone(tenant_view(member.tenant).time_zone).date()


def lead_list(member: Member, pairs: Sequence[tuple[str, str]], *, now: datetime) -> LeadList:
    """The list that an address asks for, by its pairs. `now` is aware."""
    today = local_today(member, now)
    view = viewpoint(member.tenant, today=today)
    asked = read_address(pairs, today=today)
    people = colleagues()
    followed = followed_by(member.user.pk) if "followed" in asked.values else ()
    filter_ = asked.filter(followed=followed)
    owner_order = {one.user_id: at for at, one in enumerate(people)}
    found = find_leads(filter_, asked.order, view, mark=asked.mark, limit=PAGE_SIZE, owner_order=owner_order)
    segments = segments_of(member.user.pk)
    query = asked.query()
    return LeadList(
        asked=asked,
        query=query,
        chips=chips(asked, names_of(asked.values, people)),
        period_words=period_words(asked.period),
        periods=period_links(asked),
        total=found.total,
        rows=_rows(Veil(view.locked).over(found.leads), asked, view, people),
        sorts={sort.value: _sort_link(asked, sort) for sort in SORT_WORDS},
        next=_onwards(asked, found.leads[-1:], "after") if found.has_next else "",
        previous=_onwards(asked, found.leads[:1], "before") if found.has_previous else "",
        people=tuple(people),
        segments=tuple(segments),
        segment=next((one for one in segments if one.query == query), None),
        shows_kinds=len(view.kinds) > 1,
        statuses=tuple(LeadStatus),
        is_first_run=not found.total and not asked.is_filtered and not any_visit(),
        today=today,
    )


def names_of(filters: Collection[str], people: Sequence[Colleague]) -> Names:
    """What owners and sites are called; sites are read only when one of these filters is about them."""
    known = sites() if "site" in filters else []
    return Names(
        owners={str(one.user_id): one.name for one in people}, sites={str(site.id): site.name for site in known}
    )


def period_links(asked: Asked) -> tuple[PeriodLink, ...]:
    """The periods that one click gives."""
    made = []
    for key in (*LENGTHS, "month"):
        is_chosen = asked.period.key == key and asked.period.is_open
        made.append(PeriodLink(key, key, "?" + asked.query(period=key), is_chosen))
    return tuple(made)


def _sort_link(asked: Asked, sort: LeadSort) -> SortLink:
    """A click sorts by it; another click turns it around."""
    is_chosen = asked.order.sort is sort
    order = LeadOrder(sort, is_chosen and not asked.order.is_reversed)
    direction = ("descending" if asked.order.is_descending else "ascending") if is_chosen else ""
    return SortLink(sort.value, str(SORT_WORDS[sort]), "?" + asked.query(sort=sort_text(order)), direction)


def _onwards(asked: Asked, edge: Sequence[FoundLead], word: str) -> str:
    return "?" + asked.query(**{word: mark_text(edge[0].order_value, edge[0].id)}) if edge else ""


def _rows(
    leads: Sequence[FoundLead], asked: Asked, view: Viewpoint, people: Sequence[Colleague]
) -> tuple[LeadRow, ...]:
    period = asked.period
    days = lead_days(
        view,
        [one.id for one in leads],
        first=min(period.first, view.today - timedelta(days=SCORE_DAYS)),
        last=view.today,
    )
    owners = {one.user_id: one for one in people}
    new_since = view.start_of(max(period.first, view.today - timedelta(days=NEW_DAYS)))
    return tuple(_row(one, asked, view, days, owners.get(one.owner_id or 0), new_since) for one in leads)


def _row(
    one: FoundLead, asked: Asked, view: Viewpoint, days: LeadDays, owner: Colleague | None, new_since: datetime
) -> LeadRow:
    period = asked.period
    visits, page_views = days.sums(one.id, period.first, period.last)
    degrees = heat(points_of(one.warmth, view.weights, today=view.today))
    spark_first = view.today - timedelta(days=SPARK_DAYS - 1)
    return LeadRow(
        id=one.id,
        name=one.name,
        tile=monogram(one.name),
        country=one.country,
        domain=one.domain,
        kind=one.kind,
        heat=degrees,
        heat_level=heat_level(degrees),
        reason=score_reason(score_parts(days.days[one.id], view.weights, today=view.today)),
        spark=sparkline(days.page_views(one.id, spark_first, view.today)),
        visits=visits,
        page_views=page_views,
        source=one.source,
        medium=one.medium,
        first_seen_at=one.first_seen_at,
        last_seen_at=one.last_seen_at,
        status=LeadStatus(one.status),
        owner=owner,
        tags=one.tags,
        certainty=certainty_words(one.confidence),
        is_sure=one.confidence >= VERY_SURE,
        is_new=one.first_seen_at >= new_since,
    )

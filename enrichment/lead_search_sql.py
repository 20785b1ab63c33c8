"""A filter, an order and a mark as SQL with parameters (pure)."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from enrichment.lead_filter import NOBODY, LeadFilter, LeadOrder, LeadSort, Mark, Novelty
from enrichment.page_sections import is_section
from enrichment.scoring import Weights, warmth_of
from enrichment.warmth import points_at

_STATUS_ORDER = "array_position(ARRAY['new','contacted','talking','customer','lost','ignored'], l.status::text)"
# Each order: its expression, and the type that a mark's text is read as. None of them is ever NULL.
ORDERS: Mapping[LeadSort, tuple[str, str]] = {
    LeadSort.WARMTH: ("l.warmth", "float8"),
    LeadSort.LAST_SEEN: ("l.last_seen_at", "timestamptz"),
    LeadSort.FIRST_SEEN: ("l.first_seen_at", "timestamptz"),
    LeadSort.VISITS: ("s.visits", "int"),
    LeadSort.PAGES: ("s.page_views", "int"),
    LeadSort.NAME: ("lower(l.name)", "text"),
    LeadSort.COUNTRY: ("coalesce(nullif(l.country, ''), 'zz')", "text"),
    LeadSort.KIND: ("l.kind::text", "text"),
    LeadSort.SOURCE: ("l.source || l.medium", "text"),
    LeadSort.STATUS: (_STATUS_ORDER, "int"),
    LeadSort.OWNER: ("coalesce((%(owner_order)s::jsonb ->> l.owner_id::text)::int, 999999)", "int"),
    LeadSort.TAGS: ("coalesce(array_length(l.tags, 1), 0)", "int"),
    LeadSort.CONFIDENCE: ("l.confidence", "float8"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewpoint:
    """Whose leads, as of when: the tenant, its day, zone and weights, and the kinds it wants to see.

    `locked` are the leads above its plan, which are shown without a name and are not found by one.
    """

    tenant_id: UUID
    today: date
    zone: ZoneInfo
    kinds: tuple[str, ...]
    weights: Weights
    locked: frozenset[UUID] = frozenset()

    def start_of(self, day: date) -> datetime:
        """The moment at which one of the tenant's days begins."""
        return datetime.combine(day, time.min, self.zone)


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition and its parameters."""

    sql: str
    values: dict[str, Any]


COMMON = "l.tenant_id = %(tenant)s AND l.kind = ANY(%(kinds)s) AND l.visits > 0"
"""What every filter asks of a lead."""


def condition(asked: LeadFilter, view: Viewpoint) -> Clause:
    """The filter over leads `l`."""
    own = own_condition(asked, view)
    return Clause(f"{COMMON} AND {own.sql}", {"tenant": view.tenant_id, "kinds": list(view.kinds), **own.values})


def own_condition(asked: LeadFilter, view: Viewpoint, *, prefix: str = "") -> Clause:
    """What a filter asks beyond COMMON. `prefix` keeps the parameters of several filters in one statement apart."""
    parts: list[str] = []
    values: dict[str, Any] = {"tenant": view.tenant_id}

    def add(sql: str, **more: Any) -> None:
        parts.append(sql.replace("%(", f"%({prefix}"))
        values.update(more)

    add("l.hidden_at IS NOT NULL" if asked.is_hidden else "l.hidden_at IS NULL")
    if asked.kinds:
        add("l.kind = ANY(%(asked_kinds)s)", asked_kinds=list(asked.kinds))
    _add_period(add, asked, view)
    if asked.search:
        add(
            "(l.name ILIKE %(pattern)s OR l.domain ILIKE %(pattern)s OR l.country = upper(%(search)s))",
            pattern=f"%{_escaped(asked.search)}%",
            search=asked.search,
        )
        if view.locked:
            add("l.id <> ALL(%(locked)s)", locked=list(view.locked))
    for name in ("countries", "statuses"):
        if getattr(asked, name):
            column = {"countries": "country", "statuses": "status"}[name]
            add(f"l.{column} = ANY(%({name})s)", **{name: list(getattr(asked, name))})
    if asked.owners:
        nobody = " OR l.owner_id IS NULL" if NOBODY in asked.owners else ""
        add(f"(l.owner_id = ANY(%(owners)s){nobody})", owners=list(asked.owners))
    if asked.tags:
        add("l.tags && %(tags)s::varchar[]", tags=list(asked.tags))
    if asked.least_pages:
        add("l.most_pages >= %(least_pages)s", least_pages=asked.least_pages)
    if asked.least_sure:
        add("l.confidence >= %(least_sure)s", least_sure=asked.least_sure)
    if asked.least_heat:
        least = warmth_of(points_at(min(asked.least_heat, 99)), view.weights, today=view.today)
        add("l.warmth >= %(least_warmth)s", least_warmth=least)
    if asked.only is not None:
        add("l.id = ANY(%(only)s)", only=sorted(asked.only))
    _add_pages_and_sources(add, asked)
    return Clause(" AND ".join(parts), {prefix + name: value for name, value in values.items()})


def _add_period(add: Any, asked: LeadFilter, view: Viewpoint) -> None:
    """A lead seen last in or after the period was there in a period that ends today; else its days are looked at."""
    start = view.start_of(asked.first)
    add("l.last_seen_at >= %(start)s", start=start)
    if not asked.is_open:
        add(
            "l.id IN (SELECT d.lead_id FROM enrichment_leadday d WHERE d.tenant_id = %(tenant)s "
            "AND d.day BETWEEN %(first)s AND %(last)s)",
            first=asked.first,
            last=asked.last,
        )
    if asked.novelty is Novelty.NEW:
        add(
            "l.first_seen_at >= %(start)s AND l.first_seen_at < %(end)s",
            end=view.start_of(asked.last + timedelta(days=1)),
        )
    elif asked.novelty is Novelty.RETURNING:
        add("l.first_seen_at < %(start)s")


def _add_pages_and_sources(add: Any, asked: LeadFilter) -> None:
    site = "AND x.site_id = ANY(%(sites)s)" if asked.sites else ""
    values = {"sites": list(asked.sites)} if asked.sites else {}
    if asked.paths:
        _add_pages(add, asked, site, values)
    columns = {"source": asked.sources, "medium": asked.mediums, "campaign": asked.campaigns}
    asks = {f"{column}s": list(wanted) for column, wanted in columns.items() if wanted}
    if asks or asked.sites:
        same = " ".join(f"AND x.{name[:-1]} = ANY(%({name})s)" for name in asks)
        add(
            "l.id IN (SELECT x.lead_id FROM enrichment_leadsource x WHERE x.tenant_id = %(tenant)s "
            f"AND x.last_on >= %(first)s {same} {site})",
            first=asked.first,
            **asks,
            **values,
        )


_READERS_OF = """SELECT x.lead_id FROM enrichment_{table} x WHERE x.tenant_id = %(tenant)s
    AND x.{column} = ANY({any}) AND x.last_on >= %(first)s {site}"""
_KNOWN_PATHS = """ARRAY(SELECT p.path FROM enrichment_sitepage p WHERE p.tenant_id = %(tenant)s
    AND p.path LIKE ANY(%(beginnings)s))"""


def _add_pages(add: Any, asked: LeadFilter, site: str, values: Mapping[str, Any]) -> None:
    """Any of the pages: a whole section by the sums of sections, all others by the sums of pages."""
    begin = [path[:-1] for path in asked.paths if path.endswith("*")]
    asks: dict[str, list[str]] = {
        "sections": [one for one in begin if is_section(one)],
        "paths": [path for path in asked.paths if not path.endswith("*")],
        "beginnings": [_escaped(one) + "%" for one in begin if not is_section(one)],
    }
    paths = "%(paths)s::varchar[]" + (f" || {_KNOWN_PATHS}" if asks["beginnings"] else "")
    ways = []
    if asks["sections"]:
        ways.append(_READERS_OF.format(table="leadsection", column="section", any="%(sections)s", site=site))
    if asks["paths"] or asks["beginnings"]:
        ways.append(_READERS_OF.format(table="leadpage", column="path", any=paths, site=site))
    add(f"l.id IN ({' UNION ALL '.join(ways)})", first=asked.first, **asks, **values)


def fitting(order: LeadOrder, condition: Clause, *, is_narrow: bool, is_open: bool) -> str:
    """Common table expressions up to `fitting`: the `id` of each lead that the filter leaves, with its `order_value`.

    An order by what was done in the period sums up days. A lead that came first in a period that is still open did all
    that it did in it, so only the days of older ones are summed. Of a period that is over, the days of those leads are
    summed that are left where the filter is narrow, else of all leads at once.
    """
    value = ORDERS[order.sort][0]
    if not order.sort.needs_sums:
        return f"fitting AS MATERIALIZED (SELECT l.id, {value} AS order_value {_leads(condition)})"
    if is_narrow or is_open:
        all_of_it = f"CASE WHEN l.first_seen_at >= %(sum_start)s THEN {_OF_ALL_TIME[order.sort]} END"
        return (
            f"wanted AS MATERIALIZED (SELECT l.id, {all_of_it if is_open else 'NULL::int'} AS known "
            f"{_leads(condition)}), fitting AS MATERIALIZED ("
            "SELECT w.id, w.known AS order_value FROM wanted w WHERE w.known IS NOT NULL "
            f"UNION ALL SELECT s.lead_id, {value} "
            f"FROM ({_sums('AND d.lead_id = ANY(ARRAY(SELECT id FROM wanted WHERE known IS NULL))')}) s)"
        )
    return (
        f"fitting AS MATERIALIZED (SELECT l.id, {value} AS order_value FROM enrichment_lead l "
        f"JOIN ({_sums('')}) s ON s.lead_id = l.id WHERE {condition.sql})"
    )


_OF_ALL_TIME: Mapping[LeadSort, str] = {LeadSort.VISITS: "l.visits", LeadSort.PAGES: "l.page_views"}


def _leads(condition: Clause) -> str:
    return f"FROM enrichment_lead l WHERE {condition.sql}"


def _sums(which: str) -> str:
    return (
        "SELECT d.lead_id, sum(d.visits)::int AS visits, sum(d.page_views)::int AS page_views "
        "FROM enrichment_leadday d WHERE d.tenant_id = %(tenant)s AND d.day BETWEEN %(sum_first)s AND %(sum_last)s "
        f"{which} GROUP BY d.lead_id"
    )


def ordering(order: LeadOrder, mark: Mark | None) -> tuple[str, Clause]:
    """ORDER BY for rows with an `order_value` and an `id` (of relation {row}), and the condition that rows `f` come
    after the mark, or before it."""
    descending = order.is_descending is not (mark is not None and mark.is_backwards)
    direction, compare = ("DESC", "<") if descending else ("ASC", ">")
    by = f"{{row}}.order_value {direction}, {{row}}.id {direction}"
    if mark is None:
        return by, Clause("true", {})
    return by, Clause(
        f"(f.order_value, f.id) {compare} (%(mark_value)s::{ORDERS[order.sort][1]}, %(mark_id)s)",
        {"mark_value": _read(mark.value, order), "mark_id": mark.id},
    )


def is_readable(mark: Mark, order: LeadOrder) -> bool:
    """Whether a mark's value can be one of the order's."""
    try:
        _read(mark.value, order)
    except ValueError:
        return False
    return True


def _read(text: str, order: LeadOrder) -> object:
    return _READERS[ORDERS[order.sort][1]](text)


def _real(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _whole(text: str) -> int:
    number = int(text)
    if not -(2**31) <= number < 2**31:
        raise ValueError(text)
    return number


_READERS: Mapping[str, Callable[[str], object]] = {
    "float8": _real,
    "timestamptz": datetime.fromisoformat,
    "int": _whole,
    "text": str,
}


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")

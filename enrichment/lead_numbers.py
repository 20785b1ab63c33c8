"""Numbers from the kept sums: totals, series, sources, pages, leads worth a look, what can be filtered on (edge)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from enrichment.lead_search_sql import Viewpoint
from enrichment.usage import locked_name

FACET_DAYS = 90

# A lead is seen last no earlier than first: saying so lets an index by the last visit answer alone.
SHOWN = "l.tenant_id = %(tenant)s AND l.kind = ANY(%(kinds)s) AND l.hidden_at IS NULL AND l.visits > 0"


@dataclass(frozen=True, slots=True)
class SiteNumbers:
    """What all sites saw on one day."""

    day: date
    visits: int = 0
    page_views: int = 0
    lead_visits: int = 0
    lead_page_views: int = 0


_DAYS = """
SELECT day, sum(visits)::int, sum(page_views)::int, sum(lead_visits)::int, sum(lead_page_views)::int
FROM enrichment_siteday WHERE tenant_id = %(tenant)s AND day BETWEEN %(first)s AND %(last)s {site}
GROUP BY day
"""


def site_numbers(view: Viewpoint, *, first: date, last: date, site_id: UUID | None = None) -> list[SiteNumbers]:
    """One entry for each day from `first` to `last`, days without visits included."""
    values = {**base(view), "first": first, "last": last, "site": site_id}
    sql = _DAYS.format(site="AND site_id = %(site)s" if site_id else "")
    found = {row[0]: SiteNumbers(*row) for row in rows(sql, values)}
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [found.get(day, SiteNumbers(day)) for day in days]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One of the most: what it is (and more of it), and its numbers for companies and for all."""

    name: str
    more: str
    lead_count: int
    count: int


_RANKED = """
(SELECT 'companies' AS what, 'now' AS name, '' AS more,
    (SELECT count(*) FROM enrichment_lead l WHERE {shown} AND l.last_seen_at >= %(start)s
        AND l.first_seen_at >= %(start)s AND l.first_seen_at < %(end)s)::int AS leads,
    (SELECT count(*) FROM enrichment_lead l WHERE {shown} AND l.first_seen_at < %(start)s AND {there})::int AS n)
UNION ALL
(SELECT 'companies', 'before', '',
    (SELECT count(*) FROM enrichment_lead l WHERE {shown} AND l.last_seen_at >= %(before_start)s
        AND l.first_seen_at >= %(before_start)s AND l.first_seen_at < %(start)s)::int,
    (SELECT count(*) FROM enrichment_lead l WHERE {shown} AND l.last_seen_at >= %(before_start)s
        AND l.first_seen_at < %(before_start)s AND l.id IN (
            SELECT d.lead_id FROM enrichment_leadday d
            WHERE d.tenant_id = %(tenant)s AND d.day >= %(before_first)s AND d.day < %(first)s))::int)
UNION ALL
(SELECT 'source', source, medium, sum(lead_visits)::int AS leads, sum(visits)::int FROM enrichment_sourceday
WHERE tenant_id = %(tenant)s AND day BETWEEN %(first)s AND %(last)s GROUP BY source, medium
ORDER BY leads DESC, source, medium LIMIT %(limit)s)
UNION ALL
(SELECT 'page', r.path, coalesce((SELECT p.title FROM enrichment_sitepage p WHERE p.tenant_id = %(tenant)s
    AND p.site_id = r.site_id AND p.path = r.path), ''), r.leads, r.views
FROM (SELECT site_id, path, sum(lead_views)::int AS leads, sum(views)::int AS views FROM enrichment_pageday
    WHERE tenant_id = %(tenant)s AND day BETWEEN %(first)s AND %(last)s GROUP BY site_id, path
    ORDER BY leads DESC, path LIMIT %(limit)s) r)
UNION ALL
(SELECT 'drop', reason, '', sum(count)::int AS leads, 0 FROM tracking_dropcount
WHERE tenant_id = %(tenant)s AND day BETWEEN %(first)s AND %(last)s GROUP BY reason ORDER BY leads DESC, reason)
"""


_SEEN_SINCE = "l.last_seen_at >= %(start)s"
_SEEN_BETWEEN = """
l.last_seen_at >= %(start)s AND EXISTS (
    SELECT FROM enrichment_leadday d
    WHERE d.tenant_id = l.tenant_id AND d.lead_id = l.id AND d.day BETWEEN %(first)s AND %(last)s)
"""


@dataclass(frozen=True, slots=True)
class CompanySums:
    """Companies of a period: those that came for the first time, and those that had been there before."""

    new: int
    returning: int


@dataclass(frozen=True, slots=True)
class PeriodNumbers:
    """A period beside the one before: its companies, and what brought and held them, the most first.

    `sources` count visits, `pages` views; `drops` count hits that were not recorded, by reason.
    """

    now: CompanySums
    before: CompanySums
    sources: tuple[Ranked, ...]
    pages: tuple[Ranked, ...]
    drops: tuple[Ranked, ...]


def period_numbers(view: Viewpoint, *, before_first: date, first: date, last: date, limit: int) -> PeriodNumbers:
    """The numbers of the tenant in scope from `first` to `last`, beside those from `before_first` to the day before."""
    sql = _RANKED.format(shown=SHOWN, there=_SEEN_SINCE if last >= view.today else _SEEN_BETWEEN)
    values = {
        **base(view),
        "before_first": before_first,
        "before_start": view.start_of(before_first),
        "first": first,
        "start": view.start_of(first),
        "last": last,
        "end": view.start_of(last + timedelta(days=1)),
        "limit": limit,
    }
    found: dict[str, list[Ranked]] = {"companies": [], "source": [], "page": [], "drop": []}
    for what, *rest in rows(sql, values):
        found[what].append(Ranked(*rest))
    sums = {one.name: CompanySums(one.lead_count, one.count) for one in found["companies"]}
    return PeriodNumbers(
        now=sums["now"],
        before=sums["before"],
        sources=tuple(found["source"]),
        pages=tuple(found["page"]),
        drops=tuple(found["drop"]),
    )


_FACETS = """
(SELECT 'path', r.path, coalesce((SELECT max(p.title) FROM enrichment_sitepage p WHERE p.tenant_id = %(tenant)s
    AND p.path = r.path), ''), r.n
FROM (SELECT path, sum(lead_views)::int AS n FROM enrichment_pageday WHERE tenant_id = %(tenant)s AND day >= %(since)s
    GROUP BY path HAVING sum(lead_views) > 0 ORDER BY n DESC, path LIMIT 40) r)
UNION ALL
(SELECT facet, value, '', sum(n)::int AS n FROM (
    SELECT source, medium, campaign, sum(lead_visits) AS n FROM enrichment_sourceday
    WHERE tenant_id = %(tenant)s AND day >= %(since)s GROUP BY source, medium, campaign) x
CROSS JOIN LATERAL (VALUES ('source', source), ('medium', medium), ('campaign', campaign)) f (facet, value)
WHERE value <> '' GROUP BY facet, value ORDER BY n DESC, value LIMIT 90)
UNION ALL
(SELECT 'country', l.country, '', count(*)::int AS n FROM enrichment_lead l WHERE {shown} AND l.country <> ''
GROUP BY l.country ORDER BY n DESC, l.country LIMIT 24)
UNION ALL
(SELECT 'tag', tag, '', count(*)::int AS n FROM enrichment_lead l CROSS JOIN unnest(l.tags) tag
WHERE l.tenant_id = %(tenant)s AND NOT (l.tags = '{{}}') GROUP BY tag ORDER BY n DESC, tag LIMIT 60)
"""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A lead worth a look: its list ("new", "back", "rising" or "named"), and how many that list has in all."""

    list: str
    total: int
    id: UUID
    name: str
    country: str
    warmth: float
    first_seen_at: datetime
    last_seen_at: datetime


_HIGHLIGHTS = """
(SELECT 'new', w.total, {columns} FROM (
    SELECT l.id, count(*) OVER ()::int AS total FROM enrichment_lead l WHERE {shown} AND l.last_seen_at >= %(since)s
        AND l.first_seen_at >= %(since)s ORDER BY l.warmth DESC, l.id LIMIT %(limit)s
) w JOIN enrichment_lead l ON l.tenant_id = %(tenant)s AND l.id = w.id ORDER BY l.warmth DESC, l.id)
UNION ALL
(SELECT 'back', w.total, {columns} FROM (
    SELECT l.id, count(*) OVER ()::int AS total FROM enrichment_lead l WHERE {shown} AND l.last_seen_at >= %(since)s
        AND l.first_seen_at < %(since)s ORDER BY l.warmth DESC, l.id LIMIT %(limit)s
) w JOIN enrichment_lead l ON l.tenant_id = %(tenant)s AND l.id = w.id ORDER BY l.warmth DESC, l.id)
UNION ALL
(SELECT 'rising', r.total, {columns} FROM enrichment_lead l JOIN (
    SELECT x.lead_id, x.more, count(*) OVER ()::int AS total FROM (
        SELECT d.lead_id, sum(CASE WHEN d.day > %(week)s THEN d.page_views ELSE -d.page_views END) AS more
        FROM enrichment_leadday d WHERE d.tenant_id = %(tenant)s AND d.day > %(fortnight)s GROUP BY d.lead_id
        HAVING sum(d.page_views) FILTER (WHERE d.day <= %(week)s) > 0) x
    WHERE x.more >= %(least_more)s ORDER BY x.more DESC, x.lead_id LIMIT %(candidates)s
) r ON r.lead_id = l.id WHERE {shown} ORDER BY r.more DESC, l.id LIMIT %(limit)s)
UNION ALL
(SELECT 'named', 0, {columns} FROM enrichment_lead l WHERE l.tenant_id = %(tenant)s AND l.id = ANY(%(named)s))
"""
_LEAST_MORE = 3


def highlights(view: Viewpoint, *, since: datetime, named: Collection[UUID], limit: int) -> list[Highlight]:
    """Leads of the tenant in scope that are new or came back since a time, that rise, and those that are named.

    A lead rises when it read at least three pages more in the last seven days than in the seven before.
    """
    sql = _HIGHLIGHTS.format(shown=SHOWN, columns="l.id, l.name, l.country, l.warmth, l.first_seen_at, l.last_seen_at")
    values = {
        **base(view),
        "since": since,
        "week": view.today - timedelta(days=7),
        "fortnight": view.today - timedelta(days=14),
        "least_more": _LEAST_MORE,
        "limit": limit,
        "candidates": 4 * limit,
        "named": list(named),
    }
    found = [Highlight(*row) for row in rows(sql, values)]
    return [replace(one, name=locked_name()) if one.id in view.locked else one for one in found]


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that can be filtered on, with more words for it and how often it occurs."""

    value: str
    label: str
    count: int


def facets(view: Viewpoint) -> Mapping[str, tuple[Facet, ...]]:
    """Values to choose from: "path", "source", "medium", "campaign", "country" and "tag", the most frequent first."""
    found: dict[str, list[Facet]] = {}
    values = {**base(view), "since": view.today - timedelta(days=FACET_DAYS)}
    for facet, value, label, count in rows(_FACETS.format(shown=SHOWN), values):
        found.setdefault(facet, []).append(Facet(value, label, count))
    return {facet: tuple(some) for facet, some in found.items()}


@dataclass(frozen=True, slots=True)
class KeyPageViews:
    """A key page of the score: its path, its title where it is one page, its points, and how often it was read."""

    path: str
    title: str
    points: int
    lead_views: int
    views: int


_KEY_PAGES = """
SELECT k.path, coalesce((SELECT max(t.title) FROM enrichment_sitepage t
        WHERE t.tenant_id = %(tenant)s AND t.site_id = %(site)s AND t.path = k.path), ''), k.points,
    coalesce(sum(p.lead_views), 0)::int AS lead_views, coalesce(sum(p.views), 0)::int
FROM unnest(%(paths)s::text[], %(patterns)s::text[], %(points)s::int[]) AS k (path, pattern, points)
LEFT JOIN enrichment_pageday p ON p.tenant_id = %(tenant)s AND p.site_id = %(site)s AND p.day >= %(first)s
    AND p.path LIKE k.pattern
GROUP BY k.path, k.points ORDER BY lead_views DESC, k.path
"""


def key_page_views(view: Viewpoint, *, site_id: UUID, first: date) -> list[KeyPageViews]:
    """How the tenant's key pages were read on a website since a day, those first that companies read most."""
    pages = view.weights.key_pages
    if not pages:
        return []
    values = {
        "tenant": view.tenant_id,
        "site": site_id,
        "first": first,
        "paths": [one.path for one in pages],
        "patterns": [one.like for one in pages],
        "points": [one.points for one in pages],
    }
    return [KeyPageViews(*row) for row in rows(_KEY_PAGES, values)]


def base(view: Viewpoint) -> dict[str, Any]:
    """The parameters of SHOWN."""
    return {"tenant": view.tenant_id, "kinds": list(view.kinds)}


def rows(sql: str, values: Sequence[Any] | Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """What a statement finds."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())

"""Changes what counts: tries weights on the last thirty days, keeps them, and scores leads anew in steps (edge)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from psycopg2.extras import execute_values

from connectleads.tenancy.driver import driver_cursor
from enrichment.event_sql import POINTS_OF_LEADS, event_values
from enrichment.lead_numbers import SHOWN, base, rows
from enrichment.lead_refresh import refresh_leads
from enrichment.lead_search import lead_days
from enrichment.lead_search_sql import Viewpoint
from enrichment.models import Lead, Scoring
from enrichment.scoring import ScoredDay, Weights, points_on
from tracking.sessions import GAP

PREVIEW_DAYS = 30
NOTHING = (0, 0)
PREVIEW_LEADS = 200
STEP = 500
KEY_DAYS = 120  # further back nothing of a key page is left even with the longest half-life


@dataclass(frozen=True, slots=True)
class Tried:
    """A lead under other weights: its points now and then, both over the last thirty days."""

    id: UUID
    name: str
    points_now: float
    points_then: float


_CANDIDATES = f"""
SELECT l.id, l.name FROM enrichment_lead l JOIN (
    SELECT d.lead_id, sum(d.page_views) AS views FROM enrichment_leadday d
    WHERE d.tenant_id = %(tenant)s AND d.day >= %(since)s GROUP BY d.lead_id
    ORDER BY views DESC, d.lead_id LIMIT %(limit)s
) d ON d.lead_id = l.id WHERE {SHOWN} ORDER BY d.views DESC, l.id
"""
# Each step by itself, so that a planner without statistics cannot choose to go through page views once a visit.
_KEY_VIEWS = """
WITH visits AS MATERIALIZED (
    SELECT l.id AS lead_id, v.id, v.started_at, v.last_hit_at FROM enrichment_lead l
    JOIN tracking_visit v ON v.tenant_id = l.tenant_id AND v.company_id = l.company_id
    WHERE l.tenant_id = %(tenant)s AND l.id = ANY(%(leads)s) AND v.last_hit_at >= %(start)s
), views AS MATERIALIZED (
    SELECT v.lead_id, p.site_id, p.at, p.path FROM visits v CROSS JOIN LATERAL (
        SELECT p.site_id, p.at, p.path FROM tracking_pageview p WHERE p.tenant_id = %(tenant)s AND p.visit_id = v.id
            AND p.at BETWEEN v.started_at AND v.last_hit_at AND p.at >= %(start)s
            AND p.path LIKE ANY(%(patterns)s::text[])) p
)
SELECT x.lead_id, x.site_id, (x.at AT TIME ZONE %(zone)s)::date, sum((
    SELECT max(k.points) FROM unnest(%(patterns)s::text[], %(points)s::int[]) k (pattern, points)
    WHERE x.path LIKE k.pattern))::int
FROM views x GROUP BY 1, 2, 3
"""
_OLD = """
SELECT lead_id, site_id, day, key_points, event_points FROM enrichment_leadday
WHERE tenant_id = %(tenant)s AND lead_id = ANY(%(leads)s) AND day >= %(since)s AND key_points > 0
"""
_WRITE = """
INSERT INTO enrichment_leadday
    (tenant_id, lead_id, site_id, day, visits, page_views, seconds, most_pages, key_points, event_points)
SELECT k.tenant_id, k.lead_id, k.site_id, k.day, 0, 0, 0, 0, k.points, k.of_events
FROM (VALUES %s) AS k (tenant_id, lead_id, site_id, day, points, of_events)
ON CONFLICT (tenant_id, lead_id, site_id, day) DO UPDATE
    SET key_points = excluded.key_points, event_points = excluded.event_points
"""
# A day on which nothing happened but an event that no longer counts.
_FORGET_EMPTY = """
DELETE FROM enrichment_leadday WHERE tenant_id = %(tenant)s AND lead_id = ANY(%(leads)s) AND day >= %(since)s
    AND visits = 0 AND page_views = 0 AND seconds = 0 AND key_points = 0
"""
_KNOWN_EVENTS = """
SELECT name, count(*)::int FROM tracking_event WHERE tenant_id = %(tenant)s AND at >= %(start)s
GROUP BY name ORDER BY count(*) DESC, name LIMIT %(limit)s
"""
DayKey = tuple[UUID, UUID, date]
"""(lead, site, day)"""
Extra = tuple[int, int]
"""(all extra points, those of events among them)"""


def known_events(view: Viewpoint, *, limit: int) -> list[tuple[str, int]]:
    """What was done on the websites in the last thirty days, and how often, the most frequent first."""
    start = view.start_of(view.today - timedelta(days=PREVIEW_DAYS - 1))
    found = rows(_KNOWN_EVENTS, {"tenant": view.tenant_id, "start": start, "limit": limit})
    return [(row[0], row[1]) for row in found]


def try_weights(view: Viewpoint, weights: Weights) -> list[Tried]:
    """The busiest leads of the last thirty days, under the weights that hold and under these."""
    since = view.today - timedelta(days=PREVIEW_DAYS - 1)
    found = rows(_CANDIDATES, {**base(view), "since": since, "limit": PREVIEW_LEADS})
    ids = [row[0] for row in found]
    days = lead_days(view, ids, first=since, last=view.today).days
    keys = _extra_points(view, ids, weights, since)
    return [
        Tried(
            id=lead_id,
            name=name,
            points_now=points_on(days[lead_id], view.weights, today=view.today),
            points_then=points_on(_with_keys(lead_id, days[lead_id], keys), weights, today=view.today),
        )
        for lead_id, name in found
    ]


def keep_weights(weights: Weights) -> None:
    """Keep weights for the tenant in scope; its leads are scored by them once `rescore_step` has gone through."""
    Scoring.objects.update_or_create(
        defaults={
            "half_life_days": weights.half_life_days,
            "per_visit": weights.per_visit,
            "per_page": weights.per_page,
            "per_minute": weights.per_minute,
            "key_pages": [[page.path, page.points] for page in weights.key_pages],
            "key_events": [[event.name, event.points] for event in weights.key_events],
        }
    )


def rescore_step(view: Viewpoint, *, after: UUID | None = None) -> UUID | None:
    """Score the next leads of the tenant in scope by its weights, in order of id; where to go on, None at the end.

    A step can run twice without harm.
    """
    leads = Lead.objects.order_by("id")
    some = list(
        (leads.filter(id__gt=after) if after else leads).select_for_update().values_list("id", flat=True)[:STEP]
    )
    if not some:
        return None
    since = view.today - timedelta(days=KEY_DAYS)
    _write_key_points(view, some, since)
    refresh_leads([(view.tenant_id, lead_id) for lead_id in some])
    return some[-1] if len(some) == STEP else None


def _extra_points(view: Viewpoint, lead_ids: Collection[UUID], weights: Weights, since: date) -> dict[DayKey, Extra]:
    """The points of key pages and key events of leads since a day."""
    pages, events = _page_points(view, lead_ids, weights, since), _event_points(view, lead_ids, weights, since)
    return {key: (pages.get(key, 0) + events.get(key, 0), events.get(key, 0)) for key in pages.keys() | events.keys()}


def _event_points(view: Viewpoint, lead_ids: Collection[UUID], weights: Weights, since: date) -> dict[DayKey, int]:
    """The points of key events of leads since a day."""
    if not weights.key_events or not lead_ids:
        return {}
    values: dict[str, Any] = {
        "tenant": view.tenant_id,
        "zone": view.zone.key,
        "kinds": list(view.kinds),
        "leads": list(lead_ids),
        "start": view.start_of(since),
        "gap": GAP,
        **event_values(weights),
    }
    return {(row[0], row[1], row[2]): row[3] for row in rows(POINTS_OF_LEADS, values)}


def _page_points(view: Viewpoint, lead_ids: Collection[UUID], weights: Weights, since: date) -> dict[DayKey, int]:
    """The points of key pages that leads have read since a day."""
    if not weights.key_pages or not lead_ids:
        return {}
    values: dict[str, Any] = {
        "tenant": view.tenant_id,
        "zone": view.zone.key,
        "leads": list(lead_ids),
        "start": view.start_of(since),
        "patterns": [page.like for page in weights.key_pages],
        "points": [page.points for page in weights.key_pages],
    }
    return {(row[0], row[1], row[2]): row[3] for row in rows(_KEY_VIEWS, values)}


def _write_key_points(view: Viewpoint, lead_ids: Collection[UUID], since: date) -> None:
    old = rows(_OLD, {"tenant": view.tenant_id, "leads": list(lead_ids), "since": since})
    stand = {(row[0], row[1], row[2]): (row[3], row[4]) for row in old}
    found = _extra_points(view, lead_ids, view.weights, since)
    changed = [
        (view.tenant_id, *key, *found.get(key, NOTHING))
        for key in sorted(stand.keys() | found.keys())
        if found.get(key, NOTHING) != stand.get(key, NOTHING)
    ]
    if changed:
        with driver_cursor() as cursor:
            execute_values(cursor, _WRITE, changed, page_size=1000)
            cursor.execute(_FORGET_EMPTY, {"tenant": view.tenant_id, "leads": list(lead_ids), "since": since})


def _with_keys(lead_id: UUID, days: Collection[ScoredDay], keys: Mapping[DayKey, Extra]) -> list[ScoredDay]:
    by_day: dict[date, int] = defaultdict(int)
    for (lead, _, day), (points, _) in keys.items():
        if lead == lead_id:
            by_day[day] += points
    return [ScoredDay(one.day, one.visits, one.page_views, one.seconds, by_day[one.day]) for one in days]

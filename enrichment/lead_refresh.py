"""Brings leads up to date with their days, their latest visit and their company (edge). In the caller's transaction."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from connectleads.tenancy.bulk import run_rows
from connectleads.tenancy.driver import driver_cursor
from enrichment.scoring import COLD, DEFAULT, EPOCH, MAX_MINUTES_PER_DAY

LeadId = tuple[UUID, UUID]
"""(tenant, lead)"""

# The sum runs in one fixed order, so that it comes to the same number however often it is made.
_REFRESH = f"""
UPDATE enrichment_lead l SET visits = d.visits, page_views = d.page_views, seconds = d.seconds,
    most_pages = d.most_pages, warmth = d.warmth,
    first_seen_at = CASE WHEN d.first_day < (f.started_at AT TIME ZONE 'UTC')::date - 1 THEN l.first_seen_at
        ELSE coalesce(f.started_at, l.first_seen_at) END,
    last_seen_at = coalesce(v.last_hit_at, l.last_seen_at), network_id = coalesce(v.network_id, l.network_id),
    source = coalesce(v.source, l.source), medium = coalesce(v.medium, l.medium),
    campaign = coalesce(v.campaign, l.campaign),
    name = c.name, domain = c.domain, country = c.country, kind = n.kind, confidence = n.confidence
FROM ROWS AS k (tenant_id, id)
JOIN enrichment_lead o ON o.tenant_id = k.tenant_id AND o.id = k.id
LEFT JOIN enrichment_scoring w ON w.tenant_id = k.tenant_id
LEFT JOIN LATERAL (
    SELECT v.network_id, v.source, v.medium, v.campaign, v.last_hit_at FROM tracking_visit v
    WHERE v.tenant_id = o.tenant_id AND v.company_id = o.company_id ORDER BY v.started_at DESC, v.id DESC LIMIT 1
) v ON true
LEFT JOIN LATERAL (
    SELECT v.started_at FROM tracking_visit v
    WHERE v.tenant_id = o.tenant_id AND v.company_id = o.company_id ORDER BY v.started_at LIMIT 1
) f ON true
CROSS JOIN LATERAL (
    SELECT coalesce(sum(x.visits), 0)::int AS visits, coalesce(sum(x.page_views), 0)::int AS page_views,
        coalesce(sum(x.seconds), 0)::bigint AS seconds, coalesce(max(x.most_pages), 0) AS most_pages,
        min(x.day) AS first_day,
        CASE WHEN coalesce(sum(x.points), 0) > 0 THEN
            ln(sum(x.points * power(2.0::float8, (x.day - x.last_day) / x.half_life) ORDER BY x.day, x.site_id))
            / ln(2.0::float8) + (max(x.last_day) - DATE '{EPOCH}') / max(x.half_life)
        ELSE {COLD} END AS warmth
    FROM (
        SELECT d.day, d.site_id, d.visits, d.page_views, d.seconds, d.most_pages, max(d.day) OVER () AS last_day,
            coalesce(w.half_life_days, {DEFAULT.half_life_days})::float8 AS half_life,
            (coalesce(w.per_visit, {DEFAULT.per_visit}) * d.visits
            + coalesce(w.per_page, {DEFAULT.per_page}) * d.page_views
            + coalesce(w.per_minute, {DEFAULT.per_minute}) * least(d.seconds / 60.0, {MAX_MINUTES_PER_DAY})
            + d.key_points)::float8 AS points
        FROM enrichment_leadday d WHERE d.tenant_id = o.tenant_id AND d.lead_id = o.id
    ) x
) d
JOIN enrichment_company c ON c.id = o.company_id
JOIN enrichment_network n ON n.id = coalesce(v.network_id, o.network_id)
WHERE l.tenant_id = o.tenant_id AND l.id = o.id
"""
_FORGET_EMPTY = """
DELETE FROM enrichment_lead l USING ROWS AS k (tenant_id, id)
WHERE l.tenant_id = k.tenant_id AND l.id = k.id AND l.status = 'new' AND l.owner_id IS NULL AND l.tags = '{}'
    AND l.touched_at IS NULL AND l.hidden_at IS NULL AND l.visits = 0 AND l.page_views = 0
"""


def refresh_leads(leads: Collection[LeadId]) -> None:
    """Derive anew what follows from a lead's visits, days and company. The leads should be locked by the caller."""
    _execute(_REFRESH, leads)


def forget_empty_leads(leads: Collection[LeadId]) -> None:
    """Remove refreshed leads that have nothing left and that nobody has worked on."""
    _execute(_FORGET_EMPTY, leads)


def leads_of_companies(company_ids: Collection[UUID]) -> list[LeadId]:
    """Every tenant's leads that are one of these companies, within the scope in force."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tenant_id, id FROM enrichment_lead WHERE company_id = ANY(%s)", [list(company_ids)])
        return [(row[0], row[1]) for row in cursor.fetchall()]


def _execute(sql: str, leads: Collection[LeadId]) -> None:
    if leads:
        with driver_cursor() as cursor:
            run_rows(cursor, sql, ("uuid", "uuid"), sorted(leads))

"""Writes what a batch adds to the kept sums, by one multi-row statement a table (edge). In the caller's transaction."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any
from uuid import UUID

from connectleads.tenancy.bulk import run_rows
from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.keys import new_id
from enrichment.lead_status import LeadStatus
from enrichment.rollups import CompanyKey, LeadDayKey, Sums
from tracking.recorded import VisitRow

LeadIds = dict[CompanyKey, UUID]

_LOCK = """
SELECT l.tenant_id, l.company_id, l.id, l.hidden_at IS NOT NULL
FROM enrichment_lead l JOIN ROWS AS k (tenant_id, company_id)
    ON l.tenant_id = k.tenant_id AND l.company_id = k.company_id
ORDER BY l.tenant_id, l.id FOR NO KEY UPDATE OF l
"""
_INSERT = """
INSERT INTO enrichment_lead (tenant_id, id, company_id, network_id, status, tags, name, domain, country, kind,
    confidence, first_seen_at, last_seen_at, visits, page_views, seconds, most_pages, warmth, source, medium, campaign)
SELECT k.tenant_id, k.id, k.company_id, k.network_id, k.status, '{}', '', '', '', '', 0, k.first_at, k.last_at,
    0, 0, 0, 0, -1000, '', '', ''
FROM ROWS AS k (tenant_id, id, company_id, network_id, status, first_at, last_at)
ON CONFLICT (tenant_id, company_id) DO NOTHING
"""
_SITE_DAYS = """
INSERT INTO enrichment_siteday AS r (tenant_id, site_id, day, visits, page_views, lead_visits, lead_page_views)
SELECT * FROM ROWS ON CONFLICT (tenant_id, site_id, day) DO UPDATE SET visits = r.visits + excluded.visits,
    page_views = r.page_views + excluded.page_views, lead_visits = r.lead_visits + excluded.lead_visits,
    lead_page_views = r.lead_page_views + excluded.lead_page_views
"""
_PAGE_DAYS = """
INSERT INTO enrichment_pageday AS r (tenant_id, day, site_id, path, views, lead_views) SELECT * FROM ROWS
ON CONFLICT (tenant_id, day, site_id, path) DO UPDATE SET views = r.views + excluded.views,
    lead_views = r.lead_views + excluded.lead_views
"""
_SOURCE_DAYS = """
INSERT INTO enrichment_sourceday AS r (tenant_id, day, site_id, source, medium, campaign, visits, lead_visits)
SELECT * FROM ROWS ON CONFLICT (tenant_id, day, site_id, source, medium, campaign) DO UPDATE SET
    visits = r.visits + excluded.visits, lead_visits = r.lead_visits + excluded.lead_visits
"""
_TITLES = """
INSERT INTO enrichment_sitepage AS r (tenant_id, site_id, path, title, titled_at) SELECT * FROM ROWS
ON CONFLICT (tenant_id, site_id, path) DO UPDATE SET title = excluded.title, titled_at = excluded.titled_at
WHERE excluded.titled_at >= r.titled_at
"""
_LEAD_DAYS = """
INSERT INTO enrichment_leadday AS r
    (tenant_id, lead_id, site_id, day, visits, page_views, key_points, most_pages, seconds)
SELECT * FROM ROWS ON CONFLICT (tenant_id, lead_id, site_id, day) DO UPDATE SET visits = r.visits + excluded.visits,
    page_views = r.page_views + excluded.page_views, key_points = r.key_points + excluded.key_points,
    seconds = r.seconds + excluded.seconds, most_pages = greatest(r.most_pages, excluded.most_pages)
"""
_of_day = attrgetter("visits", "page_views", "key_points", "most_pages", "seconds")
_LEAD_PAGES = """
INSERT INTO enrichment_leadpage AS r (tenant_id, lead_id, site_id, path, views, last_on) SELECT * FROM ROWS
ON CONFLICT (tenant_id, lead_id, site_id, path) DO UPDATE SET views = r.views + excluded.views,
    last_on = greatest(r.last_on, excluded.last_on)
"""
_LEAD_SECTIONS = """
INSERT INTO enrichment_leadsection AS r (tenant_id, lead_id, site_id, section, views, last_on) SELECT * FROM ROWS
ON CONFLICT (tenant_id, lead_id, site_id, section) DO UPDATE SET views = r.views + excluded.views,
    last_on = greatest(r.last_on, excluded.last_on)
"""
_LEAD_SOURCES = """
INSERT INTO enrichment_leadsource AS r (tenant_id, lead_id, site_id, source, medium, campaign, visits, last_on)
SELECT * FROM ROWS ON CONFLICT (tenant_id, lead_id, site_id, source, medium, campaign) DO UPDATE SET
    visits = r.visits + excluded.visits, last_on = greatest(r.last_on, excluded.last_on)
"""
_LONGER_DAYS = """
UPDATE enrichment_leadday d SET seconds = d.seconds + k.more
FROM ROWS AS k (tenant_id, company_id, site_id, day, more), enrichment_lead l
WHERE l.tenant_id = k.tenant_id AND l.company_id = k.company_id
    AND d.tenant_id = l.tenant_id AND d.lead_id = l.id AND d.site_id = k.site_id AND d.day = k.day
RETURNING d.tenant_id, d.lead_id
"""
_TYPES = {
    _LOCK: ("uuid", "uuid"),
    _INSERT: ("uuid", "uuid", "uuid", "uuid", "text", "timestamptz", "timestamptz"),
    _SITE_DAYS: ("uuid", "uuid", "date", "integer", "integer", "integer", "integer"),
    _PAGE_DAYS: ("uuid", "date", "uuid", "text", "integer", "integer"),
    _SOURCE_DAYS: ("uuid", "date", "uuid", "text", "text", "text", "integer", "integer"),
    _TITLES: ("uuid", "uuid", "text", "text", "timestamptz"),
    _LEAD_DAYS: ("uuid", "uuid", "uuid", "date", "integer", "integer", "integer", "integer", "bigint"),
    _LEAD_PAGES: ("uuid", "uuid", "uuid", "text", "integer", "date"),
    _LEAD_SECTIONS: ("uuid", "uuid", "uuid", "text", "integer", "date"),
    _LEAD_SOURCES: ("uuid", "uuid", "uuid", "text", "text", "text", "integer", "date"),
    _LONGER_DAYS: ("uuid", "uuid", "uuid", "date", "bigint"),
}


def lock_leads(visits: Iterable[tuple[CompanyKey, VisitRow]]) -> tuple[LeadIds, set[CompanyKey]]:
    """The leads of companies, made where they are missing and locked in one order; and which are hidden."""
    firsts: dict[CompanyKey, VisitRow] = {}
    for key, row in visits:
        firsts.setdefault(key, row)
    found = _lock(firsts)
    missing = {key: row for key, row in firsts.items() if key not in found}
    if missing:
        _execute(_INSERT, [_lead(key, row) for key, row in sorted(missing.items(), key=lambda item: item[0])])
        found |= _lock(missing)
    return {key: lead_id for key, (lead_id, _) in found.items()}, {
        key for key, (_, is_hidden) in found.items() if is_hidden
    }


def add_sums(sums: Sums, ids: LeadIds) -> None:
    """Add a batch's sums to their tables, always in the same order of tables and rows."""
    _execute(_LEAD_DAYS, _of_leads(sums.lead_days, ids, _of_day))
    _execute(_LEAD_PAGES, _of_leads(sums.lead_pages, ids, tuple))
    _execute(_LEAD_SECTIONS, _of_leads(sums.lead_sections, ids, tuple))
    _execute(_LEAD_SOURCES, _of_leads(sums.lead_sources, ids, tuple))
    _execute(_TITLES, [(*key, title, at) for key, (at, title) in sorted(sums.titles.items())])
    _execute(_PAGE_DAYS, [(*key, *values) for key, values in sorted(sums.page_days.items())])
    _execute(_SOURCE_DAYS, [(*key, *values) for key, values in sorted(sums.source_days.items())])
    _execute(_SITE_DAYS, [(*key, *values) for key, values in sorted(sums.site_days.items())])


def add_seconds(more: Mapping[LeadDayKey, int]) -> list[tuple[UUID, UUID]]:
    """Add reading time to the days of leads where such leads exist; (tenant, lead) of those."""
    rows = [(*key, seconds) for key, seconds in sorted(more.items())]
    if not rows:
        return []
    _lock({(key[0], key[1]) for key in more})
    with driver_cursor() as cursor:
        return list(run_rows(cursor, _LONGER_DAYS, _TYPES[_LONGER_DAYS], rows).fetchall())


def _lock(keys: Iterable[CompanyKey]) -> dict[CompanyKey, tuple[UUID, bool]]:
    rows = sorted(keys)
    if not rows:
        return {}
    with driver_cursor() as cursor:
        found = run_rows(cursor, _LOCK, _TYPES[_LOCK], rows).fetchall()
    return {(row[0], row[1]): (row[2], row[3]) for row in found}


def _lead(key: CompanyKey, row: VisitRow) -> tuple[Any, ...]:
    return (key[0], new_id(), key[1], row.network_id, LeadStatus.NEW.value, row.started_at, row.last_hit_at)


def _of_leads(table: dict[Any, Any], ids: LeadIds, values: Any) -> list[tuple[Any, ...]]:
    """Rows with the lead's id in the place of the company's, in order."""
    return sorted((key[0], ids[key[0], key[1]], *key[2:], *values(one)) for key, one in table.items())


def _execute(sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        with driver_cursor() as cursor:
            run_rows(cursor, sql, _TYPES[sql], rows)

"""Moves leads of every tenant to another company: sums are added, what hangs on a lead goes with it (edge).

Runs in the caller's transaction, as the worker. Other rooms hang rows on leads by foreign keys within the tenant;
they are found in the catalogue, so that none of them has to be named here.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

# Leads of tenants that know the company that goes, but not the one that stays.
_RENAME = """
UPDATE enrichment_lead l SET company_id = %(keep)s WHERE l.company_id = %(gone)s AND NOT EXISTS (
    SELECT 1 FROM enrichment_lead k WHERE k.tenant_id = l.tenant_id AND k.company_id = %(keep)s)
"""
_BOTH = """
SELECT l.tenant_id, l.id, k.id FROM enrichment_lead l
JOIN enrichment_lead k ON k.tenant_id = l.tenant_id AND k.company_id = %(keep)s
WHERE l.company_id = %(gone)s ORDER BY l.tenant_id FOR UPDATE
"""
_ADD = """
UPDATE enrichment_lead k SET first_seen_at = least(k.first_seen_at, l.first_seen_at),
    network_id = CASE WHEN l.last_seen_at > k.last_seen_at THEN l.network_id ELSE k.network_id END,
    last_seen_at = greatest(k.last_seen_at, l.last_seen_at), visits = k.visits + l.visits,
    page_views = k.page_views + l.page_views, seconds = k.seconds + l.seconds
FROM enrichment_lead l WHERE l.tenant_id = %(tenant)s AND l.id = %(gone)s
    AND k.tenant_id = %(tenant)s AND k.id = %(keep)s
"""
_ADD_DAYS = """
INSERT INTO enrichment_leadday AS d (tenant_id, lead_id, site_id, day, visits, page_views, seconds)
SELECT tenant_id, %(keep)s, site_id, day, visits, page_views, seconds FROM enrichment_leadday
WHERE tenant_id = %(tenant)s AND lead_id = %(gone)s
ON CONFLICT (tenant_id, lead_id, site_id, day) DO UPDATE SET visits = d.visits + excluded.visits,
    page_views = d.page_views + excluded.page_views, seconds = d.seconds + excluded.seconds
"""
# Tables with a foreign key to (tenant, lead), and the column that holds the lead.
_HANGERS = """
SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[array_length(c.conkey, 1)]
WHERE c.contype = 'f' AND c.confrelid = 'enrichment_lead'::regclass AND c.conrelid <> 'enrichment_leadday'::regclass
    AND c.conparentid = 0
"""
_ROWS = "SELECT ctid FROM {table} WHERE tenant_id = %(tenant)s AND {column} = %(gone)s"
_ROW = "UPDATE {table} SET {column} = %(keep)s WHERE ctid = %(row)s"

_SPLIT_VISITS = """
UPDATE tracking_visit SET company_id = %(new)s WHERE company_id = %(old)s AND network_id = ANY(%(networks)s::uuid[])
"""
# What the visits that went over brought, by tenant, site and day; days are those of the lead's own table.
_SPLIT_SUMS = """
CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
SELECT v.tenant_id, v.site_id, (v.started_at AT TIME ZONE t.time_zone)::date AS day, count(*)::int AS visits,
    sum(v.page_views)::int AS page_views, sum(v.seconds)::bigint AS seconds, min(v.started_at) AS first_at,
    max(v.last_hit_at) AS last_at, (array_agg(v.network_id ORDER BY v.last_hit_at DESC))[1] AS network_id
FROM tracking_visit v JOIN tenancy_tenant t ON t.id = v.tenant_id WHERE v.company_id = %(new)s
GROUP BY v.tenant_id, v.site_id, day
"""
_SPLIT_LEADS = """
INSERT INTO enrichment_lead (tenant_id, id, company_id, network_id, status, first_seen_at, last_seen_at, visits,
    page_views, seconds)
SELECT m.tenant_id, gen_random_uuid(), %(new)s, (array_agg(m.network_id ORDER BY m.last_at DESC))[1], 'new',
    min(m.first_at), max(m.last_at), sum(m.visits), sum(m.page_views), sum(m.seconds)
FROM moved m JOIN enrichment_lead o ON o.tenant_id = m.tenant_id AND o.company_id = %(old)s GROUP BY m.tenant_id
"""
_SPLIT_DAYS = """
INSERT INTO enrichment_leadday (tenant_id, lead_id, site_id, day, visits, page_views, seconds)
SELECT m.tenant_id, l.id, m.site_id, m.day, m.visits, m.page_views, m.seconds
FROM moved m JOIN enrichment_lead l ON l.tenant_id = m.tenant_id AND l.company_id = %(new)s
"""
_LESS_DAYS = """
UPDATE enrichment_leadday d SET visits = greatest(0, d.visits - m.visits),
    page_views = greatest(0, d.page_views - m.page_views), seconds = greatest(0, d.seconds - m.seconds)
FROM moved m JOIN enrichment_lead o ON o.tenant_id = m.tenant_id AND o.company_id = %(old)s
WHERE d.tenant_id = m.tenant_id AND d.lead_id = o.id AND d.site_id = m.site_id AND d.day = m.day
"""
_LESS = """
UPDATE enrichment_lead o SET visits = greatest(0, o.visits - m.visits),
    page_views = greatest(0, o.page_views - m.page_views), seconds = greatest(0, o.seconds - m.seconds)
FROM (SELECT tenant_id, sum(visits) AS visits, sum(page_views) AS page_views, sum(seconds) AS seconds
      FROM moved GROUP BY tenant_id) m
WHERE o.tenant_id = m.tenant_id AND o.company_id = %(old)s
"""
_NETWORK_STAYS = """
UPDATE enrichment_lead o SET network_id = (
    SELECT n.id FROM enrichment_network n WHERE n.company_id = %(old)s ORDER BY n.learnt_at DESC LIMIT 1)
WHERE o.company_id = %(old)s AND o.network_id = ANY(%(networks)s::uuid[])
    AND EXISTS (SELECT 1 FROM enrichment_network n WHERE n.company_id = %(old)s)
"""


def move_leads(cursor: Any, *, keep: UUID, gone: UUID) -> int:
    """Give the leads of one company to another, in every tenant; how many went over."""
    companies = {"keep": keep, "gone": gone}
    cursor.execute(_RENAME, companies)
    moved = int(cursor.rowcount)
    cursor.execute(_BOTH, companies)
    both = cursor.fetchall()
    cursor.execute(_HANGERS)
    hangers = cursor.fetchall()
    for tenant_id, gone_lead, kept_lead in both:
        leads = {"tenant": tenant_id, "gone": gone_lead, "keep": kept_lead}
        cursor.execute(_ADD, leads)
        cursor.execute(_ADD_DAYS, leads)
        for table, column in hangers:
            rehang(cursor, table, column, leads)
        cursor.execute("DELETE FROM enrichment_lead WHERE tenant_id = %(tenant)s AND id = %(gone)s", leads)
    return moved + len(both)


def split_leads(cursor: Any, *, old: UUID, new: UUID, networks: Sequence[UUID]) -> int:
    """Make leads of the visits from these networks, and take what they brought off the old ones; how many were made.

    Days whose visits were purged already stay with the old lead.
    """
    values = {"old": old, "new": new, "networks": list(networks)}
    cursor.execute(_SPLIT_VISITS, values)
    cursor.execute(_SPLIT_SUMS, values)
    cursor.execute(_SPLIT_LEADS, values)
    made = int(cursor.rowcount)
    for statement in (_SPLIT_DAYS, _LESS_DAYS, _LESS, _NETWORK_STAYS):
        cursor.execute(statement, values)
    return made


def rehang(cursor: Any, table: str, column: str, leads: dict[str, Any]) -> None:
    """Move a table's rows one by one: one that the other lead has already (a tag, a note's mark) stays and goes."""
    cursor.execute(_ROWS.format(table=table, column=column), leads)
    for (row,) in cursor.fetchall():
        cursor.execute("SAVEPOINT rehang")
        try:
            cursor.execute(_ROW.format(table=table, column=column), {**leads, "row": row})
        except Exception as error:
            if getattr(error, "pgcode", "") != "23505":  # unique_violation
                raise
            cursor.execute("ROLLBACK TO SAVEPOINT rehang")
        cursor.execute("RELEASE SAVEPOINT rehang")

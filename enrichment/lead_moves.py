"""Moves leads of every tenant to another company: sums are added, what hangs on a lead goes with it (edge).

Runs in the caller's transaction, as the worker. Other rooms hang rows on leads by foreign keys within the tenant;
they are found in the catalogue, so that none of them has to be named here.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from enrichment.lead_hangers import SUMS_BY_LEAD, lead_hangers
from enrichment.rollup_changes import recounted
from enrichment.rollup_sql import SumTable

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
# What is summed by lead is added up; `greatest` columns keep the greater of both.
_ADD_SUMS = """
INSERT INTO {table} AS r ({columns}) SELECT {selected} FROM {table} WHERE tenant_id = %(tenant)s AND lead_id = %(gone)s
{adding}
"""
_ROWS = "SELECT ctid FROM {table} WHERE tenant_id = %(tenant)s AND {column} = %(gone)s"
_ROW = "UPDATE {table} SET {column} = %(keep)s WHERE ctid = %(row)s"

_SPLIT_VISITS = """
UPDATE tracking_visit SET company_id = %(new)s
WHERE tenant_id = %(tenant)s AND company_id = %(old)s AND network_id = ANY(%(networks)s::uuid[])
"""
_OF_NETWORKS = """
SELECT tenant_id, array_agg(id) FROM tracking_visit
WHERE company_id = %(old)s AND network_id = ANY(%(networks)s::uuid[]) GROUP BY tenant_id ORDER BY tenant_id
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
    hangers = lead_hangers()
    for tenant_id, gone_lead, kept_lead in both:
        leads = {"tenant": tenant_id, "gone": gone_lead, "keep": kept_lead}
        for sums in SUMS_BY_LEAD:
            cursor.execute(_adding(sums), leads)
        for table, column in hangers:
            rehang(cursor, table, column, leads)
        cursor.execute("DELETE FROM enrichment_lead WHERE tenant_id = %(tenant)s AND id = %(gone)s", leads)
    return moved + len(both)


def split_leads(cursor: Any, *, old: UUID, new: UUID, networks: Sequence[UUID]) -> int:
    """Make leads of the visits from these networks, and take what they brought off the old ones; how many were made.

    Days whose visits were purged already stay with the old lead.
    """
    values = {"old": old, "new": new, "networks": list(networks)}
    cursor.execute(_OF_NETWORKS, values)
    for tenant_id, visit_ids in cursor.fetchall():
        with recounted(tenant_id, visit_ids):
            cursor.execute(_SPLIT_VISITS, {**values, "tenant": tenant_id})
    cursor.execute(_NETWORK_STAYS, values)
    cursor.execute("SELECT count(*) FROM enrichment_lead WHERE company_id = %(new)s", values)
    return int(cursor.fetchone()[0])


def _adding(sums: SumTable) -> str:
    """The statement that adds one lead's rows of a table of sums to another's."""
    return _ADD_SUMS.format(
        table=sums.name,
        columns=", ".join(sums.columns),
        selected=", ".join("%(keep)s" if one == "lead_id" else one for one in sums.columns),
        adding=sums.adding,
    )


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

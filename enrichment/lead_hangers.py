"""Finds what hangs on a lead: other rooms' tables by the catalogue, so that none has to be named here (edge)."""

from django.db import connection

from enrichment.rollup_sql import LEAD_DAYS, LEAD_PAGES, LEAD_SECTIONS, LEAD_SOURCES

SUMS_BY_LEAD = (LEAD_DAYS, LEAD_PAGES, LEAD_SECTIONS, LEAD_SOURCES)
# Tables with a foreign key to (tenant, lead), and the column that holds the lead.
_HANGERS = """
SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[array_length(c.conkey, 1)]
WHERE c.contype = 'f' AND c.confrelid = 'enrichment_lead'::regclass AND c.conparentid = 0
    AND c.conrelid::regclass::text <> ALL(%(sums)s)
"""


def lead_hangers() -> list[tuple[str, str]]:
    """Tables whose rows hang on a lead and are no sums, each with the column that holds the lead."""
    with connection.cursor() as cursor:
        cursor.execute(_HANGERS, {"sums": [table.name for table in SUMS_BY_LEAD]})
        return list(cursor.fetchall())

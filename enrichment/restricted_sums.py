"""Keeps apart the part of a lead's sums whose visits were purged already, and adds it to the lead again (edge).

Everything else of the sums is made anew from the visits that are still kept. In the caller's transaction and tenant.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from connectleads.tenancy.driver import parsed
from connectleads.tenancy.scope import current_tenant_id
from enrichment.lead_hangers import SUMS_BY_LEAD
from enrichment.lead_numbers import rows
from enrichment.rollup_sql import SumTable


def sums_left(lead_id: UUID) -> dict[str, list[Any]]:
    """A lead's rows by table of sums, after all of its visits were taken out of them."""
    left: dict[str, list[Any]] = {}
    for table in SUMS_BY_LEAD:
        sql = f"SELECT to_jsonb(t) FROM {table.name} t WHERE t.tenant_id = %s AND t.lead_id = %s"  # noqa: S608
        found = [parsed(row[0]) for row in rows(sql, [current_tenant_id(), lead_id])]
        if found:
            left[table.name] = found
    return left


def add_sums(lead_id: UUID, kept: Mapping[str, Sequence[Any]]) -> None:
    """Add rows that were kept apart to the sums of a lead; those of a website that is gone stay behind."""
    for table in SUMS_BY_LEAD:
        again = [{**row, "lead_id": str(lead_id)} for row in kept.get(table.name, ())]
        if again:
            with connection.cursor() as cursor:
                cursor.execute(_add(table), [json.dumps(again), current_tenant_id()])


def _add(table: SumTable) -> str:
    columns = ", ".join(table.columns)
    return (
        f"INSERT INTO {table.name} AS r ({columns}) SELECT {columns} "  # noqa: S608
        f"FROM jsonb_populate_recordset(NULL::{table.name}, %s) k WHERE k.tenant_id = %s "
        "AND EXISTS (SELECT 1 FROM tenancy_site s WHERE s.tenant_id = k.tenant_id AND s.id = k.site_id) "
        f"{table.adding}"
    )

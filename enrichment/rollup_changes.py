"""Corrects the kept sums when recorded visits change, and makes them anew (edge). In the caller's transaction.

Whoever erases visits, gives them a company or takes one away does so inside `recounted`; everything kept then follows.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db import connection

from connectleads.tenancy.models import Tenant
from enrichment.event_sql import event_values
from enrichment.lead_refresh import LeadId, forget_empty_leads, refresh_leads
from enrichment.queries import tenant_view, weights_of
from enrichment.rollup_sql import GREATEST_ANEW, LOST, MISSING_LEADS, NOTHING_LOST, SUM_TABLES, TITLES
from enrichment.scoring import Weights

_CHOSEN = "v.id = ANY(%(visits)s)"
_LEADS = """
SELECT DISTINCT l.id FROM tracking_visit v JOIN enrichment_lead l
    ON l.tenant_id = v.tenant_id AND l.company_id = v.company_id
WHERE v.tenant_id = %(tenant)s AND v.id = ANY(%(visits)s)
"""
_ALL_LEADS = "SELECT id FROM enrichment_lead WHERE tenant_id = %(tenant)s"
_LOCK = "SELECT id FROM enrichment_lead WHERE tenant_id = %s AND id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"
_DAYS = """
SELECT DISTINCT (v.started_at AT TIME ZONE %(zone)s)::date FROM tracking_visit v
WHERE v.tenant_id = %(tenant)s AND v.id = ANY(%(visits)s)
"""


@contextmanager
def recounted(tenant_id: UUID, visit_ids: Collection[UUID]) -> Iterator[None]:
    """Around a change of visits: what they counted for is taken away before, and what they count for is added after.

    The change may delete visits with their page views, add page views, or set or clear companies; it may also hide or
    show leads. Leads that lose their last visit go, unless somebody has worked on them. Needs the tenant's scope, or
    the one of all tenants.
    """
    if not visit_ids:
        yield
        return
    values = _values(tenant_id, visit_ids)
    before, days = _ids(_LEADS, values), _ids(_DAYS, values)
    _lock(tenant_id, before)
    for table in SUM_TABLES:
        _run(table.take_away, values)
    yield
    _run(MISSING_LEADS, values)
    leads, days = before | _ids(_LEADS, values), days | _ids(_DAYS, values)
    _lock(tenant_id, leads)
    for sql in (*(table.add for table in SUM_TABLES), TITLES):
        _run(sql, values)
    for table in SUM_TABLES:
        _run(table.forget_empty, values)
    for sql in GREATEST_ANEW:
        _run(sql, {**values, "leads": sorted(leads), "days": sorted(days)})
    keys = [(tenant_id, lead_id) for lead_id in leads]
    refresh_leads(keys)
    forget_empty_leads(keys)


def rebuild_rollups(tenant_id: UUID) -> int:
    """Make all sums of a tenant anew from its visits and page views; how many leads it has then.

    Sums of days whose visits are no longer kept would be lost, so run it before anything is purged.
    """
    values = _values(tenant_id, ())
    for table in (*(one.name for one in SUM_TABLES), "enrichment_sitepage"):
        _run(f"DELETE FROM {table} WHERE tenant_id = %(tenant)s", values)  # noqa: S608
    for sql in (MISSING_LEADS, *(table.add for table in SUM_TABLES), TITLES):
        _run(sql, values, which="true")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE enrichment_lead, enrichment_leadday")  # all of their rows are new
    leads: list[LeadId] = [(tenant_id, lead_id) for lead_id in _ids(_ALL_LEADS, values)]
    refresh_leads(leads)
    forget_empty_leads(leads)
    return len(leads)


def _values(tenant_id: UUID, visit_ids: Collection[UUID]) -> dict[str, Any]:
    tenant = Tenant.objects.get(id=tenant_id)
    view = tenant_view(tenant)
    weights: Weights = weights_of([tenant_id])[tenant_id]
    return {
        "tenant": tenant_id,
        "visits": sorted(visit_ids),
        "zone": view.time_zone.key,
        "kinds": sorted(view.lead_kinds),
        "key_paths": [like_pattern(page.path) for page in weights.key_pages],
        "key_points": [page.points for page in weights.key_pages],
        **event_values(weights),
    }


def like_pattern(path: str) -> str:
    """A key page's path as a pattern of LIKE."""
    escaped = path.removesuffix("*").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return escaped + "%" if path.endswith("*") else escaped


def _run(sql: str, values: dict[str, Any], *, which: str = _CHOSEN) -> None:
    with connection.cursor() as cursor:
        lost = LOST if which == _CHOSEN else NOTHING_LOST
        cursor.execute(sql.format(which=which, lost=lost) if "{which}" in sql else sql, values)


def _ids(sql: str, values: dict[str, Any]) -> set[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return {row[0] for row in cursor.fetchall()}


def _lock(tenant_id: UUID, leads: Collection[UUID]) -> None:
    if leads:
        with connection.cursor() as cursor:
            cursor.execute(_LOCK, [tenant_id, sorted(leads)])

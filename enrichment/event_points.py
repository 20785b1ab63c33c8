"""Counts key events for the days of leads in the transaction that keeps them (edge).

The points of a lead's day are made anew from all of its events, so that an event that comes twice counts once.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from uuid import UUID

from django.db import connection

from enrichment.event_sql import event_values
from enrichment.lead_refresh import LeadId
from enrichment.recording import TenantView, local_day
from tracking.recorded import EventRow
from tracking.sessions import GAP

# Leads are locked in the order of their ids, as everywhere.
_LEADS = """
SELECT l.id FROM enrichment_lead l WHERE l.tenant_id = %(tenant)s AND l.company_id IN (
    SELECT v.company_id FROM tracking_event e JOIN tracking_visit v ON v.tenant_id = e.tenant_id AND v.id = e.visit_id
    WHERE e.tenant_id = %(tenant)s AND e.id = ANY(%(events)s) AND v.kind = ANY(%(kinds)s))
ORDER BY l.id FOR NO KEY UPDATE
"""
_ADD = """
INSERT INTO enrichment_leadday AS d
    (tenant_id, lead_id, site_id, day, visits, page_views, seconds, most_pages, key_points, event_points)
SELECT l.tenant_id, l.id, e.site_id, (e.at AT TIME ZONE %(zone)s)::date, 0, 0, 0, 0, sum(k.points), sum(k.points)
FROM enrichment_lead l
JOIN tracking_visit v ON v.tenant_id = l.tenant_id AND v.company_id = l.company_id AND v.kind = ANY(%(kinds)s)
    AND v.last_hit_at >= %(start)s - %(gap)s
JOIN tracking_event e ON e.tenant_id = v.tenant_id AND e.visit_id = v.id AND e.at >= %(start)s
JOIN unnest(%(event_names)s::text[], %(event_points)s::int[]) AS k (name, points) ON k.name = e.name
WHERE l.tenant_id = %(tenant)s AND l.id = ANY(%(leads)s) AND k.points > 0
    AND (e.at AT TIME ZONE %(zone)s)::date = ANY(%(days)s)
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
ON CONFLICT (tenant_id, lead_id, site_id, day) DO UPDATE SET
    key_points = d.key_points - d.event_points + excluded.event_points, event_points = excluded.event_points
"""


def keep_event_points(events: Sequence[EventRow], tenants: Mapping[UUID, TenantView]) -> set[LeadId]:
    """Count events that were just kept, where their tenant finds them important; the leads whose score follows."""
    touched: set[LeadId] = set()
    for tenant_id in sorted({one.tenant_id for one in events if one.tenant_id in tenants}):
        tenant = tenants[tenant_id]
        wanted = {one.name for one in tenant.weights.key_events}
        some = [one for one in events if one.tenant_id == tenant_id and one.name in wanted]
        if some:
            touched |= _count(tenant_id, tenant, some)
    return touched


def _count(tenant_id: UUID, tenant: TenantView, events: Sequence[EventRow]) -> set[LeadId]:
    days: set[date] = {local_day(one.at, tenant) for one in events}
    values = {
        "tenant": tenant_id,
        "zone": tenant.time_zone.key,
        "kinds": sorted(tenant.lead_kinds),
        "events": [one.id for one in events],
        "gap": GAP,
        "start": datetime.combine(min(days), time.min, tenant.time_zone),
        "days": sorted(days),
        **event_values(tenant.weights),
    }
    with connection.cursor() as cursor:
        cursor.execute(_LEADS, values)
        leads = [row[0] for row in cursor.fetchall()]
        if leads:
            cursor.execute(_ADD, {**values, "leads": leads})
    return {(tenant_id, lead_id) for lead_id in leads}

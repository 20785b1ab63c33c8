"""What key events add to the days of leads, as SQL over what was recorded (pure)."""

from typing import Any

from enrichment.scoring import Weights

# A part of enrichment.rollup_sql.LEAD_DAYS: the columns are those of its other parts.
KEY_EVENTS = """
SELECT e.tenant_id, v.lead_id, e.site_id, (e.at AT TIME ZONE %(zone)s)::date, 0, 0, 0, k.points, k.points, 0
FROM chosen v JOIN tracking_event e ON e.tenant_id = v.tenant_id AND e.visit_id = v.id AND e.tenant_id = %(tenant)s
JOIN unnest(%(event_names)s::text[], %(event_points)s::int[]) AS k (name, points) ON k.name = e.name
WHERE v.lead_id IS NOT NULL AND k.points > 0
"""
# The points of some leads' events by day, from a day on: each row is (lead, site, day, points).
POINTS_OF_LEADS = """
SELECT l.id, e.site_id, (e.at AT TIME ZONE %(zone)s)::date, sum(k.points)::int
FROM enrichment_lead l
JOIN tracking_visit v ON v.tenant_id = l.tenant_id AND v.company_id = l.company_id AND v.kind = ANY(%(kinds)s)
    AND v.last_hit_at >= %(start)s - %(gap)s
JOIN tracking_event e ON e.tenant_id = v.tenant_id AND e.visit_id = v.id AND e.at >= %(start)s
JOIN unnest(%(event_names)s::text[], %(event_points)s::int[]) AS k (name, points) ON k.name = e.name
WHERE l.tenant_id = %(tenant)s AND l.id = ANY(%(leads)s) AND k.points > 0 GROUP BY 1, 2, 3
"""


def event_values(weights: Weights) -> dict[str, Any]:
    """The parameters that say which events count."""
    return {
        "event_names": [one.name for one in weights.key_events],
        "event_points": [one.points for one in weights.key_events],
    }

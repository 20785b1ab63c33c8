"""The only writer of visits, page views, drop counts and stream positions (edge). Runs in the caller's transaction."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.db import connection
from psycopg2.extras import execute_values

from connectleads.tenancy.driver import driver_cursor
from tracking.models import StreamPosition
from tracking.recorded import LongerView, PageViewRow, PlacedVisit, VisitRow

_NEW_VISITS = """
INSERT INTO tracking_visit (tenant_id, id, site_id, receipt_id, visitor_hash, started_at, last_hit_at, page_views,
    seconds, source, medium, campaign, entry_path, kind, network_id, company_id)
VALUES %s
"""
_KNOWN_VISITS = """
UPDATE tracking_visit v SET started_at = n.started_at, last_hit_at = n.last_hit_at, page_views = n.page_views,
    kind = n.kind, network_id = n.network_id, company_id = n.company_id
FROM (VALUES %s) AS n (tenant_id, id, started_at, last_hit_at, page_views, kind, network_id, company_id)
WHERE v.tenant_id = n.tenant_id AND v.id = n.id
"""
_KNOWN_VISITS_TYPES = "(%s, %s, %s, %s, %s, %s, %s::uuid, %s::uuid)"
_LONGER_VIEWS = """
UPDATE tracking_pageview p SET seconds = n.seconds FROM (VALUES %s) AS n (tenant_id, at, id, seconds)
WHERE p.tenant_id = n.tenant_id AND p.at = n.at AND p.id = n.id
"""
_LONGER_VISITS = """
UPDATE tracking_visit v SET seconds = v.seconds + n.more FROM (VALUES %s) AS n (tenant_id, id, more)
WHERE v.tenant_id = n.tenant_id AND v.id = n.id
"""
# Only visits of nobody yet: the drain may have learnt the organisation meanwhile.
_PLACED_VISITS = """
UPDATE tracking_visit v SET kind = n.kind, network_id = n.network_id, company_id = n.company_id
FROM (VALUES %s) AS n (tenant_id, id, kind, network_id, company_id)
WHERE v.tenant_id = n.tenant_id AND v.id = n.id AND v.company_id IS NULL
RETURNING v.tenant_id, v.id, v.site_id, v.started_at, v.last_hit_at, v.page_views, v.seconds
"""
_PLACED_VISITS_TYPES = "(%s, %s, %s, %s::uuid, %s::uuid)"
_DROPS = """
INSERT INTO tracking_dropcount AS d (tenant_id, site_id, day, reason, count) VALUES %s
ON CONFLICT (tenant_id, site_id, day, reason) DO UPDATE SET count = d.count + excluded.count
"""
_PAGE_VIEWS = """
COPY tracking_pageview (tenant_id, at, id, visit_id, site_id, path, title, seconds)
FROM STDIN (FORMAT csv, FORCE_NOT_NULL (path, title))
"""


def store_visits(visits: Iterable[VisitRow]) -> None:
    """Insert the visits that are new and bring the others up to date."""
    rows = list(visits)
    new = [_new_visit(row) for row in rows if row.is_new]
    known = [_known_visit(row) for row in rows if not row.is_new]
    with driver_cursor() as cursor:
        if new:
            execute_values(cursor, _NEW_VISITS, new)
        if known:
            execute_values(cursor, _KNOWN_VISITS, known, template=_KNOWN_VISITS_TYPES)


def store_page_views(views: Sequence[PageViewRow]) -> None:
    """Append page views by COPY, after their months have partitions."""
    if not views:
        return
    make_partitions({view.at.astimezone(UTC).date().replace(day=1) for view in views})
    text = io.StringIO()
    csv.writer(text).writerows(
        (v.tenant_id, v.at.isoformat(), v.id, v.visit_id, v.site_id, _quotable(v.path), v.title, 0) for v in views
    )
    text.seek(0)
    with driver_cursor() as cursor:
        cursor.copy_expert(_PAGE_VIEWS, text)


def lengthen(views: Sequence[LongerView]) -> None:
    """Write how long pages were read, and add the difference to their visits."""
    if not views:
        return
    more: dict[tuple[UUID, UUID], int] = {}
    for view in views:
        more[view.tenant_id, view.visit_id] = more.get((view.tenant_id, view.visit_id), 0) + view.more
    with driver_cursor() as cursor:
        execute_values(cursor, _LONGER_VIEWS, [(v.tenant_id, v.at, v.id, v.seconds) for v in views])
        execute_values(cursor, _LONGER_VISITS, [(*key, seconds) for key, seconds in more.items()])


def place_visits(
    visits: Iterable[tuple[UUID, UUID]], *, kind: str, network_id: UUID | None, company_id: UUID | None
) -> list[PlacedVisit]:
    """Give visits (tenant, id) that belong to nobody yet their organisation; those that were given it."""
    rows = [(tenant_id, visit_id, kind, network_id, company_id) for tenant_id, visit_id in sorted(set(visits))]
    if not rows:
        return []
    with driver_cursor() as cursor:
        found = execute_values(
            cursor, _PLACED_VISITS, rows, template=_PLACED_VISITS_TYPES, fetch=True, page_size=len(rows)
        )
    return [PlacedVisit(*row) for row in found]


def add_drops(counts: Mapping[tuple[UUID, UUID, date, str], int]) -> None:
    """Add to the counts of drops by (tenant, site, day, reason)."""
    if counts:
        with driver_cursor() as cursor:
            execute_values(cursor, _DROPS, [(*key, count) for key, count in counts.items()])


def save_position(stream: str, position: str) -> None:
    """Note how far a stream has been read, in the transaction of what was read."""
    StreamPosition.objects.update_or_create(
        stream=stream, defaults={"position": position, "updated_at": datetime.now(UTC)}
    )


def make_partitions(months: Iterable[date]) -> int:
    """Make the partitions of page views for those months where they are missing; how many were made."""
    made = 0
    with connection.cursor() as cursor:
        for month in sorted(months):
            cursor.execute("SELECT to_regclass(%s) IS NULL", [f"tracking_pageview_{month:%Y_%m}"])
            if cursor.fetchone()[0]:
                cursor.execute("SELECT tracking_make_partition(%s)", [month])
                made += cursor.fetchone()[0]
    return made


def months_ahead(today: date, count: int = 3) -> list[date]:
    """The first day of this month and of the `count` months after it (pure)."""
    months = [today.replace(day=1)]
    for _ in range(count):
        months.append((months[-1] + timedelta(days=32)).replace(day=1))
    return months


def _quotable(text: str) -> str:
    return text.replace("\0", "")


def _new_visit(row: VisitRow) -> tuple[object, ...]:
    return (
        row.tenant_id,
        row.id,
        row.site_id,
        row.receipt_id,
        row.visitor_hash,
        row.started_at,
        row.last_hit_at,
        row.page_views,
        row.seconds,
        row.source,
        row.medium,
        row.campaign,
        row.entry_path,
        row.kind,
        row.network_id,
        row.company_id,
    )


def _known_visit(row: VisitRow) -> tuple[object, ...]:
    return (
        row.tenant_id,
        row.id,
        row.started_at,
        row.last_hit_at,
        row.page_views,
        row.kind,
        row.network_id,
        row.company_id,
    )

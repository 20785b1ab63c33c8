"""The only writer of visits, page views, drop counts and stream positions (edge). Runs in the caller's transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from uuid import UUID

from django.db import connection
from psycopg2.extras import execute_values

from connectleads.tenancy.bulk import copy_rows, run_rows
from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.scope import current_tenant_id
from tracking.models import PageView, StreamPosition, Visit, Withdrawal
from tracking.recorded import EventRow, LongerView, PageViewRow, PlacedVisit, VisitorKey, VisitRow
from tracking.sessions import GAP
from tracking.withdrawal import Withdrawn

_NEW_VISITS = """
INSERT INTO tracking_visit (tenant_id, id, site_id, receipt_id, visitor_hash, started_at, last_hit_at, page_views,
    seconds, source, medium, campaign, entry_path, kind, network_id, company_id)
SELECT * FROM ROWS
"""
_of_new_visit = attrgetter(
    "tenant_id", "id", "site_id", "receipt_id", "visitor_hash", "started_at", "last_hit_at", "page_views", "seconds",
    "source", "medium", "campaign", "entry_path", "kind", "network_id", "company_id",
)  # fmt: skip
_NEW_VISIT_TYPES = (
    "uuid", "uuid", "uuid", "uuid", "bytea", "timestamptz", "timestamptz", "integer", "bigint", "text", "text", "text",
    "text", "text", "uuid", "uuid",
)  # fmt: skip
_KNOWN_VISITS = """
UPDATE tracking_visit v SET started_at = n.started_at, last_hit_at = n.last_hit_at, page_views = n.page_views,
    seconds = n.seconds, kind = n.kind, network_id = n.network_id, company_id = n.company_id
FROM ROWS AS n (tenant_id, id, started_at, last_hit_at, page_views, seconds, kind, network_id, company_id)
WHERE v.tenant_id = n.tenant_id AND v.id = n.id
"""
_KNOWN_VISIT_TYPES = ("uuid", "uuid", "timestamptz", "timestamptz", "integer", "bigint", "text", "uuid", "uuid")
_of_known_visit = attrgetter(
    "tenant_id", "id", "started_at", "last_hit_at", "page_views", "seconds", "kind", "network_id", "company_id"
)
_LONGER_VIEWS = """
UPDATE tracking_pageview p SET seconds = n.seconds FROM ROWS AS n (tenant_id, at, id, seconds)
WHERE p.tenant_id = n.tenant_id AND p.at = n.at AND p.id = n.id AND p.at BETWEEN %s AND %s
"""
_LONGER_VIEW_TYPES = ("uuid", "timestamptz", "uuid", "integer")
_LONGER_VISITS = """
UPDATE tracking_visit v SET seconds = v.seconds + n.more FROM ROWS AS n (tenant_id, id, more)
WHERE v.tenant_id = n.tenant_id AND v.id = n.id
"""
_LONGER_VISIT_TYPES = ("uuid", "uuid", "bigint")
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
# An event belongs to the visit whose window covers it; one that belongs to none is not kept, for it has no receipt.
_EVENTS = """
INSERT INTO tracking_event (tenant_id, id, at, visit_id, site_id, name, path, target)
SELECT DISTINCT ON (n.tenant_id, n.id) n.tenant_id, n.id, n.at, v.id, n.site_id, n.name, n.path, n.target
FROM ROWS AS n (tenant_id, id, at, site_id, visitor_hash, name, path, target)
JOIN tracking_visit v ON v.tenant_id = n.tenant_id AND v.site_id = n.site_id AND v.visitor_hash = n.visitor_hash
    AND n.at BETWEEN v.started_at - %s AND v.last_hit_at + %s
ORDER BY n.tenant_id, n.id, v.started_at DESC
ON CONFLICT (tenant_id, id) DO NOTHING
"""
_EVENT_TYPES = ("uuid", "uuid", "timestamptz", "uuid", "bytea", "text", "text", "text")
_WITHDRAWALS = """
INSERT INTO tracking_withdrawal AS w (tenant_id, site_id, visitor_hash, withdrawn_at) VALUES %s
ON CONFLICT (tenant_id, site_id, visitor_hash) DO UPDATE
    SET withdrawn_at = greatest(w.withdrawn_at, excluded.withdrawn_at)
"""
_PAGE_VIEW_COLUMNS = ("tenant_id", "at", "id", "visit_id", "site_id", "path", "title", "seconds")
_PAGE_VIEW_TYPES = ("uuid", "timestamptz", "uuid", "uuid", "uuid", "text", "text", "integer")
_of_page_view = attrgetter(*_PAGE_VIEW_COLUMNS)


# Page views and events go by their foreign keys' ON DELETE CASCADE.
_FORGET_VISITS = "DELETE FROM tracking_visit WHERE tenant_id = %s AND id = ANY(%s)"
_RECOUNT_VISITS = """
UPDATE tracking_visit v SET page_views = s.views, seconds = s.seconds,
    started_at = coalesce(s.first_at, v.started_at), last_hit_at = coalesce(s.last_at, v.last_hit_at),
    entry_path = coalesce(s.entry_path, v.entry_path)
FROM (
    SELECT o.id, count(p.id) AS views, coalesce(sum(p.seconds), 0) AS seconds, min(p.at) AS first_at,
        max(p.at) AS last_at, (array_agg(p.path ORDER BY p.at))[1] AS entry_path
    FROM tracking_visit o LEFT JOIN tracking_pageview p ON p.tenant_id = o.tenant_id AND p.visit_id = o.id
    WHERE o.tenant_id = %(tenant)s AND o.id = ANY(%(visits)s) GROUP BY o.id
) s WHERE v.tenant_id = %(tenant)s AND v.id = s.id
"""


def store_visits(visits: Iterable[VisitRow]) -> None:
    """Insert the visits that are new and bring the others up to date."""
    rows = list(visits)
    new = [_of_new_visit(row) for row in rows if row.is_new]
    known = [_of_known_visit(row) for row in rows if not row.is_new]
    with driver_cursor() as cursor:
        if new:
            run_rows(cursor, _NEW_VISITS, _NEW_VISIT_TYPES, new)
        if known:
            run_rows(cursor, _KNOWN_VISITS, _KNOWN_VISIT_TYPES, known)


def store_page_views(views: Sequence[PageViewRow]) -> None:
    """Append page views by COPY, after their months have partitions."""
    if not views:
        return
    make_partitions({view.at.astimezone(UTC).date().replace(day=1) for view in views})
    with driver_cursor() as cursor:
        copy_rows(cursor, "tracking_pageview", _PAGE_VIEW_COLUMNS, _PAGE_VIEW_TYPES, [_of_page_view(v) for v in views])


def lengthen(views: Sequence[LongerView]) -> None:
    """Write how long pages were read, and add the difference to their visits."""
    if not views:
        return
    more: dict[tuple[UUID, UUID], int] = {}
    for view in views:
        more[view.tenant_id, view.visit_id] = more.get((view.tenant_id, view.visit_id), 0) + view.more
    with driver_cursor() as cursor:
        between = (
            min(view.at for view in views),
            max(view.at for view in views),
        )  # so that few partitions are looked at
        rows = [(v.tenant_id, v.at, v.id, v.seconds) for v in views]
        run_rows(cursor, _LONGER_VIEWS, _LONGER_VIEW_TYPES, rows, values=between)
        run_rows(cursor, _LONGER_VISITS, _LONGER_VISIT_TYPES, [(*key, seconds) for key, seconds in more.items()])


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


def store_events(events: Sequence[EventRow]) -> None:
    """Keep events with the visits they happened in; one that was kept before stays as it is."""
    if not events:
        return
    rows = [(e.tenant_id, e.id, e.at, e.site_id, e.visitor_hash, e.name, e.path, e.target) for e in events]
    with driver_cursor() as cursor:
        run_rows(cursor, _EVENTS, _EVENT_TYPES, rows, values=(GAP, GAP))


def note_withdrawals(withdrawals: Sequence[Withdrawn]) -> None:
    """Remember that these visitors took consent back, so that what is still on its way is dropped."""
    latest: dict[VisitorKey, Withdrawn] = {}
    for one in sorted(withdrawals, key=lambda one: one.until or one.at):
        latest[one.visitor] = one
    with driver_cursor() as cursor:
        execute_values(
            cursor, _WITHDRAWALS, [(*one.visitor, one.until or one.at) for one in latest.values()], page_size=1000
        )


def forget_visits(tenant_id: UUID, visit_ids: Collection[UUID]) -> int:
    """Delete visits of a tenant with their page views and events; how many visits there were."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET_VISITS, [tenant_id, list(visit_ids)])
        return int(cursor.rowcount)


def unname_visits(company_id: UUID) -> int:
    """Take an organisation off the visits of the tenant in scope, which stay without one; how many."""
    return Visit.objects.filter(company_id=company_id).update(company_id=None, network_id=None)


def forget_withdrawals(before: datetime) -> int:
    """Delete what was remembered of withdrawals before a time, when no hit of then can be on its way; how many."""
    deleted, _ = Withdrawal.objects.filter(withdrawn_at__lt=before).delete()
    return deleted


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


def forget_page_views(view_ids: Collection[UUID], visit_ids: Collection[UUID]) -> None:
    """Erase page views of visits of the tenant in scope; visits that have none left go with them."""
    PageView.objects.filter(id__in=view_ids, visit_id__in=visit_ids).delete()
    with connection.cursor() as cursor:
        cursor.execute(_RECOUNT_VISITS, {"tenant": current_tenant_id(), "visits": list(visit_ids)})
    Visit.objects.filter(id__in=visit_ids, page_views=0).delete()

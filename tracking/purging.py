"""Removes what was recorded and has become too old, in bounded steps; counts first what would go (edge).

Each function works on the tenant in scope, in the caller's transaction. The worker bypasses row-level security, so
every statement names the tenant itself.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.db import connection

from connectleads.tenancy.scope import current_tenant_id
from tracking.models import DropCount, Event, PageView, Visit

_OLD_VIEWS = """
DELETE FROM tracking_pageview WHERE tenant_id = %(tenant)s AND at < %(before)s AND (at, id) IN (
    SELECT at, id FROM tracking_pageview WHERE tenant_id = %(tenant)s AND at < %(before)s ORDER BY at LIMIT %(most)s)
"""
_OLD_EVENTS = """
DELETE FROM tracking_event WHERE tenant_id = %(tenant)s AND id IN (
    SELECT id FROM tracking_event WHERE tenant_id = %(tenant)s AND at < %(before)s ORDER BY at LIMIT %(most)s)
"""
_OLD_VISITS = """
DELETE FROM tracking_visit WHERE tenant_id = %(tenant)s AND id IN (
    SELECT id FROM tracking_visit WHERE tenant_id = %(tenant)s AND started_at < %(before)s AND last_hit_at < %(before)s
    ORDER BY started_at LIMIT %(most)s)
"""
_OLD_DROPS = "DELETE FROM tracking_dropcount WHERE tenant_id = %(tenant)s AND day < %(before)s"


def count_page_views(before: datetime) -> int:
    """Page views, and what was done on pages, from before that moment."""
    return PageView.objects.filter(at__lt=before).count() + Event.objects.filter(at__lt=before).count()


def count_visits(before: datetime) -> int:
    """Visits that ended before that moment."""
    return Visit.objects.filter(started_at__lt=before, last_hit_at__lt=before).count()


def count_drops(before: datetime) -> int:
    """Counts of refusals from days before that moment."""
    return DropCount.objects.filter(day__lt=before.date()).count()


def purge_page_views(before: datetime, *, most: int) -> int:
    """Remove at most so many page views, and what was done on pages, from before that moment; how many went."""
    gone = _delete(_OLD_VIEWS, before, most)
    return gone + (_delete(_OLD_EVENTS, before, most - gone) if gone < most else 0)


def purge_visits(before: datetime, *, most: int) -> int:
    """Remove at most so many visits that ended before that moment, with their page views; how many visits went."""
    gone = _delete(_OLD_VISITS, before, most)
    if gone < most:
        with connection.cursor() as cursor:
            cursor.execute(_OLD_DROPS, {"tenant": current_tenant_id(), "before": before.date()})
    return gone


def _delete(sql: str, before: datetime, most: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, {"tenant": current_tenant_id(), "before": before, "most": most})
        return int(cursor.rowcount)


def droppable_months(before: datetime) -> list[date]:
    """First days of the months whose partition of page views ends at or before that moment, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
            "WHERE i.inhparent = 'tracking_pageview'::regclass ORDER BY c.relname"
        )
        names = [row[0] for row in cursor.fetchall()]
    months = [date(int(name[-7:-3]), int(name[-2:]), 1) for name in names]
    return [month for month in months if _end(month) <= before]


def drop_month(month: date) -> dict[UUID, int]:
    """Drop a month's whole partition; how many page views of each tenant were in it. For the worker, unscoped."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tenant_id, count(*) FROM tracking_pageview WHERE at >= %s AND at < %s GROUP BY tenant_id",
            [_start(month), _end(month)],
        )
        counts = dict(cursor.fetchall())
        cursor.execute("SET LOCAL lock_timeout = '5s'")  # readers go first; the next day tries again
        cursor.execute("SELECT tracking_drop_partition(%s)", [month])
    return counts


def _start(month: date) -> datetime:
    return datetime(month.year, month.month, 1, tzinfo=UTC)


def _end(month: date) -> datetime:
    return _start((month + timedelta(days=32)).replace(day=1))

"""The only reader of this room's tables for other rooms (edge)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Sum

from connectleads.tenancy.bulk import run_rows
from connectleads.tenancy.driver import driver_cursor
from tracking.drops import DropReason
from tracking.models import DropCount, PageView, StreamPosition, Visit
from tracking.recorded import LongerView, VisitorKey, VisitRow
from tracking.sessions import GAP
from tracking.stream import BEGINNING
from tracking.withdrawal import Withdrawn

REPEAT_WINDOW = timedelta(hours=24)
CLOCK_LEEWAY_SECONDS = 2

_RECENT_VISITS = """
SELECT v.tenant_id, v.id, v.site_id, v.receipt_id, v.visitor_hash, v.started_at, v.last_hit_at, v.source, v.medium,
    v.campaign, v.entry_path, v.kind, v.network_id, v.company_id, v.page_views, v.seconds
FROM tracking_visit v JOIN ROWS AS k (tenant_id, site_id, visitor_hash, since)
    ON v.tenant_id = k.tenant_id AND v.site_id = k.site_id AND v.visitor_hash = k.visitor_hash
    AND v.last_hit_at >= k.since
ORDER BY v.tenant_id, v.id FOR UPDATE OF v
"""
_SINCE_TYPES = ("uuid", "uuid", "bytea", "timestamptz")
_WITHDRAWN = """
SELECT w.tenant_id, w.site_id, w.visitor_hash, w.withdrawn_at
FROM tracking_withdrawal w JOIN ROWS AS k (tenant_id, site_id, visitor_hash)
    ON w.tenant_id = k.tenant_id AND w.site_id = k.site_id AND w.visitor_hash = k.visitor_hash
"""
_VISITOR_TYPES = ("uuid", "uuid", "bytea")
_WITHDRAWN_SITES = """
SELECT k.tenant_id, k.site_id FROM ROWS AS k (tenant_id, site_id) WHERE EXISTS (
    SELECT FROM tracking_withdrawal w WHERE w.tenant_id = k.tenant_id AND w.site_id = k.site_id)
"""
_VISITS_UNTIL = """
SELECT v.tenant_id, v.id, v.site_id, v.receipt_id, v.visitor_hash, v.started_at, v.last_hit_at, v.source, v.medium,
    v.campaign, v.entry_path, v.kind, v.network_id, v.company_id, v.page_views, v.seconds
FROM tracking_visit v JOIN ROWS AS k (tenant_id, site_id, visitor_hash, at)
    ON v.tenant_id = k.tenant_id AND v.site_id = k.site_id AND v.visitor_hash = k.visitor_hash AND v.started_at <= k.at
ORDER BY v.tenant_id, v.id FOR UPDATE OF v
"""
_VIEWS = """
SELECT k.number, p.at, p.visit_id, p.site_id, v.company_id, p.seconds
FROM tracking_pageview p
JOIN ROWS AS k (tenant_id, id, number) ON p.tenant_id = k.tenant_id AND p.id = k.id
JOIN tracking_visit v ON v.tenant_id = p.tenant_id AND v.id = p.visit_id
WHERE p.at >= %s
"""
_REPEATS = """
SELECT p.tenant_id, p.id FROM tracking_pageview p JOIN ROWS AS k (tenant_id, id) ON p.tenant_id = k.tenant_id
    AND p.id = k.id
WHERE p.at >= %s
"""
_KEY_TYPES = ("uuid", "uuid")


@dataclass(frozen=True, slots=True)
class Left:
    """That a page view (`of`) was left after so many engaged seconds, told at `at`."""

    tenant_id: UUID
    of: UUID
    seconds: int
    at: datetime

    def seconds_since(self, viewed_at: datetime) -> int:
        """The seconds that are believed: no more than went by on the server's own clock since the view."""
        return max(0, min(self.seconds, int((self.at - viewed_at).total_seconds()) + CLOCK_LEEWAY_SECONDS))


def position_of(stream: str) -> str:
    """How far a stream has been read."""
    row = StreamPosition.objects.filter(stream=stream).first()
    return row.position if row else BEGINNING


def repeated_hits(keys: Collection[tuple[UUID, UUID]], since: datetime) -> set[tuple[UUID, UUID]]:
    """Those (tenant, hit id) that were recorded as page views already, since a day before `since`."""
    if not keys:
        return set()
    return set(_fetch(_REPEATS, _KEY_TYPES, list(keys), since - REPEAT_WINDOW))


def recent_visits(since: Iterable[tuple[VisitorKey, datetime]]) -> list[VisitRow]:
    """Visits that a visitor's hits at or after a time may belong to, locked until the transaction ends."""
    rows = [(*visitor, at - GAP) for visitor, at in since]
    return [_visit(row) for row in _fetch(_RECENT_VISITS, _SINCE_TYPES, rows)] if rows else []


def sites_with_withdrawals(sites: Collection[tuple[UUID, UUID]]) -> list[tuple[UUID, UUID]]:
    """Those (tenant, site) where anybody took consent back lately."""
    return [(row[0], row[1]) for row in _fetch(_WITHDRAWN_SITES, _KEY_TYPES, list(sites))] if sites else []


def withdrawals(visitors: Collection[VisitorKey]) -> dict[VisitorKey, datetime]:
    """When each of these visitors took consent back, if they did lately."""
    if not visitors:
        return {}
    return {(row[0], row[1], bytes(row[2])): row[3] for row in _fetch(_WITHDRAWN, _VISITOR_TYPES, list(visitors))}


def visits_until(withdrawals: Sequence[Withdrawn]) -> list[VisitRow]:
    """The visits that began before their visitor took consent back, locked until the transaction ends."""
    return [_visit(row) for row in _fetch(_VISITS_UNTIL, _SINCE_TYPES, [(*one.visitor, one.at) for one in withdrawals])]


def lengthened(left: Sequence[Left]) -> list[LongerView]:
    """The page views among `left` that turned out longer than they stand in the database."""
    if not left:
        return []
    longest: dict[tuple[UUID, UUID], Left] = {}
    for one in sorted(left, key=lambda one: one.seconds):
        longest[one.tenant_id, one.of] = one
    ends = list(longest.values())
    keys = [(one.tenant_id, one.of, number) for number, one in enumerate(ends)]
    rows = _fetch(_VIEWS, (*_KEY_TYPES, "integer"), keys, min(one.at for one in left) - REPEAT_WINDOW)
    return [
        LongerView(
            tenant_id=ends[number].tenant_id,
            at=at,
            id=ends[number].of,
            visit_id=visit_id,
            site_id=site_id,
            company_id=company_id,
            seconds=now,
            more=now - seconds,
        )
        for number, at, visit_id, site_id, company_id, seconds in rows
        if (now := ends[number].seconds_since(at)) > seconds
    ]


@dataclass(frozen=True, slots=True)
class SiteActivity:
    """What a site brought since some day: page views, the last of them, and drops by reason, most first."""

    views: int
    last_view_at: datetime | None
    dropped: tuple[tuple[DropReason, int], ...]


def site_activity(since: datetime) -> dict[UUID, SiteActivity]:
    """Activity of the sites of the tenant in scope; a site without any is left out."""
    views = {
        row["site_id"]: row
        for row in PageView.objects.filter(at__gte=since).values("site_id").annotate(views=Count("id"), last=Max("at"))
    }
    dropped: dict[UUID, list[tuple[DropReason, int]]] = defaultdict(list)
    drops = DropCount.objects.filter(day__gte=since.date()).values("site_id", "reason").annotate(total=Sum("count"))
    for drop in drops.order_by("-total", "reason"):
        dropped[drop["site_id"]].append((DropReason(drop["reason"]), drop["total"]))
    return {
        site_id: SiteActivity(
            views=views[site_id]["views"] if site_id in views else 0,
            last_view_at=views[site_id]["last"] if site_id in views else None,
            dropped=tuple(dropped[site_id]),
        )
        for site_id in views.keys() | dropped.keys()
    }


def sites_of_visits(visits: Collection[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], UUID]:
    """The site of each visit (tenant, id) that is still there."""
    rows = Visit.objects.filter(id__in={visit_id for _, visit_id in visits}).values_list("tenant_id", "id", "site_id")
    return {(row[0], row[1]): row[2] for row in rows if (row[0], row[1]) in set(visits)}


def drops_by_day(site_id: UUID, *, since: date) -> dict[DropReason, dict[date, int]]:
    """How often a site's hits were dropped, by reason and day, from a day on."""
    counts: dict[DropReason, dict[date, int]] = defaultdict(dict)
    for row in DropCount.objects.filter(site_id=site_id, day__gte=since).values("reason", "day", "count"):
        counts[DropReason(row["reason"])][row["day"]] = row["count"]
    return dict(counts)


def visits_by(company_id: UUID) -> list[UUID]:
    """The visits of an organisation to the tenant in scope."""
    return list(Visit.objects.filter(company_id=company_id).values_list("id", flat=True))


def any_visit() -> bool:
    """Whether the tenant in scope was ever visited."""
    return Visit.objects.exists()


def _fetch(sql: str, types: Sequence[str], rows: Sequence[tuple[Any, ...]], *values: datetime) -> list[tuple[Any, ...]]:
    with driver_cursor() as cursor:
        return list(run_rows(cursor, sql, types, rows, values=values).fetchall())


def _visit(row: tuple[Any, ...]) -> VisitRow:
    return VisitRow(
        tenant_id=row[0],
        id=row[1],
        site_id=row[2],
        receipt_id=row[3],
        visitor_hash=bytes(row[4]),
        started_at=row[5],
        last_hit_at=row[6],
        source=row[7],
        medium=row[8],
        campaign=row[9],
        entry_path=row[10],
        kind=row[11],
        network_id=row[12],
        company_id=row[13],
        page_views=row[14],
        seconds=row[15],
        is_new=False,
        had_company=row[13] is not None,
    )

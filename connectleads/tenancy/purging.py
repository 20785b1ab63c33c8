"""Ends old rows of the audit, and notes every purge for the tenant to see (edge)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Max, Sum
from django.db.models.functions import TruncDate

from connectleads.tenancy.models import AuditEvent, Purge
from connectleads.tenancy.retention import RetentionKind
from connectleads.tenancy.scope import current_tenant_id


def count_audit(before: datetime) -> int:
    """Rows of the audit of the tenant in scope from before that moment."""
    return AuditEvent.objects.filter(at__lt=before).count()


def purge_audit(before: datetime, *, most: int) -> int:
    """Remove at most so many of them, by the one function that may; how many went."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tenancy_forget_audit(%s, %s, %s)", [current_tenant_id(), before, most])
        return int(cursor.fetchone()[0])


def note_purge(kind: RetentionKind, rows: int, *, older_than: datetime) -> None:
    """Write down, in the transaction of the purge itself, how many rows went."""
    if rows:
        Purge.objects.create(kind=kind.value, rows=rows, older_than=older_than)


@dataclass(frozen=True, slots=True)
class PurgedDay:
    """What went on one day: of which kind, how many rows, and that they were older than when."""

    day: date
    kind: RetentionKind
    rows: int
    older_than: datetime


def purged_days(limit: int) -> Sequence[PurgedDay]:
    """The purge log of the tenant in scope, by day and kind, the latest first."""
    rows = (
        Purge.objects.annotate(day=TruncDate("at"))
        .values("day", "kind")
        .annotate(total=Sum("rows"), latest=Max("older_than"))
        .order_by("-day", "kind")[:limit]
    )
    return [PurgedDay(row["day"], RetentionKind(row["kind"]), row["total"], row["latest"]) for row in rows]

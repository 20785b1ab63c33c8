"""Removes receipts that no longer prove anything that is kept, and those that visitors got long ago (edge).

A receipt outlives its visits: GDPR art. 7(1) asks to be able to show consent. Its time runs from the last use or the
withdrawal, whichever is later, and never ends while a visit still points to it.
"""

from datetime import datetime

from django.db import connection

from connectleads.tenancy.scope import current_tenant_id
from consent.models import VisitorReceipt

_OLD = """
FROM consent_consentreceipt r WHERE r.tenant_id = %(tenant)s
    AND greatest(r.last_used_at, coalesce(r.withdrawn_at, r.last_used_at)) < %(before)s
    AND NOT EXISTS (SELECT 1 FROM tracking_visit v WHERE v.tenant_id = r.tenant_id AND v.receipt_id = r.id)
"""
_COUNT = f"SELECT count(*) {_OLD}"
_DELETE = (
    "DELETE FROM consent_consentreceipt WHERE tenant_id = %(tenant)s AND id IN "  # noqa: S608 (constants)
    f"(SELECT r.id {_OLD} ORDER BY r.last_used_at LIMIT %(most)s)"
)


def count_receipts(before: datetime) -> int:
    """Receipts of the tenant in scope that may go."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"tenant": current_tenant_id(), "before": before})
        return int(cursor.fetchone()[0])


def purge_receipts(before: datetime, *, most: int) -> int:
    """Remove at most so many of them; how many went."""
    with connection.cursor() as cursor:
        cursor.execute(_DELETE, {"tenant": current_tenant_id(), "before": before, "most": most})
        return int(cursor.rowcount)


def count_requests(before: datetime) -> int:
    """Receipts for visitors of the tenant in scope whose request was carried out before that moment."""
    return VisitorReceipt.objects.filter(done_at__lt=before).count()


def purge_requests(before: datetime, *, most: int) -> int:
    """Remove at most so many of them; how many went. One whose request still waits to be carried out stays."""
    old = VisitorReceipt.objects.filter(done_at__lt=before).order_by("done_at")[:most]
    gone, _ = VisitorReceipt.objects.filter(id__in=list(old.values_list("id", flat=True))).delete()
    return gone

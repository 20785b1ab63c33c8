"""Removes leads that have shown no activity for too long, with everything that hangs on them (edge).

Those that an objection keeps apart meanwhile count as well.
"""

from datetime import datetime

from django.db import connection

from connectleads.tenancy.scope import current_tenant_id
from enrichment.models import Lead, RestrictedLead

_DELETE = """
DELETE FROM enrichment_lead WHERE tenant_id = %(tenant)s AND id IN (
    SELECT id FROM enrichment_lead WHERE tenant_id = %(tenant)s AND last_seen_at < %(before)s
    ORDER BY last_seen_at LIMIT %(most)s)
"""


def count_leads(before: datetime) -> int:
    """Leads of the tenant in scope that were last active before that moment."""
    with connection.cursor() as cursor:  # the web process counts too, and may not read what is kept apart
        cursor.execute("SELECT enrichment_count_restricted(%s)", [before])
        apart = int(cursor.fetchone()[0])
    return Lead.objects.filter(last_seen_at__lt=before).count() + apart


def purge_leads(before: datetime, *, most: int) -> int:
    """Remove at most so many of them; how many went."""
    with connection.cursor() as cursor:
        cursor.execute(_DELETE, {"tenant": current_tenant_id(), "before": before, "most": most})
        gone = int(cursor.rowcount)
    apart = RestrictedLead.objects.filter(last_seen_at__lt=before).order_by("last_seen_at")[: most - gone]
    return gone + RestrictedLead.objects.filter(id__in=list(apart.values_list("id", flat=True))).delete()[0]

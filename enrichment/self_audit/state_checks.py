"""Checks what keeps visitors safe: row-level security, retention, how long hits wait, and the gate's version (edge)."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import redis
from django.conf import settings
from django.db import connection

from connectleads.tenancy.models import Tenant
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from connectleads.tenancy.tenant_settings import chosen_lifetimes
from consent.decision import GATE_VERSION
from consent.models import ConsentReceipt
from enrichment.objection_retention import count_ended, proof_days
from enrichment.retention import preview
from enrichment.self_audit.report import Check, CheckName, Finding

# A purge runs each night and may need a second one to finish.
PURGE_LEEWAY = timedelta(days=2)
LONGEST_WAIT = timedelta(hours=6)
_TENANTS_TABLES = """
SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
    SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation')
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname
"""


def check_row_security() -> Check:
    """Every table with a tenant in it is held by forced row-level security and its policy."""
    with connection.cursor() as cursor:
        cursor.execute(_TENANTS_TABLES)
        tables = cursor.fetchall()
    open_ones = tuple(Finding(table, "no row-level security") for table, is_held in tables if not is_held)
    return Check(CheckName.ROW_SECURITY, len(tables), open_ones)


def check_retention(*, now: datetime) -> Check:
    """No tenant holds anything that its retention should have removed, and neither does the list of objections."""
    with unscoped_all_tenants("audit: tenants"):
        tenants = list(Tenant.objects.values_list("id", flat=True))
    overdue: Counter[str] = Counter()
    for tenant_id in tenants:
        with tenant_scope(tenant_id):
            kept = chosen_lifetimes(settings.RETENTION_CEILINGS)
            overdue.update({kind.value: rows for kind, rows in preview(kept, now=now - PURGE_LEEWAY).items() if rows})
    proofs = timedelta(days=proof_days(settings.RETENTION_CEILINGS))
    overdue.update({"objections": count_ended(now - PURGE_LEEWAY - proofs)})
    findings = tuple(Finding(kind, "kept too long", rows) for kind, rows in sorted(overdue.items()) if rows)
    return Check(CheckName.RETENTION, len(tenants), findings)


def check_waiting(client: redis.Redis, *, now: datetime) -> Check:
    """No hit or withdrawal waits longer than a short outage of the worker: a sealed address is still an address."""
    findings, streams = [], 0
    for key in cast("list[bytes]", list(client.scan_iter(_type="STREAM"))):
        streams += 1
        oldest = cast("list[Any]", client.xrange(key, count=1))
        if oldest and now - datetime.fromtimestamp(int(oldest[0][0].split(b"-")[0]) / 1000, UTC) > LONGEST_WAIT:
            findings.append(Finding(key.decode("latin-1"), "waits too long"))
    return Check(CheckName.WAITING, streams, tuple(findings))


def check_gate() -> Check:
    """No consent was judged by rules newer than those installed, as after a step back to an older release."""
    with unscoped_all_tenants("audit: gate"):
        receipts = ConsentReceipt.objects.count()
        newer = ConsentReceipt.objects.filter(gate_version__gt=GATE_VERSION).count()
    findings = (Finding("consent_consentreceipt", "judged by newer rules", newer),) if newer else ()
    return Check(CheckName.GATE, receipts, findings)

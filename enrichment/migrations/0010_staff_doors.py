"""What the installation's staff may see across tenants: sums, retention and the audit; each door asks who looks."""

from django.db import migrations

from connectleads.tenancy.row_security import WEB, WORKER, door

# ruff: noqa: S608 (put together from constants)
# Whoever asks must be staff that is switched on. The web role could name another person, so nothing here is a
# visitor's.
IS_STAFF = "EXISTS (SELECT 1 FROM tenancy_user u WHERE u.id = person AND u.is_staff AND u.is_active)"
TENANTS = f"""
SELECT t.id, t.slug, t.name, coalesce(t.plan_id, ''), t.created_at, t.suspended_at, t.deletion_due_at,
    t.requires_second_factor,
    (SELECT count(*) FROM tenancy_membership m WHERE m.tenant_id = t.id),
    (SELECT count(*) FROM tenancy_site s WHERE s.tenant_id = t.id),
    (SELECT count(*) FROM enrichment_lead l WHERE l.tenant_id = t.id),
    (SELECT count(DISTINCT d.lead_id) FROM enrichment_leadday d
        WHERE d.tenant_id = t.id AND d.day >= date_trunc('month', now())::date),
    (SELECT max(v.started_at) FROM tracking_visit v WHERE v.tenant_id = t.id)
FROM tenancy_tenant t WHERE {IS_STAFF} ORDER BY t.name, t.id
"""
AUDIT = f"""
SELECT t.name, a.at, a.action, a.actor, a.is_staff, a.about FROM tenancy_auditevent a
JOIN tenancy_tenant t ON t.id = a.tenant_id WHERE {IS_STAFF} ORDER BY a.at DESC LIMIT most
"""
RETENTION = f"""
SELECT t.name, (SELECT coalesce(json_object_agg(r.kind, r.days), '{{}}'::json) FROM tenancy_retentionchoice r
    WHERE r.tenant_id = t.id), (SELECT max(p.at) FROM tenancy_purge p WHERE p.tenant_id = t.id),
    (SELECT coalesce(sum(p.rows), 0)::bigint FROM tenancy_purge p WHERE p.tenant_id = t.id
        AND p.at >= now() - interval '28 days')
FROM tenancy_tenant t WHERE {IS_STAFF} ORDER BY t.name, t.id
"""


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0002_row_security"), ("tenancy", "0011_accounts_security")]

    operations = [
        door(
            "staff_tenants",
            "person bigint",
            "TABLE (id uuid, slug varchar, name varchar, plan varchar, created_at timestamptz, "
            "suspended_at timestamptz, deletion_due_at timestamptz, requires_second_factor boolean, members bigint, "
            "sites bigint, leads bigint, companies bigint, last_visit_at timestamptz)",
            TENANTS,
            to=(WEB, WORKER),
        ),
        door(
            "staff_audit",
            "person bigint, most integer",
            "TABLE (tenant varchar, at timestamptz, action varchar, actor varchar, is_staff boolean, about varchar)",
            AUDIT,
            to=(WEB, WORKER),
        ),
        door(
            "staff_retention",
            "person bigint",
            "TABLE (tenant varchar, chosen json, last_purge_at timestamptz, purged bigint)",
            RETENTION,
            to=(WEB, WORKER),
        ),
    ]

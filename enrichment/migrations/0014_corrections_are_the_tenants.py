"""Row-level security on corrections and ranges; staff learn how many tenants say the same, and of whom nothing."""

from django.db import migrations

from connectleads.tenancy.row_security import WEB, WORKER, door, isolate

REPORTED = """
SELECT c.company_id, c.kind::text, count(*), max(c.created_at)
FROM enrichment_correction c
WHERE EXISTS (SELECT 1 FROM tenancy_user u WHERE u.id = person AND u.is_staff AND u.is_active)
GROUP BY c.company_id, c.kind
"""


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0013_corrections")]

    operations = [
        isolate("enrichment_correction"),
        isolate("enrichment_tenantrange"),
        door(
            "enrichment_reported_companies",
            "person bigint",
            "TABLE (company_id uuid, kind text, tenants bigint, last_at timestamptz)",
            REPORTED,
            to=(WEB, WORKER),
        ),
    ]

"""Row-level security on the kept sums, on scoring and exclusions; keys that stay within a tenant."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import EVERYTHING, WEB, isolate, keep_within_tenant

OF_LEADS = ("enrichment_leadpage", "enrichment_leadsource")
OF_SITES = ("enrichment_siteday", "enrichment_pageday", "enrichment_sourceday", "enrichment_sitepage", *OF_LEADS)


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0040_lead_sums"), ("tenancy", "0002_row_security")]

    operations = [
        *(isolate(table, web=EVERYTHING) for table in OF_SITES),
        isolate("enrichment_scoring", web=EVERYTHING),
        isolate("enrichment_exclusion", web=EVERYTHING),
        # Hiding a lead corrects the sums at once, in the request.
        RunSQL(
            sql=[
                f"GRANT INSERT, DELETE ON enrichment_lead TO {WEB}",
                f"GRANT INSERT, UPDATE, DELETE ON enrichment_leadday TO {WEB}",
            ],
            reverse_sql=RunSQL.noop,
        ),
        *(keep_within_tenant(table, ("site_id",), "tenancy_site") for table in OF_SITES),
        *(keep_within_tenant(table, ("lead_id",), "enrichment_lead") for table in OF_LEADS),
        # Who leaves the tenant no longer owns its leads.
        RunSQL(
            sql="ALTER TABLE enrichment_lead ADD CONSTRAINT enrichment_lead_owner_is_member FOREIGN KEY "
            "(tenant_id, owner_id) REFERENCES tenancy_membership (tenant_id, user_id) ON DELETE SET NULL (owner_id) "
            "DEFERRABLE INITIALLY DEFERRED",
            reverse_sql="ALTER TABLE enrichment_lead DROP CONSTRAINT IF EXISTS enrichment_lead_owner_is_member",
        ),
        RunSQL(
            sql="CREATE INDEX lead_by_owner ON enrichment_lead (tenant_id, owner_id) WHERE owner_id IS NOT NULL",
            reverse_sql="DROP INDEX IF EXISTS lead_by_owner",
        ),
    ]

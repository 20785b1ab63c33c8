"""Row-level security on leads; companies and networks are shared; visits may point to them only if they exist."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import isolate, keep_within_tenant, share


def point_to_shared(table: str, column: str, target: str) -> RunSQL:
    """A foreign key from a tenant's table to a shared one that its own room does not know."""
    name = f"{table}_{column}_known"
    return RunSQL(
        sql=f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY ({column}) REFERENCES {target} (id) "
        "DEFERRABLE INITIALLY DEFERRED",
        reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0001_initial"), ("tracking", "0002_row_security")]

    operations = [
        share("enrichment_company"),
        share("enrichment_network"),
        isolate("enrichment_lead", web="SELECT, UPDATE"),
        isolate("enrichment_leadday", web="SELECT"),
        keep_within_tenant("enrichment_leadday", ("lead_id",), "enrichment_lead"),
        keep_within_tenant("enrichment_leadday", ("site_id",), "tenancy_site"),
        point_to_shared("tracking_visit", "company_id", "enrichment_company"),
        point_to_shared("tracking_visit", "network_id", "enrichment_network"),
    ]

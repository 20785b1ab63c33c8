"""Row-level security on teamwork; nothing outlives its lead, and what is personal goes with its member."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import EVERYTHING, isolate, keep_within_tenant

TABLES = ("dashboard_segment", "dashboard_note", "dashboard_task", "dashboard_follow", "dashboard_lastlook")


def belongs_to_member(table: str, column: str) -> RunSQL:
    """A foreign key to the membership of the tenant: the row goes when the member leaves."""
    name = f"{table}_{column}_is_member"
    return RunSQL(
        sql=f"ALTER TABLE {table} ADD CONSTRAINT {name} FOREIGN KEY (tenant_id, {column}) "
        "REFERENCES tenancy_membership (tenant_id, user_id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED",
        reverse_sql=f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("dashboard", "0001_teamwork"), ("enrichment", "0041_lead_sums_security")]

    operations = [
        *(isolate(table, web=EVERYTHING) for table in TABLES),
        *(
            keep_within_tenant(table, ("lead_id",), "enrichment_lead")
            for table in ("dashboard_note", "dashboard_task", "dashboard_follow")
        ),
        belongs_to_member("dashboard_segment", "owner_id"),
        belongs_to_member("dashboard_follow", "user_id"),
        belongs_to_member("dashboard_lastlook", "user_id"),
    ]

"""Row-level security on events and withdrawals, and the door's view of all consent settings."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import WEB, WORKER, door, isolate, keep_within_tenant


class Migration(migrations.Migration):
    dependencies = [("tracking", "0003_events_and_withdrawals"), ("consent", "0004_versions_by_database")]

    operations = [
        isolate("tracking_event", web="SELECT"),
        isolate("tracking_withdrawal", web="SELECT"),
        keep_within_tenant("tracking_event", ("visit_id",), "tracking_visit"),
        keep_within_tenant("tracking_event", ("site_id",), "tenancy_site"),
        keep_within_tenant("tracking_withdrawal", ("site_id",), "tenancy_site"),
        RunSQL(sql="DROP FUNCTION IF EXISTS tracking_sites()", reverse_sql=RunSQL.noop),
        door(
            "tracking_sites",
            "",
            "TABLE (key varchar, tenant_id uuid, site_id uuid, is_active boolean, hosts varchar[], platform varchar, "
            "purpose varchar, max_age_days smallint, honours_dnt boolean, mapping jsonb, optin_checked_by varchar, "
            "optin_checked_on date, banner_snapshot_id uuid, tcf_mode varchar, tcf_vendor_id integer, "
            "min_revision integer, regions varchar[], policy_version integer, verifying_until timestamptz, "
            "hash_routes boolean)",
            "SELECT s.key, s.tenant_id, s.id, s.is_active AND t.suspended_at IS NULL, s.hosts, s.platform, s.purpose, "
            "s.max_age_days, s.honours_dnt, s.mapping, s.optin_checked_by, s.optin_checked_on, s.banner_snapshot_id, "
            "s.tcf_mode, s.tcf_vendor_id, s.min_revision, s.regions, s.policy_version, s.verifying_until, "
            "s.hash_routes FROM tenancy_site s JOIN tenancy_tenant t ON t.id = s.tenant_id",
            to=(WEB, WORKER),
        ),
    ]

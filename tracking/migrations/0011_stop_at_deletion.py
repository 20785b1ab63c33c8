"""A tenant whose deletion was asked for records nothing from that moment on."""

from django.db import migrations

from connectleads.tenancy.row_security import WEB, WORKER, door


class Migration(migrations.Migration):
    dependencies = [("tracking", "0010_drop_partitions"), ("tenancy", "0010_accounts")]

    operations = [
        door(
            "tracking_sites",
            "",
            "TABLE (key varchar, tenant_id uuid, site_id uuid, is_active boolean, hosts varchar[], platform varchar, "
            "purpose varchar, max_age_days smallint, honours_dnt boolean, mapping jsonb, optin_checked_by varchar, "
            "optin_checked_on date, banner_snapshot_id uuid, tcf_mode varchar, tcf_vendor_id integer, "
            "min_revision integer, regions varchar[], policy_version integer, verifying_until timestamptz, "
            "hash_routes boolean)",
            "SELECT s.key, s.tenant_id, s.id, s.is_active AND t.suspended_at IS NULL AND t.deletion_due_at IS NULL, "
            "s.hosts, s.platform, s.purpose, s.max_age_days, s.honours_dnt, s.mapping, s.optin_checked_by, "
            "s.optin_checked_on, s.banner_snapshot_id, s.tcf_mode, s.tcf_vendor_id, s.min_revision, s.regions, "
            "s.policy_version, s.verifying_until, s.hash_routes "
            "FROM tenancy_site s JOIN tenancy_tenant t ON t.id = s.tenant_id",
            to=(WEB, WORKER),
        ),
    ]

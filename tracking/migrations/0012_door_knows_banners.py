"""The door's view of sites tells what our own banner says, too."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import WEB, WORKER, door


class Migration(migrations.Migration):
    dependencies = [("tracking", "0011_stop_at_deletion"), ("tenancy", "0014_own_banner")]

    operations = [
        RunSQL(sql="DROP FUNCTION IF EXISTS tracking_sites()", reverse_sql=RunSQL.noop),
        door(
            "tracking_sites",
            "",
            "TABLE (key varchar, tenant_id uuid, site_id uuid, is_active boolean, hosts varchar[], platform varchar, "
            "purpose varchar, max_age_days smallint, honours_dnt boolean, mapping jsonb, optin_checked_by varchar, "
            "optin_checked_on date, banner_snapshot_id uuid, tcf_mode varchar, tcf_vendor_id integer, "
            "min_revision integer, regions varchar[], policy_version integer, verifying_until timestamptz, "
            "hash_routes boolean, shows_own_banner boolean, banner_organisation varchar, privacy_url varchar)",
            "SELECT s.key, s.tenant_id, s.id, s.is_active AND t.suspended_at IS NULL AND t.deletion_due_at IS NULL, "
            "s.hosts, s.platform, s.purpose, s.max_age_days, s.honours_dnt, s.mapping, s.optin_checked_by, "
            "s.optin_checked_on, s.banner_snapshot_id, s.tcf_mode, s.tcf_vendor_id, s.min_revision, s.regions, "
            "s.policy_version, s.verifying_until, s.hash_routes, s.shows_own_banner, s.banner_organisation, "
            "s.privacy_url FROM tenancy_site s JOIN tenancy_tenant t ON t.id = s.tenant_id",
            to=(WEB, WORKER),
        ),
    ]

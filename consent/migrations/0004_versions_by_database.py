"""The database itself numbers and dates every change of a site's consent settings; receipts point to the version."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import isolate

POLICY = """
CREATE FUNCTION consent_policy_of(s tenancy_site) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $policy$
    SELECT jsonb_build_object('platform', s.platform, 'purpose', s.purpose, 'purpose_reason', s.purpose_reason,
        'hosts', s.hosts, 'max_age_days', s.max_age_days, 'honours_dnt', s.honours_dnt, 'mapping', s.mapping,
        'tcf_mode', s.tcf_mode, 'tcf_vendor_id', s.tcf_vendor_id, 'min_revision', s.min_revision,
        'regions', s.regions, 'optin_checked_by', s.optin_checked_by, 'optin_checked_on', s.optin_checked_on,
        'banner_snapshot_id', s.banner_snapshot_id, 'listed_by', s.listed_by, 'listed_on', s.listed_on)
$policy$
"""
NUMBER = """
CREATE FUNCTION consent_number_policy() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $number$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.policy_version := 1;
    ELSE
        NEW.policy_version := OLD.policy_version
            + (consent_policy_of(NEW) IS DISTINCT FROM consent_policy_of(OLD))::int;
    END IF;
    RETURN NEW;
END $number$
"""
KEEP = """
CREATE FUNCTION consent_keep_policy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $keep$
BEGIN
    INSERT INTO consent_policyversion (tenant_id, site_id, version, policy, made_at)
    VALUES (NEW.tenant_id, NEW.id, NEW.policy_version, consent_policy_of(NEW), clock_timestamp())
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $keep$
"""


class Migration(migrations.Migration):
    dependencies = [("consent", "0003_policy_versions")]

    operations = [
        isolate("consent_policyversion", web="SELECT"),
        isolate("consent_bannersnapshot", web="SELECT, INSERT"),
        RunSQL(
            sql=[
                "ALTER TABLE consent_policyversion ADD CONSTRAINT policyversion_site_within_tenant "
                "FOREIGN KEY (tenant_id, site_id) REFERENCES tenancy_site (tenant_id, id) ON DELETE CASCADE "
                "DEFERRABLE INITIALLY DEFERRED",
                "ALTER TABLE consent_bannersnapshot ADD CONSTRAINT bannersnapshot_site_within_tenant "
                "FOREIGN KEY (tenant_id, site_id) REFERENCES tenancy_site (tenant_id, id) ON DELETE CASCADE "
                "DEFERRABLE INITIALLY DEFERRED",
                POLICY,
                NUMBER,
                KEEP,
                "CREATE TRIGGER number_policy BEFORE INSERT OR UPDATE ON tenancy_site "
                "FOR EACH ROW EXECUTE FUNCTION consent_number_policy()",
                "CREATE TRIGGER keep_policy AFTER INSERT OR UPDATE ON tenancy_site "
                "FOR EACH ROW EXECUTE FUNCTION consent_keep_policy()",
                "INSERT INTO consent_policyversion (tenant_id, site_id, version, policy, made_at) "
                "SELECT s.tenant_id, s.id, s.policy_version, consent_policy_of(s), clock_timestamp() "
                "FROM tenancy_site s",
                "ALTER TABLE consent_consentreceipt ADD CONSTRAINT receipt_policy_version_within_site "
                "FOREIGN KEY (tenant_id, site_id, policy_version) "
                "REFERENCES consent_policyversion (tenant_id, site_id, version) ON DELETE CASCADE "
                "DEFERRABLE INITIALLY DEFERRED",
            ],
            reverse_sql=[
                "ALTER TABLE consent_consentreceipt DROP CONSTRAINT receipt_policy_version_within_site",
                "DROP TRIGGER keep_policy ON tenancy_site",
                "DROP TRIGGER number_policy ON tenancy_site",
                "DROP FUNCTION consent_keep_policy()",
                "DROP FUNCTION consent_number_policy()",
                "DROP FUNCTION consent_policy_of(tenancy_site)",
                "ALTER TABLE consent_bannersnapshot DROP CONSTRAINT bannersnapshot_site_within_tenant",
                "ALTER TABLE consent_policyversion DROP CONSTRAINT policyversion_site_within_tenant",
            ],
        ),
    ]

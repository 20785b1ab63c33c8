"""Row-level security on what was recorded, keys that stay within a tenant, partitions, and the doors of the door."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import (
    TENANT_IN_SCOPE,
    WEB,
    WORKER,
    door,
    isolate,
    keep_within_tenant,
    share,
)

# A partition is a table of its own to whoever may use it, so it gets the same policy and no rights for the web role.
MAKE_PARTITION = f"""
CREATE FUNCTION tracking_make_partition(first_day date) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $make$
DECLARE
    month date := date_trunc('month', first_day)::date;
    part text := 'tracking_pageview_' || to_char(month, 'YYYY_MM');
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('tracking_make_partition'));
    IF to_regclass(part) IS NOT NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE %I PARTITION OF tracking_pageview FOR VALUES FROM (%L) TO (%L)', part,
        month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = {TENANT_IN_SCOPE.replace("'", "''")}) '
        'WITH CHECK (tenant_id = {TENANT_IN_SCOPE.replace("'", "''")})', part);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO {WORKER}', part);
    RETURN true;
END $make$
"""

# The door's snapshot asks only whether anything changed. A counter that the change itself moves cannot miss one, as
# comparing times would. It holds no tenant's data.
SITES_VERSION = [
    "CREATE TABLE tracking_sitesversion (version bigint NOT NULL)",
    "INSERT INTO tracking_sitesversion VALUES (1)",
    f"GRANT SELECT ON tracking_sitesversion TO {WEB}, {WORKER}",
    """
CREATE FUNCTION tracking_bump_sites_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $bump$
BEGIN
    UPDATE tracking_sitesversion SET version = version + 1;
    RETURN NULL;
END $bump$
""",
    *(
        f"CREATE TRIGGER bump_sites_version AFTER INSERT OR UPDATE OR DELETE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION tracking_bump_sites_version()"
        for table in ("tenancy_site", "tenancy_tenant")
    ),
]
SITES_VERSION_GONE = [
    "DROP TRIGGER bump_sites_version ON tenancy_site",
    "DROP TRIGGER bump_sites_version ON tenancy_tenant",
    "DROP FUNCTION tracking_bump_sites_version()",
    "DROP TABLE tracking_sitesversion",
]


class Migration(migrations.Migration):
    dependencies = [("tracking", "0001_initial"), ("consent", "0002_row_security")]

    operations = [
        isolate("tracking_visit", web="SELECT"),
        isolate("tracking_pageview", web="SELECT"),
        isolate("tracking_dropcount", web="SELECT"),
        share("tracking_streamposition", web="SELECT"),
        keep_within_tenant("tracking_visit", ("site_id",), "tenancy_site"),
        keep_within_tenant("tracking_visit", ("receipt_id",), "consent_consentreceipt"),
        keep_within_tenant("tracking_pageview", ("visit_id",), "tracking_visit"),
        keep_within_tenant("tracking_pageview", ("site_id",), "tenancy_site"),
        keep_within_tenant("tracking_dropcount", ("site_id",), "tenancy_site"),
        RunSQL(
            sql=[
                MAKE_PARTITION,
                "REVOKE ALL ON FUNCTION tracking_make_partition(date) FROM PUBLIC",
                f"GRANT EXECUTE ON FUNCTION tracking_make_partition(date) TO {WORKER}",
                "SELECT tracking_make_partition((now() AT TIME ZONE 'UTC' + make_interval(months => n))::date) "
                "FROM generate_series(-1, 2) n",
            ],
            reverse_sql="DROP FUNCTION IF EXISTS tracking_make_partition(date)",
        ),
        door(
            "tracking_sites",
            "",
            "TABLE (key varchar, tenant_id uuid, site_id uuid, platform varchar, hosts varchar[], purpose varchar, "
            "max_age_days smallint, honours_dnt boolean, is_active boolean, explains_refusals boolean)",
            "SELECT s.key, s.tenant_id, s.id, s.platform, s.hosts, s.purpose, s.max_age_days, s.honours_dnt, "
            "s.is_active AND t.suspended_at IS NULL, s.explains_refusals "
            "FROM tenancy_site s JOIN tenancy_tenant t ON t.id = s.tenant_id",
            to=(WEB,),
        ),
        RunSQL(sql=SITES_VERSION, reverse_sql=SITES_VERSION_GONE),
    ]

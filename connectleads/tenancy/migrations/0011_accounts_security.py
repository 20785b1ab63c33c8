"""Row-level security on what 0010 made, the door of an invitation's link, and an audit that is only ever added to."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import EVERYTHING, WEB, WORKER, door, isolate, share

# The one way in which rows of the audit end. What is younger than 90 days stays unless its tenant is due for deletion.
FORGET_AUDIT = """
CREATE FUNCTION tenancy_forget_audit(tenant uuid, before timestamptz, most integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $forget$
DECLARE
    gone bigint;
    latest timestamptz := least(before, now() - interval '90 days');
BEGIN
    IF EXISTS (SELECT 1 FROM tenancy_tenant t WHERE t.id = tenant AND t.deletion_due_at <= now()) THEN
        latest := before;
    END IF;
    DELETE FROM tenancy_auditevent a WHERE a.tenant_id = tenant AND a.id IN (
        SELECT b.id FROM tenancy_auditevent b WHERE b.tenant_id = tenant AND b.at < latest LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $forget$
"""
MEMBERSHIPS = (
    "SELECT t.id, t.slug, t.name, m.role FROM tenancy_membership m JOIN tenancy_tenant t ON t.id = m.tenant_id "
    "WHERE m.user_id = person AND t.suspended_at IS NULL{more} ORDER BY t.name, t.id"
)
MEMBERSHIPS_OF = {
    "name": "tenancy_memberships_of",
    "arguments": "person bigint",
    "returns": "TABLE (tenant_id uuid, slug varchar, name varchar, role varchar)",
    "to": (WEB,),
}


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0010_accounts")]

    operations = [
        share("tenancy_plan"),
        isolate("tenancy_auditevent", web="SELECT, INSERT", worker="SELECT, INSERT"),
        isolate("tenancy_invitation", web=EVERYTHING),
        isolate("tenancy_retentionchoice", web=EVERYTHING),
        isolate("tenancy_purge", web="SELECT"),
        isolate("tenancy_stafflook", web="SELECT, INSERT, UPDATE"),
        isolate("tenancy_apikey", web=EVERYTHING),
        RunSQL(
            sql=f"GRANT INSERT ON tenancy_tenant TO {WEB}",  # sign-up; its policy asks for the scope of the new tenant
            reverse_sql=f"REVOKE INSERT ON tenancy_tenant FROM {WEB}",
        ),
        RunSQL(
            sql=[
                FORGET_AUDIT,
                "REVOKE ALL ON FUNCTION tenancy_forget_audit(uuid, timestamptz, integer) FROM PUBLIC",
                f"GRANT EXECUTE ON FUNCTION tenancy_forget_audit(uuid, timestamptz, integer) TO {WORKER}",
            ],
            reverse_sql="DROP FUNCTION IF EXISTS tenancy_forget_audit(uuid, timestamptz, integer)",
        ),
        door(
            "tenancy_invitation_of",
            "hash bytea",
            "TABLE (tenant_id uuid, tenant_name varchar, slug varchar, id uuid, email varchar, role varchar, "
            "invited_by varchar, expires_at timestamptz)",
            "SELECT t.id, t.name, t.slug, i.id, i.email, i.role, i.invited_by, i.expires_at FROM tenancy_invitation i "
            "JOIN tenancy_tenant t ON t.id = i.tenant_id WHERE i.token_hash = hash AND t.suspended_at IS NULL "
            "AND (t.deletion_due_at IS NULL OR t.deletion_due_at > now())",
            to=(WEB,),
        ),
        door(
            "tenancy_api_key_of",
            "hash bytea",
            "TABLE (tenant_id uuid, id uuid)",
            "SELECT k.tenant_id, k.id FROM tenancy_apikey k JOIN tenancy_tenant t ON t.id = k.tenant_id "
            "WHERE k.key_hash = hash AND t.suspended_at IS NULL "
            "AND (t.deletion_due_at IS NULL OR t.deletion_due_at > now())",
            to=(WEB,),
        ),
        door(
            **MEMBERSHIPS_OF,
            body=MEMBERSHIPS.format(more=" AND (t.deletion_due_at IS NULL OR t.deletion_due_at > now())"),
        ),
    ]

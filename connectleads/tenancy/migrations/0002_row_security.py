"""Row-level security on tenants, memberships and sites, and the one door that sign-in needs across tenants."""

from django.db import migrations

from connectleads.tenancy.row_security import EVERYTHING, WEB, door, isolate, share


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0001_initial")]

    operations = [
        share("tenancy_user", web="SELECT, INSERT, UPDATE"),
        share("tenancy_user_groups", web="SELECT"),
        share("tenancy_user_user_permissions", web="SELECT"),
        isolate("tenancy_tenant", web="SELECT, UPDATE", column="id"),
        isolate("tenancy_membership", web=EVERYTHING),
        isolate("tenancy_site", web=EVERYTHING),
        door(
            "tenancy_memberships_of",
            "person bigint",
            "TABLE (tenant_id uuid, slug varchar, name varchar, role varchar)",
            "SELECT t.id, t.slug, t.name, m.role FROM tenancy_membership m JOIN tenancy_tenant t ON t.id = m.tenant_id "
            "WHERE m.user_id = person AND t.suspended_at IS NULL ORDER BY t.name, t.id",
            to=(WEB,),
        ),
    ]

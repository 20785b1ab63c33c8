"""What staff did that belongs to no tenant: only ever added to, and old lines end by one function alone."""

from django.db import migrations, models
from django.db.migrations.operations import RunSQL

import connectleads.tenancy.keys
from connectleads.tenancy.row_security import WEB, WORKER

FORGET = """
CREATE FUNCTION tenancy_forget_staff_log(before timestamptz, most integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $forget$
DECLARE
    gone bigint;
    latest timestamptz := least(before, now() - interval '90 days');
BEGIN
    DELETE FROM tenancy_staffevent e WHERE e.id IN (
        SELECT f.id FROM tenancy_staffevent f WHERE f.at < latest LIMIT most);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $forget$
"""


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0020_only_the_owner_makes_staff")]

    operations = [
        migrations.CreateModel(
            name="StaffEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=connectleads.tenancy.keys.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("action", models.CharField(max_length=30)),
                ("staff_id", models.BigIntegerField(null=True)),
                ("staff", models.CharField(blank=True, max_length=254)),
                ("about", models.CharField(blank=True, max_length=300)),
            ],
            options={"indexes": [models.Index(fields=["-at"], name="staff_event_by_time")]},
        ),
        RunSQL(
            sql=[
                f"GRANT SELECT, INSERT ON tenancy_staffevent TO {WEB}, {WORKER}",
                FORGET,
                "REVOKE ALL ON FUNCTION tenancy_forget_staff_log(timestamptz, integer) FROM PUBLIC",
                f"GRANT EXECUTE ON FUNCTION tenancy_forget_staff_log(timestamptz, integer) TO {WORKER}",
            ],
            reverse_sql="DROP FUNCTION IF EXISTS tenancy_forget_staff_log(timestamptz, integer)",
        ),
    ]

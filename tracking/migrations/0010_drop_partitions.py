"""The worker may drop a month of page views as a whole, and nothing else of the schema."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import WORKER

# A month that has not ended a day ago is refused, whoever asks.
DROP_PARTITION = """
CREATE FUNCTION tracking_drop_partition(first_day date) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $drop$
DECLARE
    month date := date_trunc('month', first_day)::date;
    part text := 'tracking_pageview_' || to_char(month, 'YYYY_MM');
BEGIN
    IF (month + interval '1 month')::timestamp AT TIME ZONE 'UTC' > now() - interval '1 day' THEN
        RAISE EXCEPTION 'the month of % is not over', first_day;
    END IF;
    IF to_regclass(part) IS NULL THEN
        RETURN false;
    END IF;
    EXECUTE format('DROP TABLE %I', part);
    RETURN true;
END $drop$
"""


class Migration(migrations.Migration):
    dependencies = [("tracking", "0004_doors_and_rights")]

    operations = [
        RunSQL(
            sql=[
                DROP_PARTITION,
                "REVOKE ALL ON FUNCTION tracking_drop_partition(date) FROM PUBLIC",
                f"GRANT EXECUTE ON FUNCTION tracking_drop_partition(date) TO {WORKER}",
            ],
            reverse_sql="DROP FUNCTION IF EXISTS tracking_drop_partition(date)",
        ),
    ]

"""Neither the web role nor the worker says who is staff, or opens an account that was closed: the owner does."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import WEB, WORKER

GUARD = f"""
CREATE FUNCTION tenancy_keep_staff() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $guard$
BEGIN
    IF current_user NOT IN ('{WEB}', '{WORKER}') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' AND NOT (NEW.is_staff OR NEW.is_superuser) THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.id, NEW.is_staff, NEW.is_superuser, NEW.is_active, NEW.joined_at)
            IS NOT DISTINCT FROM (OLD.id, OLD.is_staff, OLD.is_superuser, OLD.is_active, OLD.joined_at) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'this role does not say who is staff' USING ERRCODE = 'insufficient_privilege';
END $guard$
"""


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0016_user_language")]

    operations = [
        RunSQL(
            sql=[
                GUARD,
                "CREATE TRIGGER keep_staff BEFORE INSERT OR UPDATE ON tenancy_user "
                "FOR EACH ROW EXECUTE FUNCTION tenancy_keep_staff()",
            ],
            reverse_sql=[
                "DROP TRIGGER IF EXISTS keep_staff ON tenancy_user",
                "DROP FUNCTION IF EXISTS tenancy_keep_staff()",
            ],
        ),
    ]

"""Who had an account before addresses were proven by a code keeps it: the address they sign in with is their own."""

from django.db import migrations
from django.db.migrations.operations import RunSQL


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0012_plans"), ("account", "0009_emailaddress_unique_primary_email")]

    operations = [
        RunSQL(
            'INSERT INTO account_emailaddress (email, verified, "primary", user_id) '
            "SELECT lower(u.email), true, true, u.id FROM tenancy_user u "
            "WHERE NOT EXISTS (SELECT 1 FROM account_emailaddress a WHERE a.user_id = u.id)",
            RunSQL.noop,
        )
    ]

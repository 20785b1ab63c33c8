"""The plans that an installation begins with. New tenants get the one without limits."""

from django.db import migrations

PLANS = (
    # key, name, companies per month, sites, seats, default, order
    ("start", "Start", 100, 1, 3, False, 1),
    ("team", "Team", 1000, 5, 15, False, 2),
    ("complete", "Complete", None, None, None, True, 3),
)


def add_plans(apps, schema_editor):
    """Add them."""
    Plan = apps.get_model("tenancy", "Plan")
    for key, name, companies, sites, seats, is_default, order in PLANS:
        Plan.objects.create(
            key=key,
            name=name,
            companies_per_month=companies,
            sites=sites,
            seats=seats,
            is_default=is_default,
            order=order,
        )


def remove_plans(apps, schema_editor):
    """Take them away again."""
    apps.get_model("tenancy", "Plan").objects.filter(key__in=[plan[0] for plan in PLANS]).delete()


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0011_accounts_security")]

    operations = [migrations.RunPython(add_plans, remove_plans)]

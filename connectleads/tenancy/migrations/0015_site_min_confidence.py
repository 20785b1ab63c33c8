"""How sure a site must be of a company before it is shown."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0014_own_banner"),
    ]

    operations = [
        migrations.AddField(
            model_name="site",
            name="min_confidence",
            field=models.FloatField(db_default=0.6, default=0.6),
        ),
        migrations.AddConstraint(
            model_name="site",
            constraint=models.CheckConstraint(
                condition=models.Q(("min_confidence__range", (0.6, 0.95))), name="site_min_confidence_is_no_guess"
            ),
        ),
    ]

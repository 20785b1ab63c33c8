"""Whether a site shows our own banner, who asks in it, and where the privacy statement is."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0013_addresses_of_before"),
    ]

    operations = [
        migrations.AddField(
            model_name="site",
            name="banner_organisation",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="site",
            name="privacy_url",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="site",
            name="shows_own_banner",
            field=models.BooleanField(default=True),
        ),
    ]

"""Everything that a site may ask of consent evidence, and for how long its owner is told of refusals."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0002_row_security"),
    ]

    operations = [
        migrations.AddField(
            model_name="site",
            name="banner_snapshot_id",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="site",
            name="hash_routes",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="site",
            name="listed_by",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="site",
            name="listed_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="site",
            name="mapping",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="site",
            name="min_revision",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="site",
            name="optin_checked_by",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="site",
            name="optin_checked_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="site",
            name="policy_version",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="site",
            name="purpose_reason",
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name="site",
            name="regions",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=2), blank=True, default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="site",
            name="tcf_mode",
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AddField(
            model_name="site",
            name="tcf_vendor_id",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="site",
            name="verifying_until",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="site",
            constraint=models.CheckConstraint(
                condition=models.Q(("tcf_mode__in", ("", "vendor", "purposes"))), name="site_tcf_mode_known"
            ),
        ),
    ]

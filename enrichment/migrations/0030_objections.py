"""Organisations that do not want to be shown."""

from django.db import migrations, models

import connectleads.tenancy.keys


class Migration(migrations.Migration):
    dependencies = [
        ("enrichment", "0014_corrections_are_the_tenants"),
    ]

    operations = [
        migrations.CreateModel(
            name="Objection",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=connectleads.tenancy.keys.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("network", "From its own network"), ("dns", "By its domain")], max_length=8
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "To be looked at"),
                            ("confirmed", "Confirmed"),
                            ("unmatched", "Not matched to an organisation yet"),
                            ("refused", "Refused"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                ("normalised", models.CharField(blank=True, max_length=200)),
                ("country", models.CharField(blank=True, max_length=2)),
                ("domain", models.CharField(blank=True, max_length=253)),
                ("number_hash", models.BinaryField(max_length=32, unique=True)),
                ("made_at", models.DateTimeField()),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
                ("leads", models.PositiveIntegerField(default=0)),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                ("reviewed_by", models.CharField(blank=True, max_length=254)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("normalised", ""), _negated=True), models.Q(("state", "refused"), _negated=True)
                        ),
                        fields=("normalised", "country"),
                        name="objection_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("normalised", ""), _negated=True),
                            ("state__in", ("unmatched", "refused")),
                            _connector="OR",
                        ),
                        name="objection_matched_or_waiting",
                    ),
                ],
            },
        ),
    ]

"""Names that lead to a company, what staff changed about companies, and ranges learnt from registries."""

import django.db.models.deletion
from django.db import migrations, models

import connectleads.tenancy.keys


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0010_staff_doors")]

    operations = [
        migrations.AlterField(
            model_name="network",
            name="block",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.CreateModel(
            name="CompanyName",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=connectleads.tenancy.keys.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("normalised", models.CharField(max_length=200)),
                ("country", models.CharField(blank=True, max_length=2)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="enrichment.company"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("normalised", "country"), name="company_name_once")],
            },
        ),
        migrations.CreateModel(
            name="CompanyChange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=connectleads.tenancy.keys.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(choices=[("merge", "Merge"), ("split", "Split")], max_length=8)),
                ("company_id", models.UUIDField()),
                ("other_id", models.UUIDField()),
                ("details", models.JSONField(default=dict)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("by_id", models.BigIntegerField()),
                ("by_name", models.CharField(max_length=254)),
                ("requested_at", models.DateTimeField(auto_now_add=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "indexes": [models.Index(fields=["-requested_at"], name="company_change_by_time")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["merge", "split"])), name="company_change_kind_known"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KnownRange",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=connectleads.tenancy.keys.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("first", models.BigIntegerField()),
                ("last", models.BigIntegerField()),
                ("registry", models.CharField(max_length=8)),
                ("kind", models.CharField(max_length=12)),
                ("confidence", models.FloatField()),
                ("rule", models.CharField(max_length=60)),
                ("learnt_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="enrichment.company",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="enrichment.network",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["learnt_at"], name="known_range_by_time")],
                "constraints": [models.UniqueConstraint(fields=("version", "first", "last"), name="known_range_once")],
            },
        ),
    ]

"""What a tenant says about companies, and the ranges it wrote down."""

import django.db.models.deletion
from django.db import migrations, models

import connectleads.tenancy.keys
import connectleads.tenancy.scope


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0012_name_the_companies"), ("tenancy", "0002_row_security")]

    operations = [
        migrations.AddField(
            model_name="lead",
            name="correction",
            field=models.CharField(
                blank=True,
                choices=[("wrong", "Not this company"), ("customer", "Our customer"), ("own-office", "Our own office")],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=connectleads.tenancy.keys.new_id, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("wrong", "Not this company"),
                            ("customer", "Our customer"),
                            ("own-office", "Our own office"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                ("by_id", models.BigIntegerField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now=True)),
                (
                    "company",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="enrichment.company",
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        db_index=False,
                        default=connectleads.tenancy.scope.current_tenant_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tenancy.tenant",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("tenant", "company"), name="correction_once_per_company"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["wrong", "customer", "own-office"])),
                        name="correction_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TenantRange",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=connectleads.tenancy.keys.new_id, editable=False)),
                ("version", models.PositiveSmallIntegerField()),
                ("first", models.BigIntegerField()),
                ("last", models.BigIntegerField()),
                (
                    "company",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="enrichment.company",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "tenant",
                    models.ForeignKey(
                        db_index=False,
                        default=connectleads.tenancy.scope.current_tenant_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tenancy.tenant",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("tenant", "version", "first", "last"), name="tenant_range_once")
                ],
            },
        ),
    ]

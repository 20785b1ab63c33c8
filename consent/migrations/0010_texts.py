"""Published texts, their acceptance, what a tenant says about itself, and receipts for visitors."""

import django.db.models.deletion
from django.db import migrations, models

import connectleads.tenancy.keys
import connectleads.tenancy.scope


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0004_versions_by_database"),
        ("tenancy", "0012_plans"),
    ]

    operations = [
        migrations.CreateModel(
            name="TextNotice",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id",
                        "kind",
                        "subject",
                        "fingerprint",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("subject", models.CharField(blank=True, max_length=16)),
                ("fingerprint", models.BinaryField(max_length=32)),
                ("noticed_at", models.DateTimeField()),
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
            },
        ),
        migrations.CreateModel(
            name="Acceptance",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=connectleads.tenancy.keys.new_id, editable=False)),
                ("text_id", models.UUIDField()),
                ("version", models.PositiveIntegerField()),
                ("accepted_at", models.DateTimeField()),
                ("member_id", models.BigIntegerField()),
                ("email", models.EmailField(max_length=254)),
                ("name", models.CharField(max_length=120)),
                ("position", models.CharField(max_length=120)),
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
                "constraints": [models.UniqueConstraint(fields=("tenant", "text_id"), name="acceptance_once")],
            },
        ),
        migrations.CreateModel(
            name="PrivacyProfile",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "singleton", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("singleton", models.BooleanField(default=True, editable=False)),
                ("legal_name", models.CharField(blank=True, max_length=160)),
                ("address", models.CharField(blank=True, max_length=240)),
                ("contact", models.CharField(blank=True, max_length=160)),
                ("officer", models.CharField(blank=True, max_length=160)),
                ("recipients", models.CharField(blank=True, max_length=400)),
                ("changed_at", models.DateTimeField(auto_now=True)),
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
                    models.CheckConstraint(condition=models.Q(("singleton", True)), name="privacy_profile_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedText",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=connectleads.tenancy.keys.new_id, editable=False)),
                ("kind", models.CharField(max_length=20)),
                ("subject", models.CharField(blank=True, max_length=16)),
                ("version", models.PositiveIntegerField()),
                ("facts", models.JSONField()),
                ("fingerprint", models.BinaryField(max_length=32)),
                ("documents", models.JSONField()),
                ("settings_versions", models.JSONField(default=dict)),
                ("gate_version", models.PositiveSmallIntegerField()),
                ("published_at", models.DateTimeField()),
                ("published_by", models.CharField(max_length=254)),
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
                    models.UniqueConstraint(fields=("tenant", "kind", "subject", "version"), name="published_text_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitorReceipt",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=connectleads.tenancy.keys.new_id, editable=False)),
                ("site_id", models.UUIDField()),
                ("number_hash", models.BinaryField(max_length=32)),
                (
                    "request",
                    models.CharField(
                        choices=[("erase", "Erased"), ("withdraw", "Withdrawn and erased")], max_length=10
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("visits", models.PositiveIntegerField(blank=True, null=True)),
                ("receipts", models.PositiveIntegerField(blank=True, null=True)),
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
                "constraints": [models.UniqueConstraint(fields=("tenant", "number_hash"), name="visitor_receipt_once")],
            },
        ),
    ]

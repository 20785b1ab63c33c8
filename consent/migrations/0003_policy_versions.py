"""Versions of consent settings, snapshots of banners, and receipts that tell one choice from the next."""

import django.db.models.deletion
from django.db import migrations, models

import connectleads.tenancy.keys
import connectleads.tenancy.scope


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0002_row_security"),
        ("tenancy", "0003_consent_settings"),
    ]

    operations = [
        migrations.CreateModel(
            name="BannerSnapshot",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=connectleads.tenancy.keys.new_id, editable=False)),
                ("site_id", models.UUIDField()),
                ("taken_at", models.DateTimeField()),
                ("taken_by", models.CharField(max_length=120)),
                ("page_url", models.CharField(blank=True, max_length=500)),
                ("text", models.TextField()),
                ("picture", models.BinaryField(blank=True, null=True)),
                ("picture_type", models.CharField(blank=True, max_length=20)),
                ("content_hash", models.BinaryField(max_length=32)),
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
            name="PolicyVersion",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "site_id", "version", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("site_id", models.UUIDField()),
                ("version", models.PositiveIntegerField()),
                ("policy", models.JSONField()),
                ("made_at", models.DateTimeField()),
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
        migrations.RemoveConstraint(
            model_name="consentreceipt",
            name="receipt_once_per_choice",
        ),
        migrations.AddField(
            model_name="consentreceipt",
            name="choice_hash",
            field=models.BinaryField(default=b"", max_length=32),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="consentreceipt",
            name="is_attested",
            field=models.BooleanField(default=False),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="consentreceipt",
            name="policy_version",
            field=models.PositiveIntegerField(default=1),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="consentreceipt",
            name="revision",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AddField(
            model_name="consentreceipt",
            name="withdraw_reason",
            field=models.CharField(
                blank=True,
                choices=[("visitor", "The visitor withdrew"), ("erasure", "The visitor asked for erasure")],
                max_length=12,
            ),
        ),
        migrations.RunSQL(
            "UPDATE consent_consentreceipt SET choice_hash = "
            "sha256(reference_hash || convert_to(statistics::text || marketing::text, 'UTF8'))",
            migrations.RunSQL.noop,
        ),
        migrations.AddIndex(
            model_name="consentreceipt",
            index=models.Index(fields=["tenant", "site_id", "reference_hash"], name="receipt_by_reference"),
        ),
        migrations.AddConstraint(
            model_name="consentreceipt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at__isnull", True)),
                fields=("tenant", "site_id", "choice_hash"),
                name="receipt_once_per_choice",
            ),
        ),
        migrations.AddConstraint(
            model_name="consentreceipt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdraw_reason", ""), ("withdrawn_at__isnull", True)),
                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdraw_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="receipt_withdrawn_with_reason",
            ),
        ),
        migrations.AddIndex(
            model_name="bannersnapshot",
            index=models.Index(fields=["tenant", "site_id", "-taken_at"], name="snapshot_by_site"),
        ),
    ]

"""Events within visits, and withdrawals that still have to be heeded."""

import django.db.models.deletion
from django.db import migrations, models

import connectleads.tenancy.scope


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0003_consent_settings"),
        ("tracking", "0002_row_security"),
    ]

    operations = [
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id",
                        "site_id",
                        "visitor_hash",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("site_id", models.UUIDField()),
                ("visitor_hash", models.BinaryField(max_length=32)),
                ("withdrawn_at", models.DateTimeField()),
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
            name="Event",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("visit_id", models.UUIDField()),
                ("site_id", models.UUIDField()),
                ("name", models.CharField(max_length=80)),
                ("path", models.CharField(max_length=500)),
                ("target", models.CharField(blank=True, max_length=500)),
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
                "indexes": [
                    models.Index(fields=["tenant", "visit_id", "at"], name="event_by_visit"),
                    models.Index(fields=["tenant", "at"], name="event_by_time"),
                ],
            },
        ),
    ]

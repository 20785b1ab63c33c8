"""Sums beside the leads, what a tenant finds important, and what it leaves out."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import connectleads.tenancy.keys
import connectleads.tenancy.scope


class Migration(migrations.Migration):
    dependencies = [
        ("enrichment", "0032_privacy_audit"),
        ("tenancy", "0002_row_security"),
    ]

    operations = [
        migrations.CreateModel(
            name="Exclusion",
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
                        choices=[("range", "range"), ("company", "company"), ("country", "country"), ("page", "page")],
                        max_length=10,
                    ),
                ),
                ("value", models.CharField(max_length=500)),
                ("label", models.CharField(max_length=500)),
                (
                    "because",
                    models.CharField(max_length=12),
                ),
                ("created_by_id", models.BigIntegerField(blank=True, null=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
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
            name="LeadPage",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id",
                        "lead_id",
                        "site_id",
                        "path",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("lead_id", models.UUIDField()),
                ("site_id", models.UUIDField()),
                ("path", models.CharField(max_length=500)),
                ("views", models.IntegerField(default=0)),
                ("last_on", models.DateField()),
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
            name="LeadSource",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id",
                        "lead_id",
                        "site_id",
                        "source",
                        "medium",
                        "campaign",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("lead_id", models.UUIDField()),
                ("site_id", models.UUIDField()),
                ("source", models.CharField(max_length=80)),
                ("medium", models.CharField(max_length=80)),
                ("campaign", models.CharField(max_length=80)),
                ("visits", models.IntegerField(default=0)),
                ("last_on", models.DateField()),
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
            name="PageDay",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id",
                        "day",
                        "site_id",
                        "path",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("day", models.DateField()),
                ("site_id", models.UUIDField()),
                ("path", models.CharField(max_length=500)),
                ("views", models.IntegerField(default=0)),
                ("lead_views", models.IntegerField(default=0)),
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
            name="Scoring",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=connectleads.tenancy.keys.new_id, editable=False)),
                ("half_life_days", models.PositiveSmallIntegerField()),
                ("per_visit", models.PositiveSmallIntegerField()),
                ("per_page", models.PositiveSmallIntegerField()),
                ("per_minute", models.PositiveSmallIntegerField()),
                ("key_pages", models.JSONField(default=list)),
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
            },
        ),
        migrations.CreateModel(
            name="SiteDay",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "site_id", "day", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("site_id", models.UUIDField()),
                ("day", models.DateField()),
                ("visits", models.IntegerField(default=0)),
                ("page_views", models.IntegerField(default=0)),
                ("lead_visits", models.IntegerField(default=0)),
                ("lead_page_views", models.IntegerField(default=0)),
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
            name="SitePage",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "site_id", "path", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("site_id", models.UUIDField()),
                ("path", models.CharField(max_length=500)),
                ("title", models.CharField(max_length=200)),
                ("titled_at", models.DateTimeField()),
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
            name="SourceDay",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id",
                        "day",
                        "site_id",
                        "source",
                        "medium",
                        "campaign",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("day", models.DateField()),
                ("site_id", models.UUIDField()),
                ("source", models.CharField(max_length=80)),
                ("medium", models.CharField(max_length=80)),
                ("campaign", models.CharField(max_length=80)),
                ("visits", models.IntegerField(default=0)),
                ("lead_visits", models.IntegerField(default=0)),
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
        migrations.RemoveIndex(
            model_name="lead",
            name="lead_by_last_seen",
        ),
        migrations.AddField(
            model_name="lead",
            name="campaign",
            field=models.CharField(default="", max_length=80),
        ),
        migrations.AddField(
            model_name="lead",
            name="confidence",
            field=models.FloatField(default=0),
        ),
        migrations.AddField(
            model_name="lead",
            name="country",
            field=models.CharField(default="", max_length=2),
        ),
        migrations.AddField(
            model_name="lead",
            name="domain",
            field=models.CharField(default="", max_length=253),
        ),
        migrations.AddField(
            model_name="lead",
            name="hidden_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="kind",
            field=models.CharField(default="", max_length=12),
        ),
        migrations.AddField(
            model_name="lead",
            name="medium",
            field=models.CharField(default="", max_length=80),
        ),
        migrations.AddField(
            model_name="lead",
            name="most_pages",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="lead",
            name="name",
            field=models.CharField(default="", max_length=200),
        ),
        migrations.AddField(
            model_name="lead",
            name="owner_id",
            field=models.BigIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="source",
            field=models.CharField(default="", max_length=80),
        ),
        migrations.AddField(
            model_name="lead",
            name="tags",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="lead",
            name="touched_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="lead",
            name="warmth",
            field=models.FloatField(default=-1000),
        ),
        migrations.AddField(
            model_name="leadday",
            name="key_points",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="leadday",
            name="most_pages",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["tenant", "-last_seen_at", "id"], name="lead_by_last_visit"),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["tenant", "-warmth", "id"], name="lead_by_warmth"),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["tenant", "first_seen_at"], name="lead_by_first_visit"),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(
                condition=models.Q(("tags", []), _negated=True), fields=["tenant"], name="lead_with_tags"
            ),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.UniqueConstraint(fields=("tenant", "kind", "value"), name="exclusion_once"),
        ),
        migrations.AddConstraint(
            model_name="exclusion",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["range", "company", "country", "page"])), name="exclusion_kind_known"
            ),
        ),
        migrations.AddIndex(
            model_name="leadpage",
            index=models.Index(fields=["tenant", "path", "last_on", "lead_id"], name="lead_page_by_path"),
        ),
        migrations.AddIndex(
            model_name="leadsource",
            index=models.Index(fields=["tenant", "source", "last_on", "lead_id"], name="lead_source_by_source"),
        ),
        migrations.AddConstraint(
            model_name="scoring",
            constraint=models.UniqueConstraint(fields=("tenant",), name="scoring_once"),
        ),
    ]

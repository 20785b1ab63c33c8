"""What an objection took away, out of the web process's sight, until staff looked at the objection."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import connectleads.tenancy.keys
import connectleads.tenancy.scope
from connectleads.tenancy.row_security import TENANT_IN_SCOPE, WEB, WORKER, door, isolate


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0042_objection_proofs_end"), ("tenancy", "0015_site_min_confidence")]

    operations = [
        migrations.CreateModel(
            name="RestrictedLead",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("id", models.UUIDField(default=connectleads.tenancy.keys.new_id, editable=False)),
                ("objection_id", models.UUIDField()),
                ("lead", models.JSONField(null=True)),
                ("hung", models.JSONField(default=dict)),
                (
                    "visits",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                (
                    "networks",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("last_seen_at", models.DateTimeField()),
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
            options={"abstract": False, "base_manager_name": "objects", "default_manager_name": "objects"},
        ),
        isolate("enrichment_restrictedlead", web=""),
        door(
            "enrichment_count_restricted",
            "before timestamptz",
            "bigint",
            f"SELECT count(*) FROM enrichment_restrictedlead r WHERE r.tenant_id = {TENANT_IN_SCOPE} "  # noqa: S608
            "AND r.last_seen_at < before",
            to=(WEB, WORKER),
        ),
    ]

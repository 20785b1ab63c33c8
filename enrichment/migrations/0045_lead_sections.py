"""Which sections of a website each lead read, for filters on all pages of a section."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations import RunSQL

import connectleads.tenancy.scope
from connectleads.tenancy.row_security import EVERYTHING, isolate, keep_within_tenant

TABLE = "enrichment_leadsection"
FILL = """
INSERT INTO enrichment_leadsection (tenant_id, lead_id, site_id, section, views, last_on)
SELECT tenant_id, lead_id, site_id, substring(path from '^/[^/]*/') AS section, sum(views), max(last_on)
FROM enrichment_leadpage WHERE path ~ '^/[^/]*/' GROUP BY 1, 2, 3, 4
"""


class Migration(migrations.Migration):
    dependencies = [
        ("enrichment", "0044_own_browsers_and_key_events"),
        ("tenancy", "0021_staff_log"),
    ]

    operations = [
        migrations.CreateModel(
            name="LeadSection",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "tenant_id",
                        "lead_id",
                        "site_id",
                        "section",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("lead_id", models.UUIDField()),
                ("site_id", models.UUIDField()),
                ("section", models.CharField(max_length=500)),
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
        RunSQL(sql=FILL, reverse_sql=RunSQL.noop),
        migrations.AddIndex(
            model_name="leadsection",
            index=models.Index(fields=["tenant", "section", "last_on", "lead_id"], name="lead_section_by_section"),
        ),
        isolate(TABLE, web=EVERYTHING),
        keep_within_tenant(TABLE, ("site_id",), "tenancy_site"),
        keep_within_tenant(TABLE, ("lead_id",), "enrichment_lead"),
    ]

"""Outcomes of the installation's audits of itself."""

from django.db import migrations, models

import connectleads.tenancy.keys
from connectleads.tenancy.row_security import share


class Migration(migrations.Migration):
    dependencies = [
        ("enrichment", "0031_objection_rights"),
    ]

    operations = [
        migrations.CreateModel(
            name="PrivacyAudit",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=connectleads.tenancy.keys.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("made_at", models.DateTimeField(db_index=True)),
                ("passed", models.BooleanField()),
                ("report", models.JSONField()),
            ],
        ),
        share("enrichment_privacyaudit"),
    ]

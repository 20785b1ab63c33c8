"""A receipt's site and tenant follow from the site's policy version that it points to: one foreign key says it all.

Its index serves that key when a site goes; nothing ever looked for a receipt by its reference.
"""

from django.db import migrations, models
from django.db.migrations.operations import RunSQL

_TENANT_EXISTS = "consent_consentreceipt_tenant_id_b9452f2c_fk_tenancy_tenant_id"
_SITE_EXISTS = "consent_consentreceipt_site_id_within_tenant"


class Migration(migrations.Migration):
    dependencies = [("consent", "0011_texts_security")]

    operations = [
        RunSQL(
            sql=[
                f"ALTER TABLE consent_consentreceipt DROP CONSTRAINT {_TENANT_EXISTS}",
                f"ALTER TABLE consent_consentreceipt DROP CONSTRAINT {_SITE_EXISTS}",
            ],
            reverse_sql=[
                f"ALTER TABLE consent_consentreceipt ADD CONSTRAINT {_SITE_EXISTS} FOREIGN KEY (tenant_id, site_id) "
                "REFERENCES tenancy_site (tenant_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED",
                f"ALTER TABLE consent_consentreceipt ADD CONSTRAINT {_TENANT_EXISTS} FOREIGN KEY (tenant_id) "
                "REFERENCES tenancy_tenant (id) DEFERRABLE INITIALLY DEFERRED",
            ],
        ),
        migrations.RemoveIndex("consentreceipt", "receipt_by_reference"),
        migrations.AddIndex(
            "consentreceipt", models.Index(fields=("tenant", "site_id", "policy_version"), name="receipt_by_policy")
        ),
    ]

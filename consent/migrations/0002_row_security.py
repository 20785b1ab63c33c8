"""Row-level security on receipts, which the web role may read only."""

from django.db import migrations

from connectleads.tenancy.row_security import isolate, keep_within_tenant


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_initial"), ("tenancy", "0002_row_security")]

    operations = [
        isolate("consent_consentreceipt", web="SELECT"),
        keep_within_tenant("consent_consentreceipt", ("site_id",), "tenancy_site"),
    ]

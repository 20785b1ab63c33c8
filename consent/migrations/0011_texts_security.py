"""Row-level security on published texts and receipts for visitors: what was published is never changed."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import isolate, keep_within_tenant

ADD = "SELECT, INSERT"


class Migration(migrations.Migration):
    dependencies = [("consent", "0010_texts"), ("tenancy", "0012_plans")]

    operations = [
        isolate("consent_privacyprofile", web="SELECT, INSERT, UPDATE"),
        isolate("consent_publishedtext", web=ADD, worker="SELECT, INSERT, DELETE"),
        isolate("consent_textnotice", web="SELECT"),
        isolate("consent_acceptance", web=ADD, worker="SELECT, INSERT, DELETE"),
        isolate("consent_visitorreceipt", web=ADD),
        keep_within_tenant("consent_acceptance", ("text_id",), "consent_publishedtext"),
        RunSQL(
            sql="ALTER TABLE consent_visitorreceipt ADD CONSTRAINT visitorreceipt_site_within_tenant "
            "FOREIGN KEY (tenant_id, site_id) REFERENCES tenancy_site (tenant_id, id) ON DELETE CASCADE "
            "DEFERRABLE INITIALLY DEFERRED",
            reverse_sql="ALTER TABLE consent_visitorreceipt DROP CONSTRAINT visitorreceipt_site_within_tenant",
        ),
    ]

"""Refusals are explained for a while and not for ever: the door reads `verifying_until` by now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0003_consent_settings"), ("tracking", "0004_doors_and_rights")]

    operations = [migrations.RemoveField(model_name="site", name="explains_refusals")]

"""Who may do what with objections: everybody may make one, staff reviews them, the worker carries them out."""

from django.db import migrations

from connectleads.tenancy.row_security import share


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0030_objections")]

    operations = [share("enrichment_objection", web="SELECT, INSERT, UPDATE")]

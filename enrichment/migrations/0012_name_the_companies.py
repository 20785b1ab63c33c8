"""Every company that is there already gets its own name as the first that leads to it."""

from django.db import migrations
from django.db.migrations.operations import RunSQL

from connectleads.tenancy.row_security import share

NAMES = """
INSERT INTO enrichment_companyname (id, company_id, name, normalised, country, created_at)
SELECT gen_random_uuid(), c.id, c.name, c.normalised, c.country, c.created_at FROM enrichment_company c
ON CONFLICT (normalised, country) DO NOTHING
"""


class Migration(migrations.Migration):
    dependencies = [("enrichment", "0011_company_names_and_known_ranges")]

    operations = [
        share("enrichment_companyname"),
        share("enrichment_companychange", web="SELECT, INSERT"),
        share("enrichment_knownrange"),
        RunSQL(sql=NAMES, reverse_sql=RunSQL.noop),
    ]

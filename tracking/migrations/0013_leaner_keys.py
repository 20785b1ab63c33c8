"""Fewer foreign keys that say more, and room in the tables for rows that change.

Every foreign key is a look-up for every row. That a visit's or a page view's tenant exists follows from its site's;
that a page view lies on a site of its tenant follows from its visit, once it must be on that visit's site.
"""

from importlib import import_module

from django.db import migrations, models
from django.db.migrations.operations import RunSQL

TENANT = "FOREIGN KEY (tenant_id) REFERENCES tenancy_tenant (id) DEFERRABLE INITIALLY DEFERRED"
VISIT_TENANT = "tracking_visit_tenant_id_b237ccb9_fk_tenancy_tenant_id"
CASCADE = "ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED"
# A row that is changed finds room on its own page, so that no index needs an entry for its new version.
VIEWS_FILLED, VISITS_FILLED = 90, 80

_MAKE = import_module("tracking.migrations.0002_row_security").MAKE_PARTITION.replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)
_MAKE_WITH_ROOM = _MAKE.replace("TO (%L)'", f"TO (%L) WITH (fillfactor = {VIEWS_FILLED})'")
_EVERY_PARTITION = """
DO $each$
DECLARE part regclass;
BEGIN
    FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'tracking_pageview'::regclass LOOP
        EXECUTE format('ALTER TABLE %s {change}', part);
    END LOOP;
END $each$
"""


class Migration(migrations.Migration):
    dependencies = [("tracking", "0012_door_knows_banners")]

    operations = [
        RunSQL(
            sql=[
                f"ALTER TABLE tracking_visit DROP CONSTRAINT {VISIT_TENANT}",
                "CREATE UNIQUE INDEX visit_of_site ON tracking_visit (tenant_id, id, site_id)",
                "ALTER TABLE tracking_pageview DROP CONSTRAINT tracking_pageview_tenant_id_fkey",
                "ALTER TABLE tracking_pageview DROP CONSTRAINT tracking_pageview_site_id_within_tenant",
                "ALTER TABLE tracking_pageview DROP CONSTRAINT tracking_pageview_visit_id_within_tenant",
                "ALTER TABLE tracking_pageview ADD CONSTRAINT tracking_pageview_within_visit FOREIGN KEY "
                f"(tenant_id, visit_id, site_id) REFERENCES tracking_visit (tenant_id, id, site_id) {CASCADE}",
            ],
            reverse_sql=[
                "ALTER TABLE tracking_pageview DROP CONSTRAINT tracking_pageview_within_visit",
                "ALTER TABLE tracking_pageview ADD CONSTRAINT tracking_pageview_visit_id_within_tenant FOREIGN KEY "
                f"(tenant_id, visit_id) REFERENCES tracking_visit (tenant_id, id) {CASCADE}",
                "ALTER TABLE tracking_pageview ADD CONSTRAINT tracking_pageview_site_id_within_tenant FOREIGN KEY "
                f"(tenant_id, site_id) REFERENCES tenancy_site (tenant_id, id) {CASCADE}",
                f"ALTER TABLE tracking_pageview ADD CONSTRAINT tracking_pageview_tenant_id_fkey {TENANT}",
                "DROP INDEX visit_of_site",
                f"ALTER TABLE tracking_visit ADD CONSTRAINT {VISIT_TENANT} {TENANT}",
            ],
        ),
        # The visits of a receipt are looked for when it goes.
        migrations.AddIndex("visit", models.Index(fields=("tenant", "receipt_id"), name="visit_by_receipt")),
        RunSQL(
            sql=[
                f"ALTER TABLE tracking_visit SET (fillfactor = {VISITS_FILLED})",
                _EVERY_PARTITION.format(change=f"SET (fillfactor = {VIEWS_FILLED})"),
                _MAKE_WITH_ROOM,
            ],
            reverse_sql=[
                _MAKE,
                _EVERY_PARTITION.format(change="RESET (fillfactor)"),
                "ALTER TABLE tracking_visit RESET (fillfactor)",
            ],
        ),
    ]

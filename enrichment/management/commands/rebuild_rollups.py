"""Makes the kept sums of tenants anew from what was recorded (edge)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from connectleads.tenancy.models import Tenant
from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.rollup_changes import rebuild_rollups


class Command(BaseCommand):
    help = (
        "Make the sums behind the pages anew from visits and page views, one transaction a tenant. "
        "Sums of days whose visits are no longer kept are lost by it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which tenants."""
        parser.add_argument("--tenant", action="append", default=[], metavar="SLUG", help="only this one; repeatable")

    def handle(self, *args: Any, tenant: list[str], **options: Any) -> None:
        """Rebuild, and print a line a tenant."""
        with unscoped_all_tenants("rebuild rollups"):
            tenants = list(Tenant.objects.order_by("slug"))
            unknown = set(tenant) - {one.slug for one in tenants}
            if unknown:
                raise CommandError(f"There is no tenant {sorted(unknown)[0]}.")
            for one in tenants:
                if not tenant or one.slug in tenant:
                    with transaction.atomic():
                        leads = rebuild_rollups(one.id)
                    self.stdout.write(f"{one.slug}: {leads} leads")

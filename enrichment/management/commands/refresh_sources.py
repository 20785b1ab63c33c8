"""Fetches newer network data on the command line (edge)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from enrichment.refreshing import refresh_all, source_files


class Command(BaseCommand):
    """manage.py refresh_sources"""

    help = (
        "Fetch what NETWORK_DATABASE_URL, KIND_LISTS_URL and KIND_LIST_URLS name. Each file is "
        "verified before it takes the place of the old one, which is kept beside it. Exit status 1 when one failed."
    )

    def handle(self, *args: object, **options: Any) -> None:
        """Fetch each configured file and tell how far it is."""
        if not source_files():
            raise CommandError(
                "Set NETWORK_DATABASE_URL, KIND_LISTS_URL or KIND_LIST_URLS to where newer data are published."
            )
        if refresh_all(self._tell):
            raise SystemExit(1)

    def _tell(self, line: str) -> None:
        self.stdout.write(line)

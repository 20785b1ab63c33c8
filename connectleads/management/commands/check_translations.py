"""Says which texts lack a good translation (edge)."""

from typing import Any

from django.core.management.base import BaseCommand

from connectleads.config import ROOT
from connectleads.translations import problems


class Command(BaseCommand):
    help = "List texts whose translation is missing, empty, fuzzy, obsolete or has other placeholders; exit 1 if any."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Print each problem on a line of its own."""
        found = problems(ROOT)
        for line in found:
            self.stdout.write(line)
        if found:
            raise SystemExit(1)
        self.stdout.write("Every text is translated.")

"""Compiles the translations without GNU gettext (edge)."""

from typing import Any

from django.core.management.base import BaseCommand

from connectleads.config import ROOT
from connectleads.translations import compile_messages


class Command(BaseCommand):
    help = "Write the .mo file beside each .po file under locale/."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        """Compile, and say what was written."""
        for path in compile_messages(ROOT):
            if options["verbosity"]:
                self.stdout.write(str(path.relative_to(ROOT)))

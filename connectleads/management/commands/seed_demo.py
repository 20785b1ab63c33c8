"""Fills an installation with the demo's tenants, people and history (edge)."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from connectleads.demo.cast import PASSWORD, TENANTS
from connectleads.demo.seed import seed


class Command(BaseCommand):
    help = "Make the demo's two tenants with four weeks of made-up visits; what exists is left as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        """Seed and print who can sign in. Refused on a real installation: the demo's password is published."""
        if settings.LOCAL_STACK is None:
            raise CommandError("The demo's people have a published password: this is for the embedded engines only.")
        seed(self.stdout.write)
        for tenant in TENANTS:
            for person in tenant.people:
                self.stdout.write(f"{person.email}  password {PASSWORD}  ({person.role} of {tenant.name})")

"""Fills an installation with made-up visits at the size that speed is measured on (edge)."""

from datetime import UTC, date, datetime
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from connectleads.demo.scale_load import LARGEST, OWNER, load_scale, vacuum
from connectleads.demo.scale_plan import Scale
from connectleads.tenancy.models import User


class Command(BaseCommand):
    help = (
        "Make 200 tenants with 1 million visits and 10 million page views, the largest tenant with 40,000 leads: "
        "the same ones for the same seed and last day."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """How much of it."""
        parser.add_argument("--part", type=float, default=1.0, metavar="SHARE", help="share of the full size (1.0)")
        parser.add_argument("--seed", type=int, default=1, help="another seed makes another installation (1)")
        parser.add_argument("--until", type=date.fromisoformat, metavar="DAY", help="last day with visits (today)")

    def handle(self, *args: Any, part: float, seed: int, until: date | None, **options: Any) -> None:
        """Load with progress. Refused on a real installation: its person has a published password."""
        if settings.LOCAL_STACK is None:
            raise CommandError("What it makes has a published password: this is for the embedded engines only.")
        if not 0 < part <= 1:
            raise CommandError("--part must be above 0 and at most 1.")
        if User.objects.filter(email=OWNER).exists():
            raise CommandError("It is there already: begin with an empty CONNECTLEADS_VAR.")
        began = monotonic()

        def say(line: str) -> None:
            self.stdout.write(f"{monotonic() - began:6.0f} s  {line}")

        load_scale(Scale().part(part), until=until or datetime.now(UTC).date(), seed=seed, say=say)
        vacuum()
        say(f"done: {OWNER} sees {LARGEST}")

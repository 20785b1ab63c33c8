"""`manage.py backup`: everything in PostgreSQL, in one archive (edge)."""

from argparse import ArgumentParser
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from connectleads.backup import BackupError, back_up, forget_old, program
from connectleads.backup_server import administered, embedded_programs


class Command(BaseCommand):
    help = (
        "Write PostgreSQL into one archive (pg_dump's custom format) with its SHA-256 beside it, and remove archives "
        "older than they may be kept. Connects as ADMIN_DATABASE_URL says. Encrypt the folder, and copy it elsewhere."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and for how long."""
        parser.add_argument("--to", required=True, type=Path, metavar="FOLDER")
        parser.add_argument("--keep-days", type=int, default=14, help="remove archives older than this (14)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the archive first, and only then remove old ones."""
        now = datetime.now(UTC)
        try:
            written = back_up(administered(), options["to"], now=now, program=program("pg_dump", embedded_programs()))
        except BackupError as error:
            raise CommandError(str(error)) from None
        gone = forget_old(options["to"], before=now - timedelta(days=options["keep_days"]))
        self.stdout.write(f"Wrote {written} ({written.stat().st_size:,} bytes). Removed {gone} older.")

"""`manage.py restore`: an archive into a new database, proven to be whole (edge)."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from connectleads.backup import BackupError, program, restore, unguarded_tables
from connectleads.backup_server import administered, embedded_programs


class Command(BaseCommand):
    help = (
        "Restore an archive of `backup` into a new database and check it: its SHA-256, that every row fits, and that "
        "tenants are kept apart in it. Connects as ADMIN_DATABASE_URL says. The database in use is not touched."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What, and into which database."""
        parser.add_argument("archive", type=Path)
        parser.add_argument("--into", default="connectleads_restored", metavar="DATABASE")

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore and tell what is in it."""
        server = administered()
        try:
            name = program("pg_restore", embedded_programs())
            found = restore(server, options["archive"], into=options["into"], program=name)
        except BackupError as error:
            raise CommandError(str(error)) from None
        unguarded = unguarded_tables(server, options["into"])
        if unguarded:
            raise CommandError(f"Restored, but not kept apart by tenant: {', '.join(unguarded)}. Do not use it.")
        rows = ", ".join(f"{table} {rows:,}" for table, rows in found.items())
        self.stdout.write(f"Restored into {options['into']}: {rows}.")

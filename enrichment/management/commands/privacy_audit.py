"""`manage.py privacy_audit`: search every store for what must not be there (edge)."""

from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError

from enrichment.self_audit.report import to_json, to_table
from enrichment.self_audit.run import CannotSeeAll, audit, keep_report, log_files, mail_files
from enrichment.self_audit.traces import BUILT_IN, Searcher, TestSet


class Command(BaseCommand):
    help = (
        "Search every table, the stream, the broker, the cache, log files and kept mails for addresses, mail "
        "addresses, telephone numbers and a test set of invented persons; check row-level security, retention, "
        "waiting hits and the gate. "
        "Keeps the outcome for the status page. Exit status 1 when something was found. Run it in the worker's role."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where else to look, for whom, and in what form to answer."""
        parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
        parser.add_argument(
            "--logs", nargs="*", type=Path, metavar="FILE", help="log files (default: those under var/)"
        )
        parser.add_argument("--test-set", type=Path, metavar="FILE", help="JSON: addresses, mails, telephones, names")
        parser.add_argument("--dry-run", action="store_true", help="do not keep the outcome")

    def handle(self, *args: Any, **options: Any) -> None:
        """Audit, keep, print, and end with 1 when something was found."""
        searcher = Searcher(_test_set(options["test_set"]))
        files = options["logs"] if options["logs"] is not None else log_files()
        try:
            report = audit(searcher, logs=files, mails=mail_files(), now=datetime.now(UTC))
        except CannotSeeAll:
            raise CommandError(
                "this role does not see every row: set CONNECTLEADS_DATABASE_ROLE=worker and its DATABASE_URL"
            ) from None
        if not options["dry_run"]:
            keep_report(report)
        self.stdout.write(to_json(report).decode() if options["json"] else to_table(report))
        if not report.passed:
            raise SystemExit(1)


def _test_set(path: Path | None) -> TestSet:
    if path is None:
        return BUILT_IN
    try:
        read = msgspec.json.decode(path.read_bytes(), type=TestSet)
        _ = read.packed
    except (OSError, ValueError, msgspec.DecodeError) as error:
        raise CommandError(f"{path}: {error}") from None
    return read

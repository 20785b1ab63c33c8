"""Runs the whole audit and keeps its outcome with its date (edge)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import redis
from django.conf import settings
from django.db import connection

from consent.decision import GATE_VERSION
from enrichment.models import PrivacyAudit
from enrichment.self_audit.report import AuditReport, CheckName, from_builtins
from enrichment.self_audit.state_checks import check_gate, check_retention, check_row_security, check_waiting
from enrichment.self_audit.store_search import search_files, search_mails, search_valkey
from enrichment.self_audit.table_search import search_tables
from enrichment.self_audit.traces import Searcher, Trace
from tracking.stream import valkey

KEPT = timedelta(days=400)
WORKERS_NAMES = frozenset(
    {Trace.MAIL}
)  # Celery calls its workers celery@host; the test set's mails are found all the same


class CannotSeeAll(Exception):
    """The role of this process is held back by row-level security, so an audit by it would prove nothing."""


def audit(searcher: Searcher, *, logs: Iterable[Path], mails: Iterable[Path] = (), now: datetime) -> AuditReport:
    """Look at everything. Raises CannotSeeAll in a role that does not see every row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = current_user")
        if not cursor.fetchone()[0]:
            raise CannotSeeAll
    stream = valkey()
    return AuditReport(
        made_at=now,
        gate_version=GATE_VERSION,
        checks=(
            search_tables(searcher),
            search_valkey(CheckName.STREAM, stream, searcher),
            search_valkey(
                CheckName.BROKER, client_of(str(settings.CELERY["broker_url"])), searcher, without=WORKERS_NAMES
            ),
            search_valkey(CheckName.CACHE, client_of(str(settings.CACHES["default"]["LOCATION"])), searcher),
            search_files(logs, searcher),
            search_mails(mails, searcher),
            check_row_security(),
            check_retention(now=now),
            check_waiting(stream, now=now),
            check_gate(),
        ),
    )


def keep_report(report: AuditReport) -> None:
    """Keep the outcome for the status page; what is older than 400 days goes."""
    PrivacyAudit.objects.create(made_at=report.made_at, passed=report.passed, report=msgspec.to_builtins(report))
    PrivacyAudit.objects.filter(made_at__lt=report.made_at - KEPT).delete()


def latest_reports(limit: int) -> list[AuditReport]:
    """The latest outcomes, newest first."""
    return [from_builtins(row.report) for row in PrivacyAudit.objects.order_by("-made_at")[:limit]]


def log_files() -> list[Path]:
    """The files in which this installation's processes write, under var/; a deployed one logs to standard error.

    Without a mail server Django writes each mail to a file of its own that ends in .log too (`mail_files`).
    """
    mails = Path(settings.EMAIL_FILE_PATH)
    return [path for path in Path(settings.VAR_DIR).rglob("*.log") if path.is_file() and mails not in path.parents]


def mail_files() -> list[Path]:
    """The mails that an installation without a mail server keeps in files."""
    return [path for path in Path(settings.EMAIL_FILE_PATH).glob("*.log") if path.is_file()]


def client_of(url: str) -> redis.Redis:
    """A client of a Valkey by its address, also in the form in which Celery writes a socket's."""
    url = url.replace("redis+socket://", "unix://").replace("virtual_host=", "db=")
    return redis.Redis.from_url(url, socket_timeout=5, socket_connect_timeout=2)

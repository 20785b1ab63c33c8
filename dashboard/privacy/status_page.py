"""Report behind the status page: what the installation found when it searched itself (edge: it reads)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from enrichment.self_audit.report import AuditReport, Check, CheckName
from enrichment.self_audit.run import latest_reports

DAYS_SHOWN = 30
CHECK_WORDS: Mapping[CheckName, str | Promise] = {
    CheckName.TABLES: _("Every table: no address, and no trace of a visitor"),
    CheckName.STREAM: _("The stream of hits: nothing readable"),
    CheckName.BROKER: _("The task queue: no trace of a person"),
    CheckName.CACHE: _("The cache: no trace of a person"),
    CheckName.LOGS: _("Log files: no address, mail address or name"),
    CheckName.MAILS: _("Mails kept in files: no address of anybody's computer"),
    CheckName.ROW_SECURITY: _("Row-level security on every table of tenants"),
    CheckName.RETENTION: _("Nothing is kept longer than tenants chose"),
    CheckName.WAITING: _("No hit waits for more than six hours"),
    CheckName.GATE: _("Consent was judged by the rules installed"),
}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check in words."""

    words: str | Promise
    check: Check


@dataclass(frozen=True, slots=True)
class PastAudit:
    """That an audit passed on a day, or how much it found."""

    made_at: datetime
    passed: bool
    findings: int


@dataclass(frozen=True, slots=True)
class StatusPage:
    """The latest audit and those before it; `latest` is None until the first night."""

    latest: AuditReport | None
    rows: tuple[CheckRow, ...]
    past: tuple[PastAudit, ...]


def status_page() -> StatusPage:
    """The report; it is the same for every tenant, and names none."""
    reports = latest_reports(DAYS_SHOWN)
    latest = reports[0] if reports else None
    rows = tuple(CheckRow(CHECK_WORDS[check.name], check) for check in latest.checks) if latest else ()
    past = tuple(
        PastAudit(one.made_at, one.passed, sum(len(check.findings) for check in one.checks)) for one in reports
    )
    return StatusPage(latest, rows, past)

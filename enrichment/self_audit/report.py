"""What an audit found: checks with their findings, as data, as a table and as JSON (pure).

A finding says where and what kind, never the value: a report must not become the leak that it reports.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

import msgspec


class CheckName(StrEnum):
    """What is looked at."""

    TABLES = "tables"
    STREAM = "stream"
    BROKER = "broker"
    CACHE = "cache"
    LOGS = "logs"
    MAILS = "mails"
    ROW_SECURITY = "row_security"
    RETENTION = "retention"
    WAITING = "waiting"
    GATE = "gate"


class Finding(msgspec.Struct, frozen=True):
    """Something that must not be: where, what kind, and how often."""

    place: str
    kind: str
    count: int = 1


class Check(msgspec.Struct, frozen=True):
    """One part of the audit. `searched` counts what was looked at: rows, keys, lines or tables."""

    name: CheckName
    searched: int
    findings: tuple[Finding, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


class AuditReport(msgspec.Struct, frozen=True):
    """A whole audit."""

    made_at: datetime
    gate_version: int
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(check.passed for check in self.checks)


def to_json(report: AuditReport) -> bytes:
    """The report for programs, with the outcome of each check."""
    content = msgspec.to_builtins(report)
    content["passed"] = report.passed
    for check, one in zip(content["checks"], report.checks, strict=True):
        check["passed"] = one.passed
    return msgspec.json.format(msgspec.json.encode(content), indent=2)


def from_builtins(content: object) -> AuditReport:
    """A report that was kept. Raises msgspec.ValidationError when it is none."""
    return msgspec.convert(content, AuditReport)


def to_table(report: AuditReport) -> str:
    """The report for people: a line for each check, and one for each finding."""
    return "\n".join(_lines(report))


def _lines(report: AuditReport) -> Iterable[str]:
    for check in report.checks:
        yield f"{check.name.value:<14}{'ok' if check.passed else 'FOUND':<8}{check.searched:>10} searched"
        for finding in check.findings:
            yield f"{'':<14}{finding.kind} in {finding.place}: {finding.count}"
    outcome = "nothing was found that must not be there" if report.passed else "something must not be there"
    yield f"{report.made_at:%Y-%m-%d %H:%M} UTC, consent rules version {report.gate_version}: {outcome}"

"""Reads the audit of the tenant in scope (edge)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from connectleads.tenancy.models import AuditEvent


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One thing that somebody did; `details` are pairs of a name and a value."""

    id: UUID
    at: datetime
    action: str
    actor: str
    is_staff: bool
    about: str
    details: tuple[tuple[str, str], ...]


def audit_lines(*, before: UUID | None = None, action: str = "", limit: int) -> list[AuditLine]:
    """The latest first, from before one of them on. Ids are UUIDv7, so their order is that of time."""
    rows = AuditEvent.objects.order_by("-id")
    if before:
        rows = rows.filter(id__lt=before)
    if action:
        rows = rows.filter(action=action)
    return [_line(row) for row in rows[:limit]]


def every_audit_line() -> Iterator[AuditLine]:
    """All of it, oldest first."""
    for row in AuditEvent.objects.order_by("id").iterator():
        yield _line(row)


def _line(row: AuditEvent) -> AuditLine:
    details = tuple((str(name), str(value)) for name, value in row.details.items())
    return AuditLine(row.id, row.at, row.action, row.actor, row.is_staff, row.about, details)

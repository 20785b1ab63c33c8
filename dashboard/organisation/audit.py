"""Who did what in an organisation: to read, and to take along as a table (edge)."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.decorators.http import require_GET

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.audit_list import AuditLine, audit_lines, every_audit_line
from connectleads.tenancy.models import AuditAction
from dashboard.access import Member, admin_page
from dashboard.spreadsheet_cells import plain_cell

PAGE_SIZE = 100
HEAD = ("at", "action", "actor", "staff", "about", "details")


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line of the page: when, what in words, who, and what it was about."""

    id: UUID
    at: datetime
    words: str | Promise
    actor: str
    is_staff: bool
    about: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """The audit page; `older` is the id to go on from, None at the end. `actions` are those one may filter by."""

    rows: tuple[AuditRow, ...]
    older: UUID | None
    action: str
    actions: tuple[AuditAction, ...]


@require_GET
@admin_page
def audit(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The latest first, a hundred at a time."""
    action = request.GET.get("action", "")
    action = action if action in AuditAction.values else ""
    lines = audit_lines(before=_uuid(request.GET.get("before", "")), action=action, limit=PAGE_SIZE + 1)
    shown = lines[:PAGE_SIZE]
    report = AuditPage(
        rows=tuple(_row(line) for line in shown),
        older=shown[-1].id if len(lines) > PAGE_SIZE else None,
        action=action,
        actions=tuple(AuditAction),
    )
    context = {"member": member, "report": report, "section": "settings", "tab": "audit"}
    return render(request, "organisation/audit.html", context)


@require_GET
@admin_page
def export(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Everything as CSV; that it was taken along is itself written down."""
    record(AuditAction.EXPORTED, Actor.person(member.user), about="audit")
    text = io.StringIO()
    csv.writer(text).writerows([HEAD, *_cells()])
    name = f"audit-{member.tenant.slug}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


def _cells() -> Iterator[tuple[str, ...]]:
    for line in every_audit_line():
        cells = (
            line.actor,
            "yes" if line.is_staff else "no",
            line.about,
            "; ".join(f"{k}={v}" for k, v in line.details),
        )
        yield (line.at.isoformat(), line.action, *(plain_cell(cell) for cell in cells))


def _row(line: AuditLine) -> AuditRow:
    words = AuditAction(line.action).label if line.action in AuditAction.values else line.action
    return AuditRow(line.id, line.at, words, line.actor, line.is_staff, line.about, line.details)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None

"""Exports: exactly the leads that a filter shows, as CSV or as a workbook, streamed and noted (edge)."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import IO, Any
from uuid import UUID

import xlsxwriter
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.models import AuditAction
from connectleads.tenancy.queries import Colleague, colleagues
from connectleads.tenancy.scope import tenant_scope
from dashboard.access import Member, member_page
from dashboard.country_names import country_name
from dashboard.export_rows import Cell, moment, safe_rows
from dashboard.filter_address import Asked, read_address
from dashboard.filter_words import chips, period_words
from dashboard.kind_names import kind_name
from dashboard.lead_list import local_today, names_of
from dashboard.queries import followed_by
from dashboard.veil import Veil
from dashboard.views import pairs_of
from enrichment.lead_filter import LeadFilter
from enrichment.lead_search import FoundLead, LeadDays, count_leads, every_lead, lead_days, viewpoint
from enrichment.lead_search_sql import Viewpoint
from enrichment.lead_status import LeadStatus
from enrichment.legal_basis import legal_bases
from enrichment.scoring import points_of
from enrichment.warmth import heat

PAGE = 1000


@require_GET
@member_page
def export_leads(request: HttpRequest, member: Member, form: str) -> HttpResponseBase:
    """Everything that the filter in the address shows. 403 to staff, who looks along and takes nothing away."""
    if member.look is not None:
        raise PermissionDenied
    now = datetime.now(UTC)
    asked = read_address(pairs_of(request), today=local_today(member, now))
    followed = followed_by(member.user.pk) if "followed" in asked.values else ()
    return _export(member, asked, asked.filter(followed=followed), form, now)


def export_some(member: Member, asked: Asked, only: frozenset[UUID], *, form: str, now: datetime) -> HttpResponseBase:
    """Some leads of a filter."""
    return _export(member, asked, replace(asked.filter(), only=only), form, now)


def _export(member: Member, asked: Asked, filter_: LeadFilter, form: str, now: datetime) -> HttpResponseBase:
    view = viewpoint(member.tenant, today=local_today(member, now))
    people = colleagues()
    count = count_leads([filter_], view)[0]
    record(
        AuditAction.EXPORTED,
        Actor.person(member.user),
        about="leads",
        details={"leads": count, "form": form, "filter": asked.query()[:500]},
    )
    head = _head(member, asked, people, count, now.astimezone(view.zone))
    rows = _in_scope(member, _body(asked, filter_, view, people, Veil(view.locked)))
    name = f"leads-{member.tenant.slug}-{view.today.isoformat()}.{form}"
    return _csv(name, head, rows) if form == "csv" else _workbook(name, head, rows)


def _head(member: Member, asked: Asked, people: list[Colleague], count: int, now: datetime) -> list[list[Cell]]:
    filters = "; ".join(f"{one.title}: {one.words}" for one in chips(asked, names_of(asked.values, people)))
    return [
        [_("Leads of %(tenant)s") % {"tenant": member.tenant.name}],
        [_("Made"), moment(now), _("by"), member.user.email],
        [_("Period"), period_words(asked.period), moment_of(asked)],
        [_("Filter"), filters or _("none")],
        [_("Leads"), count],
        [
            _("Legal basis"),
            _(
                "Visits were recorded after consent (GDPR art. 6(1)(a)). Organisations only, no persons; for contact "
                "with these organisations your own basis applies. Remove this file when you no longer need it."
            ),
        ],
        [],
        [
            _("Company"),
            _("Country"),
            _("Domain"),
            _("Kind"),
            _("Score"),
            _("Visits"),
            _("Pages"),
            _("First visit"),
            _("Last visit"),
            _("Source"),
            _("Medium"),
            _("Campaign"),
            _("Status"),
            _("Owner"),
            _("Tags"),
            _("Certainty"),
            _("Legal basis of this lead"),
        ],
    ]


def moment_of(asked: Asked) -> str:
    """The days of a period."""
    return f"{asked.period.first.isoformat()} / {asked.period.last.isoformat()}"


def _body(
    asked: Asked, filter_: LeadFilter, view: Viewpoint, people: list[Colleague], veil: Veil
) -> Iterator[list[Cell]]:
    names = {one.user_id: one.name for one in people}
    order = {one.user_id: at for at, one in enumerate(people)}
    for some in every_lead(filter_, asked.order, view, owner_order=order, page=PAGE):
        ids = [one.id for one in some]
        days = lead_days(view, ids, first=asked.period.first, last=asked.period.last)
        bases, now = legal_bases(ids), datetime.now(UTC)
        for one in veil.over(some):
            basis = bases.get(one.id)
            words = basis.line(now) if basis else _("no visit is kept any more")
            yield [*_line(one, days, asked, view, names), words]


def _line(one: FoundLead, days: LeadDays, asked: Asked, view: Viewpoint, names: dict[int, str]) -> list[Cell]:
    visits, pages = days.sums(one.id, asked.period.first, asked.period.last)
    return [
        one.name,
        country_name(one.country),
        one.domain,
        kind_name(one.kind),
        heat(points_of(one.warmth, view.weights, today=view.today)),
        visits,
        pages,
        moment(one.first_seen_at.astimezone(view.zone)),
        moment(one.last_seen_at.astimezone(view.zone)),
        one.source,
        one.medium,
        one.campaign,
        str(LeadStatus(one.status).label),
        names.get(one.owner_id or 0, ""),
        ", ".join(one.tags),
        f"{round(100 * one.confidence)}%",
    ]


def _in_scope(member: Member, rows: Iterator[list[Cell]]) -> Iterator[list[Cell]]:
    """The rows, each read inside the tenant's scope, also after the view has returned."""
    with tenant_scope(member.tenant.id):
        yield from rows


def _csv(name: str, head: Iterable[list[Cell]], rows: Iterable[list[Cell]]) -> HttpResponseBase:
    def lines() -> Iterator[str]:
        yield "\ufeff"  # spreadsheets take it for a sign of UTF-8
        for some in (head, rows):
            for row in safe_rows(some):
                text = io.StringIO()
                csv.writer(text, delimiter=";").writerow(row)
                yield text.getvalue()

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _workbook(name: str, head: list[list[Cell]], rows: Iterable[list[Cell]]) -> HttpResponseBase:
    """Row by row to a file on disk, so that memory does not grow with the number of leads."""
    file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    options: dict[str, Any] = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(file, options)
    sheet = book.add_worksheet(_("Leads"))
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 15, 16)
    at = 0
    for some in (head, rows):
        for row in safe_rows(some):
            sheet.write_row(at, 0, row, bold if at in (0, len(head) - 1) else None)
            at += 1
    sheet.freeze_panes(len(head), 1)
    book.close()
    file.seek(0)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return FileResponse(file, as_attachment=True, filename=name, content_type=kind)

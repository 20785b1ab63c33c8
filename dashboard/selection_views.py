"""What is done with several leads at once: assigned, given a status or a tag, hidden, shown or exported (edge)."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from connectleads.tenancy.queries import colleagues
from dashboard.access import Member, member_page
from dashboard.export_views import export_some
from dashboard.filter_address import Asked, read_query
from dashboard.lead_list import local_today
from dashboard.queries import followed_by
from enrichment.lead_actions import add_tag, hide, set_owners, set_statuses, show, tag_from
from enrichment.lead_search import ids_of, viewpoint
from enrichment.lead_status import LeadStatus

MOST = 5000


def _assign(ids: list[UUID], form: QueryDict) -> int | None:
    owner = form.get("owner", "")
    if owner == "0":
        return set_owners(ids, None)
    return set_owners(ids, int(owner)) if owner in {str(one.user_id) for one in colleagues()} else None


def _status(ids: list[UUID], form: QueryDict) -> int | None:
    status = form.get("status", "")
    return set_statuses(ids, LeadStatus(status)) if status in LeadStatus.values else None


def _tag(ids: list[UUID], form: QueryDict) -> int | None:
    tag = tag_from(form.get("tag", ""))
    return add_tag(ids, tag) if tag else None


DOINGS: Mapping[str, Callable[[list[UUID], QueryDict], int | None]] = {
    "owner": _assign,
    "status": _status,
    "tag": _tag,
    "hide": lambda ids, form: hide(ids),
    "show": lambda ids, form: show(ids),
}


@require_POST
@member_page
def select_leads(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Do one thing with the chosen leads, or with all of a filter. 403 to viewers, 404 for what is unknown."""
    if not member.may_edit:
        raise PermissionDenied
    now = datetime.now(UTC)
    asked = read_query(request.POST.get("query", ""), today=local_today(member, now))
    ids = _chosen(request.POST, member, asked, now)
    what = request.POST.get("do", "")
    if what == "export" and ids:
        return export_some(member, asked, frozenset(ids), form="xlsx", now=now)
    if what not in (*DOINGS, "export"):
        raise Http404
    count = DOINGS[what](ids, request.POST) if ids else None
    _say(request, bool(ids), count)
    response = redirect("leads", slug=member.tenant.slug)
    response["Location"] += f"?{asked.query()}"
    return response


def _chosen(form: QueryDict, member: Member, asked: Asked, now: datetime) -> list[UUID]:
    if form.get("all") == "1":
        view = viewpoint(member.tenant, today=local_today(member, now))
        followed = followed_by(member.user.pk) if "followed" in asked.values else ()
        return ids_of(asked.filter(followed=followed), view, limit=MOST)
    try:
        return [UUID(one) for one in form.getlist("lead")[:MOST]]
    except ValueError:
        raise Http404 from None


def _say(request: HttpRequest, any_chosen: bool, count: int | None) -> None:
    if not any_chosen:
        messages.error(request, _("No lead was chosen. Nothing was changed; tick the leads first."))
    elif count is None:
        messages.error(request, _("Nothing was chosen to give to these leads. Nothing was changed."))
    else:
        words = ngettext("%(count)d lead changed.", "%(count)d leads changed.", count) % {"count": count}
        messages.success(request, words)

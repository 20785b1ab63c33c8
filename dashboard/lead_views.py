"""The page of a lead and every change that it offers, with and without htmx (edge)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from connectleads.tenancy.queries import colleagues
from dashboard.access import Member, member_page
from dashboard.actions import add_task, remove_note, set_followed, set_task_done, write_note
from dashboard.lead_list import local_today
from dashboard.lead_page import lead_page
from enrichment.exclusion_actions import leave_out_company
from enrichment.exclusions import ExcludedBecause
from enrichment.lead_actions import add_tag, hide, remove_tag, set_owners, set_statuses, show, tag_from
from enrichment.lead_status import LeadStatus
from enrichment.queries import is_lead


@require_GET
@member_page
def lead(request: HttpRequest, member: Member, lead_id: UUID) -> HttpResponseBase:
    """One lead."""
    report = lead_page(member, lead_id, now=datetime.now(UTC))
    if report is None:
        raise Http404
    return render(request, "leads/lead.html", {"member": member, "report": report, "section": "leads"})


@dataclass(frozen=True, slots=True)
class Asking:
    """A change that somebody asks for."""

    member: Member
    lead_id: UUID
    form: QueryDict

    @property
    def user_id(self) -> int:
        """Who asks."""
        return int(self.member.user.pk)

    def id(self, name: str) -> UUID:
        """An id in the form. 404 when it is none."""
        try:
            return UUID(self.form.get(name, ""))
        except ValueError:
            raise Http404 from None

    def colleague(self, name: str) -> int | None:
        """The member named in the form, None for nobody. 404 when it is somebody else."""
        text = self.form.get(name, "")
        if not text:
            return None
        if text not in {str(one.user_id) for one in colleagues()}:
            raise Http404
        return int(text)


def _status(asking: Asking) -> bool:
    status = asking.form.get("status", "")
    return status in LeadStatus.values and set_statuses([asking.lead_id], LeadStatus(status)) == 1


def _owner(asking: Asking) -> bool:
    return set_owners([asking.lead_id], asking.colleague("owner")) == 1


def _tag(asking: Asking) -> bool:
    tag = tag_from(asking.form.get("tag", ""))
    if tag:
        add_tag([asking.lead_id], tag)
    return True


def _untag(asking: Asking) -> bool:
    remove_tag([asking.lead_id], asking.form.get("tag", ""))
    return True


def _follow(asking: Asking) -> bool:
    set_followed(asking.lead_id, asking.user_id, is_followed=asking.form.get("follow") == "1")
    return True


def _note(asking: Asking) -> bool:
    write_note(asking.lead_id, asking.user_id, asking.form.get("text", ""))
    return True


def _remove_note(asking: Asking) -> bool:
    return remove_note(asking.lead_id, asking.id("note"), asking.user_id)


def _task(asking: Asking) -> bool:
    add_task(
        asking.lead_id,
        asking.form.get("text", ""),
        due_on=_day(asking),
        assignee_id=asking.colleague("assignee") or asking.user_id,
        created_by_id=asking.user_id,
    )
    return True


def _tick(asking: Asking) -> bool:
    return set_task_done(asking.lead_id, asking.id("task"), is_done=asking.form.get("done") == "1")


def _hide(asking: Asking) -> bool:
    change = hide if asking.form.get("hide") == "1" else show
    change([asking.lead_id])
    return True


def _leave_out(asking: Asking) -> bool:
    because = asking.form.get("because", "")
    if because not in set(ExcludedBecause):
        return False
    return leave_out_company(asking.lead_id, ExcludedBecause(because), by=asking.user_id)


def _day(asking: Asking) -> date:
    try:
        return date.fromisoformat(asking.form.get("due_on", ""))
    except ValueError:
        return local_today(asking.member, datetime.now(UTC))


@dataclass(frozen=True, slots=True)
class Change:
    """What does it, and which parts of the page htmx gets back; `by_viewers` when a viewer may do it too.

    Each part finds its own place by its id, and no form that may still be asking is among them: so a second change
    that comes while the first is under way is neither lost nor shown wrongly.
    """

    apply: Callable[[Asking], bool]
    part: str
    by_viewers: bool = False


WORK = "leads/work_changed.html"
CHANGES: Mapping[str, Change] = {
    "status": Change(_status, WORK),
    "owner": Change(_owner, WORK),
    "tag": Change(_tag, WORK),
    "untag": Change(_untag, WORK),
    "hide": Change(_hide, WORK),
    "leave-out": Change(_leave_out, WORK),
    "follow": Change(_follow, WORK, by_viewers=True),
    "note": Change(_note, "leads/note_list.html"),
    "remove-note": Change(_remove_note, "leads/note_list.html"),
    "task": Change(_task, "leads/task_list.html"),
    "tick": Change(_tick, "leads/task_list.html"),
}


@require_POST
@member_page
def change_lead(request: HttpRequest, member: Member, lead_id: UUID, what: str) -> HttpResponseBase:
    """Change a lead. 403 to who may only look, 404 when there is no such lead or the change means nothing."""
    change = CHANGES[what]
    if not (member.may_edit or change.by_viewers):
        raise PermissionDenied
    now = datetime.now(UTC)
    if not is_lead(lead_id) or not change.apply(Asking(member, lead_id, request.POST)):
        raise Http404
    if not getattr(request, "htmx", False):
        return redirect("lead", slug=member.tenant.slug, lead_id=lead_id)
    report = lead_page(member, lead_id, now=now)
    return render(request, change.part, {"member": member, "report": report, "is_saved": True})

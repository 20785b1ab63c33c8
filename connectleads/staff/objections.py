"""The staff's page of organisations that do not want to be shown: look, match, confirm, refuse (edge)."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connectleads.staff.person import staff_member
from connectleads.tenancy.staff_log import StaffAction, note_staff
from enrichment.objection_matching import candidates, wish_of_company
from enrichment.objections import ObjectionState, open_objections, review

Context = dict[str, Any]
DECISIONS = {ObjectionState.CONFIRMED.value, ObjectionState.REFUSED.value}


@require_http_methods(["GET", "POST"])
def objections(request: HttpRequest, context: Context) -> HttpResponseBase:
    """All of them; a decision is kept with who took it."""
    if request.method == "POST":
        if _decide(request):
            messages.success(request, _("Kept. It holds for every tenant within an hour."))
        else:
            messages.error(request, _("Nothing was changed. An unmatched domain needs its organisation first."))
        return redirect("admin:staff_objections")
    rows = open_objections()
    for row in rows:
        row.candidates = candidates(row.domain) if row.state == ObjectionState.UNMATCHED else ()  # type: ignore[attr-defined]
    told = {"objections": rows, "title": _("Objections")}
    return render(request, "staff/objections.html", {**context, **told})


def _decide(request: HttpRequest) -> bool:
    state, company = request.POST.get("state", ""), request.POST.get("company", "")
    try:
        objection_id = UUID(request.POST.get("objection", ""))
        match = wish_of_company(UUID(company)) if company else None
    except ValueError:
        return False
    if state not in DECISIONS:
        return False
    staff = staff_member(request)
    done = review(objection_id, ObjectionState(state), by=staff.email, at=datetime.now(UTC), match=match)
    if done:
        note_staff(StaffAction.OBJECTION_REVIEWED, staff, about=f"{objection_id}: {state}")
    return done

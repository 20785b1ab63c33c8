"""The pages: each opens its tenant, asks one report, and shows it (edge)."""

from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from connectleads.tenancy.models import User
from connectleads.tenancy.queries import tenants_of
from dashboard.access import Member, member_page
from dashboard.lead_list import lead_list
from dashboard.lead_page import lead_page
from enrichment.actions import set_status
from enrichment.lead_status import LeadStatus


@require_GET
@login_required
def home(request: HttpRequest) -> HttpResponseBase:
    """The first tenant's leads, or word that there is no tenant yet."""
    assert isinstance(request.user, User)
    belongings = tenants_of(request.user.pk)
    if not belongings:
        return render(request, "no_tenant.html", {"may_start": settings.SIGN_UP_IS_OPEN})
    return redirect("leads", slug=belongings[0].slug)


@require_GET
@member_page
def leads(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The lead list; for htmx only the part that a filter changes."""
    report = lead_list(member, {key: str(value) for key, value in request.GET.items()}, now=datetime.now(UTC))
    part = getattr(request, "htmx", False) and not getattr(request.htmx, "boosted", False)  # type: ignore[attr-defined]
    template = "leads/results.html" if part else "leads/list.html"
    response = render(request, template, {"member": member, "report": report, "section": "leads"})
    response.headers["Vary"] = "HX-Request, Cookie, Accept-Language"
    return response


@require_GET
@member_page
def lead(request: HttpRequest, member: Member, lead_id: UUID) -> HttpResponseBase:
    """One lead."""
    report = lead_page(member, lead_id, now=datetime.now(UTC))
    if report is None:
        raise Http404
    return render(request, "leads/lead.html", {"member": member, "report": report, "section": "leads"})


@require_POST
@member_page
def lead_status(request: HttpRequest, member: Member, lead_id: UUID) -> HttpResponseBase:
    """Set a lead's status. 403 to viewers, 404 when there is no such lead or no such status."""
    if not member.may_edit:
        raise PermissionDenied
    status = request.POST.get("status", "")
    if status not in LeadStatus.values or not set_status(lead_id, LeadStatus(status)):
        raise Http404
    if getattr(request, "htmx", False):
        report = lead_page(member, lead_id, now=datetime.now(UTC))
        return render(request, "leads/status.html", {"member": member, "report": report})
    return redirect("lead", slug=member.tenant.slug, lead_id=lead_id)

"""The staff's pages of companies: find two spellings of one, merge them, part two houses under one name (edge)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connectleads.staff.person import staff_member
from connectleads.tenancy.staff_log import StaffAction, note_staff
from enrichment.company_changes import changes_of_companies, merge_companies, split_company
from enrichment.company_list import company_list, known_company, reported_list

Context = dict[str, Any]
CHANGES_SHOWN = 50


@require_http_methods(["GET", "POST"])
def companies(request: HttpRequest, context: Context) -> HttpResponseBase:
    """Companies by name, what tenants said about them, and the trail of changes; a post merges two."""
    if request.method == "POST":
        _merge(request)
        return redirect(request.get_full_path())
    search = request.GET.get("q", "").replace("\0", "").strip()[:100]
    told = {
        "companies": company_list(search),
        "reported": reported_list(staff_member(request).pk),
        "changes": changes_of_companies(CHANGES_SHOWN),
        "search": search,
        "title": _("Companies"),
    }
    return render(request, "staff/companies.html", {**context, **told})


@require_http_methods(["GET", "POST"])
def company(request: HttpRequest, context: Context, company_id: UUID) -> HttpResponseBase:
    """One company and the names it is known by; a post makes some of these a company of their own."""
    found = known_company(company_id)
    if found is None:
        raise Http404
    if request.method == "POST":
        _split(request, company_id, found.name)
        return redirect("admin:staff_company", company_id=company_id)
    return render(request, "staff/company.html", {**context, "company": found, "title": found.name})


def _merge(request: HttpRequest) -> None:
    keep, gone = _uuid(request.POST.get("keep")), _uuid(request.POST.get("gone"))
    if keep is None or gone is None or keep == gone:
        messages.error(request, _("Choose one company to keep and another that becomes part of it."))
        return
    staff = staff_member(request)
    change = merge_companies(keep, gone, by_id=staff.pk, by_name=staff.email, reason=_reason(request))
    about = f"{change.details['gone']} → {change.details['keep']}"
    note_staff(StaffAction.COMPANIES_MERGED, staff, about=about)
    messages.success(request, _("The worker merges them within seconds, in every tenant."))


def _split(request: HttpRequest, company_id: UUID, old: str) -> None:
    staff, name = staff_member(request), request.POST.get("name", "").strip()[:200]
    names = [one for one in map(_uuid, request.POST.getlist("names")) if one]
    try:
        if not name:
            raise ValueError
        split_company(company_id, names, name=name, by_id=staff.pk, by_name=staff.email, reason=_reason(request))
    except ValueError:
        messages.error(request, _("Choose some of the names, not all of them, and say what the new company is called."))
        return
    note_staff(StaffAction.COMPANY_SPLIT, staff, about=f"{old} → {name}")
    messages.success(request, _("The worker parts them within seconds, in every tenant."))


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "").strip()[:300]


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None

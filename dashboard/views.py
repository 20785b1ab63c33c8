"""The pages: each opens its tenant, asks one report, and shows it (edge)."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from connectleads.tenancy.models import User
from connectleads.tenancy.queries import tenants_of
from dashboard.access import Member, member_page
from dashboard.filter_panel import filter_panel
from dashboard.lead_list import lead_list
from dashboard.overview import overview as overview_report


@require_GET
@login_required
def home(request: HttpRequest) -> HttpResponseBase:
    """The first tenant's overview, or word that there is no tenant yet."""
    assert isinstance(request.user, User)
    belongings = tenants_of(request.user.pk)
    if not belongings:
        return render(request, "no_tenant.html", {"may_start": settings.SIGN_UP_IS_OPEN})
    return redirect("overview", slug=belongings[0].slug)


@require_GET
@member_page
def overview(request: HttpRequest, member: Member) -> HttpResponseBase:
    """What is new, and how the period goes; for htmx only the part that a period changes."""
    report = overview_report(member, _first_values(request), now=datetime.now(UTC))
    template = "overview/period.html" if is_part(request) else "overview/overview.html"
    return _varying(render(request, template, {"member": member, "report": report, "section": "overview"}))


@require_GET
@member_page
def leads(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The lead list; for htmx only the part that a filter changes."""
    report = lead_list(member, pairs_of(request), now=datetime.now(UTC))
    template = "leads/results.html" if is_part(request) else "leads/list.html"
    return _varying(render(request, template, {"member": member, "report": report, "section": "leads"}))


@require_GET
@member_page
def lead_filters(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Everything that leads can be filtered on, as a page, or as a panel for htmx."""
    panel = filter_panel(member, pairs_of(request), now=datetime.now(UTC))
    template = "leads/filter_form.html" if is_part(request) else "leads/filters.html"
    return _varying(render(request, template, {"member": member, "panel": panel, "section": "leads"}))


def pairs_of(request: HttpRequest) -> list[tuple[str, str]]:
    """The query of the address, name by name, with every value."""
    return [(name, value) for name, values in request.GET.lists() for value in values]


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page."""
    htmx: Any = getattr(request, "htmx", None)
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def _first_values(request: HttpRequest) -> dict[str, str]:
    return {key: str(value) for key, value in request.GET.items()}


def _varying(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Vary"] = "HX-Request, Cookie, Accept-Language"
    return response

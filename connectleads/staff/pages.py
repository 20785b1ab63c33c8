"""The staff's pages: each asks one report and shows it; a change is written into the tenant's audit (edge)."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from connectleads.readiness import readiness
from connectleads.staff import reports
from connectleads.staff.dead_letters import shard_states
from connectleads.tenancy.audit import Actor
from connectleads.tenancy.mail import send_designed_mail
from connectleads.tenancy.member_list import colleagues
from connectleads.tenancy.models import AuditAction, Plan, User
from connectleads.tenancy.retention import RetentionKind
from connectleads.tenancy.scope import tenant_scope
from connectleads.tenancy.staff_looks import begin_look
from connectleads.tenancy.tenant_settings import change_plan, suspend
from enrichment.company_changes import changes_of_companies, merge_companies
from enrichment.company_list import company_list
from enrichment.identification import installed_database

Context = dict[str, Any]
AUDIT_LINES = 200
KINDS = tuple(RetentionKind)


def _staff(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


@require_GET
def overview(request: HttpRequest, context: Context) -> HttpResponseBase:
    """How the installation is doing."""
    now = datetime.now(UTC)
    found = reports.tenants(_staff(request).pk)
    database = installed_database()
    told = {"ready": readiness(now), "tenants": found, "source": database.source, "built_on": database.built_on}
    return render(request, "staff/index.html", {**context, **told, "title": _("Overview")})


@require_GET
def tenants(request: HttpRequest, context: Context) -> HttpResponseBase:
    """Every tenant and what it uses."""
    found = reports.tenants(_staff(request).pk)
    return render(request, "staff/tenants.html", {**context, "tenants": found, "title": _("Tenants")})


@require_http_methods(["GET", "POST"])
def tenant(request: HttpRequest, context: Context, tenant_id: UUID) -> HttpResponseBase:
    """One tenant: its plan, closing and opening it, looking along."""
    found = _tenant(request, tenant_id)
    if request.method == "POST":
        by = Actor.person(_staff(request), as_staff=True)
        with tenant_scope(tenant_id):
            if request.POST.get("plan") and Plan.objects.filter(key=request.POST["plan"]).exists():
                change_plan(request.POST["plan"], by=by)
            elif "suspended" in request.POST:
                suspend(request.POST["suspended"] == "yes", by=by, now=datetime.now(UTC))
        messages.success(request, _("The tenant is changed; its audit says so."))
        return redirect("admin:staff_tenant", tenant_id=tenant_id)
    told = {"tenant": found, "plans": Plan.objects.all(), "title": found.name}
    return render(request, "staff/tenant.html", {**context, **told})


@require_POST
def look(request: HttpRequest, context: Context, tenant_id: UUID) -> HttpResponseBase:
    """Look along: reading only, for half an hour, written down, and told to the owners by mail."""
    found = _tenant(request, tenant_id)
    reason = request.POST.get("reason", "").strip()
    if len(reason) < 10:
        messages.error(request, _("Say why, in at least ten characters. The tenant reads it."))
        return redirect("admin:staff_tenant", tenant_id=tenant_id)
    begun = begin_look(request, tenant_id, reason=reason, now=datetime.now(UTC))
    with tenant_scope(tenant_id):
        owners = [one.email for one in colleagues() if one.role.may_own]
    for email in owners:
        told = {"tenant": found.name, "staff": begun.staff, "reason": reason, "look": begun, "slug": found.slug}
        send_designed_mail("staff_look", email, told)
    return redirect("leads", slug=found.slug)


@require_GET
def retention(request: HttpRequest, context: Context) -> HttpResponseBase:
    """How long each tenant keeps what, and when it was purged."""
    found = reports.retention(_staff(request).pk, settings.RETENTION_CEILINGS)
    rows = [(one, [one.days[kind] for kind in KINDS]) for one in found]
    return render(request, "staff/retention.html", {**context, "rows": rows, "title": _("Retention")})


@require_GET
def streams(request: HttpRequest, context: Context) -> HttpResponseBase:
    """What waits, since when, and what could not be read."""
    told = {"shards": shard_states(datetime.now(UTC)), "title": _("Streams")}
    return render(request, "staff/streams.html", {**context, **told})


@require_http_methods(["GET", "POST"])
def companies(request: HttpRequest, context: Context) -> HttpResponseBase:
    """Companies by name, to find those that are one and the same, and to merge them; with the trail of merges."""
    if request.method == "POST":
        keep, gone = _uuid(request.POST.get("keep")), _uuid(request.POST.get("gone"))
        staff, reason = _staff(request), request.POST.get("reason", "").strip()[:300]
        if keep is None or gone is None or keep == gone:
            messages.error(request, _("Choose one company to keep and another that becomes part of it."))
        else:
            merge_companies(keep, gone, by_id=staff.pk, by_name=staff.email, reason=reason)
            messages.success(request, _("The worker merges them within seconds, in every tenant."))
        return redirect(request.get_full_path())
    search = request.GET.get("q", "").replace("\0", "").strip()[:100]
    told = {"companies": company_list(search), "changes": changes_of_companies(), "search": search}
    return render(request, "staff/companies.html", {**context, **told, "title": _("Companies")})


@require_GET
def audit(request: HttpRequest, context: Context) -> HttpResponseBase:
    """The latest lines of all audits."""
    lines = reports.recent_audit(_staff(request).pk, most=AUDIT_LINES)
    words = {action.value: action.label for action in AuditAction}
    rows = [(line, words.get(line.action, line.action)) for line in lines]
    return render(request, "staff/audit.html", {**context, "rows": rows, "title": _("Audit")})


def to_sign_out(request: HttpRequest) -> HttpResponseBase:
    """Signing out is the same for everybody."""
    return redirect("account_logout")


def to_password(request: HttpRequest) -> HttpResponseBase:
    """So is changing one's password."""
    return redirect("account_change_password")


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None


def _tenant(request: HttpRequest, tenant_id: UUID) -> reports.StaffTenant:
    found = next((one for one in reports.tenants(_staff(request).pk) if one.id == tenant_id), None)
    if found is None:
        raise Http404
    return found

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

from connectleads.readiness import OLDEST_DATA, readiness
from connectleads.staff import reports
from connectleads.staff.person import staff_member
from connectleads.staff.shards import shard_states
from connectleads.tenancy.audit import Actor
from connectleads.tenancy.mail import send_designed_mail
from connectleads.tenancy.member_list import colleagues
from connectleads.tenancy.models import AuditAction, Plan
from connectleads.tenancy.retention import RetentionKind
from connectleads.tenancy.scope import tenant_scope
from connectleads.tenancy.staff_log import StaffAction, staff_lines
from connectleads.tenancy.staff_looks import begin_look
from connectleads.tenancy.tenant_settings import change_plan, suspend
from dashboard.organisation.retention import KIND_WORDS
from enrichment.source_states import source_states

Context = dict[str, Any]
AUDIT_LINES = 200
KINDS = tuple(RetentionKind)


@require_GET
def overview(request: HttpRequest, context: Context) -> HttpResponseBase:
    """How the installation is doing."""
    now = datetime.now(UTC)
    ready = readiness(now)
    told = {
        "ready": ready,
        "tenants": reports.tenants(staff_member(request).pk),
        "shards": shard_states(now) if ready.stream else [],
        "title": _("Overview"),
    }
    return render(request, "staff/index.html", {**context, **told})


@require_GET
def tenants(request: HttpRequest, context: Context) -> HttpResponseBase:
    """Every tenant and what it uses."""
    found = reports.tenants(staff_member(request).pk)
    return render(request, "staff/tenants.html", {**context, "tenants": found, "title": _("Tenants")})


@require_http_methods(["GET", "POST"])
def tenant(request: HttpRequest, context: Context, tenant_id: UUID) -> HttpResponseBase:
    """One tenant: its plan, closing and opening it, looking along."""
    found = _tenant(request, tenant_id)
    if request.method == "POST":
        by = Actor.person(staff_member(request), as_staff=True)
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
    found = reports.retention(staff_member(request).pk, settings.RETENTION_CEILINGS)
    rows = [(one, [one.days[kind] for kind in KINDS]) for one in found]
    told = {"rows": rows, "kinds": [KIND_WORDS[kind] for kind in KINDS], "title": _("Retention")}
    return render(request, "staff/retention.html", {**context, **told})


@require_GET
def sources(request: HttpRequest, context: Context) -> HttpResponseBase:
    """What names companies here: of which day it is, and how it is doing."""
    now = datetime.now(UTC)
    found = source_states(now)
    files = [(one, one.age(now.date())) for one in found.files]
    told = {"sources": found, "files": files, "oldest": OLDEST_DATA, "title": _("Sources")}
    return render(request, "staff/sources.html", {**context, **told})


@require_GET
def audit(request: HttpRequest, context: Context) -> HttpResponseBase:
    """The latest lines of all audits, and what staff did that belongs to no tenant."""
    lines = reports.recent_audit(staff_member(request).pk, most=AUDIT_LINES)
    words = {action.value: action.label for action in AuditAction}
    own = {action.value: action.label for action in StaffAction}
    told = {
        "rows": [(line, words.get(line.action, line.action)) for line in lines],
        "staff_rows": [(line, own.get(line.action, line.action)) for line in staff_lines(AUDIT_LINES)],
        "title": _("Audit"),
    }
    return render(request, "staff/audit.html", {**context, **told})


def to_sign_out(request: HttpRequest) -> HttpResponseBase:
    """Signing out is the same for everybody."""
    return redirect("account_logout")


def to_password(request: HttpRequest) -> HttpResponseBase:
    """So is changing one's password."""
    return redirect("account_change_password")


def _tenant(request: HttpRequest, tenant_id: UUID) -> reports.StaffTenant:
    found = next((one for one in reports.tenants(staff_member(request).pk) if one.id == tenant_id), None)
    if found is None:
        raise Http404
    return found

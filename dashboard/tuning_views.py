"""What counts and what does not: the weights of the score, and what is left out (edge)."""

from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from connectleads.tenancy.queries import colleagues, sites
from dashboard.access import Member, member_page
from dashboard.exclusion_form import RuleDraft, read_rule
from dashboard.later import later
from dashboard.lead_list import local_today
from dashboard.scoring_page import read_weights, scoring_page
from enrichment.exclusion_actions import add_rule, apply_backwards, reach, remove_rule, rule, rules
from enrichment.exclusions import ExclusionKind
from enrichment.lead_numbers import facets
from enrichment.lead_search import viewpoint
from enrichment.rescoring import keep_weights
from enrichment.tasks import apply_exclusion, rescore
from tracking.client_ip import client_address


@require_http_methods(["GET", "POST"])
@member_page
def scoring(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The weights; a POST previews them on the tenant's own leads, or keeps them."""
    today = local_today(member, datetime.now(UTC))
    if request.method == "GET":
        report = scoring_page(member, None, today=today)
        return render(request, "tuning/scoring.html", {"member": member, "report": report, "section": "tuning"})
    if not member.may_edit:
        raise PermissionDenied
    weights = read_weights(request.POST)
    if request.POST.get("do") == "save":
        keep_weights(weights)
        later(rescore, tenant_id=str(member.tenant.id))
        messages.success(request, _("Saved. All leads are being scored anew; that takes a minute at most."))
        return redirect("scoring", slug=member.tenant.slug)
    report = scoring_page(member, weights, today=today)
    part = bool(getattr(request, "htmx", False))
    template = "tuning/preview.html" if part else "tuning/scoring.html"
    return render(request, template, {"member": member, "report": report, "section": "tuning"})


@require_http_methods(["GET", "POST"])
@member_page
def exclusions(request: HttpRequest, member: Member) -> HttpResponseBase:
    """What is left out; a POST adds a rule that holds from now on."""
    if request.method == "POST":
        return _add(request, member)
    view = viewpoint(member.tenant, today=local_today(member, datetime.now(UTC)))
    people = {one.user_id: one.name for one in colleagues()}
    known = [(one, people.get(one.created_by_id or 0, "")) for one in rules()]
    context = {"rules": known, "facets": facets(view), "address": _own_address(request), "sites": sites()}
    return render(request, "tuning/exclusions.html", {"member": member, "section": "tuning", **context})


def _add(request: HttpRequest, member: Member) -> HttpResponseBase:
    if not member.may_edit:
        raise PermissionDenied
    draft = read_rule(request.POST)
    if not isinstance(draft, RuleDraft):
        messages.error(request, draft)
        return redirect("exclusions", slug=member.tenant.slug)
    rule_id = add_rule(draft.kind, draft.value, draft.label, draft.because, by=member.user.pk)
    messages.success(request, _("This is left out from now on."))
    if draft.kind is ExclusionKind.RANGE:
        return redirect("exclusions", slug=member.tenant.slug)
    return redirect("exclusion", slug=member.tenant.slug, rule_id=rule_id)


@require_http_methods(["GET", "POST"])
@member_page
def exclusion(request: HttpRequest, member: Member, rule_id: UUID) -> HttpResponseBase:
    """What a rule would take away of what is recorded; a POST applies it, or removes the rule."""
    kept = rule(rule_id)
    if kept is None:
        raise Http404
    if request.method == "GET":
        found = reach(kept)
        context = {"rule": kept, "reach": found, "is_nothing": kept.erases and not found.page_views}
        return render(request, "tuning/exclusion.html", {"member": member, "section": "tuning", **context})
    if not member.may_edit:
        raise PermissionDenied
    if request.POST.get("do") == "remove":
        remove_rule(rule_id)
        messages.success(request, _("Removed. From now on it counts again."))
    elif kept.erases:
        later(apply_exclusion, tenant_id=str(member.tenant.id), rule_id=str(rule_id))
        messages.success(request, _("It is being erased; that takes a minute at most."))
    else:
        apply_backwards(rule_id)
        messages.success(request, _("Applied to what was recorded before as well."))
    return redirect("exclusions", slug=member.tenant.slug)


def _own_address(request: HttpRequest) -> str:
    """The address this page is read from, to offer it as one's own office; it is shown and not stored."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    found = client_address(request.META.get("REMOTE_ADDR", ""), forwarded, settings.TRUSTED_PROXIES)
    return str(found) if found is not None and found.is_global else ""

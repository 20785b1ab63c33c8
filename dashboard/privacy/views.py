"""The pages of a tenant's privacy texts: each opens its tenant, asks one report, and shows it (edge)."""

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from connectleads.tenancy.audit import Actor
from consent.document_facts import read_facts
from consent.documents.kinds import NoSuchSite, make
from consent.publishing import Signatory, accept_agreement, publish, save_profile
from consent.standing import TextKey
from consent.text_list import acceptances, profile, published_document
from dashboard.access import Member, admin_page, member_page
from dashboard.privacy.files import Format, as_file
from dashboard.privacy.overview import privacy_overview
from dashboard.privacy.profile_form import AcceptForm, ProfileForm
from dashboard.privacy.status_page import status_page
from dashboard.privacy.text_page import TextPage, page_language, text_key, text_page


@require_GET
@member_page
def privacy(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Every text and where it stands."""
    return _overview(request, member, ProfileForm(initial=asdict(profile())))


@require_GET
@member_page
def privacy_status(request: HttpRequest, member: Member) -> HttpResponseBase:
    """What the installation found when it last searched itself."""
    context = {"member": member, "report": status_page(), "section": "privacy"}
    return render(request, "privacy/status.html", context)


@require_POST
@admin_page
def privacy_profile(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Keep what the tenant says about itself."""
    form = ProfileForm(request.POST)
    if not form.is_valid():
        return _overview(request, member, form, status=422)
    save_profile(form.cleaned_data, by=Actor.person(member.user))
    messages.success(request, _("Saved. Texts that it changes are marked below."))
    return redirect("privacy", slug=member.tenant.slug)


@require_GET
@member_page
def privacy_text(request: HttpRequest, member: Member, kind: str) -> HttpResponseBase:
    """One text as the settings make it now, with what stands published and what changed since."""
    return _text(request, member, _report(_key(kind, request.GET.get("site", ""))), AcceptForm(initial=_signer(member)))


@require_GET
@member_page
def privacy_file(request: HttpRequest, member: Member, kind: str, form: str) -> HttpResponseBase:
    """One text as the settings make it now, as a file."""
    key = _key(kind, request.GET.get("site", ""))
    if form not in set(Format):
        raise Http404
    try:
        document = make(key.kind, read_facts(), page_language(), site_key=key.subject)
    except NoSuchSite:
        raise Http404 from None
    return as_file(document, Format(form), now=datetime.now(UTC), version=_("draft"))


@require_POST
@admin_page
def privacy_publish(request: HttpRequest, member: Member, kind: str) -> HttpResponseBase:
    """Let the text as it is now stand from this moment on."""
    key = _key(kind, request.POST.get("site", ""))
    try:
        text = publish(key, read_facts(), by=Actor.person(member.user), at=datetime.now(UTC))
    except NoSuchSite:
        raise Http404 from None
    messages.success(request, _("Published as version %(version)d.") % {"version": text.version})
    return redirect(_address(member, key))


@require_GET
@member_page
def privacy_version(request: HttpRequest, member: Member, text_id: UUID, form: str) -> HttpResponseBase:
    """A published version as a file, exactly as it stood; an accepted agreement with who accepted it."""
    document = published_document(text_id, page_language())
    if document is None or form not in set(Format):
        raise Http404
    version = _("version %(version)s") % {"version": request.GET.get("v", "")} if request.GET.get("v") else ""
    return as_file(document, Format(form), now=datetime.now(UTC), version=version, signature=_signature(text_id))


@require_POST
@admin_page
def privacy_accept(request: HttpRequest, member: Member, text_id: UUID) -> HttpResponseBase:
    """Accept a published version of the processing agreement for the tenant."""
    form = AcceptForm(request.POST)
    key = _key("agreement", "")
    if not form.is_valid():
        return _text(request, member, _report(key), form, status=422)
    signatory = Signatory(
        member_id=member.user.pk,
        email=member.user.email,
        name=form.cleaned_data["name"],
        position=form.cleaned_data["position"],
    )
    if accept_agreement(text_id, signatory, by=Actor.person(member.user), at=datetime.now(UTC)):
        messages.success(request, _("Accepted. Keep the PDF with your records."))
    else:
        messages.warning(request, _("That version was accepted before, or does not exist."))
    return redirect(_address(member, key))


def _overview(request: HttpRequest, member: Member, form: ProfileForm, *, status: int = 200) -> HttpResponseBase:
    report = privacy_overview(missing=settings.OPERATOR.missing)
    context = {"member": member, "report": report, "form": form, "section": "privacy"}
    return render(request, "privacy/overview.html", context, status=status)


def _text(
    request: HttpRequest, member: Member, report: TextPage, form: AcceptForm, *, status: int = 200
) -> HttpResponseBase:
    context: dict[str, Any] = {
        "member": member,
        "report": report,
        "form": form,
        "section": "privacy",
        "formats": tuple(Format),
        "stable_address": f"{settings.PUBLIC_URL}/privacy/{report.card.key.subject}/cookies",
    }
    return render(request, "privacy/text.html", context, status=status)


def _report(key: TextKey) -> TextPage:
    report = text_page(key)
    if report is None:
        raise Http404
    return report


def _key(kind: str, subject: str) -> TextKey:
    key = text_key(kind, subject)
    if key is None:
        raise Http404
    return key


def _address(member: Member, key: TextKey) -> str:
    address = reverse("privacy_text", kwargs={"slug": member.tenant.slug, "kind": key.kind.value})
    return f"{address}?site={key.subject}" if key.subject else address


def _signer(member: Member) -> dict[str, str]:
    return {"name": member.user.name}


def _signature(text_id: UUID) -> tuple[str, ...]:
    """The lines under an accepted agreement; none for another text."""
    accepted = next((one for one in acceptances() if one.text_id == text_id), None)
    if accepted is None:
        return ()
    at = date_format(localtime(accepted.accepted_at), "j F Y H:i")
    values = {"name": accepted.name, "position": accepted.position, "at": at, "email": accepted.email}
    return (
        _("Accepted electronically by %(name)s, %(position)s") % values,
        _("on %(at)s, signed in as %(email)s.") % values,
    )

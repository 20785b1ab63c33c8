"""The pages of a tenant's websites: each opens its tenant, asks one report, and shows it (edge)."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from connectleads.tenancy.audit import Actor, record
from connectleads.tenancy.models import AuditAction, Site
from connectleads.tenancy.plan_limits import sites_left
from connectleads.tenancy.queries import site as find_site
from connectleads.tenancy.site_settings import add_site, is_host, save_settings, verify_until
from consent.actions import keep_snapshot
from consent.detection import propose
from consent.queries import snapshot_picture
from dashboard.access import Member, member_page
from dashboard.websites.cards import site_cards
from dashboard.websites.form import SiteForm
from dashboard.websites.outbound import FetchProblem, fetch_page
from dashboard.websites.page import site_page, site_pulse
from dashboard.websites.problem_words import problem_words
from dashboard.websites.traffic import site_traffic

VERIFYING = timedelta(hours=1)
LOOKS_A_MINUTE = 10


@require_GET
@member_page
def sites(request: HttpRequest, member: Member) -> HttpResponseBase:
    """The tenant's websites and their snippets."""
    cards = site_cards(collector_url=settings.COLLECTOR_URL, now=datetime.now(UTC))
    return render(request, "websites/list.html", {"member": member, "cards": cards, "section": "sites"})


@require_POST
@member_page
def site_new(request: HttpRequest, member: Member) -> HttpResponseBase:
    """Add a website by its host name, and go on to its settings."""
    _only_administrators(member)
    host = request.POST.get("host", "").strip().lower().removeprefix("https://").removeprefix("http://").rstrip("/.")
    if not is_host(host):
        messages.error(request, _("That is not the name of a website. Give it as www.voorbeeld.nl."))
        return redirect("sites", slug=member.tenant.slug)
    if sites_left() == 0:
        messages.error(request, _("Your plan has no room for another website."))
        return redirect("sites", slug=member.tenant.slug)
    added = add_site(host)
    _note(member, about=host, change="added")
    return redirect("site", slug=member.tenant.slug, site_id=added.id)


@require_GET
@member_page
def site(request: HttpRequest, member: Member, site_id: UUID) -> HttpResponseBase:
    """One website; `?platform=` shows the fields that another banner needs, and htmx asks for that part alone."""
    form = SiteForm(
        _site(site_id),
        platform=request.GET.get("platform", ""),
        has_snapshot=_site(site_id).banner_snapshot_id is not None,
    )
    if request.headers.get("HX-Target") == "settings":
        return render(request, "websites/settings.html", {"member": member, "form": form, "site_id": site_id})
    return _page(request, member, site_id, form)


@require_POST
@member_page
def site_save(request: HttpRequest, member: Member, site_id: UUID) -> HttpResponseBase:
    """Store the settings, with what was seen of the banner; or say what is missing and store nothing."""
    _only_administrators(member)
    found = _site(site_id)
    form = SiteForm(found, request.POST, request.FILES, has_snapshot=found.banner_snapshot_id is not None)
    if not form.is_valid():
        return _page(request, member, site_id, form, status=422)
    now = datetime.now(UTC)
    settings_told = form.settings(
        by=str(member.user), on=timezone.localdate(), snapshot_id=_snapshot(form, found, member, now)
    )
    save_settings(site_id, settings_told, at=now)
    version = _site(site_id).policy_version
    _note(member, about=settings_told.name, change="settings", version=version, is_active=settings_told.is_active)
    messages.success(request, _("Saved. It holds for every visit from two seconds on."))
    return redirect("site", slug=member.tenant.slug, site_id=site_id)


@require_POST
@member_page
def site_detect(request: HttpRequest, member: Member, site_id: UUID) -> HttpResponseBase:
    """Look at the website's home page and propose the banner that it uses; a person confirms by saving."""
    _only_administrators(member)
    found = _site(site_id)
    page = fetch_page(f"https://{found.hosts[0]}/") if _may_look(member) else FetchProblem.TOO_OFTEN
    context: dict[str, Any] = {
        "member": member,
        "site_id": site_id,
        "host": found.hosts[0],
        "problem": problem_words(page) if isinstance(page, FetchProblem) else "",
        "proposals": () if isinstance(page, FetchProblem) else propose(page.text),
    }
    if request.headers.get("HX-Request"):
        return render(request, "websites/proposals.html", context)
    form = SiteForm(found, has_snapshot=found.banner_snapshot_id is not None)
    return _page(request, member, site_id, form, looked={"looked": True, **context})


@require_POST
@member_page
def site_verify(request: HttpRequest, member: Member, site_id: UUID) -> HttpResponseBase:
    """Begin or end an hour in which the owner sees how each request went."""
    if not member.may_edit:
        raise PermissionDenied
    _site(site_id)
    ends = request.POST.get("end") == "1"
    verify_until(site_id, None if ends else datetime.now(UTC) + VERIFYING)
    if request.headers.get("HX-Request"):
        return _pulse(request, member, site_id)
    return redirect("site", slug=member.tenant.slug, site_id=site_id)


@require_GET
@member_page
def site_live(request: HttpRequest, member: Member, site_id: UUID) -> HttpResponseBase:
    """How the latest request went, for the page to ask again and again."""
    return _pulse(request, member, site_id)


@require_GET
@member_page
def site_banner(request: HttpRequest, member: Member, site_id: UUID, snapshot_id: UUID) -> HttpResponseBase:
    """The picture of a banner as it was kept."""
    picture = snapshot_picture(site_id, snapshot_id)
    if picture is None:
        raise Http404
    content, kind = picture
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": "inline"})


def _page(
    request: HttpRequest,
    member: Member,
    site_id: UUID,
    form: SiteForm,
    *,
    status: int = 200,
    looked: dict[str, Any] | None = None,
) -> HttpResponseBase:
    """The whole page around a form."""
    report = site_page(site_id, collector_url=settings.COLLECTOR_URL, now=datetime.now(UTC))
    if report is None:
        raise Http404
    traffic = site_traffic(member.tenant, site_id, now=datetime.now(UTC))
    own = {"member": member, "report": report, "pulse": report.pulse, "form": form, "site_id": site_id}
    context = {**(looked or {}), **own, "traffic": traffic, "section": "sites"}
    return render(request, "websites/site.html", context, status=status)


def _pulse(request: HttpRequest, member: Member, site_id: UUID) -> HttpResponseBase:
    pulse = site_pulse(site_id, now=datetime.now(UTC))
    if pulse is None:
        raise Http404
    return render(request, "websites/pulse.html", {"member": member, "pulse": pulse, "site_id": site_id})


def _snapshot(form: SiteForm, found: Site, member: Member, now: datetime) -> UUID | None:
    """The banner's snapshot in force: a new one when text or picture was given, else the one that was kept."""
    text, picture = form.cleaned_data["banner_text"].strip(), form.cleaned_data["banner_picture"]
    if not text:
        return found.banner_snapshot_id
    return keep_snapshot(
        found.id,
        text,
        by=str(member.user),
        at=now,
        page_url=f"https://{found.hosts[0]}/",
        picture=picture.read() if picture else b"",
        picture_type=picture.content_type if picture else "",
    )


def _site(site_id: UUID) -> Site:
    found = find_site(site_id)
    if found is None:
        raise Http404
    return found


def _may_look(member: Member) -> bool:
    """At most ten looks a minute for each tenant: the fetch goes to an address that a person typed."""
    key = f"looks:{member.tenant.id}"
    cache.add(key, 0, timeout=60)
    try:
        return cache.incr(key) <= LOOKS_A_MINUTE
    except ValueError:  # it ran out between the two
        return True


def _note(member: Member, *, about: str, **details: str | int | bool) -> None:
    """In the tenant's log: who changed which website, and how."""
    record(
        AuditAction.SITE_CHANGED,
        Actor.person(member.user, as_staff=member.look is not None),
        about=about,
        details=details,
    )


def _only_administrators(member: Member) -> None:
    if not member.may_administer:
        raise PermissionDenied

"""Leaving out the browser that a member reads with: the link to open, and whether it has arrived (edge)."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from connectleads.tenancy.queries import site as find_site
from dashboard.access import Member, member_page
from enrichment.exclusion_actions import browser_left_out
from enrichment.own_browser import LIFE, claim, claim_query

STOP_POLLING = 286  # htmx takes the answer and asks no more


@require_GET
@member_page
def own_browser(request: HttpRequest, member: Member, site_id: UUID) -> HttpResponseBase:
    """The link that leaves this browser out on a website; htmx asks for the part that says whether it arrived.

    `since` in the address (seconds since 1970) is when the page was first opened, so that it can be read again.
    """
    if not member.may_edit:
        raise PermissionDenied
    site = find_site(site_id)
    if site is None:
        raise Http404
    now = datetime.now(UTC)
    since = _since(request.GET.get("since", ""), now)
    found = browser_left_out(site_id, by=member.user.pk, since=since)
    context = {"member": member, "section": "tuning", "site": site, "rule": found, "since": int(since.timestamp())}
    if getattr(request, "htmx", False):
        is_over = found is not None or now - since >= LIFE
        status = STOP_POLLING if is_over else 200
        return render(request, "tuning/own_browser_state.html", {**context, "is_over": is_over}, status=status)
    text = claim(settings.HASH_KEY, tenant_id=member.tenant.id, site_id=site_id, user_id=member.user.pk, now=now)
    query = claim_query(text)
    host = site.hosts[0] if site.hosts else site.name
    context |= {"address": f"https://{host}/?{query}", "query": f"?{query}"}
    return render(request, "tuning/own_browser.html", context)


def _since(text: str, now: datetime) -> datetime:
    """When the page was first opened; now where the address does not say so, or says something without sense."""
    is_number = text.isascii() and text.isdigit() and len(text) < 12
    found = datetime.fromtimestamp(int(text), tz=UTC) if is_number else now
    return found if now - 2 * LIFE <= found <= now + timedelta(seconds=1) else now

"""The pages for visitors: no account, no script, no cookie, and no line in a log (edge).

A visitor is known by the random number in the website's own cookie, which the website posts here; nobody else has it.
"""

import re
from datetime import UTC, datetime, timedelta

import redis
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from connectleads.tenancy.scope import tenant_scope
from consent.document_facts import read_facts
from consent.documents.facts import VISITOR_COOKIE_DAYS, Kind
from consent.documents.kinds import NoSuchSite, make
from consent.visitor_receipts import VisitorRequest, find_receipt, give_receipt
from dashboard.privacy.files import Format, as_file
from dashboard.privacy.public_page import public_page
from dashboard.privacy.text_page import page_language
from dashboard.privacy.visitor_page import as_data, explained, held_about
from tracking.fingerprints import Hasher
from tracking.site import TrackedSite
from tracking.sites import SITES
from tracking.snippet import visitor_link_script
from tracking.stream import append_withdrawal
from tracking.withdrawal import Withdrawn

VISITOR = re.compile(r"[0-9a-f]{32}")
COOKIES_AGE_SECONDS = 300
TRY_LATER = {"Retry-After": "5"}


@require_GET
def cookies(request: HttpRequest, key: str, form: str) -> HttpResponseBase:
    """The rows of a website's cookie policy in force, at an address that stays: any page may read and keep them."""
    site = SITES.find(key)
    if site is None or form not in set(Format):
        return HttpResponse(status=404)
    with tenant_scope(site.tenant_id):
        try:
            document = make(Kind.COOKIE_POLICY, read_facts(), page_language(), site_key=key)
        except NoSuchSite:
            return HttpResponse(status=404)
    response = as_file(document, Format(form), now=datetime.now(UTC), version=key, inline=True)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Content-Language"] = document.language.value
    response["Vary"] = "Accept-Language"
    response["Cache-Control"] = f"public, max-age={COOKIES_AGE_SECONDS}"
    return response


@require_GET
def visitor_link(request: HttpRequest, key: str) -> HttpResponseBase:
    """The script for a website's privacy statement: its link to the visitor's page takes the browser's number along."""
    if SITES.find(key) is None:
        return HttpResponse(status=404)
    response = HttpResponse(visitor_link_script(), content_type="text/javascript; charset=utf-8")
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Cache-Control"] = f"public, max-age={COOKIES_AGE_SECONDS}"
    return response


@csrf_exempt  # nobody is signed in here: who has the browser's own number may ask, and only the browser has it
@require_http_methods(["GET", "POST"])
def visitor(request: HttpRequest, key: str) -> HttpResponseBase:
    """What happens on a website; to who comes from it with the number of their browser also what is held, and why.

    Form fields: `visitor` (32 hexadecimal digits), and `do`: nothing, `json`, `erase` or `withdraw`.
    """
    site = SITES.find(key)
    if site is None:
        return public_page("privacy/visitor_unknown.html", {}, status=404)
    number = request.POST.get("visitor", "")
    wanted = request.POST.get("do", "") if VISITOR.fullmatch(number) else ""
    if wanted in set(VisitorRequest):
        return _forget(site, number, VisitorRequest(wanted))
    with tenant_scope(site.tenant_id):
        shown = explained(site.site_id, page_language())
        if shown is None:
            return public_page("privacy/visitor_unknown.html", {}, status=404)
        if not VISITOR.fullmatch(number):
            return public_page("privacy/visitor.html", {"shown": shown, "is_unreadable": bool(number)})
        held = held_about(site.site_id, key, _hash(site, number))
        if wanted == "json":
            data = as_data(shown, held, now=datetime.now(UTC))
            name = f'attachment; filename="{shown.host}-connectleads.json"'
            return JsonResponse(data, json_dumps_params={"indent": 2}, headers={"Content-Disposition": name})
        return public_page("privacy/visitor.html", {"shown": shown, "held": held, "number": number})


@require_GET
def receipt(request: HttpRequest, key: str) -> HttpResponseBase:
    """What a receipt proves, for whoever has its number."""
    site = SITES.find(key)
    if site is None:
        return public_page("privacy/visitor_unknown.html", {}, status=404)
    number = request.GET.get("number", "")
    with tenant_scope(site.tenant_id):
        shown = explained(site.site_id, page_language())
        proof = find_receipt(site.site_id, number) if number else None
    context = {"shown": shown, "proof": proof, "receipt_number": number}
    return public_page("privacy/visitor_receipt.html", context, status=404 if number and proof is None else 200)


def _forget(site: TrackedSite, number: str, wanted: VisitorRequest) -> HttpResponseBase:
    """Give a receipt, and pass the wish on to the worker; when that cannot be, nothing is promised."""
    now = datetime.now(UTC)
    is_withdrawal = wanted is VisitorRequest.WITHDRAW
    with tenant_scope(site.tenant_id):
        shown = explained(site.site_id, page_language())
        receipt_id, receipt_number = give_receipt(site.site_id, wanted, at=now)
    withdrawn = Withdrawn(
        tenant_id=site.tenant_id,
        site_id=site.site_id,
        visitor_hash=_hash(site, number),
        at=now,
        until=now + timedelta(days=VISITOR_COOKIE_DAYS) if is_withdrawal else None,
        receipt_id=receipt_id,
        keeps_consent=not is_withdrawal,
    )
    try:
        append_withdrawal(withdrawn)
    except redis.RedisError:
        return public_page("privacy/visitor_later.html", {"shown": shown}, status=503, headers=TRY_LATER)
    context = {"shown": shown, "receipt_number": receipt_number, "is_withdrawal": is_withdrawal}
    return public_page("privacy/visitor_done.html", context)


def _hash(site: TrackedSite, number: str) -> bytes:
    return Hasher(settings.HASH_KEY).visitor(site.site_id, number)

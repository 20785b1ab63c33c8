"""The public door under Django: the hit, the pixel and the snippet (edge).

The same answer for everything: whether a hit was recorded shows in no status, no body and no cookie.
"""

from datetime import UTC, datetime
from typing import cast
from uuid import uuid4

import redis
from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from tracking.body import MAX_BODY_BYTES, Body, read_body, read_withdrawal
from tracking.client_ip import client_address
from tracking.drops import DropReason
from tracking.fingerprints import Hasher
from tracking.pinned import pinned_script
from tracking.reception import Arrival, body_of_pixel, receive, withdrawn
from tracking.site import TrackedSite
from tracking.sites import SITES
from tracking.snippet import Script, script_for
from tracking.stream import RECORDED, append, append_withdrawal, count_drop, tell_verification

# The smallest transparent GIF89a: one pixel, one colour table entry, made transparent by a graphic control extension.
PIXEL = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
REASON_HEADER = "X-ConnectLeads-Reason"
RETRY_AFTER_SECONDS = "5"


@csrf_exempt
@require_http_methods(["POST"])
def hit(request: HttpRequest, key: str) -> HttpResponseBase:
    """POST /t/<key>: 204, whatever happened inside; 503 when nothing can be stored at the moment."""
    return _answer(request, key, read_body(request.read(MAX_BODY_BYTES + 1)), HttpResponse(status=204))


@csrf_exempt
@require_http_methods(["POST"])
def withdraw(request: HttpRequest, key: str) -> HttpResponseBase:
    """POST /t/<key>/withdraw: 204, whatever happened inside; 503 when it cannot be kept at the moment."""
    answer = HttpResponse(status=204)
    try:
        site = SITES.find(key)
        body = read_withdrawal(request.read(MAX_BODY_BYTES + 1))
        if site is not None and body is not None:
            append_withdrawal(withdrawn(site, body, at=datetime.now(UTC), hasher=Hasher(settings.HASH_KEY)))
    except (redis.RedisError, OperationalError):
        answer = HttpResponse(status=503, headers={"Retry-After": RETRY_AFTER_SECONDS})
    return _open_to_all(answer)


@require_GET
def pixel(request: HttpRequest, key: str) -> HttpResponseBase:
    """GET /t/<key>.gif: the 1×1 GIF. The page is the referring one; the only evidence is the request's own cookie."""
    body = body_of_pixel(uuid4(), request.headers.get("Referer", ""))
    return _answer(request, key, body, HttpResponse(PIXEL, content_type="image/gif"))


@require_GET
def snippet(request: HttpRequest, key: str) -> HttpResponseBase:
    """GET /s/<key>.js: the site's script, the same bytes for everyone; 404 for an unknown site."""
    site = SITES.find(key)
    if site is None:
        return _no_script()
    return _answer_script(request, script_for(site), public=True, max_age=300, must_revalidate=True)


@require_GET
def pinned_snippet(request: HttpRequest, key: str, digest: str) -> HttpResponseBase:
    """GET /s/<key>.<digest>.js: exactly those bytes, for pages that pin them; 404 when the site has moved on."""
    site = SITES.find(key)
    script = pinned_script(site, digest) if site else None
    if script is None:
        return _no_script()
    return _answer_script(request, script, public=True, max_age=31_536_000, immutable=True)


def _no_script() -> HttpResponse:
    response = HttpResponse("// ConnectLeads: no such script\n", content_type="text/javascript", status=404)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _answer_script(request: HttpRequest, script: Script, **caching: bool | int) -> HttpResponse:
    if request.headers.get("If-None-Match") == script.etag:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(script.source, content_type="text/javascript; charset=utf-8")
    response["ETag"] = script.etag
    response["Access-Control-Allow-Origin"] = "*"  # a pinned script is asked for with CORS
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    patch_cache_control(response, **caching)
    return response


def _answer(request: HttpRequest, key: str, body: Body | None, answer: HttpResponse) -> HttpResponse:
    try:
        site = SITES.find(key)
        outcome = "" if site is None else _record(request, site, body)
        if outcome:
            answer[REASON_HEADER] = outcome
    except (redis.RedisError, OperationalError):
        answer = HttpResponse(status=503, headers={"Retry-After": RETRY_AFTER_SECONDS})
    return _open_to_all(answer)


def _open_to_all(answer: HttpResponse) -> HttpResponse:
    """The same headers on every answer of the door, so that any page may ask and nobody may keep it."""
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    answer["Cache-Control"] = "no-store"
    return answer


def _record(request: HttpRequest, site: TrackedSite, body: Body | None) -> str:
    """Append the hit, or count the drop; what the owner is told of it. Raises redis.RedisError when neither works."""
    arrival = _arrival(request)
    outcome = receive(site, arrival, body, hasher=Hasher(settings.HASH_KEY))
    if isinstance(outcome, DropReason):
        count_drop(site.tenant_id, site.site_id, arrival.at.date().isoformat(), outcome)
    else:
        append([outcome])
    if not site.explains_refusals(arrival.at):
        return ""
    told = outcome.value if isinstance(outcome, DropReason) else RECORDED
    tell_verification(site.site_id, told, arrival.at)
    return told


def _arrival(request: HttpRequest) -> Arrival:
    forwarded = cast(str, request.META.get("HTTP_X_FORWARDED_FOR", ""))
    return Arrival(
        at=datetime.now(UTC),
        address=client_address(request.META.get("REMOTE_ADDR", ""), forwarded, settings.TRUSTED_PROXIES),
        cookie_header=cast(str, request.META.get("HTTP_COOKIE", "")),
        gpc="1" in request.META.get("HTTP_SEC_GPC", ""),
        dnt=request.META.get("HTTP_DNT") == "1",
    )

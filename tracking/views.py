"""The public door under Django: the hit, the pixel, the snippet and the withdrawal (edge).

The same contract as the collector's, by the same judgement; each hit is appended by itself.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from uuid import uuid4

import redis
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from tracking.answers import (
    FOR_A_WHILE,
    FOR_GOOD,
    HIT_TAKEN,
    NO_SCRIPT,
    PIXEL_TAKEN,
    UNAVAILABLE,
    Answer,
    explained,
    script_answer,
)
from tracking.body import MAX_BODY_BYTES
from tracking.collecting import make_doorkeeper
from tracking.doorkeeper import Doorkeeper
from tracking.drops import DropReason
from tracking.hit import Hit
from tracking.http_request import DoorRequest
from tracking.machine_ranges import MACHINES
from tracking.pinned import pinned_script
from tracking.site import TrackedSite
from tracking.sites import SITES
from tracking.snippet import script_for
from tracking.stream import RECORDED, append, append_withdrawal, count_drop, tell_verification

Judged = Callable[[TrackedSite, datetime], Hit | DropReason]


def doorkeeper() -> Doorkeeper:
    """This process's doorkeeper, with the lists of machines as they are now."""
    MACHINES.look()
    return _doorkeeper()


@cache
def _doorkeeper() -> Doorkeeper:
    return make_doorkeeper()


@csrf_exempt
@require_http_methods(["POST"])
def hit(request: HttpRequest, key: str) -> HttpResponseBase:
    """POST /t/<key>: 204, whatever happened inside; 503 when nothing can be stored at the moment."""
    asked = _asked(request)

    def judged(site: TrackedSite, now: datetime) -> Hit | DropReason:
        return doorkeeper().hit(site, asked, now=now, clock=time.monotonic())

    return _response(_answer(key, HIT_TAKEN, judged))


@csrf_exempt
@require_http_methods(["POST"])
def withdraw(request: HttpRequest, key: str) -> HttpResponseBase:
    """POST /t/<key>/withdraw: 204, whatever happened inside; 503 when it cannot be kept at the moment."""
    try:
        site = SITES.find(key)
        asked = None if site is None else doorkeeper().withdrawal(site, _asked(request), now=datetime.now(UTC))
        if asked is not None:
            append_withdrawal(asked)
    except (redis.RedisError, OperationalError):
        return _response(UNAVAILABLE)
    return _response(HIT_TAKEN)


@require_GET
def pixel(request: HttpRequest, key: str) -> HttpResponseBase:
    """GET /t/<key>.gif: the 1×1 GIF. The page is the referring one; the only evidence is the request's own cookie."""
    asked = _asked(request)

    def judged(site: TrackedSite, now: datetime) -> Hit | DropReason:
        return doorkeeper().pixel(site, asked, uuid4(), now=now, clock=time.monotonic())

    return _response(_answer(key, PIXEL_TAKEN, judged))


@require_GET
def snippet(request: HttpRequest, key: str) -> HttpResponseBase:
    """GET /s/<key>.js: the site's script, the same bytes for everyone; 404 for an unknown site."""
    site = SITES.find(key)
    if site is None:
        return _response(NO_SCRIPT)
    return _response(script_answer(script_for(site), FOR_A_WHILE, request.headers.get("If-None-Match", "")))


@require_GET
def pinned_snippet(request: HttpRequest, key: str, digest: str) -> HttpResponseBase:
    """GET /s/<key>.<digest>.js: exactly those bytes, for pages that pin them; 404 when the site has moved on."""
    site = SITES.find(key)
    script = pinned_script(site, digest) if site else None
    if script is None:
        return _response(NO_SCRIPT)
    return _response(script_answer(script, FOR_GOOD, request.headers.get("If-None-Match", "")))


def _answer(key: str, usual: Answer, judged: Judged) -> Answer:
    try:
        site = SITES.find(key)
        told = "" if site is None else _keep(site, judged)
    except (redis.RedisError, OperationalError):
        return UNAVAILABLE
    return explained(usual, told) if told else usual


def _keep(site: TrackedSite, judged: Judged) -> str:
    """Append the hit, or count the drop; what the owner is told of it. Raises redis.RedisError when neither works."""
    now = datetime.now(UTC)
    outcome = judged(site, now)
    if isinstance(outcome, DropReason):
        count_drop(site.tenant_id, site.site_id, now.date().isoformat(), outcome)
    else:
        append([outcome])
    if not site.explains_refusals(now):
        return ""
    told = outcome.value if isinstance(outcome, DropReason) else RECORDED
    tell_verification(site.site_id, told, now)
    return told


def _asked(request: HttpRequest) -> DoorRequest:
    meta = request.META
    headers = {name[5:].replace("_", "-").lower(): str(meta[name]) for name in meta if name.startswith("HTTP_")}
    body = request.read(MAX_BODY_BYTES + 1)
    return DoorRequest(str(request.method), request.path_info, headers, str(meta.get("REMOTE_ADDR", "")), body)


def _response(answer: Answer) -> HttpResponse:
    response = HttpResponse(answer.body, status=answer.status)
    del response["Content-Type"]
    for name, value in answer.headers:
        response[name] = value
    return response

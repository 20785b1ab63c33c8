"""Tells a supervisor that this process is alive, and a load balancer that it can do its work (edge)."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse, JsonResponse

from connectleads.readiness import readiness

NO_STORE = {"Cache-Control": "no-store"}


def healthz(request: HttpRequest) -> HttpResponse:
    """GET /healthz: 200 while the process can answer; it asks no store."""
    return HttpResponse("ok\n", content_type="text/plain", headers=NO_STORE)


def readyz(request: HttpRequest) -> HttpResponse:
    """GET /readyz: 200 when requests can be served and hits are read in time, else 503, with what is wrong.

    Stale data is told and stops nothing: an older answer is still an answer.
    """
    found = readiness(datetime.now(UTC))
    told = {
        "database": _word(found.database),
        "stream": _word(found.stream),
        "lag": _word(found.lag_is_fine),
        "data": "ok" if found.data_is_fresh else "stale",
    }
    return JsonResponse(told, status=200 if found.is_ready else 503, headers=NO_STORE)


def _word(holds: bool) -> str:
    return "ok" if holds else "failing"

"""Tells a supervisor that this process is alive (edge)."""

from django.http import HttpRequest, HttpResponse


def healthz(request: HttpRequest) -> HttpResponse:
    """GET /healthz: 200 while the process can answer; it asks no store."""
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})

"""Answers the public door before anything else can: no session, no cookie, no host check, no language (edge)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve

PREFIXES = ("/t/", "/s/")


class DoorMiddleware:
    """Stands before every middleware that could set a cookie or vary an answer by one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The door's answer, or whatever the rest of the product answers."""
        if not request.path_info.startswith(PREFIXES):
            return self._get_response(request)
        try:
            match = resolve(request.path_info, urlconf="tracking.urls")
        except Resolver404:
            return HttpResponse(status=404)
        response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        return response

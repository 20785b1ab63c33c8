"""Keeps the address, cookies and browser of whoever must show who they are out of the session that waits (edge).

allauth writes the whole request into the session, to carry it out after the password was given. What the request asks
for is kept; who asks is told by the request that brings the password.
"""

import json
from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY
from django.http import HttpRequest, HttpResponseBase

KEPT = frozenset({
    "REQUEST_METHOD", "PATH_INFO", "SCRIPT_NAME", "QUERY_STRING", "CONTENT_TYPE", "HTTP_HOST", "SERVER_NAME",
    "SERVER_PORT", "wsgi.url_scheme",
})  # fmt: skip


class SuspendedRequestMiddleware:
    """Stands inside the sessions' middleware: what it takes away has not been stored yet."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer; a request that waits meanwhile has the headers of the one that may carry it out."""
        if request.method == "POST":
            _rewrite(request, {name: value for name, value in request.META.items() if isinstance(value, str)})
        response = self._get_response(request)
        if request.session.accessed:
            _rewrite(request, {})
        return response


def _rewrite(request: HttpRequest, asker: dict[str, str]) -> None:
    """Leave of the waiting request, if there is one, what it asks for, with `asker` as who asks."""
    state: dict[str, Any] = request.session.get(STATE_SESSION_KEY) or {}
    if "request" not in state:
        return
    waiting = json.loads(state["request"])
    asked_for = {name: value for name, value in waiting["META"].items() if name in KEPT}
    others = {name: value for name, value in asker.items() if name not in KEPT}
    request.session[STATE_SESSION_KEY] = {**state, "request": json.dumps({**waiting, "META": {**others, **asked_for}})}

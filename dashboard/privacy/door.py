"""Answers the pages for visitors and organisations before anything that could set a cookie or keep a line (edge).

They stand outside sessions, sign-in, the language cookie and the request log, so they can set and keep nothing.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

PREFIXES = ("/v/", "/privacy/")
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "browsing-topics=()",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}
LANGUAGES = ("nl", "en")


class PublicPagesMiddleware:
    """Stands beside the tracking door, before every other middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The public page, or whatever the rest of the product answers."""
        if not request.path_info.startswith(PREFIXES):
            return self._get_response(request)
        try:
            match = resolve(request.path_info, urlconf="dashboard.privacy.public_urls")
        except Resolver404:
            return HttpResponse(status=404)
        with translation.override(language_of(request)):
            response: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def language_of(request: HttpRequest) -> str:
    """`lang` in the address or the form, else the first of the browser's languages that we speak, else Dutch."""
    asked = request.GET.get("lang") or (request.POST.get("lang") if request.method == "POST" else None)
    if asked in LANGUAGES:
        return str(asked)
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", "").lower())
    return next((code[:2] for code, _ in accepted if code[:2] in LANGUAGES), LANGUAGES[0])

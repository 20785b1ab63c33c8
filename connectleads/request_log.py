"""One line and one measurement for each request, under an id that every other line of that request carries too (edge).

The line names the address's pattern and not the address: some addresses hold a token. The public door stands before
this and is not logged at all.
"""

import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from prometheus_client import Counter, Histogram

REQUESTS = Counter("connectleads_requests_total", "Requests answered, by page and status", ("page", "status"))
SECONDS = Histogram(
    "connectleads_request_seconds",
    "How long answers took",
    ("page",),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
_OFFERED_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_request_id: ContextVar[str] = ContextVar("connectleads_request_id", default="")
_logger = logging.getLogger("connectleads.requests")


def current_request_id() -> str:
    """The id of the request that this code answers; "" outside one."""
    return _request_id.get()


class RequestLogMiddleware:
    """Gives each request an id, or takes the one of the front before us, and writes one line when it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, with its id in a header."""
        offered = request.headers.get("X-Request-ID", "")
        token = _request_id.set(offered if _OFFERED_ID.fullmatch(offered) else uuid4().hex)
        began = time.perf_counter()
        try:
            response = self._get_response(request)
            self._note(request, response.status_code, time.perf_counter() - began)
            response.headers["X-Request-ID"] = _request_id.get()
            return response
        finally:
            _request_id.reset(token)

    def _note(self, request: HttpRequest, status: int, seconds: float) -> None:
        page = (request.resolver_match.view_name if request.resolver_match else "") or "unknown"
        REQUESTS.labels(page, status).inc()
        SECONDS.labels(page).observe(seconds)
        words = {"method": request.method, "page": page, "status": status, "milliseconds": round(seconds * 1000)}
        _logger.info("%(method)s %(page)s %(status)s in %(milliseconds)s ms", words, extra=words)


class RequestIdFilter(logging.Filter):
    """Puts the request's id on every record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true."""
        record.request_id = _request_id.get()
        return True

"""ipwhois's way to the network, with bounds of our own: no waiting, no redirect, no endless body (edge).

ipwhois itself sleeps up to two minutes when a registry limits it, follows any redirect, reads a body of any size, and
would send each address to a third party to learn its AS. None of that happens here.
"""

import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from time import monotonic, time
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from ipwhois.net import Net

from enrichment.addresses import Address
from enrichment.sources.shape import Away

MAX_BYTES = 512_000
CHUNK = 16_384
MAX_WAIT_SECONDS = 24 * 3600.0  # a longer Retry-After is taken for a mistake


@dataclass(frozen=True, slots=True)
class Question:
    """Where an answer is asked for, and under which name; `seconds` bound the whole of it."""

    server: str
    user_agent: str
    seconds: float


class NotThereError(Exception):
    """The registry says that it knows no such network (404)."""


class AwayError(Exception):
    """No answer now, and why; for a redirect `location` says where it points to."""

    def __init__(self, away: Away, *, retry_after: float | None = None, location: str = "") -> None:
        super().__init__(away.value)
        self.away, self.retry_after, self.location = away, retry_after, location


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def _opener() -> OpenerDirector:
    return build_opener(_NoRedirect)


class BoundedNet(Net):  # type: ignore[misc]
    """ipwhois's Net, whose one way to fetch is replaced. `answer` keeps what was fetched last, as it came."""

    def __init__(self, address: Address, question: Question) -> None:
        super().__init__(address, timeout=question.seconds, proxy_opener=_opener())
        self._question = question
        self.answer: Mapping[str, Any] | None = None

    def get_http_json(self, url: Any = None, **_: Any) -> Mapping[str, Any]:
        """The registry's answer for the address. Raises NotThereError and AwayError; never waits, never repeats."""
        request = Request(f"{self._question.server}ip/{self.address_str}", headers=self._headers())  # noqa: S310
        until = monotonic() + self._question.seconds
        try:
            with self.opener.open(request, timeout=self._question.seconds) as response:
                body = _body(response, until)
        except HTTPError as error:
            error.close()
            raise _http_fault(error) from None
        except TimeoutError:
            raise AwayError(Away.TIMEOUT) from None
        except (URLError, OSError, HTTPException) as error:
            late = isinstance(getattr(error, "reason", None), TimeoutError | socket.timeout)
            raise AwayError(Away.TIMEOUT if late else Away.FAILING) from None
        self.answer = _parsed(body)
        return self.answer

    def _headers(self) -> dict[str, str]:
        return {"Accept": "application/rdap+json", "User-Agent": self._question.user_agent}


def _body(response: Any, until: float) -> bytes:
    """The whole body, unless it is too large or comes too slowly."""
    parts: list[bytes] = []
    size = 0
    while part := response.read1(CHUNK):
        size += len(part)
        if size > MAX_BYTES:
            raise AwayError(Away.TOO_LARGE)
        if monotonic() > until:
            raise AwayError(Away.TIMEOUT)
        parts.append(part)
    promised = response.headers.get("Content-Length", "")
    if promised.isdigit() and size < int(promised):
        raise AwayError(Away.UNREADABLE)
    return b"".join(parts)


def _parsed(body: bytes) -> Mapping[str, Any]:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        raise AwayError(Away.UNREADABLE) from None
    if not isinstance(answer, Mapping):
        raise AwayError(Away.UNREADABLE)
    if any(isinstance(one, Mapping) and one.get("title") == "Rate Limit Notice" for one in answer.get("notices") or ()):
        raise AwayError(Away.LIMITED)
    return answer


def _http_fault(error: HTTPError) -> Exception:
    if error.code == 404:
        return NotThereError()
    if error.code in (301, 302, 303, 307, 308):
        return AwayError(Away.REDIRECTED, location=error.headers.get("Location", ""))
    if error.code in (429, 503):
        wait = retry_after(error.headers)
        return AwayError(Away.LIMITED if error.code == 429 or wait else Away.FAILING, retry_after=wait)
    return AwayError(Away.FAILING if error.code >= 500 else Away.UNREADABLE)


def retry_after(headers: Message) -> float | None:
    """Seconds of a Retry-After header in either of its forms (RFC 9110 §10.2.3); None without a usable one."""
    text = (headers.get("Retry-After") or "").strip()
    if text.isdigit():
        return min(float(text), MAX_WAIT_SECONDS)
    try:
        wait = parsedate_to_datetime(text).timestamp() - time()
    except (TypeError, ValueError):
        return None
    return min(max(wait, 0.0), MAX_WAIT_SECONDS)

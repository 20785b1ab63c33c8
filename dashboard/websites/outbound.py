"""Every fetch that a person can cause goes through here, and never into a private network (edge).

The name is resolved once, the address that came out is checked and then connected to, so that a name cannot point
elsewhere a moment later. Each redirect is a new fetch with the same check.
"""

from dataclasses import dataclass
from enum import StrEnum
from time import monotonic
from urllib.parse import urljoin, urlsplit

import requests
from requests_hardened import Config, Manager
from requests_hardened.ip_filter import InvalidIPAddress

MAX_BYTES = 2_000_000
MAX_REDIRECTS = 4
MAX_SECONDS = 12.0
_PORTS = frozenset({None, 80, 443})
_FETCHER = Manager(
    Config(
        ip_filter_enable=True,
        ip_filter_allow_loopback_ips=False,
        never_redirect=True,
        default_timeout=(4, 4),
        user_agent_override="ConnectLeads/1 (reads the home page that its owner named)",
    )
)


class FetchProblem(StrEnum):
    """Why a page was not read."""

    ADDRESS = "address"
    PRIVATE = "private"
    UNREACHABLE = "unreachable"
    STATUS = "status"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    NOT_HTML = "not_html"
    TOO_OFTEN = "too_often"


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page's text, at most two million bytes of it, and the address it came from after redirects."""

    url: str
    text: str


def fetch_page(url: str, *, manager: Manager = _FETCHER) -> FetchedPage | FetchProblem:
    """The HTML behind a public http(s) address on its usual port, or why there is none. Takes seconds at most."""
    until = monotonic() + MAX_SECONDS
    for _ in range(MAX_REDIRECTS + 1):
        if not _is_ordinary(url):
            return FetchProblem.ADDRESS
        try:
            with _session(manager) as session, session.get(url, stream=True) as response:
                if not response.is_redirect:
                    return _read(response, until)
                url = urljoin(url, response.headers.get("Location", ""))
        except InvalidIPAddress:
            return FetchProblem.PRIVATE
        except (requests.RequestException, ValueError):
            return FetchProblem.UNREACHABLE
    return FetchProblem.TOO_MANY_REDIRECTS


def _session(manager: Manager) -> requests.Session:
    session: requests.Session = manager.get_session()
    session.trust_env = False  # a proxy named in the environment would resolve the name by itself
    return session


def _is_ordinary(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and parts.port in _PORTS
            and parts.username is None
        )
    except ValueError:
        return False


def _read(response: requests.Response, until: float) -> FetchedPage | FetchProblem:
    if response.status_code != requests.codes.ok:
        return FetchProblem.STATUS
    if "html" not in response.headers.get("Content-Type", "html"):
        return FetchProblem.NOT_HTML
    content = bytearray()
    for chunk in response.iter_content(64 * 1024):
        content += chunk
        if len(content) >= MAX_BYTES or monotonic() > until:
            break
    return FetchedPage(response.url, bytes(content[:MAX_BYTES]).decode("utf-8", "replace"))

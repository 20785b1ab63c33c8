"""What is kept of a page's address and of where the visitor came from (pure).

A query string or a fragment can hold anything a person typed, so neither is kept; campaign parameters are read from the
query first. What looks like an address or an e-mail address is blanked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from tracking.redaction import mask

MAX_URL = 2048
MAX_PATH = 500
MAX_LABEL = 80
MAX_TITLE = 200
_CONTROLS = re.compile("[\x00-\x1f\x7f\u2028\u2029]")
_SEARCH = frozenset({"google", "bing", "duckduckgo", "ecosia", "yahoo", "startpage", "qwant", "yandex", "baidu"})
_SOCIAL: Mapping[str, str] = {
    "linkedin.com": "linkedin",
    "lnkd.in": "linkedin",
    "facebook.com": "facebook",
    "instagram.com": "instagram",
    "x.com": "x",
    "twitter.com": "x",
    "t.co": "x",
    "youtube.com": "youtube",
    "reddit.com": "reddit",
}
_CLICK_IDS: Mapping[str, str] = {"gclid": "google", "msclkid": "bing", "fbclid": "facebook", "li_fat_id": "linkedin"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a site: its host (lower case, no port) and its path, without query and fragment."""

    host: str
    path: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a visit came from: for instance ("google", "organic", "")."""

    source: str
    medium: str
    campaign: str = ""


def read_page(url: str, *, hash_routes: bool = False) -> Page | None:
    """The page behind an http(s) address, or None when it is none.

    With `hash_routes` a fragment that is a route of its own (`#/…` or `#!/…`) is part of the path, without its query.
    """
    parts = _split(url)
    if parts is None:
        return None
    route = parts.fragment.partition("?")[0] if hash_routes else ""
    path = (parts.path or "/") + (f"#{route}" if route.startswith(("/", "!/")) else "")
    path = unquote(unquote(path))  # twice, so that nothing hides behind a second encoding
    return Page(host=_host(parts), path=mask(_CONTROLS.sub("", path))[:MAX_PATH])


def read_source(url: str, referrer: str, own_hosts: frozenset[str]) -> Source:
    """The source of a visit that begins at `url`: its campaign parameters first, then the referring host."""
    parts = _split(url)
    query = dict(parse_qsl(parts.query[:MAX_URL], max_num_fields=100)) if parts and _few_fields(parts.query) else {}
    if query.get("utm_source"):
        return Source(
            _label(query["utm_source"]), _label(query.get("utm_medium", "")), _label(query.get("utm_campaign", ""))
        )
    for parameter, name in _CLICK_IDS.items():
        if parameter in query:
            return Source(name, "cpc", _label(query.get("utm_campaign", "")))
    return _from_referrer(referrer, own_hosts)


def read_title(title: str) -> str:
    """A page's title on one line, at most 200 characters, without anything that looks like an e-mail address."""
    return mask(" ".join(_CONTROLS.sub(" ", title[: 2 * MAX_TITLE]).split()))[:MAX_TITLE]


def read_event(name: str) -> str:
    """An event's name on one line, at most 80 characters, without anything that looks like an e-mail address."""
    return mask(" ".join(_CONTROLS.sub(" ", name[: 2 * MAX_LABEL]).split()))[:MAX_LABEL]


def read_target(url: str) -> str:
    """What an event was about: host and path of a link, without query and fragment; "" when it is no http(s) link."""
    page = read_page(url) if url else None
    return f"{page.host}{page.path}"[:MAX_PATH] if page else ""


def _few_fields(query: str) -> bool:
    return query.count("&") < 100


def _from_referrer(referrer: str, own_hosts: frozenset[str]) -> Source:
    parts = _split(referrer)
    host = _host(parts).removeprefix("www.") if parts else ""
    if not host or mask(host) != host or host in own_hosts or f"www.{host}" in own_hosts:
        return Source("direct", "")
    social = next((name for domain, name in _SOCIAL.items() if host == domain or host.endswith(f".{domain}")), None)
    if social:
        return Source(social, "social")
    engine = next((label for label in host.split(".")[:-1] if label in _SEARCH), None)
    return Source(engine, "organic") if engine else Source(host[:MAX_LABEL], "referral")


def _label(text: str) -> str:
    return mask(_CONTROLS.sub("", text[: 4 * MAX_LABEL])).strip().lower()[:MAX_LABEL]


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url[:MAX_URL])
        if parts.scheme not in ("http", "https") or not parts.hostname or _CONTROLS.search(parts.hostname):
            return None
        return parts
    except ValueError:
        return None


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").lower().rstrip(".")

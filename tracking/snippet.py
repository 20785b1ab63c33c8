"""Builds a site's script from the readable sources in static/tracker (edge: it reads those files once).

A site gets the core, the file of its own platform, and the shared parts which that file uses; nothing of the others.
What could never lead to a recorded hit is not sent at all: such a site's script is empty.
"""

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import rjsmin
from django.conf import settings

from consent.decision import CONSENT_MODE_SIGNALS, SitePolicy
from consent.freshness import MAX_AGE_CEILING_DAYS
from consent.platforms import PLATFORMS
from consent.policy import TcfMode
from consent.tcf_judgement import MARKETING_PURPOSES, STATISTICS_PURPOSES
from tracking.banner import banner_script, banner_values
from tracking.site import TrackedSite

PLACE, BANNER_PLACE = "/* PLATFORM */", "/* BANNER */"
PART = re.compile(r"^const (\w+) =", re.MULTILINE)
USUAL = re.compile(r"\b(statistics|marketing)=(\S+)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SETTING = re.compile(r"\bSITE_[A-Z_]+\b")
PURPOSES = {"statistics": STATISTICS_PURPOSES, "marketing": MARKETING_PURPOSES}


@dataclass(frozen=True, slots=True)
class Script:
    """A script's bytes, and the settings that were filled in."""

    source: bytes
    settings: str

    @property
    def digest(self) -> str:
        """What names exactly these bytes in an address: 32 hexadecimal digits of their SHA-256."""
        return hashlib.sha256(self.source).hexdigest()[:32]

    @property
    def etag(self) -> str:
        """The ETag of these bytes."""
        return f'"{self.digest}"'

    @property
    def integrity(self) -> str:
        """What a page that pins the script writes in `integrity` (W3C Subresource Integrity)."""
        return f"sha384-{b64encode(hashlib.sha384(self.source).digest()).decode()}"


NOTHING = Script(b"", "")


def script_for(site: TrackedSite) -> Script:
    """The script of a site with its consent settings in it; an empty one when the site is not to be measured."""
    if not _can_grant(site.policy):
        return NOTHING
    return _script(site.policy.platform, json.dumps(_settings(site), sort_keys=True))


@lru_cache(maxsize=10_000)
def _script(platform: str, filled: str) -> Script:
    return Script(minified(_filled_in(platform, json.loads(filled))).encode(), filled)


def assembled(site: TrackedSite) -> str:
    """A site's script as people read it: with its settings, but not minified."""
    return _filled_in(site.policy.platform, _settings(site))


def _filled_in(platform: str, values: Mapping[str, object]) -> str:
    text = _read(_folder() / "core.js").replace(PLACE, readable(platform))
    if "texts" in values:
        text = text.replace(BANNER_PLACE, banner_script())
    return SETTING.sub(lambda name: _literal(name[0], values), text)


def _literal(name: str, values: Mapping[str, object]) -> str:
    value = values[name.removeprefix("SITE_").lower()]
    return str(value) if name == "SITE_KEY" else json.dumps(value)


def _can_grant(policy: SitePolicy) -> bool:
    """Whether there is anything at all that the gate would take as a yes under this policy."""
    platform = PLATFORMS.get(policy.platform)
    if platform is None or not policy.is_active or policy.purpose not in PURPOSES or not _file(platform.name).exists():
        return False
    if platform.asks_assertion(platform.level) and policy.optin_assertion is None:
        return False
    text = readable(platform.name)
    if "judgeTc" in text and (
        policy.tcf_mode is None or (policy.tcf_mode is TcfMode.VENDOR and not policy.tcf_vendor_id)
    ):
        return False
    return "SITE_NAMES" not in text or bool(_names(policy))


def _settings(site: TrackedSite) -> dict[str, object]:
    """The values of SITE_… in the sources, by the rest of the name in lower case."""
    policy = site.policy
    (prefix,) = {signal.partition("_")[0] for signal in CONSENT_MODE_SIGNALS[policy.purpose]}
    return {
        "key": site.key,
        "hosts": sorted(policy.hosts),
        "platform": policy.platform,
        "purpose": policy.purpose,
        "days": min(policy.max_age_days, MAX_AGE_CEILING_DAYS),
        "wishes": ["globalPrivacyControl", *(["doNotTrack"] if policy.honours_dnt else [])],
        "cut": " " if site.hash_routes else "#",
        "signal": f"{prefix}_",
        "names": _names(policy),
        "is_mapped": int(bool(getattr(policy.mapping, policy.purpose))),
        "is_checked": int(policy.optin_assertion is not None),
        "revision": policy.min_revision,
        "vendor": policy.tcf_vendor_id if policy.tcf_mode is TcfMode.VENDOR else 0,
        "purposes": sorted(PURPOSES[policy.purpose]),
        **(banner_values(site) if policy.platform == "connectleads" else {}),
    }


def _names(policy: SitePolicy) -> list[str]:
    """The site's own names for what it asks, or else the platform's usual ones, as its file states them."""
    mapped: tuple[str, ...] = getattr(policy.mapping, policy.purpose)
    usual = dict(USUAL.findall(_read(_file(policy.platform)).partition("*/")[0]))
    return list(mapped) or usual[policy.purpose].split(",") if mapped or policy.purpose in usual else []


def minified(text: str) -> str:
    """A script without comments, spaces and long names; only without the first two where the better library is not."""
    try:
        import minify
    except ImportError:
        return str(rjsmin.jsmin(text))
    return str(minify.string("text/javascript", text))


@cache
def readable(platform: str) -> str:
    """A platform's own file with the shared parts that it uses, directly or by way of another part."""
    blocks = _read(_folder() / "parts.js").split("\n\n")
    parts = {match[1]: block for block in blocks if (match := PART.search(block))}
    text, sent = _read(_file(platform)), set[str]()
    while missing := [name for name in parts.keys() - sent if re.search(rf"\b{name}\b", COMMENT.sub("", text))]:
        sent.update(missing)
        text += "\n\n".join(["", *(parts[name] for name in sorted(missing))])
    return text


def _file(platform: str) -> Path:
    return _folder() / "platforms" / f"{platform}.js"


@cache
@cache
def visitor_link_script() -> str:
    """The script that lets a website's link to the page for visitors take the browser's number along."""
    return minified(_read(_folder() / "visitor_link.js"))


def _folder() -> Path:
    folders = (Path(folder) / "tracker" for folder in settings.STATICFILES_DIRS)
    return next(folder for folder in folders if folder.exists())


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")

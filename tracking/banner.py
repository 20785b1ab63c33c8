"""The texts of our own banner, by version, and what the banner's script is made of (edge: it reads those files once).

A version of the texts is never changed once it was shown: it must be possible to show later what a visitor agreed to
(GDPR art. 7(1)). A change is a new file, and the version goes by way of the cookie into the receipt.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from tracking.site import TrackedSite

LANGUAGES = ("nl", "en")
_NAME = re.compile(r"(nl|en)-([1-9][0-9]{0,5})")
_WEB_ADDRESS = re.compile(r"https?://[^\s]+|/[^\s]*")
Words = Mapping[str, str]


@cache
def versions() -> tuple[int, ...]:
    """All versions of the texts, oldest first."""
    return tuple(sorted(int(file.stem) for file in (_folder() / "texts").glob("*.json")))


def words_of(name: str) -> Words | None:
    """The words of a text as a cookie or a receipt names it, for instance `nl-1`; None when there is no such text.

    `{organisation}`, `{days}` and `{day}` in them are filled in when they are shown.
    """
    match = _NAME.fullmatch(name)
    if match is None or int(match[2]) not in versions():
        return None
    return _texts(int(match[2]))[match[1]]


def banner_script() -> str:
    """The readable source of the banner."""
    return (_folder() / "banner.js").read_text(encoding="utf-8")


def banner_values(site: TrackedSite) -> dict[str, object]:
    """The values of SITE_… in the banner's source, by the rest of the name in lower case; none without a banner."""
    if site.banner is None:
        return {}
    newest = versions()[-1]
    is_address = _WEB_ADDRESS.fullmatch(site.banner.privacy_url)
    return {
        "texts": {language: _shown(_texts(newest)[language], site.policy.purpose) for language in LANGUAGES},
        "text_version": newest,
        "css": _style(),
        "organisation": site.banner.organisation,
        "privacy": site.banner.privacy_url if is_address else "",
    }


def _shown(words: Words, purpose: str) -> Words:
    """The words without those of the purpose that is not asked for."""
    other = {"marketing": "statistics", "statistics": "marketing"}[purpose]
    return {name: text for name, text in words.items() if name != other}


@cache
def _texts(version: int) -> Mapping[str, Words]:
    found: Mapping[str, Words] = json.loads((_folder() / "texts" / f"{version}.json").read_text(encoding="utf-8"))
    return found


@cache
def _style() -> str:
    text = (_folder() / "banner.css").read_text(encoding="utf-8")
    return re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", text)).strip()


@cache
def _folder() -> Path:
    folders = (Path(folder) / "tracker" / "banner" for folder in settings.STATICFILES_DIRS)
    return next(folder for folder in folders if folder.exists())

"""Builds a site's script from the readable source in static/tracker (edge: it reads that file once)."""

import hashlib
import json
from base64 import b64encode
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import rjsmin
from django.conf import settings

from consent.platforms import PLATFORMS
from tracking.site import TrackedSite

SOURCE = Path("tracker") / "snippet.js"
PLACE = "__SETTINGS__"
JUDGED_BY_SNIPPET = frozenset({"cookiebot"})
"""Platforms whose cookie the script can judge by itself; for another it must not send anything."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script and the ETag of its bytes."""

    source: bytes
    etag: str

    @property
    def digest(self) -> str:
        """What names exactly these bytes in an address: 32 hexadecimal digits of their SHA-256."""
        return hashlib.sha256(self.source).hexdigest()[:32]

    @property
    def integrity(self) -> str:
        """What a page that pins the script writes in `integrity` (W3C Subresource Integrity)."""
        return f"sha384-{b64encode(hashlib.sha384(self.source).digest()).decode()}"


def script_for(site: TrackedSite) -> Script:
    """The script of a site with its consent settings in it; an empty one when the site is not to be measured."""
    policy = site.policy
    platform = PLATFORMS.get(policy.platform)
    if platform is None or platform.name not in JUDGED_BY_SNIPPET or not policy.is_active:
        return _script("")
    return _script(
        json.dumps(
            {
                "key": site.key,
                "platform": platform.name,
                "cookie": platform.cookie,
                "purpose": policy.purpose,
                "days": policy.max_age_days,
                "dnt": policy.honours_dnt,
            },
            separators=(",", ":"),
            sort_keys=True,
        )
    )


@lru_cache(maxsize=10_000)
def _script(baked: str) -> Script:
    source = _minified().replace(PLACE, baked).encode() if baked else b""
    return Script(source, f'"{hashlib.sha256(source).hexdigest()[:32]}"')


@cache
def _minified() -> str:
    path = next(Path(folder) / SOURCE for folder in settings.STATICFILES_DIRS if (Path(folder) / SOURCE).exists())
    return str(rjsmin.jsmin(path.read_text()))

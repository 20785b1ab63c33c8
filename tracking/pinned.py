"""Keeps served for a while what a page has pinned by its hash, after a new release of ours changed the script (edge).

A page that pins a script (W3C Subresource Integrity) wants those bytes and no others. They stay available for ninety
days after they were last current, in the cache, as long as the site's consent settings are still the ones in them: a
script with settings that the site has given up is not served, by any address.
"""

import zlib
from contextlib import suppress

import redis
from django.core.cache import cache

from tracking.site import TrackedSite
from tracking.snippet import Script, script_for

KEPT_SECONDS = 90 * 24 * 3600


def pinned_script(site: TrackedSite, digest: str) -> Script | None:
    """The site's script of exactly that digest, when it is the current one or a recent one with the same settings."""
    current = script_for(site)
    name = f"pinned|{site.key}|{digest}"
    kept = None
    with suppress(redis.RedisError):  # without a cache only the current one is known
        if digest == current.digest:
            cache.set(name, zlib.compress(f"{current.settings}\n".encode() + current.source), KEPT_SECONDS)
        else:
            kept = cache.get(name)
    if digest == current.digest:
        return current
    settings, _, source = zlib.decompress(kept).partition(b"\n") if kept else (b"", b"", b"")
    return Script(source, current.settings) if source and settings.decode() == current.settings else None

"""Keyed hashes of what identifies a choice or a browser; each site has its own, so they cannot be joined (pure)."""

import hashlib
import hmac
from uuid import UUID


class Hasher:
    """HMAC-SHA256 under a key of the installation, separated by site and by what is hashed."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def reference(self, site_id: UUID, text: str) -> bytes:
        """32 bytes for a consent platform's id of a choice."""
        return self._hash(site_id, b"reference", text)

    def value(self, site_id: UUID, text: str) -> bytes:
        """32 bytes for the exact raw value of a consent cookie."""
        return self._hash(site_id, b"value", text)

    def visitor(self, site_id: UUID, text: str) -> bytes:
        """32 bytes for the browser's own random visitor id on this site."""
        return self._hash(site_id, b"visitor", text)

    def _hash(self, site_id: UUID, what: bytes, text: str) -> bytes:
        return hmac.digest(self._key, site_id.bytes + what + b"\0" + text.encode(), hashlib.sha256)

"""Seals batches of hits, so that Valkey's memory and files hold no clear text (pure but for the nonce).

ChaCha20-Poly1305 (RFC 8439) with a random 96-bit nonce. A sealed batch is
`version (1 byte) | length of key id (1) | key id | nonce (12) | ciphertext and tag`; all before the nonce, and the
stream's name, are authenticated, so that a batch cannot be moved to another stream or attributed to another key.
"""

import os
from collections.abc import Mapping, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

VERSION = 1
NONCE_BYTES = 12


class UnsealError(Exception):
    """A batch could not be opened; `reason` is one of "form", "key" (unknown key id) and "tag" (changed or foreign)."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"a sealed batch could not be opened: {reason}")
        self.reason = reason


class Sealer:
    """Seals with the first of `keys`, opens with any of them: (key id, 32 bytes). Rotate by putting a new one first."""

    def __init__(self, keys: Sequence[tuple[str, bytes]]) -> None:
        self._key_id = keys[0][0].encode()
        self._ciphers: Mapping[bytes, ChaCha20Poly1305] = {
            key_id.encode(): ChaCha20Poly1305(key) for key_id, key in keys
        }

    def seal(self, clear: bytes, *, stream: str) -> bytes:
        """`clear` sealed for `stream`."""
        header = bytes((VERSION, len(self._key_id))) + self._key_id
        nonce = os.urandom(NONCE_BYTES)
        return header + nonce + self._ciphers[self._key_id].encrypt(nonce, clear, header + stream.encode())

    def open(self, sealed: bytes, *, stream: str) -> bytes:
        """What `seal` was given. Raises UnsealError."""
        if len(sealed) < 2 or sealed[0] != VERSION:
            raise UnsealError("form")
        end = 2 + sealed[1]
        header, nonce, secret = sealed[:end], sealed[end : end + NONCE_BYTES], sealed[end + NONCE_BYTES :]
        cipher = self._ciphers.get(header[2:])
        if cipher is None:
            raise UnsealError("key")
        try:
            return cipher.decrypt(nonce, secret, header + stream.encode())
        except (InvalidTag, ValueError):
            raise UnsealError("tag") from None

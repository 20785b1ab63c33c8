"""Makes primary keys, site keys and tokens (edge: randomness and the clock)."""

import hashlib
import secrets
from uuid import UUID

import uuid_utils.compat


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562 §5.7): keys made later sort later, so that index pages fill in order."""
    return uuid_utils.compat.uuid7()


def new_site_key() -> str:
    """The public name of a site in its snippet: 16 characters of 5 bits, without letters that look alike."""
    return "".join(secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") for _ in range(16))


def short_suffix() -> str:
    """Four characters that make a name unlike another."""
    return new_site_key()[:4]


def new_token() -> str:
    """What a link or an API key is made of: 256 random bits, safe in an address."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> bytes:
    """What is kept of a token: SHA-256, which for 256 random bits needs neither salt nor stretching."""
    return hashlib.sha256(token.encode()).digest()

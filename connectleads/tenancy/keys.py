"""Makes primary keys and site keys (edge: randomness and the clock)."""

import secrets
from uuid import UUID

import uuid_utils.compat


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562 §5.7): keys made later sort later, so that index pages fill in order."""
    return uuid_utils.compat.uuid7()


def new_site_key() -> str:
    """The public name of a site in its snippet: 16 characters of 5 bits, without letters that look alike."""
    return "".join(secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") for _ in range(16))

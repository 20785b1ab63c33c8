"""Termly: no cookie, evidence level X (pure).

Its interface does not tell an explicit choice from a default, so somebody must also have checked the live banner.
"""

from consent.attested import read_attestation
from consent.context import Context
from consent.evidence import Reading
from consent.platforms.platform import Level, Platform

_EVENTS = frozenset({"initialized", "consent"})


def read(raw: str, context: Context) -> Reading:
    """What the platform's own answer proves; the cookie's value proves nothing."""
    return read_attestation(context, events=_EVENTS)


TERMLY = Platform(
    name="termly",
    label="Termly",
    cookie="TERMLY_API_CACHE",
    level=Level.X,
    read=read,
    needs_assertion=True,
)

"""Osano: an encrypted cookie, evidence level X (pure).

Its event `osano-cm-consent-changed` tells of what is not saved yet and proves nothing.
"""

from consent.attested import read_attestation
from consent.context import Context
from consent.evidence import Reading
from consent.platforms.platform import Level, Platform

_EVENTS = frozenset({"osano-cm-initialized", "osano-cm-consent-saved"})


def read(raw: str, context: Context) -> Reading:
    """What the platform's own answer proves; the cookie's value proves nothing."""
    return read_attestation(context, events=_EVENTS)


OSANO = Platform(
    name="osano",
    label="Osano",
    cookie="osano_consentmanager",
    level=Level.X,
    read=read,
)

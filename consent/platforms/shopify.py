"""Shopify: cookie `_tracking_consent` is opaque, evidence level X (pure).

Its customer privacy interface answers when the visitor's choice was collected.
"""

from consent.attested import read_attestation
from consent.context import Context
from consent.evidence import Reading
from consent.platforms.platform import Level, Platform

_EVENTS = frozenset({"visitorConsentCollected"})


def read(raw: str, context: Context) -> Reading:
    """What the platform's own answer proves; the cookie's value proves nothing."""
    return read_attestation(context, events=_EVENTS)


SHOPIFY = Platform(
    name="shopify",
    label="Shopify",
    cookie="_tracking_consent",
    level=Level.X,
    read=read,
)

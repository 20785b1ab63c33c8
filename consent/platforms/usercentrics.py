"""Usercentrics (versions 2 and 3): no cookie, evidence level X (pure).

Choices live in local storage. Its interface tells explicit from implicit; outside Europe it answers without a choice.
"""

from consent.attested import read_attestation
from consent.context import Context
from consent.evidence import Reading
from consent.platforms.platform import Level, Platform

_EVENTS = frozenset({"UC_UI_INITIALIZED", "UC_CMP_API_READY", "UC_UI_CMP_EVENT", "consent_status"})


def read(raw: str, context: Context) -> Reading:
    """What the platform's own answer proves; the cookie's value proves nothing."""
    return read_attestation(context, events=_EVENTS)


USERCENTRICS = Platform(
    name="usercentrics",
    label="Usercentrics",
    cookie="uc_settings",
    level=Level.X,
    read=read,
)

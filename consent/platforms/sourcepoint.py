"""Sourcepoint: its cookie `consentUUID` is only an id, evidence level X (pure).

Its answer comes from the interface of the TCF; `cmpuishown` precedes any choice.
"""

from consent.attested import read_attestation
from consent.context import Context
from consent.evidence import Reading
from consent.platforms.platform import Level, Platform

_EVENTS = frozenset({"tcloaded", "useractioncomplete"})


def read(raw: str, context: Context) -> Reading:
    """What the platform's own answer proves; the cookie's value proves nothing."""
    return read_attestation(context, events=_EVENTS)


SOURCEPOINT = Platform(
    name="sourcepoint",
    label="Sourcepoint",
    cookie="consentUUID",
    level=Level.X,
    read=read,
)

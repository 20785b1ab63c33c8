"""TrustArc: cookie `notice_gdpr_prefs` with `notice_behavior`, evidence level B (pure).

`0,1,2:` are the levels that were agreed to; 0 is required and 2 advertising, unless the site numbers them otherwise.
They count when `notice_behavior` says that consent was expressed.
"""

import re

from consent.context import Context
from consent.decoding import fitting
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_BEHAVIOUR = "notice_behavior"
_VALUE = re.compile(r"([0-9]{1,2}(?:,[0-9]{1,2})*):(?::([a-z]{1,20})(?:[,|][A-Za-z-]{1,20})*)?")
_SAID = re.compile(r"([a-z]{1,20})(?:[,|][A-Za-z-]{1,20})*")
_EXPRESSED = "expressed"
_REQUIRED = "0"


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves, beside the behaviour that the banner noted."""
    match = fitting(_VALUE, raw)
    if match is None:
        return invalid(Reason.MALFORMED)
    levels = match[1].split(",")
    if len(set(levels)) != len(levels) or _REQUIRED not in levels:
        return invalid(Reason.MALFORMED)
    said = fitting(_SAID, context.cookies.get(_BEHAVIOUR) or "")
    if match[2] not in (None, _EXPRESSED) or said is None or said[1] != _EXPRESSED:
        return invalid(Reason.IMPLIED)
    return context.explicit(context.categories(levels.__contains__, (), ("2",)))


TRUSTARC = Platform(
    name="trustarc",
    label="TrustArc",
    cookie="notice_gdpr_prefs",
    level=Level.B,
    read=read,
    companions=(_BEHAVIOUR,),
)

"""ConnectLeads' own banner, and home-made ones: cookie `connectleads_consent`, evidence level A (pure).

One exact form, written on the visitor's click and at no other time: `v=1&choice=explicit&at=<milliseconds>&id=<32
hexadecimal digits>&text=<language or own>-<version>&statistics=<0|1>&marketing=<0|1>`. The version of the text goes
into the receipt, because consent is consent to what was shown (GDPR art. 4(11)); a text older than the site asks for
has expired.
"""

import re

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import milliseconds_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_VALUE = re.compile(
    r"v=1&choice=explicit&at=([1-9][0-9]{12})&id=([0-9a-f]{32})&text=((?:nl|en|own)-([0-9]{1,6}))"
    r"&statistics=([01])&marketing=([01])"
)


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    match = _VALUE.fullmatch(raw)
    if match is None:
        return invalid(Reason.MALFORMED)
    at, reference, text, version, statistics, marketing = match.groups()
    if int(version) < context.policy.min_revision:
        return invalid(Reason.EXPIRED)
    return context.explicit(
        (statistics == "1", marketing == "1"), at=milliseconds_instant(int(at)), reference=reference, revision=text
    )


CONNECTLEADS = Platform(
    name="connectleads", label="ConnectLeads", cookie="connectleads_consent", level=Level.A, read=read
)

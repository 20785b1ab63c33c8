"""iubenda: cookie `_iub_cs-<site id>`, evidence level A (pure).

A JSON object with a time and the answer for each numbered purpose; 4 is measurement and 5 marketing. Without `purposes`
the site asks for everything at once, which is no specific consent.
"""

import re

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import iso_instant, token
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import booleans, object_in

_NECESSARY = "1"


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = object_in(raw)
    if found is None:
        return invalid(Reason.MALFORMED)
    if "purposes" not in found:
        return invalid(Reason.IMPLIED)
    answers = booleans(found["purposes"])
    at = iso_instant(found.get("timestamp"))
    if answers is None or answers.get(_NECESSARY) is not True or at is None:
        return invalid(Reason.MALFORMED)
    kept = found.get("cons")
    reference = token(kept.get("rand")) if isinstance(kept, dict) else None
    return context.explicit(context.categories(answers.get, ("4",), ("5",)), at=at, reference=reference)


IUBENDA = Platform(
    name="iubenda",
    label="iubenda",
    cookie="_iub_cs-",
    pattern=re.compile(r"_iub_cs-s?[0-9]{1,12}"),
    level=Level.A,
    read=read,
)

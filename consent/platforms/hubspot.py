"""HubSpot: cookie `__hs_cookie_cat_pref`, evidence level C (pure).

`1:true,2:false,3:true`; 1 is analytics and 2 advertising. Default-on and chosen look the same.
"""

import re

from consent.context import Context
from consent.decoding import fitting
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_PAIR = r"[0-9]{1,2}:(?:true|false)"
_VALUE = re.compile(rf"{_PAIR}(?:,{_PAIR})*|{_PAIR}(?:_{_PAIR})*")


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    match = fitting(_VALUE, raw)
    if match is None:
        return invalid(Reason.MALFORMED)
    parts = match[0].replace("_", ",").split(",")
    answers = {number: value == "true" for number, _, value in (part.partition(":") for part in parts)}
    if len(answers) != len(parts):
        return invalid(Reason.MALFORMED)
    return context.explicit(context.categories(answers.get, ("1",), ("2",)))


HUBSPOT = Platform(name="hubspot", label="HubSpot", cookie="__hs_cookie_cat_pref", level=Level.C, read=read)

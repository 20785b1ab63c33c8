"""Complianz (WordPress): cookies `cmplz_statistics` and `cmplz_marketing`, evidence level B (pure).

A category is `allow`, `deny` or still empty. It counts once the banner of the same prefix was dismissed; the prefix
`cmplz_rt_` belongs to the root of a network of sites.
"""

import re

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_ANSWER = {"allow": True, "deny": False, "": None}


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves, beside its sister's and the banner's."""
    prefix = context.name.removesuffix("statistics").removesuffix("marketing")
    given = {category: context.cookies.get(prefix + category) for category in ("statistics", "marketing")}
    if raw not in _ANSWER or any(value is not None and value not in _ANSWER for value in given.values()):
        return invalid(Reason.MALFORMED)
    statistics, marketing = (_ANSWER.get(value or "") for value in given.values())
    is_chosen = context.cookies.get(f"{prefix}banner-status") == "dismissed"
    if not is_chosen or (statistics is None and marketing is None):
        return invalid(Reason.IMPLIED)
    return context.explicit((statistics, marketing))


COMPLIANZ = Platform(
    name="complianz",
    label="Complianz",
    cookie="cmplz_marketing",
    pattern=re.compile(r"cmplz_(?:rt_)?(?:statistics|marketing)"),
    is_family=True,
    level=Level.B,
    read=read,
    companions=("cmplz_banner-status", "cmplz_rt_banner-status"),
)

"""CookieLawInfo, before it became CookieYes: cookies `cookielawinfo-checkbox-<category>`, evidence level C (pure).

Each category is a cookie of its own, `yes` or `no`, and is written before any action: `viewed_cookie_policy` must say
that the banner was answered.
"""

import re

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_PREFIX = "cookielawinfo-checkbox-"
_ANSWERED = "viewed_cookie_policy"
_ANSWER = {"yes": True, "no": False}


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves, beside its sisters' and the banner's."""
    own = (name for name in context.cookies if COOKIELAWINFO_LEGACY.matches(name))
    said = {name.removeprefix(_PREFIX): _ANSWER.get(context.cookies.get(name) or "") for name in own}
    if raw not in _ANSWER or None in said.values():
        return invalid(Reason.MALFORMED)
    if context.cookies.get(_ANSWERED) != "yes":
        return invalid(Reason.IMPLIED)
    return context.explicit(context.categories(said.get, ("analytics",), ("advertisement",)))


COOKIELAWINFO_LEGACY = Platform(
    name="cookielawinfo-legacy",
    label="CookieLawInfo (legacy)",
    cookie="cookielawinfo-checkbox-advertisement",
    pattern=re.compile(r"cookielawinfo-checkbox-[a-z0-9_-]{1,40}"),
    is_family=True,
    level=Level.C,
    read=read,
    companions=(_ANSWERED,),
)

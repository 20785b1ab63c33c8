"""CookieFirst: cookie `cookiefirst-consent`, evidence level A (pure).

A JSON object, written when the visitor chooses, with a time in seconds and no consent id. The type `service` keeps its
answers for each service and names no categories of its own: those the site must map.
"""

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import seconds_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import booleans, object_in

_ABOUT = frozenset({"timestamp", "type", "version"})


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = object_in(raw)
    if found is None:
        return invalid(Reason.MALFORMED)
    answers = booleans({name: value for name, value in found.items() if name not in _ABOUT})
    at = seconds_instant(found.get("timestamp"))
    if answers is None or answers.get("necessary") is not True or at is None:
        return invalid(Reason.MALFORMED)
    by_category = found.get("type", "category") == "category"
    usual = (("performance",), ("advertising",)) if by_category else ((), ())
    return context.explicit(context.categories(answers.get, *usual), at=at)


COOKIEFIRST = Platform(name="cookiefirst", label="CookieFirst", cookie="cookiefirst-consent", level=Level.A, read=read)

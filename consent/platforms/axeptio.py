"""Axeptio: cookie `axeptio_cookies`, evidence level A (pure).

A JSON object, partly or wholly encoded. Keys are vendors of the site's own choosing, and differ by case alone at times;
keys that start with `$$` are about the choice and never a vendor.
"""

from datetime import timedelta

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import iso_instant, token
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import booleans, object_in

_ABOUT = "$$"
_LONGEST_DAYS = 3650


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = object_in(raw)
    if found is None:
        return invalid(Reason.MALFORMED)
    answers = booleans({name: value for name, value in found.items() if not name.startswith(_ABOUT)})
    at, reference = iso_instant(found.get("$$date")), token(found.get("$$token"))
    days = found.get("$$duration", _LONGEST_DAYS)
    is_lifetime = type(days) is int and 0 <= days <= _LONGEST_DAYS
    if answers is None or at is None or reference is None or not is_lifetime:
        return invalid(Reason.MALFORMED)
    if found.get("$$completed") is not True:
        return invalid(Reason.IMPLIED)
    return context.explicit(context.categories(answers.get), at=at, lifetime=timedelta(days=days), reference=reference)


AXEPTIO = Platform(
    name="axeptio",
    label="Axeptio",
    cookie="axeptio_cookies",
    level=Level.A,
    read=read,
    needs_mapping=True,
)

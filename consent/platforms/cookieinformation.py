"""Cookie Information: cookie `CookieInformationConsent`, evidence level A (pure).

A JSON object with the approved and the denied ones of five categories, a time and a visitor's id. A category in neither
list is unknown, and a name beyond the five is a broken value. The cookie also holds the page's address and the user
agent: evaluate it, and keep no more than a hash.
"""

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import is_uuid, iso_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import object_in, strings

_CATEGORIES = frozenset(
    f"cookie_cat_{name}" for name in ("necessary", "functional", "statistic", "marketing", "unclassified")
)


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = object_in(raw)
    if found is None:
        return invalid(Reason.MALFORMED)
    approved, denied = strings(found.get("consents_approved")), strings(found.get("consents_denied"))
    at = iso_instant(found.get("timestamp"))
    are_ids = is_uuid(found.get("website_uuid")) and is_uuid(found.get("user_uid"))
    if approved is None or denied is None or at is None or not are_ids:
        return invalid(Reason.MALFORMED)
    answers = dict.fromkeys(approved, True) | dict.fromkeys(denied, False)
    if len(answers) != len(approved) + len(denied) or not answers.keys() <= _CATEGORIES:
        return invalid(Reason.MALFORMED)
    return context.explicit(
        context.categories(answers.get, ("cookie_cat_statistic",), ("cookie_cat_marketing",)),
        at=at,
        reference=found["user_uid"],
    )


COOKIEINFORMATION = Platform(
    name="cookieinformation",
    label="Cookie Information",
    cookie="CookieInformationConsent",
    level=Level.A,
    read=read,
)

"""Civic Cookie Control: cookie `CookieControl`, evidence level A (pure).

A JSON object. Categories have the site's own names, compared without regard to case; `legitimate interest` is not
consent. The cookie tells its own lifetime in days.
"""

from datetime import timedelta
from typing import Any

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import is_uuid, milliseconds_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import object_in

_ANSWER = {"accepted": True, "revoked": False, "legitimate interest": False}
_LONGEST_DAYS = 3650


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = object_in(raw)
    answers = _answers(found.get("optionalCookies")) if found is not None else None
    if found is None or answers is None:
        return invalid(Reason.MALFORMED)
    at, days = milliseconds_instant(found.get("consentDate")), found.get("consentExpiry")
    if at is None or not isinstance(days, int) or isinstance(days, bool) or not is_uuid(found.get("user")):
        return invalid(Reason.MALFORMED)
    if not 0 <= days <= _LONGEST_DAYS:
        return invalid(Reason.MALFORMED)
    if found.get("interactedWith") is not True:
        return invalid(Reason.IMPLIED)
    return context.explicit(
        context.categories(lambda name: answers.get(name.casefold()), ("analytics",), ("marketing",)),
        at=at,
        lifetime=timedelta(days=days),
        reference=found["user"],
    )


def _answers(categories: Any) -> dict[str, bool] | None:
    if not isinstance(categories, dict):
        return None
    said = {name.casefold(): value for name, value in categories.items()}
    if len(said) != len(categories) or not all(isinstance(one, str) and one in _ANSWER for one in said.values()):
        return None
    return {name: _ANSWER[value] for name, value in said.items()}


CIVIC = Platform(name="civic", label="Civic Cookie Control", cookie="CookieControl", level=Level.A, read=read)

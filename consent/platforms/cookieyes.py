"""CookieYes: cookie `cookieyes-consent`, evidence level B (pure).

`key:value,key:value`, plain or encoded. Only `action:yes` shows that the visitor acted: the banner's own script also
writes every category as `yes` with `action:no`. `consent` is never a permission, but `consent:no` beside a category
that is on is the sign of an opt-out banner.
"""

import re

from consent.context import Context
from consent.decoding import fitting
from consent.evidence import Reading, invalid
from consent.instants import milliseconds_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_PAIR = r"[A-Za-z0-9_-]{1,60}:[A-Za-z0-9_+/=-]{0,64}"
_VALUE = re.compile(rf"{_PAIR}(?:,{_PAIR})*")
_CONSENT_ID = re.compile(r"[A-Za-z0-9_+/=-]{16,64}")
_MILLISECONDS = re.compile(r"[1-9][0-9]{12}")
_NO_CATEGORIES = frozenset({"consentid", "consent", "action", "lastRenewedDate"})
_ANSWER = {"yes": True, "no": False}


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    match = fitting(_VALUE, raw)
    if match is None:
        return invalid(Reason.MALFORMED)
    parts = match[0].split(",")
    fields = {name: value for name, _, value in (part.partition(":") for part in parts)}
    if len(fields) != len(parts):
        return invalid(Reason.MALFORMED)
    if fields.get("action") in (None, "", "no"):
        return invalid(Reason.IMPLIED)
    return _judge(fields, context)


def _judge(fields: dict[str, str], context: Context) -> Reading:
    answers = {name: _ANSWER.get(value) for name, value in fields.items() if name not in _NO_CATEGORIES}
    renewed = fields.get("lastRenewedDate")
    is_sound = (
        fields["action"] == "yes"
        and fields.get("consent") in _ANSWER
        and _CONSENT_ID.fullmatch(fields.get("consentid", "")) is not None
        and (renewed is None or _MILLISECONDS.fullmatch(renewed) is not None)
        and None not in answers.values()
    )
    if not is_sound:
        return invalid(Reason.MALFORMED)
    if fields["consent"] == "no" and any(said for name, said in answers.items() if name != "necessary"):
        return invalid(Reason.IMPLIED)
    return context.explicit(
        context.categories(answers.get, ("analytics",), ("advertisement",)),
        at=milliseconds_instant(int(renewed)) if renewed else None,
        reference=fields["consentid"],
    )


COOKIEYES = Platform(name="cookieyes", label="CookieYes", cookie="cookieyes-consent", level=Level.B, read=read)

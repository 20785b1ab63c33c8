"""Cookie-Script: cookie `CookieScriptConsent`, evidence level B (pure).

A JSON object with the visitor's action; the accepted categories are JSON within a string. Some versions tell the time.
"""

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import seconds_instant, token
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import object_in, read_json, strings

_ALWAYS_ON = frozenset({"strict", "necessary"})


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = object_in(raw)
    if found is None:
        return invalid(Reason.MALFORMED)
    if "action" not in found:
        return invalid(Reason.IMPLIED)
    is_refusal = found["action"] == "reject"
    accepted = _accepted(found.get("categories", "[]" if is_refusal else None))
    at = seconds_instant(found.get("consenttime"))
    if found["action"] not in ("accept", "reject") or accepted is None or ("consenttime" in found and at is None):
        return invalid(Reason.MALFORMED)
    if is_refusal and not accepted <= _ALWAYS_ON:
        return invalid(Reason.MALFORMED)
    return context.explicit(
        context.categories(accepted.__contains__, ("performance",), ("targeting",)),
        at=at,
        reference=token(found.get("key")),
    )


def _accepted(categories: object) -> frozenset[str] | None:
    names = strings(read_json(categories)) if isinstance(categories, str) else None
    return None if names is None else frozenset(names)


COOKIE_SCRIPT = Platform(
    name="cookie-script", label="Cookie-Script", cookie="CookieScriptConsent", level=Level.B, read=read
)

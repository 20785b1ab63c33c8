"""OneTrust: cookie `OptanonConsent` with `OptanonAlertBoxClosed`, evidence level A (pure).

`key=value&key=value` with encoded values. The cookie exists before any choice, so the time at which the banner was
closed must stand beside it. `datestamp` is rewritten on page views and is no time of consent; `landingPath` is text of
the visitor's and may hold anything, so a value that shows its own structure is never decoded as a whole. Every escape
in it must be sound all the same.
"""

import re

from consent.context import Context
from consent.decoding import MAX_PASSES, decoded, decodings, fitting
from consent.evidence import Reading, invalid
from consent.instants import is_uuid, iso_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_BANNER_CLOSED = "OptanonAlertBoxClosed"
_PARAMETERS = re.compile(r"[A-Za-z0-9_]{1,40}=[^&]*(?:&[A-Za-z0-9_]{1,40}=[^&]*)*")
_GROUPS = re.compile(r"[A-Za-z0-9_-]{1,40}:[01](?:,[A-Za-z0-9_-]{1,40}:[01])*")
_COUNT = re.compile(r"[0-9]{1,9}")


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves, beside the time at which the banner was closed."""
    parameters, passes_left = _parameters(raw)
    if parameters is None:
        return invalid(Reason.MALFORMED)
    groups = _groups(parameters.get("groups", ""), passes_left)
    count = parameters.get("interactionCount", "1")
    awaiting = parameters.get("AwaitingReconsent", "false")
    if groups is None or not _COUNT.fullmatch(count) or awaiting not in ("true", "false"):
        return invalid(Reason.MALFORMED)
    closed = context.cookies.get(_BANNER_CLOSED)
    if "consentId" not in parameters or int(count) < 1 or closed is None:
        return invalid(Reason.IMPLIED)
    if awaiting == "true":
        return invalid(Reason.EXPIRED)
    at = iso_instant(closed) or next(filter(None, map(iso_instant, decodings(closed))), None)
    if at is None or not is_uuid(parameters["consentId"]):
        return invalid(Reason.MALFORMED)
    return context.explicit(
        context.categories(groups.get, ("C0002",), ("C0004",)),
        at=at,
        reference=parameters["consentId"],
        region=_country(parameters) if context.policy.regions else None,
    )


def _parameters(raw: str) -> tuple[dict[str, str] | None, int]:
    """The parameters by name, and how many passes of decoding are left for their values."""
    for used, text in enumerate(decodings(raw)):
        if "=" in text or "&" in text:
            if not _PARAMETERS.fullmatch(text) or ("%" in text and decoded(text) is None):
                return None, 0
            pairs = text.split("&")
            found = dict([pair.split("=", 1) for pair in pairs])
            return (found if len(found) == len(pairs) else None), MAX_PASSES - used
    return None, 0


def _groups(encoded: str, passes: int) -> dict[str, bool] | None:
    match = fitting(_GROUPS, encoded, passes=passes)
    if match is None:
        return None
    parts = match[0].split(",")
    groups = {part[:-2]: part[-1] == "1" for part in parts}
    return groups if len(groups) == len(parts) else None


def _country(parameters: dict[str, str]) -> str | None:
    """The country of `geolocation`, which is written as `NL;NH`."""
    *_, text = decodings(parameters.get("geolocation", ""))
    return text.partition(";")[0].lower() or None


ONETRUST = Platform(
    name="onetrust",
    label="OneTrust",
    cookie="OptanonConsent",
    level=Level.A,
    read=read,
    companions=(_BANNER_CLOSED,),
)

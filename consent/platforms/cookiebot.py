"""Cookiebot (Usercentrics): cookie `CookieConsent`, evidence level A (pure).

The value is an object literal in text with `'` and `,` percent-encoded. It proves a choice when it says
`method:'explicit'` and carries a consent id (`stamp`, 40 bytes in base64) and a time (`utc`, milliseconds). `0` is a
refusal. `-1` (no consent needed in this region) and an implied method show no choice of the visitor.
"""

import re

from consent.context import Context
from consent.decoding import fitting
from consent.evidence import Reading, invalid
from consent.instants import milliseconds_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_PAIR = r"[a-z0-9_]{1,20}:(?:'[^\\'{}]*'|true|false|-?[0-9]{1,16})"
_VALUE = re.compile(rf"0|-[0-9]+|\{{{_PAIR}(?:,{_PAIR})*\}}")
_PARTS = re.compile(r"([a-z0-9_]{1,20}):('[^\\'{}]*'|true|false|-?[0-9]{1,16})")
_NEEDED = frozenset({"stamp", "necessary", "preferences", "statistics", "marketing", "ver", "utc"})
_STAMP = re.compile(r"'[A-Za-z0-9+/]{54}=='")  # base64 of 40 bytes
_MILLISECONDS = re.compile(r"[0-9]{13}")
_NUMBER = re.compile(r"[0-9]{1,16}")
_BOOLEAN = {"true": True, "false": False}


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    value = fitting(_VALUE, raw)
    if value is None:
        return invalid(Reason.MALFORMED)
    if value[0] == "0":
        return Reading(statistics=False, marketing=False)
    if value[0][0] == "-":
        return invalid(Reason.IMPLIED)
    pairs = _PARTS.findall(value[0])
    fields = dict(pairs)
    if len(fields) != len(pairs) or not fields.keys() >= _NEEDED:
        return invalid(Reason.MALFORMED)
    return _judge(fields, context)


def _judge(fields: dict[str, str], context: Context) -> Reading:
    if fields.get("method") != "'explicit'":
        return invalid(Reason.IMPLIED)
    statistics, marketing = _BOOLEAN.get(fields["statistics"]), _BOOLEAN.get(fields["marketing"])
    if statistics is None or marketing is None or not _is_sound(fields):
        return invalid(Reason.MALFORMED)
    return context.explicit(
        (statistics, marketing),
        at=milliseconds_instant(int(fields["utc"])),
        reference=fields["stamp"][1:-1],
        region=_country(fields.get("region", "")),
    )


def _country(region: str) -> str | None:
    """The country of a quoted region, which is written as `nl` or `us-12`."""
    return region[1:-1].partition("-")[0].lower() or None if region.startswith("'") else None


def _is_sound(fields: dict[str, str]) -> bool:
    """Whether what every real value has is there: necessary cookies on, a stamp of 40 bytes, a time in milliseconds."""
    return (
        fields["necessary"] == "true"
        and fields["preferences"] in _BOOLEAN
        and _STAMP.fullmatch(fields["stamp"]) is not None
        and _NUMBER.fullmatch(fields["ver"]) is not None
        and _MILLISECONDS.fullmatch(fields["utc"]) is not None
        and fields["utc"][0] != "0"
    )


COOKIEBOT = Platform(name="cookiebot", label="Cookiebot", cookie="CookieConsent", level=Level.A, read=read)

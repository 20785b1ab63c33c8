"""Cookiebot (Usercentrics): cookie `CookieConsent`, evidence level A (pure).

The value is an object literal in text with `'` and `,` percent-encoded. It proves a choice when it says
`method:'explicit'` and carries a consent id (`stamp`, 40 bytes in base64) and a time (`utc`, milliseconds). `0` is a
refusal. `-1` (no consent needed in this region) and an implied method show no choice of the visitor.
"""

import base64
import binascii
import re
from datetime import UTC, datetime

from consent.decoding import decodings
from consent.evidence import Reading, invalid
from consent.freshness import is_fresh
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_PAIR = r"[a-z0-9_]{1,20}:(?:'[^\\'{}]*'|true|false|-?[0-9]{1,16})"
_LITERAL = re.compile(rf"\{{{_PAIR}(?:,{_PAIR})*\}}")
_PARTS = re.compile(r"([a-z0-9_]{1,20}):('[^\\'{}]*'|true|false|-?[0-9]{1,16})")
_REGION_NUMBER = re.compile(r"-[0-9]+")
_NEEDED = ("stamp", "necessary", "preferences", "statistics", "marketing", "ver", "utc")
_STAMP_BYTES = 40
_MILLISECONDS = re.compile(r"[0-9]{13}")


def read(raw: str, *, now: datetime, max_age_days: int) -> Reading:
    """What this cookie value proves at `now`."""
    if raw == "0":
        return Reading(statistics=False, marketing=False)
    if _REGION_NUMBER.fullmatch(raw):
        return invalid(Reason.IMPLIED)
    text = next((text for text in decodings(raw) if _LITERAL.fullmatch(text)), None)
    if text is None:
        return invalid(Reason.MALFORMED)
    pairs = _PARTS.findall(text)
    fields = dict(pairs)
    if len(fields) != len(pairs) or any(name not in fields for name in _NEEDED):
        return invalid(Reason.MALFORMED)
    return _judge(fields, now=now, max_age_days=max_age_days)


def _judge(fields: dict[str, str], *, now: datetime, max_age_days: int) -> Reading:
    if fields.get("method") != "'explicit'":
        return invalid(Reason.IMPLIED)
    choices = [fields[name] for name in ("necessary", "preferences", "statistics", "marketing")]
    if fields["necessary"] != "true" or any(choice not in ("true", "false") for choice in choices):
        return invalid(Reason.MALFORMED)
    stamp = fields["stamp"].strip("'")
    if not _is_stamp(fields["stamp"], stamp) or not _MILLISECONDS.fullmatch(fields["utc"]):
        return invalid(Reason.MALFORMED)
    choice_at = datetime.fromtimestamp(int(fields["utc"]) / 1000, UTC)
    if not is_fresh(choice_at, now=now, max_age_days=max_age_days):
        return invalid(Reason.EXPIRED)
    return Reading(
        statistics=fields["statistics"] == "true",
        marketing=fields["marketing"] == "true",
        choice_at=choice_at,
        reference=stamp,
    )


def _is_stamp(quoted: str, stamp: str) -> bool:
    if not quoted.startswith("'"):
        return False
    try:
        return len(base64.b64decode(stamp, validate=True)) == _STAMP_BYTES
    except (binascii.Error, ValueError):
        return False


COOKIEBOT = Platform(name="cookiebot", label="Cookiebot", cookie="CookieConsent", level=Level.A, read=read)

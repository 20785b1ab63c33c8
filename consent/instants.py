"""Moments and identifiers as consent cookies write them, in exactly one form each (pure)."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?(?:Z|[+-][0-9]{2}:[0-9]{2})")
_HTTP_DATE = re.compile(r"[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT")
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_TOKEN = re.compile(r"[A-Za-z0-9_.:+/=-]{1,128}")


def iso_instant(value: object) -> datetime | None:
    """An ISO 8601 time with its zone, or None."""
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        return None
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def milliseconds_instant(value: object) -> datetime | None:
    """Milliseconds since 1970 in thirteen digits, or None."""
    if type(value) is not int or not 10**12 <= value < 10**13:
        return None
    return datetime.fromtimestamp(value / 1000, UTC)


def seconds_instant(value: object) -> datetime | None:
    """Seconds since 1970 in ten digits, or None."""
    if type(value) is not int or not 10**9 <= value < 10**10:
        return None
    return datetime.fromtimestamp(value, UTC)


def http_instant(value: object) -> datetime | None:
    """A date as HTTP writes it (RFC 9110 §5.6.7), or None."""
    if not isinstance(value, str) or not _HTTP_DATE.fullmatch(value):
        return None
    try:
        return parsedate_to_datetime(value)
    except ValueError:
        return None


def is_uuid(value: object) -> bool:
    """Whether it is a UUID in text, in either case."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def token(value: object) -> str | None:
    """An identifier of 1 to 128 plain characters, or None."""
    return value if isinstance(value, str) and _TOKEN.fullmatch(value) else None

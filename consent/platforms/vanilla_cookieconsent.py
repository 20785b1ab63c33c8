"""CookieConsent by orestbida: cookie `cc_cookie`, evidence level A; its oldest shape is level C (pure).

A JSON object with the accepted categories, written on a choice. Version 2.8 has other names for time and id; before
that there was only `level`, which shows neither; where both stand, they must say the same. Category names are the
site's own, with usual ones.
"""

from collections.abc import Sequence
from typing import Any

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import is_uuid, iso_instant, milliseconds_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import object_in, strings

_STATISTICS = frozenset({"analytics", "statistics"})
_TIMES = frozenset(
    {"consentTimestamp", "lastConsentTimestamp", "consent_date", "last_consent_update", "expirationTime"}
)
_MARKETING = frozenset({"marketing", "ads", "advertisement", "advertising", "targeting"})


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = object_in(raw)
    accepted = _accepted(found) if found is not None else None
    if found is None or accepted is None or type(found.get("revision", 0)) is not int:
        return invalid(Reason.MALFORMED)
    if found.get("revision", 0) < context.policy.min_revision:
        return invalid(Reason.EXPIRED)
    categories = (
        _category(accepted, context.policy.mapping.statistics, _STATISTICS),
        _category(accepted, context.policy.mapping.marketing, _MARKETING),
    )
    if "categories" not in found and _TIMES.isdisjoint(found):
        return context.explicit(categories, level=Level.C)
    return _dated(found, categories, context)


def _accepted(found: dict[str, Any]) -> list[str] | None:
    lists = [strings(found[name]) for name in ("categories", "level") if name in found]
    if not lists or None in lists or len({frozenset(one or ()) for one in lists}) > 1:
        return None
    return lists[0]


def _dated(found: dict[str, Any], categories: tuple[bool, bool], context: Context) -> Reading:
    level = None if "categories" in found else Level.C
    reference = found.get("consentId", found.get("consent_uuid"))
    first = found.get("consentTimestamp", found.get("consent_date"))
    at = iso_instant(found.get("lastConsentTimestamp", found.get("last_consent_update", first)))
    until = milliseconds_instant(found.get("expirationTime"))
    if at is None or not is_uuid(reference) or ("expirationTime" in found and until is None):
        return invalid(Reason.MALFORMED)
    return context.explicit(categories, at=at, until=until, reference=reference, level=level)


def _category(accepted: Sequence[str], mapped: Sequence[str], usual: frozenset[str]) -> bool:
    """Whether every mapped name was accepted, or, where none is mapped, one of the usual names."""
    return all(name in accepted for name in mapped) if mapped else not usual.isdisjoint(accepted)


VANILLA_COOKIECONSENT = Platform(
    name="vanilla-cookieconsent",
    label="CookieConsent (orestbida)",
    cookie="cc_cookie",
    level=Level.A,
    read=read,
)

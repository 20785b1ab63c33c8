"""How long each kind of data is kept: what tenants may choose, and until when a row may stay (pure).

Storage limitation: GDPR art. 5(1)(e). The proof of consent outlives the visit, because art. 7(1) asks for it;
the proof that a request of a visitor was carried out stays so that it can be shown (art. 5(2), 12(3)).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class RetentionKind(StrEnum):
    """A kind of data with a lifetime of its own."""

    PAGE_VIEWS = "page_views"
    VISITS = "visits"
    LEADS = "leads"
    RECEIPTS = "receipts"
    REQUESTS = "requests"
    AUDIT = "audit"


DEFAULT_DAYS: Mapping[RetentionKind, int] = {
    RetentionKind.PAGE_VIEWS: 90,
    RetentionKind.VISITS: 396,
    RetentionKind.LEADS: 731,
    RetentionKind.RECEIPTS: 1827,
    RetentionKind.REQUESTS: 1827,
    RetentionKind.AUDIT: 731,
}
CEILING_DAYS: Mapping[RetentionKind, int] = {
    RetentionKind.PAGE_VIEWS: 396,
    RetentionKind.VISITS: 762,
    RetentionKind.LEADS: 1827,
    RetentionKind.RECEIPTS: 3653,
    RetentionKind.REQUESTS: 3653,
    RetentionKind.AUDIT: 1827,
}
_LEAST_DAYS: Mapping[RetentionKind, int] = {RetentionKind.REQUESTS: 366, RetentionKind.AUDIT: 90}


class RetentionFault(StrEnum):
    """Why a choice of lifetimes cannot be."""

    TOO_SHORT = "too_short"
    ABOVE_CEILING = "above_ceiling"
    VIEWS_OUTLIVE_VISITS = "views_outlive_visits"


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """Days that a tenant keeps each kind."""

    days: Mapping[RetentionKind, int]

    def cutoff(self, kind: RetentionKind, *, now: datetime) -> datetime:
        """What is older than this goes."""
        return now - timedelta(days=self.days[kind])


def lifetimes(chosen: Mapping[str, int], most: Mapping[RetentionKind, int]) -> Lifetimes:
    """What holds for a tenant: its choices, the defaults for the rest, and never more than the ceilings `most`."""
    return Lifetimes({kind: min(chosen.get(kind.value, DEFAULT_DAYS[kind]), most[kind]) for kind in RetentionKind})


def least_days(kind: RetentionKind) -> int:
    """The shortest lifetime that may be chosen: a proof that is gone the next day would be none."""
    return _LEAST_DAYS.get(kind, 1)


def faults(
    days: Mapping[RetentionKind, int], most: Mapping[RetentionKind, int]
) -> Mapping[RetentionKind, RetentionFault]:
    """What is wrong with a choice, by kind; empty when it can be."""
    found: dict[RetentionKind, RetentionFault] = {}
    for kind, chosen in days.items():
        if chosen < least_days(kind):
            found[kind] = RetentionFault.TOO_SHORT
        elif chosen > most[kind]:
            found[kind] = RetentionFault.ABOVE_CEILING
    if days[RetentionKind.PAGE_VIEWS] > days[RetentionKind.VISITS]:
        found.setdefault(RetentionKind.PAGE_VIEWS, RetentionFault.VIEWS_OUTLIVE_VISITS)
    return found


def ceilings(text: str) -> Mapping[RetentionKind, int]:
    """`page_views=90,visits=396` → the installation's ceilings in days. Raises ValueError naming what is wrong."""
    most = dict(CEILING_DAYS)
    for part in (part.strip() for part in text.split(",") if part.strip()):
        name, _, number = part.partition("=")
        if name not in set(RetentionKind) or not number.isdigit() or int(number) < least_days(RetentionKind(name)):
            raise ValueError(f"RETENTION_CEILINGS: {part} is not a kind of data with days, such as page_views=90.")
        most[RetentionKind(name)] = int(number)
    return most

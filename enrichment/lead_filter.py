"""What somebody wants to see of the leads: filters that combine, an order, and where to go on (pure)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

NOBODY = 0
"""Stands for "no owner" among the owners."""


class LeadSort(StrEnum):
    """What leads can be ordered by."""

    WARMTH = "warmth"
    LAST_SEEN = "last"
    FIRST_SEEN = "first"
    VISITS = "visits"
    PAGES = "pages"
    NAME = "name"
    COUNTRY = "country"
    KIND = "kind"
    SOURCE = "source"
    STATUS = "status"
    OWNER = "owner"
    TAGS = "tags"
    CONFIDENCE = "sure"

    @property
    def is_descending(self) -> bool:
        """Whether the most comes first by itself; words come from A to Z."""
        return self in (
            LeadSort.WARMTH,
            LeadSort.LAST_SEEN,
            LeadSort.FIRST_SEEN,
            LeadSort.VISITS,
            LeadSort.PAGES,
            LeadSort.TAGS,
            LeadSort.CONFIDENCE,
        )

    @property
    def needs_sums(self) -> bool:
        """Whether it is known only after a period's days are added up."""
        return self in (LeadSort.VISITS, LeadSort.PAGES)


@dataclass(frozen=True, slots=True)
class LeadOrder:
    """An order and its direction; `is_reversed` turns the usual one around."""

    sort: LeadSort = LeadSort.WARMTH
    is_reversed: bool = False

    @property
    def is_descending(self) -> bool:
        """Whether the greatest comes first."""
        return self.sort.is_descending is not self.is_reversed


class Novelty(StrEnum):
    """Whether a lead came for the first time in the period, or was there before."""

    NEW = "new"
    RETURNING = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadFilter:
    """All must hold; within one of them any value does. Empty ones leave nothing out.

    `first` to `last` are the tenant's days on which a lead was seen; `is_open` says that the period ends today.
    `paths` may end in * . `owners` are user ids, NOBODY among them. `least_heat` is 0 to 100, `least_sure` 0 to 1,
    `least_pages` pages in one visit. `only` are leads by id, for instance those that somebody follows.
    """

    first: date
    last: date
    is_open: bool = True
    search: str = ""
    novelty: Novelty | None = None
    paths: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    mediums: tuple[str, ...] = ()
    campaigns: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    owners: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    sites: tuple[UUID, ...] = ()
    least_pages: int = 0
    least_heat: int = 0
    least_sure: float = 0.0
    is_hidden: bool = False
    only: frozenset[UUID] | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether it asks for more than a period, so that it leaves only some of the leads."""
        return replace(self, first=_SOME_DAY, last=_SOME_DAY, is_open=True, is_hidden=False) != _ANY


_SOME_DAY = date(2000, 1, 1)
_ANY = LeadFilter(first=_SOME_DAY, last=_SOME_DAY)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a list goes on: the value of the row it stands at in the list's order, as text, and that row's id."""

    value: str
    id: UUID
    is_backwards: bool = False

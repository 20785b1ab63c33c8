"""The one shape of a source: asked about an address, it says what it found, or why it did not (pure)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from enrichment.addresses import Address


class Outcome(StrEnum):
    """How a question to a source ended."""

    FOUND = "found"
    NOTHING = "nothing"  # asked, and it knows nothing about the address
    AWAY = "away"  # could not be asked now; the reason stands beside it
    OFF = "off"  # this installation does not ask it


class Away(StrEnum):
    """Why a source could not be asked; a closed set."""

    TIMEOUT = "timeout"
    LIMITED = "limited"  # it asked us to wait
    FAILING = "failing"  # its own fault: 5xx, no connection
    UNREADABLE = "unreadable"  # what it sent is no answer
    TOO_LARGE = "too-large"
    REDIRECTED = "redirected"  # it points to somewhere we do not ask
    BUDGET = "budget"  # we have asked enough for now
    RESTING = "resting"  # it failed so often that it is left alone for a while


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source said about one address. `detail` is for people who run the installation."""

    source: str
    outcome: Outcome
    finding: Any = None
    away: Away | None = None
    detail: str = ""
    retry_after: float | None = None  # seconds


@dataclass(frozen=True, slots=True)
class Health:
    """Whether a source can be used, and of which day its data are."""

    source: str
    is_well: bool
    detail: str = ""
    on: date | None = None


class Source(Protocol):
    """What every file of this folder offers."""

    name: str

    def read(self, address: Address) -> Reading:
        """Ask about an unwrapped address. Never raises for what may go wrong between us and the source."""
        ...

    def health(self) -> Health:
        """Its state, without asking it anything."""
        ...

"""What every consent platform's file offers: one shape (pure)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from consent.evidence import Reading


class Level(StrEnum):
    """What a platform's cookie itself proves: A explicit choice with time and id, B without time, C booleans only."""

    A = "A"
    B = "B"
    C = "C"
    X = "X"


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A consent platform: its name in settings, its cookie, and the reader of that cookie's raw value.

    `read(raw, now=…, max_age_days=…)` never raises: what cannot be read proves nothing.
    """

    name: str
    label: str
    cookie: str
    level: Level
    read: Callable[..., Reading]

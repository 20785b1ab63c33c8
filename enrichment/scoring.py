"""How much a lead's visits count: weights that a tenant sets, points of a day, and how they cool (pure).

A day brings points for visits, pages, minutes, key pages and key events. Points halve every `half_life_days`. Because
all leads cool alike, their order never changes by itself: `warmth` is the binary logarithm of the points as they would
stand on EPOCH, so it can be stored, sorted and filtered without counting anew each day.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import mul, sub
from typing import NamedTuple

EPOCH = date(2026, 1, 1)
MAX_MINUTES_PER_DAY = 20
HALF_LIVES = (3, 7, 14, 30)
MAX_POINTS = 50
MAX_KEY_PAGES = 20
MAX_KEY_EVENTS = 20
MAX_EVENT_NAME = 80
COLD = -1000.0
"""The warmth of a lead without any points."""


@dataclass(frozen=True, slots=True)
class KeyPage:
    """A page that says more than others: its path, which may end in * , and the points of reading it."""

    path: str
    points: int

    def matches(self, path: str) -> bool:
        """Whether it is this page."""
        return path.startswith(self.path[:-1]) if self.path.endswith("*") else path == self.path

    @property
    def like(self) -> str:
        """The same as a pattern of LIKE."""
        escaped = self.path.removesuffix("*").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return escaped + "%" if self.path.endswith("*") else escaped


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """Something done on a page that says more than reading: its name, and the points of each time."""

    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts, in points; the defaults suit a small firm that sells to firms."""

    half_life_days: int = 7
    per_visit: int = 3
    per_page: int = 1
    per_minute: int = 1
    key_pages: tuple[KeyPage, ...] = ()
    key_events: tuple[KeyEvent, ...] = ()

    def key_points(self, path: str) -> int:
        """The points of reading a page beyond those of any page; the best match counts."""
        return max((one.points for one in self.key_pages if one.matches(path)), default=0)

    def points_of_day(self, *, visits: int, page_views: int, seconds: int, key_points: int) -> float:
        """What a day brings, on that day."""
        minutes = min(seconds / 60, MAX_MINUTES_PER_DAY)
        return self.per_visit * visits + self.per_page * page_views + self.per_minute * minutes + key_points


DEFAULT = Weights()


class ScoredDay(NamedTuple):
    """A day of a lead as far as its score goes. `key_points` are all extra ones; `event_points` those of events."""

    day: date
    visits: int
    page_views: int
    seconds: int
    key_points: int
    event_points: int = 0

    @property
    def page_points(self) -> int:
        """The extra points of key pages."""
        return self.key_points - self.event_points


def points_on(days: Iterable[ScoredDay], weights: Weights, *, today: date) -> float:
    """All points of a lead as they stand today."""
    return sum(
        weights.points_of_day(
            visits=one.visits, page_views=one.page_views, seconds=one.seconds, key_points=one.key_points
        )
        * _fade((today - one.day).days, weights.half_life_days)
        for one in days
    )


def points_of(warmth: float, weights: Weights, *, today: date) -> float:
    """The points behind a stored warmth, as they stand today."""
    return math.pow(2.0, min(warmth - (today - EPOCH).days / weights.half_life_days, 60.0))


def warmth_of(points: float, weights: Weights, *, today: date) -> float:
    """The stored warmth of a lead that has so many points today."""
    return math.log2(points) + (today - EPOCH).days / weights.half_life_days if points > 0 else COLD


@dataclass(frozen=True, slots=True)
class ScorePart:
    """What one thing adds to a lead's points today; `count` is how many of it there were."""

    what: str
    count: int
    points: float


def score_parts(days: Sequence[ScoredDay], weights: Weights, *, today: date) -> tuple[ScorePart, ...]:
    """Where a lead's points come from, most first: visits, pages, minutes, key pages, events."""
    if not days:
        return ()
    fade = [_fade((today - one[0]).days, weights.half_life_days) for one in days]
    _, visits, page_views, seconds, key_points, event_points = zip(*days, strict=True)
    minutes = [min(one / 60, MAX_MINUTES_PER_DAY) for one in seconds]
    page_points = list(map(sub, key_points, event_points))
    parts = (
        ScorePart("visits", sum(visits), weights.per_visit * sum(map(mul, visits, fade))),
        ScorePart("pages", sum(page_views), weights.per_page * sum(map(mul, page_views, fade))),
        ScorePart("minutes", round(sum(minutes)), weights.per_minute * sum(map(mul, minutes, fade))),
        ScorePart("key_pages", sum(one > 0 for one in page_points), sum(map(mul, page_points, fade))),
        ScorePart("events", sum(one > 0 for one in event_points), sum(map(mul, event_points, fade))),
    )
    return tuple(sorted((part for part in parts if part.points > 0), key=lambda part: -part.points))


@lru_cache(maxsize=1024)
def _fade(age_days: int, half_life_days: int) -> float:
    """What is left of a point after so many days."""
    return math.pow(0.5, age_days / half_life_days)

"""Which visit a hit belongs to: windows over the time of the hits, so late and unordered ones land right (pure)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

GAP = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Window:
    """From the first to the last hit of a visit."""

    visit_id: UUID
    started_at: datetime
    last_hit_at: datetime

    def covers(self, at: datetime) -> bool:
        """Whether a hit at that time is part of this visit."""
        return self.started_at - GAP <= at <= self.last_hit_at + GAP

    def with_hit(self, at: datetime) -> "Window":
        """The window after that hit."""
        return replace(self, started_at=min(self.started_at, at), last_hit_at=max(self.last_hit_at, at))


def assign(
    times: Sequence[datetime], windows: Iterable[Window], new_ids: Iterable[UUID]
) -> tuple[list[UUID], dict[UUID, Window]]:
    """The visit of each hit of one visitor, and the windows after them.

    `times` are the hits' times in any order; the visits come back in that order. `windows` are the visits that exist,
    `new_ids` gives ids for those that begin. A hit that two visits could take goes to the earlier one.
    """
    current = {window.visit_id: window for window in windows}
    fresh = iter(new_ids)
    visits: dict[int, UUID] = {}
    for place in sorted(range(len(times)), key=times.__getitem__):
        at = times[place]
        fitting = [window for window in current.values() if window.covers(at)]
        window = min(fitting, key=_start) if fitting else Window(next(fresh), at, at)
        current[window.visit_id] = window.with_hit(at)
        visits[place] = window.visit_id
    return [visits[place] for place in range(len(times))], current


def _start(window: Window) -> datetime:
    return window.started_at

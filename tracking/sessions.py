"""Which visit a hit belongs to: windows over the time of the hits, so late and unordered ones land right (pure)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

GAP = timedelta(minutes=30)


class Window(msgspec.Struct, frozen=True):
    """From the first to the last hit of a visit."""

    visit_id: UUID
    started_at: datetime
    last_hit_at: datetime

    def covers(self, at: datetime) -> bool:
        """Whether a hit at that time is part of this visit."""
        return self.started_at - GAP <= at <= self.last_hit_at + GAP

    def with_hit(self, at: datetime) -> "Window":
        """The window after that hit."""
        return Window(self.visit_id, min(self.started_at, at), max(self.last_hit_at, at))


def window_of(at: datetime, windows: Iterable[Window]) -> Window | None:
    """The visit that a hit at that time belongs to, or None when a new one begins.

    A hit that two visits could take goes to the later one: it is the one that is going on.
    """
    fitting = [window for window in windows if window.covers(at)]
    return max(fitting, key=lambda window: window.started_at, default=None)

"""Numbers per day as bars of a chart (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

HEIGHT = 64
SLOT = 22
BAR = 14


@dataclass(frozen=True, slots=True)
class DayBar:
    """One bar: its day and value, where it stands (x), how high it is, and whether its day is written below it."""

    day: date
    value: int
    x: int
    height: int
    is_labelled: bool

    @property
    def slot_x(self) -> int:
        """Where all of the day's column begins."""
        return self.x - (SLOT - BAR) // 2


def day_bars(values: Sequence[int], *, first: date) -> tuple[DayBar, ...]:
    """Bars for daily values from `first` on; the highest fills the height, and each week's last day is labelled."""
    top = max(values, default=0) or 1
    return tuple(
        DayBar(
            day=first + timedelta(days=at),
            value=value,
            x=at * SLOT + (SLOT - BAR) // 2,
            height=max(round(HEIGHT * value / top), 3) if value else 0,
            is_labelled=(len(values) - 1 - at) % 7 == 0,
        )
        for at, value in enumerate(values)
    )

"""Numbers per day as a chart with a readable axis (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH = 1000
HEIGHT = 200
MOST_LABELS = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """A day: its two values and how they stand in a drawing of 1000×200, where 0 is the bottom."""

    day: date
    whole: int
    part: int
    x: float
    width: float
    slot_x: float
    slot_width: float
    whole_height: float
    part_height: float

    @property
    def slot_path(self) -> str:
        """All of the day's column, as the path of an SVG."""
        return _box(self.slot_x, self.slot_width, HEIGHT)

    @property
    def whole_path(self) -> str:
        """The whole value's bar."""
        return _box(self.x, self.width, self.whole_height)

    @property
    def part_path(self) -> str:
        """The part's bar, in front of it."""
        return _box(self.x, self.width, self.part_height)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars from left to right, the numbers on the axis from top to bottom, and the days to write below."""

    bars: tuple[Bar, ...]
    ticks: tuple[int, ...]
    labels: tuple[date, ...]

    @property
    def whole(self) -> int:
        """The sum of all whole values."""
        return sum(bar.whole for bar in self.bars)

    @property
    def part(self) -> int:
        """The sum of all parts."""
        return sum(bar.part for bar in self.bars)


def chart(days: Sequence[date], whole: Sequence[int], part: Sequence[int]) -> Chart:
    """A chart of days in order. `part` is drawn inside `whole`."""
    top = nice_top(max(whole, default=0))
    slot = WIDTH / max(len(days), 1)
    gap = min(slot * 0.3, 8)
    bars = tuple(
        Bar(
            day=day,
            whole=all_of_it,
            part=some,
            x=round(at * slot + gap / 2, 2),
            width=round(slot - gap, 2),
            slot_x=round(at * slot, 2),
            slot_width=round(slot, 2),
            whole_height=round(HEIGHT * all_of_it / top, 2),
            part_height=round(HEIGHT * some / top, 2),
        )
        for at, (day, all_of_it, some) in enumerate(zip(days, whole, part, strict=True))
    )
    return Chart(bars, ticks=(top, top // 2, 0), labels=_labels(days))


def _box(x: float, width: float, height: float) -> str:
    return f"M{x:g} 0h{width:g}v{height:g}h{-width:g}z"


def nice_top(highest: int) -> int:
    """The least even number of the kind 2, 4, 6, 8, 10, 20, 40 … that is not below the highest value."""
    top = 2
    while top < highest:
        lead = int(str(top)[0]) if top != 10 ** (len(str(top)) - 1) else 1
        unit = 10 ** (len(str(top)) - 1)
        top += 2 if top < 10 else unit if lead == 1 else 2 * unit
    return top


def _labels(days: Sequence[date]) -> tuple[date, ...]:
    """Some days at equal distances, the last one among them."""
    if len(days) <= MOST_LABELS:
        return tuple(days)
    step = -(-(len(days) - 1) // (MOST_LABELS - 1))
    return tuple(days[len(days) - 1 - step * n] for n in range((len(days) - 1) // step, -1, -1))

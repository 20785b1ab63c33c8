"""Points as people see them: a scale from 0 to 100 with four steps of one colour (pure)."""

import math
from enum import IntEnum

LUKEWARM_AT = 40.0  # points at which the scale reaches 63 of 100


class HeatLevel(IntEnum):
    """Four steps of one colour scale."""

    COOL = 1
    WARM = 2
    HOT = 3
    BLAZING = 4


def heat(points: float) -> int:
    """Points on a scale from 0 to 100 that rises ever more slowly."""
    return round(100 * (1 - math.exp(-max(points, 0.0) / LUKEWARM_AT)))


def heat_level(degrees: int) -> HeatLevel:
    """The step of a heat from 0 to 100."""
    steps = ((80, HeatLevel.BLAZING), (55, HeatLevel.HOT), (30, HeatLevel.WARM))
    return next((level for least, level in steps if degrees >= least), HeatLevel.COOL)


def points_at(degrees: int) -> float:
    """The least points that show as this heat (1 to 99)."""
    return -LUKEWARM_AT * math.log(1 - (degrees - 0.5) / 100)

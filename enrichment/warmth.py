"""How warm a lead is: recent, frequent and thorough visits count, and they cool with a half-life of a week (pure)."""

import math
from enum import IntEnum

HALF_LIFE_DAYS = 7
POINTS_PER_VISIT = 3
POINTS_PER_PAGE = 1
POINTS_PER_MINUTE = 0.5
MAX_MINUTES_PER_DAY = 20
LUKEWARM_AT = 24.0  # points at which the scale reaches 63 of 100

# The same sum in SQL, over rows `d` of days; the parameter `today` is the tenant's own date.
POINTS_SQL = f"""
    ({POINTS_PER_VISIT} * d.visits + {POINTS_PER_PAGE} * d.page_views
     + {POINTS_PER_MINUTE} * least(d.seconds / 60.0, {MAX_MINUTES_PER_DAY}))
    * power(0.5, (%(today)s::date - d.day) / {HALF_LIFE_DAYS}.0)
"""


class HeatLevel(IntEnum):
    """Four steps of one colour scale."""

    COOL = 1
    WARM = 2
    HOT = 3
    BLAZING = 4


def points_of_day(*, visits: int, page_views: int, seconds: int, days_ago: int) -> float:
    """What one day of a lead adds today."""
    minutes = min(seconds / 60, MAX_MINUTES_PER_DAY)
    points = POINTS_PER_VISIT * visits + POINTS_PER_PAGE * page_views + POINTS_PER_MINUTE * minutes
    return float(points * 0.5 ** (days_ago / HALF_LIFE_DAYS))


def heat(points: float) -> int:
    """Points on a scale from 0 to 100 that rises ever more slowly."""
    return round(100 * (1 - math.exp(-max(points, 0.0) / LUKEWARM_AT)))


def heat_level(degrees: int) -> HeatLevel:
    """The step of a heat from 0 to 100."""
    steps = ((80, HeatLevel.BLAZING), (55, HeatLevel.HOT), (30, HeatLevel.WARM))
    return next((level for least, level in steps if degrees >= least), HeatLevel.COOL)

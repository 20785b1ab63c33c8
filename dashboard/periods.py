"""The stretch of days that a page looks at, and the one before it to compare with (pure)."""

from dataclasses import dataclass
from datetime import date, timedelta

LENGTHS = {"today": 1, "7": 7, "28": 28, "90": 90}
DEFAULT = "7"


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included. `key` is its name in the address."""

    key: str
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """The period of the same length that ends the day before this one begins."""
        return Period(self.key, self.first - timedelta(days=self.days), self.first - timedelta(days=1))


def period(key: str | None, *, today: date) -> Period:
    """The period with that name that ends today; the default one for a name that is none."""
    known = key if key in LENGTHS else DEFAULT
    return Period(known, today - timedelta(days=LENGTHS[known] - 1), today)

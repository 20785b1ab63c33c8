"""The stretch of days that a page looks at, and the one before it to compare with (pure)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

LENGTHS = {"today": 1, "7": 7, "28": 28, "90": 90}
MONTH = "month"
CUSTOM = "custom"
DEFAULT = "7"
LONGEST_DAYS = 400
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included. `key` is its name in the address, `is_open` that it ends today."""

    key: str
    first: date
    last: date
    is_open: bool = True

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """The period of the same length that ends the day before this one begins; of a month, the month before."""
        last = self.first - timedelta(days=1)
        first = last.replace(day=1) if self.key == MONTH else self.first - timedelta(days=self.days)
        return Period(self.key, first, last, is_open=False)

    @property
    def address(self) -> dict[str, str]:
        """What names it in an address."""
        if self.key == CUSTOM:
            return {"period": CUSTOM, "from": self.first.isoformat(), "to": self.last.isoformat()}
        if self.key == MONTH and not self.is_open:
            return {"period": MONTH, "month": f"{self.first:%Y-%m}"}
        return {"period": self.key}


def period(key: str | None, *, today: date) -> Period:
    """The period with that name that ends today; the default one for a name that is none."""
    known = key if key in LENGTHS else DEFAULT
    return Period(known, today - timedelta(days=LENGTHS[known] - 1), today)


def period_from(query: Mapping[str, str], *, today: date, default: str = DEFAULT) -> Period:
    """The period that an address asks for; what cannot be is the default one."""
    key = query.get("period", default)
    if key == MONTH:
        return _month(query.get("month", ""), today)
    if key == CUSTOM:
        return _custom(query.get("from", ""), query.get("to", ""), today) or period(default, today=today)
    return period(key if key in LENGTHS else default, today=today)


def _month(text: str, today: date) -> Period:
    first = date.fromisoformat(f"{text}-01") if _MONTH.fullmatch(text) else today.replace(day=1)
    if first.year < 2000 or (first.year, first.month) >= (today.year, today.month):
        return Period(MONTH, today.replace(day=1), today)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Period(MONTH, first, last, is_open=False)


def _custom(first_text: str, last_text: str, today: date) -> Period | None:
    """Between two days, whichever comes first; never beyond today and never too long."""
    try:
        first, last = sorted((date.fromisoformat(first_text), date.fromisoformat(last_text)))
    except ValueError:
        return None
    last = min(last, today)
    if first > last or first.year < 2000:
        return None
    first = max(first, last - timedelta(days=LONGEST_DAYS - 1))
    return Period(CUSTOM, first, last, is_open=last == today)

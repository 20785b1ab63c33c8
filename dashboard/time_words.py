"""Times and durations the way people say them (pure but for the active language)."""

from datetime import date, datetime
from enum import Enum, auto
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

MINUTE = 60
HOUR = 3600
WEEK_DAYS = 7


class Distance(Enum):
    """How far back something lies."""

    NOW = auto()
    MINUTES = auto()
    HOURS = auto()
    YESTERDAY = auto()
    DAYS = auto()
    LONG = auto()


def distance(moment: datetime, *, now: datetime) -> tuple[Distance, int]:
    """How far back, and how many of that unit. Both times are aware and in the reader's time zone."""
    seconds = int((now - moment).total_seconds())
    days = (now.date() - moment.date()).days
    if seconds < MINUTE:
        return Distance.NOW, 0
    if seconds < HOUR:
        return Distance.MINUTES, seconds // MINUTE
    if days < 1:
        return Distance.HOURS, seconds // HOUR
    if days == 1:
        return Distance.YESTERDAY, 1
    return (Distance.DAYS, days) if days < WEEK_DAYS else (Distance.LONG, days)


def ago(moment: datetime, *, now: datetime) -> str:
    """For in a sentence: "12 min ago", "yesterday", "3 Nov"."""
    far, count = distance(moment, now=now)
    if far is Distance.MINUTES:
        return _("%(count)d min ago") % {"count": count}
    if far is Distance.HOURS:
        return ngettext("%(count)d hour ago", "%(count)d hours ago", count) % {"count": count}
    if far is Distance.DAYS:
        return ngettext("%(count)d day ago", "%(count)d days ago", count) % {"count": count}
    return _same_in_both(far, moment, now)


def since(moment: datetime, *, now: datetime) -> str:
    """For under a heading that says "last": "12 min", "yesterday", "3 Nov"."""
    far, count = distance(moment, now=now)
    if far is Distance.MINUTES:
        return _("%(count)d min") % {"count": count}
    if far is Distance.HOURS:
        return ngettext("%(count)d hour", "%(count)d hours", count) % {"count": count}
    if far is Distance.DAYS:
        return ngettext("%(count)d day", "%(count)d days", count) % {"count": count}
    return _same_in_both(far, moment, now)


def short_day(day: date) -> str:
    """A day without its year, such as "3 Nov"."""
    return _written(day, pgettext("date format", "j M"), get_language())


def short_date(day: date) -> str:
    """A day with its year, such as "3 Nov 2026"."""
    return _written(day, pgettext("date format", "j M Y"), get_language())


def long_date(day: date) -> str:
    """A day in full, such as "3 November 2026"."""
    return _written(day, "j F Y", get_language())


def day_of_week(day: date) -> str:
    """A day of this year, such as "Tuesday 3 November"."""
    return _written(day, "l j F", get_language())


def day_and_month(day: date) -> str:
    """A day of this year, such as "3 November"."""
    return _written(day, "j F", get_language())


@lru_cache(maxsize=4096)
def _written(day: date, how: str, language: str | None) -> str:
    """Written once for all rows and bars of that day, and for every reader of that language."""
    return date_format(day, how)


def month_name(day: date) -> str:
    """The month of a day, such as "November 2026"."""
    return date_format(day, "F Y")


def reading_time(seconds: int) -> str:
    """Engaged time on a page: seconds below a minute, whole minutes above."""
    if seconds < MINUTE:
        return _("%(count)d sec") % {"count": seconds}
    return _("%(count)d min") % {"count": round(seconds / MINUTE)}


def _same_in_both(far: Distance, moment: datetime, now: datetime) -> str:
    if far is Distance.NOW:
        return _("just now")
    if far is Distance.YESTERDAY:
        return _("yesterday")
    return short_day(moment) if moment.year == now.year else short_date(moment)

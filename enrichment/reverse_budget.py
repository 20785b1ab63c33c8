"""Counts the questions for reverse names of a day in Valkey, for all processes together (edge)."""

from datetime import date
from typing import Any, cast

from django.conf import settings

from tracking.stream import valkey

KEPT_SECONDS = 2 * 86_400


def may_ask_names(day: date) -> bool:
    """Whether one more address may be asked about on that day; if so, it is counted."""
    pipe = valkey().pipeline()
    pipe.incr(_key(day))
    pipe.expire(_key(day), KEPT_SECONDS)
    asked = int(cast(Any, pipe.execute()[0]))
    if asked <= settings.REVERSE_DNS_PER_DAY:
        return True
    valkey().decr(_key(day))  # the count tells what was asked
    return False


def names_asked(day: date) -> int:
    """How many addresses were asked about on that day."""
    return int(cast(Any, valkey().get(_key(day))) or 0)


def _key(day: date) -> str:
    return f"lookups:reverse:{day.isoformat()}"

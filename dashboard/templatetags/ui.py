"""What templates need to show a report: words for times and places, and classes for what CSS may not compute (edge)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Protocol
from uuid import UUID

from django import template
from django.contrib.auth.password_validation import MinimumLengthValidator, get_default_password_validators
from django.forms import BoundField
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from dashboard import country_names, exclusion_form, kind_names, time_words
from dashboard.browser_words import browser_words as browser_words_of
from dashboard.monogram import Monogram
from dashboard.monogram import monogram as tile_of
from enrichment.exclusions import ExcludedBecause
from enrichment.lead_status import LeadStatus

register = template.Library()

HUE_STEPS = 24
_SOME_ID = UUID(int=0)


class HasValue(Protocol):
    """Anything with a number, such as a bar of a chart."""

    @property
    def value(self) -> int:
        """The number."""


@dataclass(frozen=True, slots=True)
class Change:
    """How a number moved since the period before: "up", "down" or "same", and by how much."""

    direction: str
    difference: int


@register.filter
def item(values: Mapping[str, Any], key: str) -> Any:
    """The value of a key."""
    return values[key]


@register.filter
def hex(text: str) -> str:
    """A text as hexadecimal digits, for an id that may hold nothing else."""
    return text.encode().hex()


@register.filter
def kind_name(kind: str) -> str:
    """What a kind of organisation is called."""
    return kind_names.kind_name(kind)


@register.filter
def because_words(because: ExcludedBecause) -> str:
    """Why something is left out."""
    return str(exclusion_form.BECAUSE_WORDS[because])


@register.filter
def hue_step(hue: int) -> int:
    """The class number (0 to 23) of a hue in degrees; style attributes are not allowed by the security policy."""
    return hue * HUE_STEPS // 360 % HUE_STEPS


@register.filter
def country_name(code: str) -> str:
    """The country's name in the active language."""
    return country_names.country_name(code)


@register.filter
def ago(moment: datetime) -> str:
    """How long ago, for in a sentence; in the template's time zone."""
    return time_words.ago(timezone.localtime(moment), now=timezone.localtime())


@register.filter
def since(moment: datetime) -> str:
    """How long ago, without the word "ago"."""
    return time_words.since(timezone.localtime(moment), now=timezone.localtime())


@register.filter
def short_day(day: date) -> str:
    """A day without its year, in few letters."""
    return time_words.short_day(_local(day))


@register.filter
def day_of_week(day: date) -> str:
    """A day of this year with its weekday."""
    return time_words.day_of_week(day)


@register.filter
def day_and_month(day: date) -> str:
    """A day of this year in full."""
    return time_words.day_and_month(day)


@register.filter
def short_date(day: date) -> str:
    """A day with its year, in few letters."""
    return time_words.short_date(_local(day))


@register.filter
def reading_time(seconds: int) -> str:
    """Engaged time in words."""
    return time_words.reading_time(seconds)


@register.filter
def highest(bars: Iterable[HasValue]) -> int:
    """The largest value of a chart, for its axis."""
    return max((bar.value for bar in bars), default=0)


@register.filter
def total(bars: Iterable[HasValue]) -> int:
    """The sum of a chart's values."""
    return sum(bar.value for bar in bars)


@register.simple_tag
def element(name: str, **values: Any) -> SafeString:
    """The template elements/<name>.html with these values and nothing else; for rows, where an include costs too much.

    What it looks like follows from the values and the language alone, so what was made once is used again.
    """
    return _element(name, get_language(), tuple(values.items()))


@lru_cache(maxsize=4096)
def _element(name: str, language: str | None, values: tuple[tuple[str, Any], ...]) -> SafeString:
    return made_element(name, dict(values))


def made_element(name: str, values: dict[str, Any]) -> SafeString:
    """The template elements/<name>.html with these values, made anew."""
    return mark_safe(get_template(f"elements/{name}.html").render(values))  # noqa: S308 (it escapes)  # nosec


@register.simple_tag
def lead_address(slug: str, lead_id: UUID) -> str:
    """The address of a lead's page; a list asks it for each of its rows."""
    return _some_lead_address(slug).replace(str(_SOME_ID), str(lead_id))


@lru_cache(maxsize=256)
def _some_lead_address(slug: str) -> str:
    return reverse("lead", kwargs={"slug": slug, "lead_id": _SOME_ID})


def time_element(at: datetime, *, now: datetime) -> SafeString:
    """How long ago, with the date and the time behind it; in the time zone of `now`."""
    local = at.astimezone(now.tzinfo)
    words = time_words.since(local, now=now)
    full = f"{time_words.long_date(local.date())} {local.hour:02}:{local.minute:02}"
    return format_html('<time datetime="{}" title="{}">{}</time>', local.isoformat(), full, words)


@register.simple_tag
def change(now: int, before: int) -> Change:
    """The change of a number since the period before."""
    direction = "up" if now > before else "down" if now < before else "same"
    return Change(direction, abs(now - before))


@register.simple_tag
def lead_statuses() -> tuple[LeadStatus, ...]:
    """Every status that a lead can have, in the order of a sale."""
    return tuple(LeadStatus)


@register.filter
def monogram(name: str) -> Monogram:
    """The tile of a name."""
    return tile_of(name)


@register.filter
def with_class(field: BoundField, name: str) -> SafeString:
    """A form field's widget with a class, without the placeholder that repeats its label."""
    attributes: dict[str, str | bool] = {"placeholder": False}
    return field.as_widget(attrs=attributes | ({"class": name} if name else {}))


@register.filter
def browser_words(user_agent: str) -> str:
    """The browser and the system of a session in two words."""
    return browser_words_of(user_agent)


@register.simple_tag
def least_password_length() -> int:
    """How many characters a password needs, from the settings."""
    lengths = [one.min_length for one in get_default_password_validators() if isinstance(one, MinimumLengthValidator)]
    return max(lengths, default=1)


def _local(day: date) -> date:
    return timezone.localtime(day) if isinstance(day, datetime) else day

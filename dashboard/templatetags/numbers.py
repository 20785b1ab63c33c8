"""Numbers with separators and in words, made once for each number and language: charts hold hundreds (edge)."""

from collections.abc import Callable
from functools import lru_cache, wraps

from django import template
from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

register = template.Library()

KNOWN = 4096


def made_once(words: Callable[[int], str]) -> Callable[[int], str]:
    """A filter that remembers what it made of a number in a language."""

    @lru_cache(maxsize=KNOWN)
    def made(number: int, language: str | None) -> str:
        return words(number)

    @wraps(words)
    def of(number: int) -> str:
        return made(number, get_language())

    return of


@register.filter
@made_once
def grouped(number: int) -> str:
    """A number with separators between thousands."""
    return str(intcomma(number))


@register.filter
@made_once
def visits_by_companies(number: int) -> str:
    """So many visits by companies."""
    words = ngettext("%(n)s visit by companies", "%(n)s visits by companies", number)
    return words % {"n": grouped(number)}


@register.filter
@made_once
def in_all(number: int) -> str:
    """So many in all."""
    return _("%(n)s in all") % {"n": grouped(number)}


@register.filter
@made_once
def minutes_read(number: int) -> str:
    """So many minutes, in short."""
    return _("%(minutes)s min") % {"minutes": grouped(number)}


@register.filter
@made_once
def pages_read(number: int) -> str:
    """So many pages."""
    return ngettext("%(views)s page", "%(views)s pages", number) % {"views": grouped(number)}

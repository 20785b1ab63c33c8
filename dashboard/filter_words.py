"""Filters in words: the chips above the lead list, each with the address without it (edge to gettext only)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dashboard.country_names import country_name
from dashboard.filter_address import MANY, ONE, Asked
from dashboard.kind_names import kind_name
from dashboard.periods import CUSTOM, LENGTHS, MONTH, Period
from dashboard.time_words import month_name, short_date
from enrichment.lead_status import LeadStatus

REGION_NAMES: Mapping[str, str | Promise] = {
    "benelux": gettext_lazy("Benelux"),
    "dach": gettext_lazy("German-speaking countries"),
    "nordics": gettext_lazy("Nordic countries"),
    "british-isles": gettext_lazy("British Isles"),
    "south": gettext_lazy("Southern Europe"),
    "east": gettext_lazy("Eastern Europe"),
}
TITLES: Mapping[str, str | Promise] = {
    "path": gettext_lazy("Read"),
    "source": gettext_lazy("Source"),
    "medium": gettext_lazy("Medium"),
    "campaign": gettext_lazy("Campaign"),
    "country": gettext_lazy("Country"),
    "region": gettext_lazy("Region"),
    "kind": gettext_lazy("Kind"),
    "status": gettext_lazy("Status"),
    "owner": gettext_lazy("Owner"),
    "tag": gettext_lazy("Tag"),
    "site": gettext_lazy("Website"),
    "novelty": gettext_lazy("First visit"),
    "size": gettext_lazy("Longest visit"),
    "heat": gettext_lazy("Score"),
    "sure": gettext_lazy("Certainty"),
    "followed": gettext_lazy("Mine"),
    "hidden": gettext_lazy("Hidden"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in words. `title` and `words` read as a phrase; `address` is the list without it."""

    name: str
    title: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Names:
    """What values that are ids are called: owners and sites."""

    owners: Mapping[str, str]
    sites: Mapping[str, str]


def chips(asked: Asked, names: Names) -> tuple[Chip, ...]:
    """A chip for each filter that is on, in the order of the panel."""
    made = [Chip("q", _("Search"), f"“{asked.search}”", asked.query(without="q"))] if asked.search else []
    for name in (*MANY, *ONE):
        values = asked.values.get(name, ())
        if values:
            words = _or([value_words(name, value, names) for value in values])
            made.append(Chip(name, str(TITLES[name]), words, asked.query(without=name)))
    return tuple(made)


def value_words(name: str, value: str, names: Names) -> str:
    """One value of a filter in words."""
    words = _WORDS.get(name)
    if name == "owner":
        return _("nobody") if value == "0" else names.owners.get(value, _("somebody who left"))
    if name == "site":
        return names.sites.get(value, _("a website that is gone"))
    return words(value) if words else value


def period_words(period: Period) -> str:
    """A period in words: "28 days", "October 2026", "3 Nov 2026 – 9 Nov 2026"."""
    if period.key == MONTH:
        return month_name(period.first)
    if period.key == CUSTOM:
        return f"{short_date(period.first)} – {short_date(period.last)}"
    if period.key == "today":
        return _("Today")
    return ngettext("%(count)d day", "%(count)d days", LENGTHS[period.key]) % {"count": LENGTHS[period.key]}


def _or(words: list[str]) -> str:
    if len(words) > 3:
        more = ngettext("%(count)d other", "%(count)d others", len(words) - 2) % {"count": len(words) - 2}
        words = [*words[:2], more]
    if len(words) == 1:
        return words[0]
    return _("%(first)s or %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def _novelty(value: str) -> str:
    return _("in this period") if value == "new" else _("before this period")


def _pages(value: str) -> str:
    return ngettext("at least %(count)d page", "at least %(count)d pages", int(value)) % {"count": int(value)}


_WORDS: Mapping[str, Callable[[str], str]] = {
    "country": country_name,
    "region": lambda value: str(REGION_NAMES[value]),
    "kind": kind_name,
    "status": lambda value: str(LeadStatus(value).label),
    "novelty": _novelty,
    "size": _pages,
    "heat": lambda value: _("at least %(count)s") % {"count": value},
    "sure": lambda value: _("at least %(count)s%%") % {"count": value},
    "followed": lambda value: _("leads I follow"),
    "hidden": lambda value: _("hidden leads"),
}

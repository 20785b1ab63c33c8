"""Report behind the panel of filters: what there is to choose from, and what is chosen (edge: it reads)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from connectleads.tenancy.queries import colleagues, sites
from dashboard.access import Member
from dashboard.filter_address import Asked, read_address, sort_text
from dashboard.filter_words import REGION_NAMES, TITLES, Names, value_words
from dashboard.lead_list import local_today
from dashboard.page_names import page_name
from enrichment.lead_numbers import Facet, facets
from enrichment.lead_search import viewpoint
from enrichment.lead_search_sql import Viewpoint
from enrichment.lead_status import LeadStatus

SIZES = (2, 3, 5, 10)
HEATS = (30, 55, 80)
CERTAINTIES = (70, 85, 95)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to tick."""

    value: str
    words: str
    more: str
    is_chosen: bool
    count: int = 0


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """One filter: its name in the address, its title, and its values. `is_single` takes one value at most."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    is_single: bool = False

    @property
    def is_used(self) -> bool:
        """Whether it is on."""
        return any(one.is_chosen for one in self.choices)


@dataclass(frozen=True, slots=True)
class FilterPanel:
    """The panel. `hidden` are the pairs of the address that the form passes on."""

    groups: tuple[FilterGroup, ...]
    hidden: tuple[tuple[str, str], ...]
    first: str
    last: str
    today: str
    is_custom: bool
    query: str


def filter_panel(member: Member, pairs: Sequence[tuple[str, str]], *, now: datetime) -> FilterPanel:
    """The panel for the list that an address asks for."""
    today = local_today(member, now)
    asked = read_address(pairs, today=today)
    view = viewpoint(member.tenant, today=today)
    hidden = list(asked.period.address.items())
    hidden += [("q", asked.search)] if asked.search else []
    hidden += [("sort", sort_text(asked.order))]
    return FilterPanel(
        groups=tuple(group for group in _groups(asked, view) if group.choices),
        hidden=tuple(hidden),
        first=asked.period.first.isoformat(),
        last=asked.period.last.isoformat(),
        today=today.isoformat(),
        is_custom=asked.period.key == "custom",
        query=asked.query(),
    )


def _groups(asked: Asked, view: Viewpoint) -> Iterable[FilterGroup]:
    found = facets(view)
    people, known_sites = colleagues(), sites()
    names = Names(
        owners={str(one.user_id): one.name for one in people}, sites={str(site.id): site.name for site in known_sites}
    )

    def facet(name: str) -> FilterGroup:
        some = list(found.get(name, ()))
        known = {one.value for one in some}
        some += [Facet(value, "", 0) for value in asked.values.get(name, ()) if value not in known]
        return _group(name, [one.value for one in some], asked, names, {one.value: one for one in some})

    yield facet("path")
    yield _group("novelty", ["new", "back"], asked, names, is_single=True)
    yield _group("size", [str(n) for n in SIZES], asked, names, is_single=True)
    yield _group("heat", [str(n) for n in HEATS], asked, names, is_single=True)
    yield _group("status", list(LeadStatus.values), asked, names)
    yield _group("owner", [*names.owners, "0"], asked, names)
    yield facet("tag")
    yield facet("country")
    yield _group("region", list(REGION_NAMES), asked, names)
    yield facet("source")
    yield facet("medium")
    yield facet("campaign")
    if len(view.kinds) > 1:
        yield _group("kind", list(view.kinds), asked, names)
    yield _group("sure", [str(n) for n in CERTAINTIES], asked, names, is_single=True)
    if len(known_sites) > 1:
        yield _group("site", list(names.sites), asked, names)
    yield _group("followed", ["1"], asked, names)
    yield _group("hidden", ["1"], asked, names)


def _group(
    name: str,
    values: Sequence[str],
    asked: Asked,
    names: Names,
    found: dict[str, Facet] | None = None,
    *,
    is_single: bool = False,
) -> FilterGroup:
    chosen = asked.values.get(name, ())
    choices = []
    for value in dict.fromkeys([*values, *chosen]):
        one = (found or {}).get(value)
        words = value_words(name, value, names)
        if name == "path" and one is not None and one.label:
            choices.append(Choice(value, page_name(value, one.label), value, value in chosen, one.count))
        else:
            choices.append(Choice(value, words, "", value in chosen, one.count if one else 0))
    return FilterGroup(name, str(TITLES[name]), tuple(choices), is_single)

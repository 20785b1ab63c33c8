"""Kinds of holders by their whole names, for names that mislead or tell nothing by themselves (edge: a data file).

`data/known_names.txt` holds what was found by looking through the names of all holders in the shipped data: public
knowledge of organisations and providers, and never the name of a natural person.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from enrichment.kinds import Kind
from enrichment.organisation_names import OrganisationName, normalised
from enrichment.personal_names import has_given_name

KNOWN_NAMES = Path(__file__).with_name("data") / "known_names.txt"


def kind_of(name: OrganisationName) -> Kind | None:
    """The kind of whoever has this whole name, None where nothing is known; unknown where nobody should be named."""
    return known_names().get(key_of(name))


def key_of(name: OrganisationName) -> str:
    """What a name is looked up by: a single word, or one that people have, is too little without its legal form."""
    says_enough = " " in name.normalised and not has_given_name(name.display)
    return name.normalised if says_enough else normalised(name.whole)


@cache
def known_names() -> Mapping[str, Kind]:
    """The kinds by key; read once a process, with the first name that is judged."""
    return dict(_lines(KNOWN_NAMES.read_text(encoding="utf-8")))


def _lines(text: str) -> Iterator[tuple[str, Kind]]:
    """Each name below the heading of its kind ("[business]")."""
    kind = Kind.UNKNOWN
    for line in text.splitlines():
        if line.startswith("["):
            kind = Kind(line.strip("[]"))
        elif line and not line.startswith("#"):
            yield line, kind

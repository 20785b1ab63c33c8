"""Kinds of holders by their whole names, for names that mislead or tell nothing by themselves (edge: a data file).

`data/known_names.txt` holds what was found by looking through the names of all holders in the shipped data: public
knowledge of organisations and providers, and never the name of a natural person. A name counts with its legal form
only, and one that is written without any counts in its own country only, so that no namesake is taken for it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from enrichment.kinds import Kind
from enrichment.organisation_names import OrganisationName, normalised

KNOWN_NAMES = Path(__file__).with_name("data") / "known_names.txt"


def kind_of(name: OrganisationName, country: str | None) -> Kind | None:
    """The kind of whoever has this whole name, None where nothing is known; unknown where nobody should be named.

    What a person trades under is never known.
    """
    return known_names().get(key_of(name, country)) if name.trader is None else None


def key_of(name: OrganisationName, country: str | None) -> str:
    """What a name is looked up by: with its legal form, and where it has none, of one country (ISO 3166-1) only."""
    whole = normalised(name.whole)
    return whole if name.legal_form else f"{whole} @ {country or '?'}"


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

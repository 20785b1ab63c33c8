"""Finds the organisation that a registry object names, in its holder, description or netname (pure)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from enrichment.findings import RegistryFinding
from enrichment.kind_words import Sense
from enrichment.legal_forms import Standing
from enrichment.name_senses import senses_of
from enrichment.organisation_names import TRADING_AS, form_at_end_of, legal_form_of, normalised, parse_name
from enrichment.registry_words import (
    INTRODUCTION,
    NETNAME_FORMS,
    NETNAME_NOISE,
    NOTE,
    PLACE,
    POOL,
    POSTCODE,
    STREET,
    STREET_ENDING,
)

MIN_LETTERS = 3
NAMING_LINES = 3  # a description names the customer in its first lines, then come addresses
MAX_TAIL_WORDS = 4
TAIL = re.compile(r"\s+[-–—/|]\s+|\s*[,;(]\s*|\s{2,}")
DIGITS_MAX = 0.3  # of all signs: more is a number of a customer or a circuit


class Basis(IntEnum):
    """What the name was read from, from the strongest down."""

    HOLDER = 4  # a registered organisation
    CUSTOMER = 3  # a provider's customer, as ARIN registers them
    DESCRIPTION = 2
    NETNAME = 1


@dataclass(frozen=True, slots=True)
class NamedOrganisation:
    """A name as it is written in the object, and where it stands."""

    text: str
    basis: Basis


def organisations_in(finding: RegistryFinding) -> Iterator[NamedOrganisation]:
    """The names that the object gives for who uses the range, the most trustworthy first."""
    if finding.organisation and not is_note(finding.organisation):
        basis = Basis.CUSTOMER if finding.is_customer else Basis.HOLDER
        yield NamedOrganisation(finding.organisation, basis)
    for line in finding.descriptions[:NAMING_LINES]:
        name = name_in_line(line)
        if name:
            yield NamedOrganisation(name, Basis.DESCRIPTION)
    name = name_in_netname(finding.netname)
    if name:
        yield NamedOrganisation(name, Basis.NETNAME)


def is_note(text: str) -> bool:
    """Whether a registered name is none, but a note of the provider ("TELCO-DSL-12", "Residential customers")."""
    form = legal_form_of(text)
    is_form = form and not (form.standing is Standing.SOLE and text.endswith(form.written) and len(form.written) <= 2)
    return not is_form and _is_no_name(text)  # "Static IP" has no legal form


def name_in_line(line: str) -> str | None:
    """The organisation that a line of description names; None for addresses, places, numbers and notes."""
    text = INTRODUCTION.sub("", line.strip()).strip(" :-*#").lstrip(".")
    if "@" in text or "://" in text or "www." in text.lower():
        return None
    text = text if TRADING_AS.search(text) else _without_tail(text)
    letters = sum(sign.isalpha() for sign in text)
    if letters < MIN_LETTERS or sum(sign.isdigit() for sign in text) > DIGITS_MAX * len(text):
        return None
    form = legal_form_of(text)
    if form and not (form.standing is Standing.SOLE and len(form.written) <= 2 and any(map(str.isdigit, text))):
        return text
    return None if _is_no_name(text) else text


def name_in_netname(netname: str) -> str | None:
    """ "NET-DE-TUI-CRUISES-GMBH" is "TUI CRUISES GMBH": only netnames that spell out a legal form name anybody."""
    parts = [part for part in re.split(r"[-_]+", netname) if part]
    while parts and (parts[0].casefold() in NETNAME_NOISE or _is_country(parts[0], parts)):
        parts = parts[1:]
    ends = [index for index, part in enumerate(parts) if part.casefold() in NETNAME_FORMS]
    if not ends or ends[-1] == 0 or any(part.isdigit() for part in parts[: ends[-1]]):
        return None
    return " ".join(parts[: ends[-1] + 1])


def is_same(one: str, other: str) -> bool:
    """Whether two names are those of one organisation or of its parts, as far as names tell."""
    mine, theirs = _core(one), _core(other)
    if not mine or not theirs:
        return False
    if "".join(mine) == "".join(theirs):
        return True
    shared = next((i for i, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]), None)
    length = min(len(mine), len(theirs)) if shared is None else shared
    return length >= 2 or (length == 1 and min(len(mine), len(theirs)) == 1 and len(mine[0]) > 2)


def agrees(name: str, netname: str) -> bool:
    """Whether the netname abbreviates or repeats the name."""
    squeezed = normalised(netname).replace(" ", "")
    telling = [word for word in parse_name(name, has_handle=False).words if len(word) > 3]
    return bool(telling) and all(word in squeezed for word in telling[:2])


def _core(name: str) -> list[str]:
    """The words that make the name, without what parts of a group add to it."""
    filler = {"the", "group", "holding", "holdings", "groep", "gruppe", "international", "of", "and", "en", "und"}
    return [word for word in parse_name(name, has_handle=False).words if word not in filler]


def _without_tail(text: str) -> str:
    """The line up to the legal form: a town or a branch may follow. "PT X - Surabaya" is PT X."""
    words = text.split()
    for end in range(len(words), 1, -1):
        if _ends_in_form(words[:end]) and len(words) - end <= MAX_TAIL_WORDS:
            return " ".join(words[:end]).strip(" ,;-(")
    heads = [text[: match.start()] for match in TAIL.finditer(text)]
    return next((head for head in heads if legal_form_of(head)), text).strip()


def _ends_in_form(words: list[str]) -> bool:
    form = form_at_end_of(" ".join(words).rstrip(",;"))
    return form is not None and not (form.standing is Standing.SOLE and len(form.written) <= 2)  # "legacy IP"


def _is_no_name(text: str) -> bool:
    plain = normalised(text).split()
    if "," in text or STREET.search(text) or STREET_ENDING.search(text) or POSTCODE.search(text) or PLACE.match(text):
        return True
    if any(word in NOTE or word in POOL for word in plain):
        return True
    return not text[0].isalpha() or (text.islower() and Sense.TRADE not in senses_of(tuple(plain)))


def _is_country(part: str, parts: list[str]) -> bool:
    return len(part) == 2 and part.isupper() and len(parts) > 2

"""Whom the installation asks to whom an address belongs, and so tells that address to (pure).

GDPR art. 4(9), 13(1)(e) and 44: an address in a question reaches whoever answers it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from consent.documents.facts import Facts, Language
from consent.documents.words import Words, or_missing


@dataclass(frozen=True, slots=True)
class _Registry:
    name: str
    seat: Words
    is_in_eea: bool


_REGISTRIES: Mapping[str, _Registry] = {
    "ripe": _Registry("RIPE NCC", Words("Nederland", "the Netherlands"), True),
    "arin": _Registry("ARIN", Words("Verenigde Staten", "United States"), False),
    "apnic": _Registry("APNIC", Words("Australië", "Australia"), False),
    "lacnic": _Registry("LACNIC", Words("Uruguay", "Uruguay"), False),
    "afrinic": _Registry("AFRINIC", Words("Mauritius", "Mauritius"), False),
}
_REGISTRY = Words(
    "{name}, register van internetadressen, {seat}: krijgt het IP-adres als vraag, wanneer het netwerk nog niet bekend "
    "is{ground}",
    "{name}, registry of internet addresses, {seat}: gets the IP address as a question, when the network is not known "
    "yet{ground}",
)
_GROUND = Words("; grond voor doorgifte: {mark}", "; ground for the transfer: {mark}")
_NAME_SERVERS = Words("naamservers op internet", "name servers on the internet")
_NAME_SERVER = Words(
    "De naamservers van het netwerk waar de bezoeker uit komt: krijgen het IP-adres als vraag naar zijn naam (DNS)",
    "The name servers of the network that the visitor comes from: get the IP address as a question for its name (DNS)",
)


def asked_names(facts: Facts, language: Language) -> tuple[str, ...]:
    """Everybody who is asked, by name."""
    registries = tuple(_REGISTRIES[code].name for code in facts.registries)
    return (*registries, _NAME_SERVERS.of(language)) if facts.reverse_dns else registries


def asked_lines(facts: Facts, language: Language) -> tuple[str, ...]:
    """A line for each: where it has its seat, and what it gets; empty where nobody is asked."""
    lines = tuple(_line(_REGISTRIES[code], language) for code in facts.registries)
    return (*lines, _NAME_SERVER.of(language)) if facts.reverse_dns else lines


def registry_name(code: str) -> str:
    """What a registry is called."""
    return _REGISTRIES[code].name


def _line(one: _Registry, language: Language) -> str:
    ground = "" if one.is_in_eea else _GROUND.of(language, mark=or_missing("", language))
    return _REGISTRY.of(language, name=one.name, seat=one.seat.of(language), ground=ground)

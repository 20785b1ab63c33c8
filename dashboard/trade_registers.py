"""Where a country's public trade register is searched by name (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class RegisterLink:
    """A search in a trade register: what the register is called, and the address that searches it."""

    register: str
    address: str


_REGISTERS: Mapping[str, tuple[str, str]] = {
    "NL": ("KVK", "https://www.kvk.nl/zoeken/?q="),
    "BE": ("KBO", "https://kbopub.economie.fgov.be/kbopub/zoeknaamfonetischform.html?searchWord="),
    "GB": ("Companies House", "https://find-and-update.company-information.service.gov.uk/search/companies?q="),
    "FR": ("Annuaire des Entreprises", "https://annuaire-entreprises.data.gouv.fr/rechercher?terme="),
    "DK": ("CVR", "https://datacvr.virk.dk/soegeresultater?fritekst="),
}


def register_link(country: str, name: str) -> RegisterLink | None:
    """The search for a company by name, or None where we know of no register that can be linked to."""
    known = _REGISTERS.get(country)
    return RegisterLink(known[0], known[1] + quote(name, safe="")) if known else None

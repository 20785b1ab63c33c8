"""Who a demo visit pretends to be: the closed list of personas (pure)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Persona:
    """One visitor identity, as the collector gets to see it.

    `address` is the visitor's; `user_agent` replaces the browser's own unless it is None. `label_nl` names
    the persona on the page, and `note` says in Dutch what the dashboard should make of it.
    """

    key: str
    label_nl: str
    address: str
    user_agent: str | None
    note: str


GOOGLEBOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"

# Addresses in networks whose holder is public record: the real recognition gets something real to recognise.
PERSONAS = (
    Persona(
        key="kpn",
        label_nl="Thuisgebruiker bij KPN",
        address="86.83.170.170",
        user_agent=None,
        note="Netwerk van een internetprovider. Wordt nooit een lead.",
    ),
    Persona(
        key="adyen",
        label_nl="Iemand bij Adyen",
        address="147.12.18.170",
        user_agent=None,
        note="Eigen netwerk van een bedrijf. Wordt een lead, na toestemming.",
    ),
    Persona(
        key="daf",
        label_nl="Iemand bij DAF Trucks",
        address="94.101.107.85",
        user_agent=None,
        note="Eigen netwerk van een bedrijf. Wordt een lead, na toestemming.",
    ),
    Persona(
        key="leaseweb",
        label_nl="Hostingmachine bij Leaseweb",
        address="85.17.85.85",
        user_agent=None,
        note="Een server in een datacentrum. Wordt nooit een lead.",
    ),
    Persona(
        key="googlebot",
        label_nl="Robot van Google",
        address="66.249.66.1",
        user_agent=GOOGLEBOT,
        note="Een zoekmachine. Wordt niet geteld.",
    ),
)
DEFAULT = PERSONAS[0]


def find_persona(key: str) -> Persona | None:
    """Return the persona with this key, or None when there is no such persona."""
    return next((persona for persona in PERSONAS if persona.key == key), None)

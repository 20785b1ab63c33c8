"""How large a made-up installation is, and what it is made of: the same for the same seed (pure)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from uuid import UUID

from consent.reasons import Reason

BEGINNINGS = [
    "Molen",
    "Haven",
    "Dijk",
    "Berg",
    "Zand",
    "Water",
    "Stal",
    "Veld",
    "Brug",
    "Eiken",
    "Linden",
    "Noord",
    "Zuid",
    "Ooster",
    "Wester",
    "Groot",
    "Klein",
    "Nieuw",
    "Oud",
    "Zilver",
    "Ijzer",
    "Koper",
    "Wind",
    "Zonne",
    "Rijn",
    "Maas",
    "Schelde",
    "Amstel",
    "Merwe",
    "Peel",
    "Heide",
    "Duin",
    "Polder",
    "Lage",
    "Hoge",
    "Witte",
    "Rode",
    "Blauwe",
    "Gouden",
    "Vecht",
]
MIDDLES = [
    "berg",
    "zicht",
    "stroom",
    "land",
    "hoek",
    "poort",
    "kamp",
    "weg",
    "hof",
    "dal",
    "kade",
    "wal",
    "burg",
    "horst",
    "meer",
    "oord",
    "wijk",
    "donk",
    "schot",
    "vaart",
]
TRADES = [
    "Machinebouw",
    "Logistiek",
    "Installatie",
    "Koeltechniek",
    "Bouw",
    "Software",
    "Advies",
    "Transport",
    "Voeding",
    "Metaal",
    "Elektro",
    "Verpakking",
    "Kunststof",
    "Techniek",
    "Groep",
    "Beheer",
    "Zorg",
    "Energie",
    "Textiel",
    "Chemie",
    "Accountants",
    "Papier",
    "Agri",
    "Hout",
    "Maritiem",
    "Automatisering",
    "Instrumenten",
    "Interieur",
    "Systemen",
    "Bloemen",
]
COUNTRIES = (("NL", 62), ("BE", 13), ("DE", 12), ("FR", 4), ("GB", 4), ("DK", 2), ("US", 2), ("SE", 1))
SOURCES = (
    ("google", "organic", "", 38),
    ("direct", "", "", 24),
    ("linkedin", "social", "", 9),
    ("google", "cpc", "merk", 7),
    ("google", "cpc", "producten-nl", 7),
    ("nieuwsbrief", "email", "najaar", 6),
    ("bing", "organic", "", 4),
    ("linkedin", "cpc", "beslissers", 3),
    ("vakblad.example", "referral", "", 2),
)
TOPICS = [
    "koelen",
    "bouwen",
    "meten",
    "sturen",
    "pompen",
    "lassen",
    "printen",
    "plannen",
    "sparen",
    "vervoeren",
    "verpakken",
    "reinigen",
]
REASONS = (Reason.REFUSED, Reason.NO_EVIDENCE, Reason.EXPIRED, Reason.GPC)


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes of the whole installation. `lead_share` is the share of visits that come from a named company."""

    visits: int = 1_000_000
    pages_per_visit: int = 10
    tenants: int = 200
    largest_leads: int = 40_000
    largest_share: float = 0.2
    lead_share: float = 0.45
    companies: int = 60_000
    days: int = 120

    def part(self, part: float) -> "Scale":
        """The same shape, smaller; at least two tenants and a few leads."""
        return Scale(
            visits=max(round(self.visits * part), 400),
            tenants=max(round(self.tenants * min(part * 4, 1)), 2),
            largest_leads=max(round(self.largest_leads * part), 20),
            companies=max(round(self.companies * part), 60),
            days=self.days,
        )


@dataclass(frozen=True, slots=True)
class ScalePage:
    """A page of a made-up website."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class ScaleCompany:
    """A made-up company with its one network."""

    id: UUID
    network_id: UUID
    name: str
    country: str
    asn: int
    block: str
    confidence: float


def pages() -> tuple[ScalePage, ...]:
    """Sixty pages, the ones read most first."""
    fixed = (("/", "Home"), ("/prijzen", "Prijzen"), ("/producten", "Producten"), ("/contact", "Contact"))
    made = [(f"/producten/{one}", f"Systemen om te {one}") for one in TOPICS]
    made += [(f"/kennis/{one}-{n}", f"Beter {one}, deel {n}") for n in range(1, 4) for one in TOPICS]
    made += [(f"/cases/{one}", f"Klantverhaal: {one}") for one in TOPICS[:8]]
    return tuple(ScalePage(path, f"{title} | Voorbeeld") for path, title in (*fixed, *made))


def popularity(count: int) -> list[float]:
    """Cumulative weights that fall off as one over the rank."""
    return list(accumulate(1 / (rank + 2) for rank in range(count)))


def companies(scale: Scale, chance: Random) -> Iterator[ScaleCompany]:
    """Every company, each with another name."""
    codes, weights = zip(*COUNTRIES, strict=True)
    for n in range(scale.companies):
        first, rest = divmod(n, len(BEGINNINGS) * len(MIDDLES))
        beginning, middle = BEGINNINGS[rest % len(BEGINNINGS)], MIDDLES[rest // len(BEGINNINGS)]
        trade = TRADES[(first + rest * 7) % len(TRADES)]
        again = "" if first < len(TRADES) else f" {first // len(TRADES) + 1}"
        yield ScaleCompany(
            id=UUID(int=chance.getrandbits(128)),
            network_id=UUID(int=chance.getrandbits(128)),
            name=f"{beginning}{middle} {trade}{again}",
            country=chance.choices(codes, weights)[0],
            asn=4_200_000_000 + n,
            block=f"10.{n >> 8 & 255}.{n & 255}.0/24" if n < 65536 else "",
            confidence=chance.choice((0.97, 0.97, 0.93, 0.82, 0.72, 0.64)),
        )


def visits_of_tenants(scale: Scale) -> list[int]:
    """How many visits each tenant has, the largest first; together all of them."""
    largest = round(scale.visits * scale.largest_share)
    weights = [1 / (rank + 6) for rank in range(scale.tenants - 1)]
    others = [int((scale.visits - largest) * weight / sum(weights)) for weight in weights]
    return [largest + scale.visits - largest - sum(others), *others]

"""What a tenant leaves out: its own offices and browsers, customers, competitors, countries and pages (pure)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from uuid import UUID


class ExclusionKind(StrEnum):
    """What a rule looks at."""

    RANGE = "range"
    COMPANY = "company"
    COUNTRY = "country"
    PAGE = "page"
    BROWSER = "browser"


class ExcludedBecause(StrEnum):
    """Why it is left out."""

    OWN = "own"
    CUSTOMER = "customer"
    COMPETITOR = "competitor"
    WRONG = "wrong"
    PROVIDER = "provider"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ExclusionRule:
    """One rule as it is stored."""

    kind: ExclusionKind
    value: str


@dataclass(frozen=True, slots=True)
class Exclusions:
    """All rules of one tenant, ready to be asked."""

    networks: tuple[IPv4Network | IPv6Network, ...] = ()
    companies: frozenset[UUID] = frozenset()
    countries: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    browsers: frozenset[str] = frozenset()

    @classmethod
    def of(cls, rules: Iterable[ExclusionRule]) -> "Exclusions":
        """Rules that cannot be read are left out."""
        values: dict[ExclusionKind, list[str]] = {kind: [] for kind in ExclusionKind}
        for rule in rules:
            values[rule.kind].append(rule.value)
        pages = values[ExclusionKind.PAGE]
        return cls(
            networks=tuple(block for block in map(parse_range, values[ExclusionKind.RANGE]) if block is not None),
            companies=frozenset(UUID(value) for value in values[ExclusionKind.COMPANY]),
            countries=frozenset(values[ExclusionKind.COUNTRY]),
            paths=frozenset(path for path in pages if not path.endswith("*")),
            beginnings=tuple(path[:-1] for path in pages if path.endswith("*")),
            browsers=frozenset(values[ExclusionKind.BROWSER]),
        )

    @property
    def leave_out_hits(self) -> bool:
        """Whether any of them can leave out a hit, rather than a company."""
        return bool(self.paths or self.beginnings or self.networks or self.browsers)

    def leaves_out_hit(self, *, address: bytes, path: str, site_id: UUID, visitor_hash: bytes) -> bool:
        """Whether nothing may be recorded of a hit: its address or its browser is an own one, or its page left out."""
        if path in self.paths or (self.beginnings and path.startswith(self.beginnings)):
            return True
        if self.browsers and browser_value(site_id, visitor_hash) in self.browsers:
            return True
        if not self.networks:
            return False
        found = ip_address(address)
        return any(found in network for network in self.networks)

    def leaves_out_company(self, company_id: UUID, country: str) -> bool:
        """Whether a company's visits are to be recorded without the company."""
        return company_id in self.companies or country in self.countries


NOTHING = Exclusions()


def browser_value(site_id: UUID, visitor_hash: bytes) -> str:
    """A browser on a website as a rule's value: the site, and the keyed hash by which the browser is known there."""
    return f"{site_id}:{visitor_hash.hex()}"


def parse_browser(value: str) -> tuple[UUID, bytes]:
    """The site and the hash in such a value."""
    site_id, _, digest = value.partition(":")
    return UUID(site_id), bytes.fromhex(digest)


def parse_range(text: str) -> IPv4Network | IPv6Network | None:
    """A block or an address as typed; None when it is neither, or larger than any office has (/8, /24 of IPv6)."""
    try:
        block = ip_network(text.strip(), strict=False)
    except ValueError:
        return None
    return block if block.prefixlen >= (8 if block.version == 4 else 24) else None


def parse_path(text: str) -> str | None:
    """A path as typed, or pasted with its host: "/jobs*"; None when it is not one."""
    path = text.strip()
    if "://" in path:
        path = "/" + path.partition("://")[2].partition("/")[2]
    path = path.split("?")[0].split("#")[0]
    return path if path.startswith("/") and path not in ("/*",) and len(path) <= 500 else None

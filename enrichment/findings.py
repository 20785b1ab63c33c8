"""What the sources say about one address, side by side (pure)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from enrichment.addresses import AddressRange
from enrichment.kinds import Kind
from enrichment.network_finding import NetworkFinding


class Registry(StrEnum):
    """The five regional registries, which know to whom a range was given."""

    RIPE = "ripe"
    ARIN = "arin"
    APNIC = "apnic"
    LACNIC = "lacnic"
    AFRINIC = "afrinic"

    @property
    def label(self) -> str:
        """As it writes itself."""
        return "AFRINIC" if self is Registry.AFRINIC else self.value.upper()


@dataclass(frozen=True, slots=True)
class ListFinding:
    """That a published list holds the address, and what that makes of it."""

    kind: Kind
    name: str
    source: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class RegistryFinding:
    """What a registry's answer says about organisations: nothing of its contacts is read.

    `range` is None where the answer names no range of its own. `organisation` is the registered holder where the
    answer names one; `is_customer` says that the registry marks it as a provider's customer. Descriptions and remarks
    are the object's free text, for the rules to look at; they are never stored.
    """

    registry: Registry
    range: AddressRange | None
    netname: str = ""
    status: str = ""
    country: str | None = None
    organisation: str | None = None
    is_customer: bool = False
    descriptions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    belongs_elsewhere: bool = False
    on: date | None = None
    told_by: str = ""

    @property
    def source(self) -> str:
        """Who says so: the registry, unless a database that knows its answers told it."""
        return self.told_by or self.registry.label


@dataclass(frozen=True, slots=True)
class ReverseFinding:
    """The registrable domain of the address's reverse name, which leads back to the address."""

    domain: str
    on: date | None = None
    source: str = "Reverse DNS"


@dataclass(frozen=True, slots=True)
class OwnRangeFinding:
    """What somebody wrote down about a range: whose it is, or that it is an office of one's own (`name` is "")."""

    range: AddressRange
    name: str
    source: str
    on: date | None = None
    country: str | None = None

    @property
    def is_own_office(self) -> bool:
        """True where the visitors are one's own people."""
        return not self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All findings for one address; `away` names the sources that could not answer now."""

    network: NetworkFinding
    listed: ListFinding | None = None
    registry: RegistryFinding | None = None
    reverse: ReverseFinding | None = None
    own: OwnRangeFinding | None = None
    away: tuple[str, ...] = ()

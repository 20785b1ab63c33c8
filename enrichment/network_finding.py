"""What one source says about the network an address lies in; pure."""

from dataclasses import dataclass
from datetime import date

from enrichment.kinds import Kind


@dataclass(frozen=True, slots=True)
class NetworkFinding:
    """A network without the address that was asked for; sizes count the IPv4 addresses of the whole AS.

    `network` is a CIDR block, or None where the block is so small that it comes close to one visitor.
    `special` says why an address belongs to nobody (private, documentation, ...). `user` and `declared` are what
    paid databases add: the organisation that uses the network, and the kind they call it.
    """

    network: str | None
    asn: int | None
    holder: str | None
    source: str
    source_on: date | None = None
    country: str | None = None
    holder_size: int | None = None
    holder_spread: int | None = None  # distinct /8 blocks
    special: str | None = None
    user: str | None = None
    domain: str | None = None
    declared: Kind | None = None

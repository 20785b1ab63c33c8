"""Asks for the name of an address and whether that name leads back to it, with a resolver of one's choice (edge)."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from ipaddress import ip_address
from typing import Any

import dns.exception
import dns.resolver
import dns.reversename
from publicsuffixlist import PublicSuffixList

from enrichment.addresses import Address
from enrichment.findings import ReverseFinding
from enrichment.sources.shape import Away, Health, Outcome, Reading

SYSTEM = "system"
MAX_NAMES = 3
# A name that spells the address, or a pool, is the provider's own invention.
_POOL = re.compile(r"(?:dyn|dsl|pool|dhcp|cable|ppp|dial|static|customer|cust|client|unassigned)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReverseNames:
    """One resolver. Both questions together take at most `seconds`."""

    resolver: dns.resolver.Resolver
    seconds: float
    on: date

    name = "reverse DNS"

    def read(self, address: Address) -> Reading:
        """The registrable domain of the address's name, where that name leads back to the address (RFC 1912 §2.1)."""
        try:
            names = self._names(address)
            name = next((one for one in names if self._leads_back(one, address)), None)
        except dns.exception.Timeout:
            return Reading(self.name, Outcome.AWAY, away=Away.TIMEOUT)
        except dns.exception.DNSException:
            return Reading(self.name, Outcome.AWAY, away=Away.FAILING)
        domain = suffixes().privatesuffix(name) if name else None
        if name is None or domain is None or is_providers_name(name, address):
            return Reading(self.name, Outcome.NOTHING)
        return Reading(self.name, Outcome.FOUND, ReverseFinding(domain, self.on))

    def health(self) -> Health:
        """The name servers that are asked."""
        return Health(self.name, bool(self.resolver.nameservers), f"{len(self.resolver.nameservers)} name servers")

    def _names(self, address: Address) -> list[str]:
        question = dns.reversename.from_address(str(address))
        return [str(row.target).rstrip(".").lower() for row in self._ask(question, "PTR")][:MAX_NAMES]

    def _leads_back(self, name: str, address: Address) -> bool:
        rows = self._ask(name, "A" if address.version == 4 else "AAAA")
        return any(ip_address(row.address) == address for row in rows)

    def _ask(self, question: Any, kind: str) -> list[Any]:
        try:
            return list(self.resolver.resolve(question, kind, search=False, lifetime=self.seconds / 2))
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []


def reverse_names(nameservers: str, *, seconds: float, on: date) -> ReverseNames:
    """The source for a setting: "system", or addresses of name servers separated by commas, each with an own port.

    Raises ValueError for what is neither.
    """
    resolver = dns.resolver.Resolver(configure=nameservers == SYSTEM)
    if nameservers != SYSTEM:
        addresses = [part.strip() for part in nameservers.split(",") if part.strip()]
        resolver.nameservers = [str(ip_address(part.partition("#")[0])) for part in addresses]
        ports = {int(part.partition("#")[2]) for part in addresses if "#" in part}
        if ports:
            resolver.port = ports.pop()
    return ReverseNames(resolver, seconds, on)


def is_providers_name(name: str, address: Address) -> bool:
    """Whether the name only spells the address or a pool (pure)."""
    parts = str(address).split(".") if address.version == 4 else address.exploded.split(":")
    spelt = sum(part in re.split(r"[^0-9a-f]+", name) for part in set(parts))
    digits = re.sub(r"\D", "", name)
    is_run_together = address.version == 4 and len("".join(parts)) > 6 and "".join(parts) in digits
    return spelt >= min(3, len(set(parts))) or is_run_together or bool(_POOL.search(name.partition(".")[0]))


@cache
def suffixes() -> PublicSuffixList:
    """The public suffix list that comes with its library."""
    return PublicSuffixList()

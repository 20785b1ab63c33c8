"""Addresses and the ranges they lie in, also those that are no CIDR block (pure)."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network, summarize_address_range

Address = IPv4Address | IPv6Address

# Smaller networks come close to one visitor's address: they are never named, in evidence or in a row.
LONGEST_PREFIX = {4: 29, 6: 64}
BITS = {4: 32, 6: 128}
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
# Ranges that no visitor comes from, by the IANA special-purpose registries (RFC 6890); none lies in another.
SPECIAL_RANGES = {
    "0.0.0.0/8": "unspecified",
    "10.0.0.0/8": "private",
    "100.64.0.0/10": "shared",  # RFC 6598
    "127.0.0.0/8": "loopback",
    "169.254.0.0/16": "link-local",
    "172.16.0.0/12": "private",
    "192.0.0.0/24": "reserved",
    "192.0.2.0/24": "documentation",  # RFC 5737
    "192.88.99.0/24": "reserved",
    "192.168.0.0/16": "private",
    "198.18.0.0/15": "benchmark",  # RFC 2544
    "198.51.100.0/24": "documentation",
    "203.0.113.0/24": "documentation",
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": "reserved",
    "::/128": "unspecified",
    "::1/128": "loopback",
    "2001::/23": "reserved",
    "2001:db8::/32": "documentation",  # RFC 3849
    "3fff::/20": "documentation",  # RFC 9637
    "fc00::/7": "private",
    "fe80::/10": "link-local",
    "ff00::/8": "multicast",
}
GLOBAL_UNICAST = IPv6Network("2000::/3")  # RFC 4291: the rest is not given out


class BadAddressError(ValueError):
    """The text is no IPv4 or IPv6 address; the message is one line."""


def _ordered(version: int) -> list[tuple[int, int, str]]:
    blocks = ((ip_network(text), reason) for text, reason in SPECIAL_RANGES.items())
    return sorted((int(b[0]), int(b[-1]), reason) for b, reason in blocks if b.version == version)


_SPECIAL = {version: _ordered(version) for version in (4, 6)}
_FIRSTS = {version: [row[0] for row in rows] for version, rows in _SPECIAL.items()}


def parsed(text: str) -> Address:
    """The address a text writes; BadAddressError where it writes none, without repeating the text."""
    try:
        return ip_address(text.strip())
    except ValueError:
        raise BadAddressError("This is not an IPv4 or IPv6 address.") from None


def unwrapped(address: Address) -> Address:
    """The IPv4 address inside ::ffff:a.b.c.d, and inside the NAT64 and 6to4 forms; others as they are."""
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (IPv6Address(int(address)) if address.scope_id else address)


def special_range(address: Address) -> str | None:
    """Why an address belongs to nobody on the internet, None where it may be routed."""
    number, version = int(address), address.version
    index = bisect_right(_FIRSTS[version], number) - 1
    if index >= 0 and number <= _SPECIAL[version][index][1]:
        return _SPECIAL[version][index][2]
    return "reserved" if version == 6 and address not in GLOBAL_UNICAST else None


@dataclass(frozen=True, slots=True, order=True)
class AddressRange:
    """Addresses first..last, both included, as integers. Registries give out ranges that are no CIDR block."""

    version: int
    first: int
    last: int

    @classmethod
    def of(cls, first: Address, last: Address) -> "AddressRange":
        """From two addresses. Raises ValueError when they are of two versions or in the wrong order."""
        if first.version != last.version or int(first) > int(last):
            raise ValueError("first and last address do not make a range")
        return cls(first.version, int(first), int(last))

    @classmethod
    def parse(cls, text: str) -> "AddressRange":
        """From "a.b.c.0/24", "a.b.c.1-a.b.c.9" or one address. Raises ValueError."""
        first, dash, last = (part.strip() for part in text.partition("-"))
        if dash:
            return cls.of(parsed(first), parsed(last))
        block = ip_network(text.strip(), strict=False)
        return cls(block.version, int(block[0]), int(block[-1]))

    @property
    def size(self) -> int:
        """How many addresses it holds."""
        return self.last - self.first + 1

    @property
    def ends(self) -> tuple[Address, Address]:
        """Its first and last address."""
        return self._address(self.first), self._address(self.last)

    @property
    def is_small(self) -> bool:
        """True where it comes so close to one visitor that it may not be kept or named."""
        return self.size < 1 << (BITS[self.version] - LONGEST_PREFIX[self.version])

    @property
    def text(self) -> str:
        """As a CIDR block where it is one, else as "first-last"."""
        blocks = self.blocks()
        only = next(blocks)
        return only if next(blocks, None) is None else "{}-{}".format(*self.ends)

    def blocks(self) -> Iterator[str]:
        """The CIDR blocks it consists of."""
        return (str(block) for block in summarize_address_range(*self.ends))

    def holds(self, address: Address) -> bool:
        """Whether the address lies in it."""
        return address.version == self.version and self.first <= int(address) <= self.last

    def within(self, other: "AddressRange") -> bool:
        """Whether all of it lies in the other."""
        return self.version == other.version and other.first <= self.first and self.last <= other.last

    def _address(self, number: int) -> Address:
        return IPv4Address(number) if self.version == 4 else IPv6Address(number)

"""Whose address a request comes from: the right-most hop that is not one of our own proxies (pure).

Each proxy appends the address it saw to X-Forwarded-For, so only what our own proxies appended can be believed; what
stands further left is the client's own word.
"""

import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
MAX_HOPS = 32
MAX_PROXIES = 1000


def client_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> Address | None:
    """The client's address, or None when it cannot be told.

    `peer` is the socket's other end, `forwarded_for` the X-Forwarded-For header ("" when absent), `trusted` the
    networks of our own proxies. A hop that is no address ends the search: what lies behind it is not to be believed.
    """
    address = parse_address(peer)
    hops = forwarded_for.split(",")[-MAX_HOPS:] if forwarded_for else []
    while address is not None and hops and _is_trusted(address, trusted):
        address = parse_address(hops.pop())
    return address


def parse_address(text: str) -> Address | None:
    """An address from text such as `192.0.2.1`, `[2001:db8::1]:443` or `::ffff:192.0.2.1` (unwrapped), else None."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_trusted(address: Address, trusted: Sequence[Network]) -> bool:
    return any(address in network for network in trusted if network.version == address.version)


class ClientAddresses:
    """The same answers as `client_address`, packed (4 or 16 bytes), for a process that asks all the time.

    It remembers which peers are our own proxies, and no other address.
    """

    __slots__ = ("_proxies", "_trusted", "_trusted_four")

    def __init__(self, trusted: Sequence[Network]) -> None:
        self._trusted = trusted
        self._trusted_four = [(int(n.netmask), int(n.network_address)) for n in trusted if isinstance(n, IPv4Network)]
        self._proxies: set[str] = set()

    def of(self, peer: str, forwarded_for: str) -> bytes | None:
        """The client's address, or None when it cannot be told."""
        if peer in self._proxies or self._is_new_proxy(peer):
            packed = _packed_four(forwarded_for)
            if packed is not None and not self._is_trusted_four(packed):
                return packed
        address = client_address(peer, forwarded_for, self._trusted)
        return address.packed if address is not None else None

    def _is_new_proxy(self, peer: str) -> bool:
        address = parse_address(peer)
        if address is None or not _is_trusted(address, self._trusted):
            return False
        if len(self._proxies) < MAX_PROXIES:
            self._proxies.add(peer)
        return True

    def _is_trusted_four(self, packed: bytes) -> bool:
        number = int.from_bytes(packed, "big")
        return any(number & mask == network for mask, network in self._trusted_four)


def _packed_four(forwarded_for: str) -> bytes | None:
    """The one hop of the usual header: a plain IPv4 address, as one proxy writes it."""
    try:
        return socket.inet_pton(socket.AF_INET, forwarded_for)
    except (OSError, ValueError):
        return None

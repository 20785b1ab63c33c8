"""Answers which network an address lies in, from an MMDB file on disk; an edge."""

import hashlib
import lzma
import os
import tempfile
from bisect import bisect_right
from datetime import UTC, date, datetime
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import Any

import geoip2.database
import maxminddb

from enrichment.network_finding import NetworkFinding

Address = IPv4Address | IPv6Address

SHIPPED = Path(__file__).parent / "data" / "connectleads-asn.mmdb.xz"
# Smaller networks come close to one visitor's address: they are never named, in evidence or in a row.
LONGEST_PREFIX = {4: 29, 6: 64}
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


def _ordered(version: int) -> list[tuple[int, int, str]]:
    blocks = ((ip_network(text), reason) for text, reason in SPECIAL_RANGES.items())
    return sorted((int(b[0]), int(b[-1]), reason) for b, reason in blocks if b.version == version)


_SPECIAL = {version: _ordered(version) for version in (4, 6)}
_FIRSTS = {version: [row[0] for row in rows] for version, rows in _SPECIAL.items()}


class BadAddressError(ValueError):
    """The text is no IPv4 or IPv6 address; the message is one line."""


class UnfitDatabaseError(ValueError):
    """The file is no MMDB with AS numbers; the message names its type."""


class _Reader(geoip2.database.Reader):
    """geoip2's reader, that also gives the record as it is: its models drop the keys we add."""

    def record(self, address: Address) -> tuple[dict[str, Any], int]:
        record, prefix = self._db_reader.get_with_prefix_len(address)
        return (record if isinstance(record, dict) else {}), prefix


class AsnDatabase:
    """An open MMDB: ours, GeoLite2-ASN, GeoIP2-ISP, or another that carries AS numbers and their holders."""

    def __init__(self, path: Path) -> None:
        self._reader = _Reader(path, mode=maxminddb.MODE_AUTO)  # mmap, in C where it is built
        metadata = self._reader.metadata()
        if not any(mark in metadata.database_type for mark in ("ASN", "ISP", "asn")):
            self._reader.close()
            raise UnfitDatabaseError(f"A database of type {metadata.database_type} holds no AS numbers.")
        self._ip_version = metadata.ip_version
        self.source = _source_name(metadata.database_type)
        self.built_on: date = datetime.fromtimestamp(metadata.build_epoch, UTC).date()

    def lookup(self, address: str | Address) -> NetworkFinding:
        """The finding for an address; BadAddressError (a ValueError) for what is none."""
        place = unwrapped(address if isinstance(address, IPv4Address | IPv6Address) else parsed(address))
        special = special_range(place)
        if special or place.version > self._ip_version:
            return self._finding({}, None, special)
        record, prefix = self._reader.record(place)
        return self._finding(record, _network(place, prefix), None)

    def _finding(self, record: dict[str, Any], network: str | None, special: str | None) -> NetworkFinding:
        return NetworkFinding(
            network=network,
            asn=record.get("autonomous_system_number"),
            holder=record.get("autonomous_system_organization"),
            source=self.source,
            source_on=self.built_on,
            country=record.get("country_code"),
            holder_size=record.get("announced_addresses"),
            holder_spread=record.get("announced_spread"),
            special=special,
        )

    def close(self) -> None:
        """Give the file back."""
        self._reader.close()


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


def shipped_database(var_dir: Path) -> Path:
    """The database that comes with the product, unpacked once into var_dir under its content's hash.

    Several processes may ask at the same time: each writes a file of its own, and the last rename wins with the
    same content.
    """
    packed = SHIPPED.read_bytes()
    target = var_dir / f"connectleads-asn-{hashlib.sha256(packed).hexdigest()[:16]}.mmdb"
    if target.exists():
        return target
    var_dir.mkdir(parents=True, exist_ok=True)
    handle, unfinished = tempfile.mkstemp(dir=var_dir, prefix=".asn-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(lzma.decompress(packed))
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).chmod(0o644)
        Path(unfinished).replace(target)
    finally:
        Path(unfinished).unlink(missing_ok=True)
    return target


def _network(address: Address, prefix: int) -> str | None:
    """The network as CIDR, None where it is too small to be named."""
    if prefix > LONGEST_PREFIX[address.version]:
        return None
    if isinstance(address, IPv4Address):
        return str(IPv4Network((int(address), prefix), strict=False))
    return str(IPv6Network((int(address), prefix), strict=False))


def _source_name(database_type: str) -> str:
    """ "Routing data" for the shipped database, the type of any other: it is its brand."""
    return "Routing data" if database_type.startswith("ConnectLeads") else database_type

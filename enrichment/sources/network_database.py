"""Answers which network an address lies in, from an MMDB file on disk; an edge."""

from datetime import UTC, date, datetime
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from pathlib import Path
from typing import Any

import geoip2.database
import maxminddb

from enrichment.addresses import BITS, LONGEST_PREFIX, Address, parsed, special_range, unwrapped
from enrichment.bounded import keep
from enrichment.network_finding import NetworkFinding
from enrichment.sources.mmdb_layouts import NetworkFacts, layout_of
from enrichment.sources.shape import Health, Outcome, Reading
from enrichment.sources.shipped_files import unpacked

SHIPPED = Path(__file__).parents[1] / "data" / "connectleads-asn.mmdb.xz"
NOTHING = NetworkFacts()


class UnfitDatabaseError(ValueError):
    """The file is no MMDB with AS numbers; the message names its type."""


class _Reader(geoip2.database.Reader):
    """geoip2's reader, that also gives the record as it is: its models know their own layouts only."""

    def record(self, address: Address) -> tuple[dict[str, Any], int]:
        record, prefix = self._db_reader.get_with_prefix_len(address)
        return (record if isinstance(record, dict) else {}), prefix


class AsnDatabase:
    """An open MMDB: ours, GeoLite2-ASN, GeoIP2-ISP or -Enterprise, IPinfo, DB-IP, or another of these layouts."""

    name = "network database"

    def __init__(self, path: Path) -> None:
        self._reader = _Reader(path, mode=maxminddb.MODE_AUTO)  # mmap, in C where it is built
        metadata = self._reader.metadata()
        layout = layout_of(metadata.database_type)
        if layout is None:
            self._reader.close()
            raise UnfitDatabaseError(f"A database of type {metadata.database_type} holds no AS numbers.")
        self._layout = layout
        self._ip_version = metadata.ip_version
        self._readings: dict[tuple[int, int, int], Reading] = {}
        self.path = path
        self.source = _source_name(metadata.database_type)
        self.built_on: date = datetime.fromtimestamp(metadata.build_epoch, UTC).date()

    def lookup(self, address: str | Address) -> NetworkFinding:
        """The finding for an address; BadAddressError (a ValueError) for what is none."""
        found = self.read(unwrapped(address if isinstance(address, IPv4Address | IPv6Address) else parsed(address)))
        assert isinstance(found.finding, NetworkFinding)
        return found.finding

    def _finding(self, facts: NetworkFacts, network: str | None, special: str | None) -> NetworkFinding:
        return NetworkFinding(
            network=network,
            asn=facts.asn,
            holder=facts.holder,
            source=self.source,
            source_on=self.built_on,
            country=facts.country,
            holder_size=facts.size,
            holder_spread=facts.spread,
            special=special,
            user=facts.user,
            domain=facts.domain,
            declared=facts.declared,
        )

    def read(self, address: Address) -> Reading:
        """The same as a reading, of an unwrapped address. Addresses of one network get one and the same reading."""
        special = special_range(address)
        if special or address.version > self._ip_version:
            return self._reading(self._finding(NOTHING, None, special))
        record, prefix = self._reader.record(address)
        if prefix > LONGEST_PREFIX[address.version]:
            return self._reading(self._finding(self._layout(record), None, None))  # too near to one visitor to be kept
        key = (address.version, int(address) >> (BITS[address.version] - prefix), prefix)
        known = self._readings.get(key)
        if known is None:
            known = self._reading(self._finding(self._layout(record), _network(address, prefix), None))
            keep(self._readings, key, known)
        return known

    def _reading(self, finding: NetworkFinding) -> Reading:
        known = finding.asn is not None or finding.holder or finding.special
        return Reading(self.name, Outcome.FOUND if known else Outcome.NOTHING, finding)

    def health(self) -> Health:
        """An open file is well."""
        return Health(self.name, True, self.source, self.built_on)

    def close(self) -> None:
        """Give the file back."""
        self._reader.close()


def shipped_database(var_dir: Path) -> Path:
    """The database that comes with the product, unpacked once into var_dir."""
    return unpacked(SHIPPED, var_dir)


def _network(address: Address, prefix: int) -> str:
    """The network as CIDR."""
    if isinstance(address, IPv4Address):
        return str(IPv4Network((int(address), prefix), strict=False))
    return str(IPv6Network((int(address), prefix), strict=False))


def _source_name(database_type: str) -> str:
    """ "Routing data" for the shipped database, the type of any other: it is its brand."""
    return "Routing data" if database_type.startswith("ConnectLeads") else database_type

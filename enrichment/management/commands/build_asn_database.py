"""Builds the shipped network database (MMDB) from CSV tables on disk; an edge that downloads nothing."""

import csv
import re
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import maxminddb
from django.core.management.base import BaseCommand, CommandError
from netaddr import (
    IPAddress,
    IPNetwork,
    IPSet,
    iprange_to_cidrs,
)

from enrichment.sources.dated_writer import DatedWriter

DATABASE_TYPE = "ConnectLeads-ASN (compat=GeoLite2-ASN)"
DESCRIPTION = "Routing data: RouteViews, the regional registries (NRO) and DB-IP Lite (https://db-ip.com), CC BY 4.0"

HELP = """\
Build the network database that tells which organisation announces an address.

The tables come from two npm packages (nothing is downloaded here):

  npm pack @ip-location-db/asn                      and, for the country of a network,
  npm pack @ip-location-db/geo-whois-asn-country

Unpack both with tar and pass their folders. Only the "-num" tables are read:
asn-ipv4-num.csv, asn-ipv6-num.csv and geo-whois-asn-country-ipv{4,6}-num.csv.
The same tables and the same --date give the same file, byte for byte.
The sources ask for attribution: see the NOTICE beside the shipped database.
"""


@dataclass(frozen=True, slots=True)
class Range:
    """Addresses first..last (both included, as integers) that one AS announces."""

    version: int
    first: int
    last: int
    asn: int
    country: str | None = None

    @property
    def size(self) -> int:
        """How many addresses it holds."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Footprint:
    """How much IPv4 space an AS announces, and over how many /8 blocks it lies scattered."""

    addresses: int
    spread: int


class CountryTable:
    """Countries by address range; answers with the country of a range's first address."""

    def __init__(self, rows: Iterable[tuple[int, int, str]]) -> None:
        ordered = sorted(rows)
        self._firsts = [row[0] for row in ordered]
        self._rows = ordered

    def country_of(self, first: int) -> str | None:
        """The two-letter code for an address, None where the table has none."""
        index = bisect_right(self._firsts, first) - 1
        if index < 0 or self._rows[index][1] < first:
            return None
        return self._rows[index][2]


def read_asn_table(path: Path, version: int) -> Iterator[tuple[Range, str]]:
    """Rows of first,last,number,holder; a broken row is an error that names file and line."""
    with path.open(encoding="utf-8", newline="") as table:
        for line, row in enumerate(csv.reader(table), start=1):
            try:
                first, last, asn, holder = row
                yield Range(version, int(first), int(last), int(asn)), holder.strip()
            except ValueError as error:
                raise CommandError(f"{path.name}, line {line}: not first,last,number,holder") from error


def read_country_table(path: Path) -> CountryTable:
    """Rows of first,last,code."""
    with path.open(encoding="utf-8", newline="") as table:
        return CountryTable((int(first), int(last), code.upper()) for first, last, code in csv.reader(table))


def footprints(ranges: Iterable[Range]) -> dict[int, Footprint]:
    """The footprint of every AS that announces IPv4 space."""
    addresses: defaultdict[int, int] = defaultdict(int)
    blocks: defaultdict[int, set[int]] = defaultdict(set)
    for row in ranges:
        if row.version == 4:
            addresses[row.asn] += row.size
            blocks[row.asn].add(row.first >> 24)
    return {asn: Footprint(addresses[asn], len(blocks[asn])) for asn in addresses}


def record_for(asn: int, holder: str, country: str | None, footprint: Footprint | None) -> dict[str, Any]:
    """The GeoLite2-ASN record, with three keys of our own that other readers ignore."""
    record: dict[str, Any] = {"autonomous_system_number": asn, "autonomous_system_organization": holder}
    if country:
        record["country_code"] = country
    if footprint:
        record["announced_addresses"] = footprint.addresses
        record["announced_spread"] = footprint.spread
    return record


def networks_of(row: Range) -> list[IPNetwork]:
    """The CIDR blocks a range consists of."""
    return list(iprange_to_cidrs(IPAddress(row.first, row.version), IPAddress(row.last, row.version)))


def version_date(folder: Path) -> date | None:
    """The day in the package's version ("2.3.2026061719" is 17 June 2026), or None."""
    manifest = folder / "package.json"
    found = (
        re.search(r'"version"\s*:\s*"[\d.]*?(20\d\d)(\d\d)(\d\d)', manifest.read_text()) if manifest.exists() else None
    )
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


class Command(BaseCommand):
    """manage.py build_asn_database"""

    help = HELP
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the tables are and where the file goes."""
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("--asn", type=Path, required=True, help="folder of the unpacked asn package")
        parser.add_argument("--country", type=Path, help="folder of the unpacked country package")
        parser.add_argument("--output", type=Path, required=True, help="the MMDB file to write")
        parser.add_argument("--date", type=date.fromisoformat, help="day of the data; default: the package version's")

    def handle(self, *args: object, **options: Any) -> None:
        """Read, place, write, look into the result."""
        built_on = options["date"] or version_date(options["asn"])
        if built_on is None:
            raise CommandError("The day of the data is not in package.json: pass --date YYYY-MM-DD.")
        ranges, holders = self._read_ranges(options["asn"])
        if options["country"]:
            ranges = self._with_countries(ranges, options["country"])
        self._write(ranges, holders, built_on, options["output"])

    def _read_ranges(self, folder: Path) -> tuple[list[Range], dict[int, str]]:
        rows = list(
            chain.from_iterable(
                read_asn_table(_table(folder, f"asn-ipv{version}-num.csv"), version) for version in (4, 6)
            )
        )
        holders = {row.asn: holder for row, holder in rows}
        self.stdout.write(f"{len(rows):,} ranges of {len(holders):,} autonomous systems read.")
        return [row for row, _ in rows], holders

    def _with_countries(self, ranges: list[Range], folder: Path) -> list[Range]:
        tables = {
            version: read_country_table(_table(folder, f"geo-whois-asn-country-ipv{version}-num.csv"))
            for version in (4, 6)
        }
        self.stdout.write("Countries read.")
        return [
            Range(row.version, row.first, row.last, row.asn, tables[row.version].country_of(row.first))
            for row in ranges
        ]

    def _write(self, ranges: list[Range], holders: dict[int, str], built_on: date, output: Path) -> None:
        writer = DatedWriter(built_on, database_type=DATABASE_TYPE, description=DESCRIPTION)
        sizes = footprints(ranges)
        grouped: defaultdict[tuple[int, str | None], list[Range]] = defaultdict(list)
        for row in ranges:
            grouped[row.asn, row.country].append(row)
        for done, ((asn, country), rows) in enumerate(sorted(grouped.items(), key=_by_key), start=1):
            networks = IPSet(chain.from_iterable(networks_of(row) for row in rows))
            writer.insert_network(networks, record_for(asn, holders[asn], country, sizes.get(asn)))
            if done % 20_000 == 0:
                self.stdout.write(f"{done:,} of {len(grouped):,} records placed.")
        self._publish(writer, ranges, output)

    def _publish(self, writer: DatedWriter, ranges: list[Range], output: Path) -> None:
        """Write beside the target, look into the result, and only then give it its name."""
        output.parent.mkdir(parents=True, exist_ok=True)
        unproven = output.with_name(f"{output.name}.part")
        writer.to_db_file(str(unproven))
        try:
            verify(unproven, ranges)
        except CommandError:
            unproven.unlink()
            raise
        unproven.replace(output)
        self.stdout.write(f"{output.name}: {output.stat().st_size:,} bytes.")


def verify(path: Path, ranges: list[Range], samples: int = 1_000) -> None:
    """Reopen the file and look up the ends of every n-th range; CommandError names the first that differs."""
    step = max(1, len(ranges) // samples)
    with maxminddb.open_database(path, maxminddb.MODE_MMAP) as database:
        for row in ranges[::step]:
            for end in (row.first, row.last):
                address = str(IPAddress(end, row.version))
                record = database.get(address)
                if not isinstance(record, dict) or record.get("autonomous_system_number") != row.asn:
                    raise CommandError(f"{address} should be AS{row.asn} in the new file, but it is not.")


def _table(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.exists():
        raise CommandError(f"{name} is not in {folder}: unpack the npm package there (see --help).")
    return path


def _by_key(item: tuple[tuple[int, str | None], list[Range]]) -> tuple[int, str]:
    (asn, country), _ = item
    return asn, country or ""

"""Reads a tenant's list of ranges, a CSV of range and name, line by line (pure)."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from enrichment.addresses import BITS, AddressRange, special_range
from enrichment.sources.range_index import places_of

MAX_RANGES = 5_000
MAX_NAME = 200
SHORTEST_PREFIX = {4: 12, 6: 29}  # what a registry gives to a large provider; a firm's own is smaller
HEAD = frozenset({"range", "bereik", "reeks", "network", "netwerk"})


class LineFault(StrEnum):
    """Why a line of a tenant's list is not kept; a closed set."""

    RANGE = "range"  # no range of addresses
    SPECIAL = "special"  # nobody comes from there: private, documentation, ...
    LARGE = "large"  # more than one organisation's
    SMALL = "small"  # so few addresses beside a name that it comes close to a person
    TWICE = "twice"  # an earlier line has the same range
    COMPANY = "company"  # no company of that name is known
    TWO = "two"  # companies of that name are known in several countries
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class RangeLine:
    """One line: its number from 1, the range, and whose it is ("" for an office of one's own)."""

    number: int
    written: str
    range: AddressRange | None
    name: str
    fault: LineFault | None = None


def read_lines(lines: Iterable[str]) -> Iterator[RangeLine]:
    """The lines that say something, each with its fault if it has one. A first line of headings is passed over.

    Columns are parted by commas, semicolons or tabs, as spreadsheets write them in different countries. Two IPv6 ranges
    of the same /64 networks are the same range, as they are kept.
    """
    seen: set[tuple[int, int, int]] = set()
    for number, text in enumerate(lines, 1):
        cells = _cells(text.lstrip("\ufeff"))
        if not cells or not cells[0] or (not seen and cells[0].lower() in HEAD):
            continue
        line = range_line(cells[0], cells[1] if len(cells) > 1 else "", number=number)
        if line.range is not None and line.fault is None:
            place = (line.range.version, *places_of(line.range))
            if place in seen:
                line = RangeLine(number, line.written, line.range, line.name, LineFault.TWICE)
            seen.add(place)
        yield line


def range_line(written: str, name: str, *, number: int = 1) -> RangeLine:
    """What somebody wrote about one range, with the fault that is seen without asking anybody."""
    name = " ".join(name.split())[:MAX_NAME]
    try:
        kept = AddressRange.parse(written)
    except ValueError:
        return RangeLine(number, written.strip()[:60], None, name, LineFault.RANGE)
    return RangeLine(number, kept.text, kept, name, _fault(kept, name))


def _fault(kept: AddressRange, name: str) -> LineFault | None:
    if any(special_range(end) for end in kept.ends):
        return LineFault.SPECIAL
    if kept.size > 1 << (BITS[kept.version] - SHORTEST_PREFIX[kept.version]):
        return LineFault.LARGE
    return LineFault.SMALL if name and kept.is_small else None


def _cells(text: str) -> list[str]:
    sign = next((sign for sign in ("\t", ";") if sign in text), ",")
    try:
        return [cell.strip() for cell in next(csv.reader([text], delimiter=sign), [])]
    except csv.Error:
        return [text.strip()]

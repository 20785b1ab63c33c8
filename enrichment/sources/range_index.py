"""Finds the smallest of many ranges that holds an address: a few compact arrays, whatever the number (pure)."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from enrichment.addresses import Address, AddressRange

NO_PARENT = -1
INTERFACE_BITS = 64  # of an IPv6 address: ranges are compared by their networks


def place_of(address: Address) -> int:
    """The number by which an address is looked up: all of an IPv4 address, the network half of an IPv6 address."""
    return int(address) if address.version == 4 else int(address) >> INTERFACE_BITS


def places_of(kept: AddressRange) -> tuple[int, int]:
    """First and last such number of a range."""
    if kept.version == 4:
        return kept.first, kept.last
    return kept.first >> INTERFACE_BITS, kept.last >> INTERFACE_BITS


@dataclass(frozen=True, slots=True)
class _Ranges:
    """Ranges of one version in order: by first number, the larger one first. A parent is the range around a range."""

    firsts: "array[int]"
    lasts: "array[int]"
    parents: "array[int]"
    values: "array[int]"

    def smallest(self, place: int) -> int:
        index = bisect_right(self.firsts, place) - 1
        while index != NO_PARENT and self.lasts[index] < place:
            index = self.parents[index]
        return index


class RangeIndex:
    """Ranges of both versions, each with a number that stands for what is known about it."""

    def __init__(self, rows: Iterable[tuple[int, int, int, int]]) -> None:
        """Rows are (version, first place, last place, value) in any order."""
        split: dict[int, list[tuple[int, int, int]]] = {4: [], 6: []}
        for version, first, last, value in rows:
            split[version].append((first, -last, value))
        self._by_version = {version: _ordered(sorted(found)) for version, found in split.items()}

    @classmethod
    def of_arrays(cls, version: int, firsts: "array[int]", lasts: "array[int]", values: "array[int]") -> "RangeIndex":
        """From arrays of one version that are in order already (by first, the larger range first)."""
        made = cls(())
        made._by_version[version] = _Ranges(firsts, lasts, _parents(firsts, lasts), values)
        return made

    def with_version(self, version: int, other: "RangeIndex") -> "RangeIndex":
        """This index with the other's ranges of that version."""
        self._by_version[version] = other._by_version[version]
        return self

    def lookup(self, address: Address) -> int | None:
        """The value of the smallest range that holds the address, None where none does."""
        found = self.find(address)
        return None if found is None else found[1]

    def find(self, address: Address) -> tuple[int, int] | None:
        """(size, value) of the smallest range that holds the address; the size in looked-up numbers."""
        ranges = self._by_version[address.version]
        index = ranges.smallest(place_of(address))
        if index == NO_PARENT:
            return None
        return ranges.lasts[index] - ranges.firsts[index] + 1, ranges.values[index]

    def __len__(self) -> int:
        return sum(len(ranges.firsts) for ranges in self._by_version.values())


def _ordered(rows: Sequence[tuple[int, int, int]]) -> _Ranges:
    firsts = array("Q", (first for first, _, _ in rows))
    lasts = array("Q", (-last for _, last, _ in rows))
    return _Ranges(firsts, lasts, _parents(firsts, lasts), array("q", (value for _, _, value in rows)))


def _parents(firsts: Sequence[int], lasts: Sequence[int]) -> "array[int]":
    """For each range the one around it. Where two only overlap, the later one is looked at first."""
    parents = array("i", [NO_PARENT]) * len(firsts)
    open_ranges: list[int] = []
    for index, first in enumerate(firsts):
        while open_ranges and lasts[open_ranges[-1]] < first:
            open_ranges.pop()
        parents[index] = open_ranges[-1] if open_ranges else NO_PARENT
        open_ranges.append(index)
    return parents

"""An operator's own list of ranges: whose they are, and which are offices of one's own (edge: a CSV file)."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from enrichment.addresses import Address, AddressRange
from enrichment.findings import OwnRangeFinding
from enrichment.sources.range_index import RangeIndex, places_of
from enrichment.sources.shape import Health, Outcome, Reading

COLUMNS = ("range", "name", "country")
SOURCE = "Own list"
MAX_ROWS = 100_000


class BadRangesError(ValueError):
    """The file cannot be read as a list of ranges; the message names the line."""


class OwnRanges:
    """The ranges of a CSV file with a heading: range (CIDR block, first-last, or one address), name, country.

    A row without a name is an office of one's own, whose visitors are nobody's lead.
    """

    name = "own ranges"

    def __init__(self, path: Path) -> None:
        self._findings = list(read_ranges(path))
        rows = ((one.range.version, *places_of(one.range), index) for index, one in enumerate(self._findings))
        self._index = RangeIndex(rows)
        self._on = self._findings[0].on if self._findings else None

    def read(self, address: Address) -> Reading:
        """The smallest own range that holds the address."""
        found = self._index.lookup(address)
        if found is None:
            return Reading(self.name, Outcome.NOTHING)
        return Reading(self.name, Outcome.FOUND, self._findings[found])

    def health(self) -> Health:
        """A list that was read is well."""
        return Health(self.name, True, f"{len(self._findings)} ranges", self._on)


def read_ranges(path: Path) -> Iterator[OwnRangeFinding]:
    """The rows of the file. Raises BadRangesError naming the line that is wrong, OSError when it cannot be opened."""
    on = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    with path.open(newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        if not reader.fieldnames or "range" not in reader.fieldnames or "name" not in reader.fieldnames:
            raise BadRangesError(f"{path.name} needs a first line with the columns {', '.join(COLUMNS)}.")
        for number, row in enumerate(reader, 2):
            if number > MAX_ROWS:
                raise BadRangesError(f"{path.name} holds more than {MAX_ROWS} ranges.")
            yield _finding(row, on, f"{path.name}, line {number}")


def _finding(row: dict[str, str | None], on: date, where: str) -> OwnRangeFinding:
    try:
        kept = AddressRange.parse(row["range"] or "")
    except ValueError:
        raise BadRangesError(f"{where}: this is no range of addresses.") from None
    country = (row.get("country") or "").strip().upper()
    if country and (len(country) != 2 or not country.isalpha()):
        raise BadRangesError(f"{where}: the country must be two letters.")
    return OwnRangeFinding(kept, (row["name"] or "").strip()[:200], SOURCE, on, country or None)

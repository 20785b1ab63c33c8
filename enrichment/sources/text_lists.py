"""Lists of relays, hosts and robots as their publishers give them away: a block a line (edge: files on disk)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from enrichment.addresses import BITS, Address, AddressRange, special_range
from enrichment.findings import ListFinding
from enrichment.kinds import Kind
from enrichment.sources.range_index import RangeIndex, places_of
from enrichment.sources.shape import Health, Outcome, Reading

LARGEST_PREFIX = {4: 8, 6: 16}  # nobody's list names more at once; a slip of a publisher must not silence the internet
MOST_OF_IPV4 = 1 << 30  # a quarter
GOOD_SHARE = 0.8  # of the lines that are no comment
_PARTS = re.compile(r"[\s,;]+")


class UnfitListError(ValueError):
    """The text is no list of blocks, or lists too much; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class PublishedList:
    """What a list is called and tells, where it is published, and where the last good copy lies."""

    kind: Kind
    name: str
    url: str
    path: Path


class TextLists:
    """All published lists that were fetched, as one index in memory."""

    name = "published lists"

    def __init__(self, lists: Iterable[PublishedList]) -> None:
        """Read the copies that are there. Raises UnfitListError for one that is no list."""
        self._lists: list[tuple[PublishedList, date]] = []
        self._index = RangeIndex(self._rows(lists))

    def lookup(self, address: Address) -> ListFinding | None:
        """What the lists say about an unwrapped address."""
        found = self._index.lookup(address)
        if found is None:
            return None
        kept, on = self._lists[found]
        return ListFinding(kind=kept.kind, name=kept.name, source=kept.name, on=on)

    def read(self, address: Address) -> Reading:
        """The same as a reading."""
        finding = self.lookup(address)
        return Reading(self.name, Outcome.FOUND if finding else Outcome.NOTHING, finding)

    def health(self) -> Health:
        """The lists that are there, and the oldest day."""
        oldest = min((on for _, on in self._lists), default=None)
        return Health(self.name, True, f"{len(self._lists)} lists, {len(self._index)} blocks", oldest)

    def _rows(self, lists: Iterable[PublishedList]) -> Iterator[tuple[int, int, int, int]]:
        for one in lists:
            if not one.path.is_file():
                continue
            on = datetime.fromtimestamp(one.path.stat().st_mtime, UTC).date()
            number = len(self._lists)
            self._lists.append((one, on))
            for block in read_blocks(one.path.read_text(errors="replace")):
                yield block.version, *places_of(block), number


def read_blocks(text: str) -> list[AddressRange]:
    """The blocks of a list: addresses, CIDR blocks or ranges, each first in its line; # and // begin comments.

    Private and reserved blocks are passed over. Raises UnfitListError.
    """
    found: list[AddressRange] = []
    lines = covered = 0
    for line in text.splitlines():
        first = _PARTS.split(line.partition("#")[0].partition("//")[0].strip(), maxsplit=1)[0]
        if not first:
            continue
        lines += 1
        try:
            block = AddressRange.parse(first)
        except ValueError:
            continue
        if block.size > 1 << (BITS[block.version] - LARGEST_PREFIX[block.version]):
            raise UnfitListError(f"It lists {block.text}, which is more than any one's.")
        if block.version == 4:
            covered += block.size
        found.append(block)
    if not found or len(found) < lines * GOOD_SHARE:
        raise UnfitListError(f"Of its {lines} lines {len(found)} are addresses or blocks.")
    if covered > MOST_OF_IPV4:
        raise UnfitListError("It lists more than a quarter of the internet.")
    return [block for block in found if special_range(block.ends[0]) is None]

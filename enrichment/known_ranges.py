"""What registries answered before, held in memory: a range learnt for one visit serves all later ones (edge).

Nothing is read before the first question. Two million ranges take about 60 MB, and as much again where each is another
company's.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic

from django.core.cache import cache
from redis import RedisError

from enrichment.addresses import Address
from enrichment.known_range_rows import EXPIRY_BITS, Facts, KnownPlace, read_rows
from enrichment.sources.range_index import RangeIndex

__all__ = ["KnownPlace", "KnownRanges", "companies_changed", "forget_ranges", "known_ranges"]

LOOKS_AGAIN_AFTER = 5.0  # seconds
OVERLAP = timedelta(seconds=30)  # a row may be committed later than it was stamped
MERGED_FROM = 20_000  # newer ranges, after which all are put in order anew
GENERATION = "enrichment:known-ranges"


@dataclass(slots=True)
class KnownRanges:
    """This process's copy of the installation's network cache."""

    _facts: Facts = field(default_factory=Facts)
    _base: RangeIndex = field(default_factory=lambda: RangeIndex(()))
    _newer: RangeIndex = field(default_factory=lambda: RangeIndex(()))
    _newer_rows: dict[tuple[int, int, int], int] = field(default_factory=dict)
    _read_through: datetime | None = None
    _generation: int = -1
    _looked_at: float = float("-inf")

    def lookup(self, address: Address, *, now: datetime) -> KnownPlace | None:
        """What the smallest known range around the address is, None where none is known or its time is over."""
        found = [one for one in (self._newer.find(address), self._base.find(address)) if one is not None]
        if not found:
            return None
        _, value = min(found, key=lambda one: one[0])  # of two alike the newer one stands first
        if value & ((1 << EXPIRY_BITS) - 1) <= now.timestamp():
            return None
        return self._facts.place(value >> EXPIRY_BITS)

    def refresh(self, *, at_once: bool = False) -> None:
        """Take in what was learnt meanwhile, every few seconds or at once; all of it after a company was changed."""
        if monotonic() - self._looked_at < LOOKS_AGAIN_AFTER and not at_once:
            return
        self._looked_at = monotonic()
        generation = self._generation_now()
        if self._read_through is None or generation != self._generation or len(self._newer_rows) > MERGED_FROM:
            self._generation = generation
            self._read_all()
        else:
            self._read_newer()

    def forget(self) -> None:
        """Read everything anew at the next refresh."""
        self._read_through, self._looked_at = None, float("-inf")

    def __len__(self) -> int:
        return len(self._base) + len(self._newer)

    def _generation_now(self) -> int:
        """The installation's count of changes; while the cache is away, what it was before."""
        try:
            return int(cache.get(GENERATION) or 0)
        except RedisError:
            return self._generation

    def _read_all(self) -> None:
        began = datetime.now(UTC)
        facts, base = Facts(), RangeIndex(())
        for version in (4, 6):
            rows = read_rows(version, facts)
            base = base.with_version(version, RangeIndex.of_arrays(version, rows.firsts, rows.lasts, rows.values))
        facts.close()
        self._newer_rows.clear()
        self._newer = RangeIndex(())
        self._facts, self._base, self._read_through = facts, base, began - OVERLAP

    def _read_newer(self) -> None:
        began = datetime.now(UTC)
        changed = False
        for version in (4, 6):
            rows = read_rows(version, self._facts, since=self._read_through)
            for first, last, value in zip(rows.firsts, rows.lasts, rows.values, strict=True):
                changed = changed or self._newer_rows.get((version, first, last)) != value
                self._newer_rows[version, first, last] = value
        if changed:
            self._newer = RangeIndex((*key, value) for key, value in self._newer_rows.items())
        self._read_through = began - OVERLAP


_ranges = KnownRanges()


def known_ranges(*, fresh: bool = False) -> KnownRanges:
    """This process's ranges, brought up to date: to within a few seconds, or `fresh` from the database."""
    _ranges.refresh(at_once=fresh)
    return _ranges


def forget_ranges() -> None:
    """Read everything anew when it is next needed."""
    _ranges.forget()


def companies_changed() -> None:
    """Tell every process that what it knows about companies is no longer so."""
    cache.add(GENERATION, 0, timeout=None)
    cache.incr(GENERATION)
    _ranges.forget()

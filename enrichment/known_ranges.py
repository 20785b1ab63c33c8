"""What registries answered before, held in memory: a range learnt for one visit serves all later ones (edge).

Nothing is read before the first question. Two million ranges take about 60 MB.
"""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import connection
from redis import RedisError

from enrichment.addresses import Address
from enrichment.sources.range_index import RangeIndex

LOOKS_AGAIN_AFTER = 5.0  # seconds
OVERLAP = timedelta(seconds=30)  # a row may be committed later than it was stamped
MERGED_FROM = 20_000  # newer ranges, after which all are put in order anew
CHUNK = 20_000
GENERATION = "enrichment:known-ranges"
EXPIRY_BITS = 32
_ROWS = (
    "SELECT r.version, r.first, r.last, r.kind, r.confidence, r.company_id::text, r.network_id::text, "
    "coalesce(c.country, ''), extract(epoch FROM r.expires_at)::bigint "
    "FROM enrichment_knownrange r LEFT JOIN enrichment_company c ON c.id = r.company_id"
)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What is known about a range. The ids are None where nobody may be named; `country` is the company's own."""

    kind: str
    confidence: float
    company_id: UUID | None
    network_id: UUID | None
    country: str = ""


@dataclass(slots=True)
class KnownRanges:
    """This process's copy of the installation's network cache."""

    _places: list[KnownPlace] = field(default_factory=list)
    _numbers: dict[tuple[Any, ...], int] = field(default_factory=dict)
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
        return self._places[value >> EXPIRY_BITS]

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
        self._places.clear()
        self._numbers.clear()
        self._newer_rows.clear()
        self._newer = RangeIndex(())
        base = RangeIndex(())
        for version in (4, 6):
            base = base.with_version(version, self._ordered(version))
        self._base, self._read_through = base, began - OVERLAP

    def _ordered(self, version: int) -> RangeIndex:
        firsts, lasts, values = array("Q"), array("Q"), array("q")
        for rows in _chunks(f"{_ROWS} WHERE r.version = %s ORDER BY r.first, r.last DESC", [version]):
            firsts.extend([row[1] for row in rows])
            lasts.extend([row[2] for row in rows])
            values.extend([self._value(row) for row in rows])
        return RangeIndex.of_arrays(version, firsts, lasts, values)

    def _read_newer(self) -> None:
        began = datetime.now(UTC)
        changed = False
        for rows in _chunks(f"{_ROWS} WHERE r.learnt_at >= %s", [self._read_through]):
            for row in rows:
                value = self._value(row)
                changed = changed or self._newer_rows.get(row[:3]) != value
                self._newer_rows[row[:3]] = value
        if changed:
            self._newer = RangeIndex((*key, value) for key, value in self._newer_rows.items())
        self._read_through = began - OVERLAP

    def _value(self, row: tuple[Any, ...]) -> int:
        """One number that tells the place and until when it holds."""
        facts = row[3:8]
        number = self._numbers.get(facts)
        if number is None:
            number = self._numbers[facts] = len(self._places)
            kind, confidence, company, network, country = facts
            ids = (company and UUID(company), network and UUID(network))
            self._places.append(KnownPlace(kind, confidence, *ids, country))
        return int((number << EXPIRY_BITS) | row[8])


def _chunks(statement: str, values: list[Any]) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a statement by a cursor on the server, so that they are never all here as rows."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement, values)
        while rows := cursor.fetchmany(CHUNK):
            yield rows


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

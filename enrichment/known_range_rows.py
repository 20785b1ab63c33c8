"""Reads remembered ranges out of PostgreSQL by binary COPY, column by column; no row becomes an object (edge).

With fixed widths two million rows are taken apart by slices in two seconds, where fetched rows take fourteen.
"""

import struct
from array import array
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from sys import byteorder
from uuid import UUID

from django.db import connection

from enrichment.kinds import Kind

EXPIRY_BITS = 32
KINDS = tuple(kind.value for kind in Kind)
NOBODY = UUID(int=0)
HEADER = 19  # bytes before the first row (PostgreSQL's manual, COPY, "Binary Format")
FIRST, LAST, EXPIRY, FACTS, WIDTH = (
    6,
    18,
    30,
    42,
    114,
)  # where each stands in a row; before each are its length's 4 bytes
BATCH = 40_000 * WIDTH
_FACTS = struct.Struct(">q4xd4x16s4x16s4xq")
_SELECT = f"""
    SELECT r.first, r.last, extract(epoch FROM r.expires_at)::bigint,
           coalesce(array_position(ARRAY[{", ".join(f"'{kind}'" for kind in KINDS)}], r.kind::text), 0)::bigint,
           r.confidence::float8, coalesce(r.company_id, '{NOBODY}'), coalesce(r.network_id, '{NOBODY}'),
           coalesce(ascii(c.country) * 256 + ascii(substr(c.country, 2)), 0)::bigint
    FROM enrichment_knownrange r LEFT JOIN enrichment_company c ON c.id = r.company_id
    WHERE r.version = %s"""  # noqa: S608 only words of our own are put in
_ORDERED = " ORDER BY r.first, r.last DESC"


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What is known about a range. The ids are None where nobody may be named; `country` is the company's own."""

    kind: str
    confidence: float
    company_id: UUID | None
    network_id: UUID | None
    country: str = ""


class Facts:
    """What is known about places, each once and as bytes; a number stands for it."""

    def __init__(self) -> None:
        self._rows: list[bytes] = []
        self._numbers: dict[bytes, int] | None = {}

    def numbers(self, rows: list[bytes]) -> list[int]:
        """The number of each. After `close` the same fact may get a second number."""
        numbers = self._numbers if self._numbers is not None else {}
        return [self._number(row, numbers) for row in rows]

    def place(self, number: int) -> KnownPlace:
        """What a number stands for."""
        return _place(self._rows[number])

    def close(self) -> None:
        """Forget which fact has which number: it takes more room than the facts, and few are added from now on."""
        self._numbers = None

    def _number(self, row: bytes, numbers: dict[bytes, int]) -> int:
        number = numbers.get(row)
        if number is None:
            number = numbers[row] = len(self._rows)
            self._rows.append(row)
        return number


@dataclass(slots=True)
class Rows:
    """The columns of remembered ranges: first and last place, and a number that tells the fact and its last second."""

    facts: Facts
    firsts: "array[int]" = field(default_factory=lambda: array("Q"))
    lasts: "array[int]" = field(default_factory=lambda: array("Q"))
    values: "array[int]" = field(default_factory=lambda: array("q"))
    _rest: bytearray = field(default_factory=bytearray)
    _has_begun: bool = False

    def write(self, data: bytes) -> int:
        """Take what COPY gives, in pieces of any size."""
        self._rest += data
        if len(self._rest) > BATCH:
            self.take()
        return len(data)

    def take(self) -> None:
        """Take whole rows out of what has come so far."""
        if not self._has_begun:
            del self._rest[:HEADER]
            self._has_begun = True
        block = bytes(self._rest[: len(self._rest) // WIDTH * WIDTH])
        del self._rest[: len(block)]
        self.firsts.extend(_column("Q", block, FIRST))
        self.lasts.extend(_column("Q", block, LAST))
        numbers = self.facts.numbers([block[at : at + _FACTS.size] for at in range(FACTS, len(block), WIDTH)])
        expiries = _column("q", block, EXPIRY)
        self.values.extend([n << EXPIRY_BITS | e for n, e in zip(numbers, expiries, strict=True)])


def read_rows(version: int, facts: Facts, *, since: datetime | None = None) -> Rows:
    """The ranges of a version in order: by first place, the larger one first; or those learnt since, in any order."""
    rows = Rows(facts)
    with connection.cursor() as cursor:
        statement = f"{_SELECT} AND r.learnt_at >= %s" if since else _SELECT + _ORDERED
        text = cursor.mogrify(statement, [version, since] if since else [version]).decode()
        cursor.copy_expert(f"COPY ({text}) TO STDOUT WITH (FORMAT binary)", rows)
    rows.take()
    return rows


def packed(place: KnownPlace) -> bytes:
    """A place as PostgreSQL would send its facts, all lengths zero."""
    ids = ((one or NOBODY).bytes for one in (place.company_id, place.network_id))
    country = int.from_bytes(place.country.encode("ascii"))
    return _FACTS.pack(KINDS.index(place.kind) + 1, place.confidence, *ids, country)


def _column(kind: str, block: bytes, at: int) -> "array[int]":
    """One column of eight bytes a row, in network order."""
    column = bytearray(len(block) // WIDTH * 8)
    for byte in range(8):
        column[byte::8] = block[at + byte :: WIDTH]
    found = array(kind)
    found.frombytes(bytes(column))
    if byteorder == "little":
        found.byteswap()
    return found


@lru_cache(maxsize=65_536)
def _place(row: bytes) -> KnownPlace:
    kind, confidence, company, network, country = _FACTS.unpack(row)
    ids = (UUID(bytes=company), UUID(bytes=network))
    company_id, network_id = (None if one == NOBODY else one for one in ids)
    code = country.to_bytes(2).decode() if country else ""
    return KnownPlace(KINDS[kind - 1] if kind else Kind.UNKNOWN.value, confidence, company_id, network_id, code)

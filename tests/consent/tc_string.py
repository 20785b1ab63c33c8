"""Writes TC strings for tests, field by field."""

import base64
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

ALL_PURPOSES = frozenset(range(1, 11))


def tc_string(
    *,
    at: datetime,
    purposes: Collection[int] = ALL_PURPOSES,
    interests: Collection[int] = (),
    vendors: Collection[int] = (),
    ranges: Sequence[tuple[int, int]] | None = None,
    restrictions: Sequence[tuple[int, int, Sequence[tuple[int, int]]]] = (),
    disclosed: Collection[int] | None = (),
    version: int = 2,
    policy: int = 5,
    specific: bool = True,
    highest: int | None = None,
) -> str:
    """A string of TCF 2.3; `ranges` writes the vendors as ranges, `restrictions` are (purpose, type, ranges)."""
    tenths = int((at - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 10)
    core = (
        number(version, 6)
        + number(tenths, 36) * 2
        + number(10, 12)
        + number(1, 12)
        + number(1, 6)
        + number(4, 6)
        + number(13, 6)
        + number(100, 12)
        + number(policy, 6)
        + number(specific, 1)
        + number(0, 13)
        + numbered(purposes, 24)
        + numbered(interests, 24)
        + number(0, 1)
        + number(13, 6)
        + number(11, 6)
        + (section(vendors) if ranges is None else range_section(ranges, highest))
        + section(())
        + number(len(restrictions), 12)
        + "".join(number(purpose, 6) + number(kind, 2) + entries(held) for purpose, kind, held in restrictions)
    )
    segments = [core] if disclosed is None else [core, number(1, 3) + section(disclosed)]
    return ".".join(map(encode, segments))


def number(value: int, width: int) -> str:
    """A number as bits."""
    return f"{value:0{width}b}"


def numbered(members: Collection[int], width: int) -> str:
    """One bit for each of 1 to `width`."""
    return "".join("01"[place in members] for place in range(1, width + 1))


def section(vendors: Collection[int]) -> str:
    """Vendors as a bit field."""
    highest = max(vendors, default=0)
    return number(highest, 16) + "0" + numbered(vendors, highest)


def range_section(ranges: Sequence[tuple[int, int]], highest: int | None = None) -> str:
    """Vendors as ranges."""
    return (
        number(max((end for _, end in ranges), default=0) if highest is None else highest, 16) + "1" + entries(ranges)
    )


def entries(ranges: Sequence[tuple[int, int]]) -> str:
    """Ranges, single vendors in their short form."""
    written = (
        "0" + number(start, 16) if start == end else "1" + number(start, 16) + number(end, 16) for start, end in ranges
    )
    return number(len(ranges), 12) + "".join(written)


def encode(bits: str) -> str:
    """Bits as base64url, filled up to whole bytes."""
    filled = bits + "0" * (-len(bits) % 8)
    data = int(filled, 2).to_bytes(len(filled) // 8)
    return base64.urlsafe_b64encode(data).decode().rstrip("=")

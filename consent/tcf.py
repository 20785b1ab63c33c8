"""Decodes the IAB's TC strings, versions 2.2 and 2.3, bit by bit and without mercy (pure).

Fields and their widths are those of the IAB's "Consent string and vendor list formats v2". Every cut inside the core
segment, an unknown version or segment, a range that runs backwards and bits that are left over are refused: a decoder
that fills what is missing finds consent in noise.
"""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_SEGMENT = re.compile(r"[A-Za-z0-9_-]+")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_VERSION = 2
_MAX_SEGMENTS = 5
_LETTERS = 26
_PADDING_BITS = 24  # what filling up to whole bytes and whole base64 groups can leave at the end
_DISCLOSED_VENDORS, _PUBLISHER_TC = 1, 3
_RESTRICTION_TYPES = range(3)


@dataclass(frozen=True, slots=True)
class Vendors:
    """Vendors 1 to `highest`, each one bit of `bits`, the first being the most significant."""

    bits: int
    highest: int

    def __contains__(self, vendor: object) -> bool:
        return isinstance(vendor, int) and 0 < vendor <= self.highest and self.bits >> (self.highest - vendor) & 1 == 1

    def __bool__(self) -> bool:
        return self.bits != 0

    def __or__(self, other: "Vendors") -> "Vendors":
        highest = max(self.highest, other.highest)
        return Vendors(self.bits << highest - self.highest | other.bits << highest - other.highest, highest)


NO_VENDORS = Vendors(0, 0)


class Refused(ValueError):
    """What breaks the format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TcString:
    """The fields that bear on consent. Legitimate interests are read past and never kept.

    `restrictions` are the vendors by purpose and type: 0 forbids the purpose, 2 takes consent away as its ground.
    """

    last_updated_at: datetime
    policy_version: int
    is_service_specific: bool
    purposes: frozenset[int]
    vendors: Vendors
    restrictions: Mapping[tuple[int, int], Vendors]
    disclosed: Vendors | None


def decode(text: str) -> TcString | None:
    """The string's fields, or None when anything about it is amiss."""
    core, *others = text.split(".")
    try:
        if len(others) >= _MAX_SEGMENTS:
            raise Refused("segments")
        return _core(_Bits(core), _disclosed(others))
    except (Refused, OverflowError):
        return None


class _Bits:
    """The bits of one segment, most significant first, taken from the front."""

    __slots__ = ("_left", "_value")

    def __init__(self, segment: str) -> None:
        if not _SEGMENT.fullmatch(segment) or len(segment) % 4 == 1:
            raise Refused("characters")
        filled = segment + "A" * (-len(segment) % 4)
        self._left = len(segment) * 6
        self._value = int.from_bytes(base64.urlsafe_b64decode(filled)) >> (len(filled) - len(segment)) * 6

    def number(self, width: int) -> int:
        """The next `width` bits as a number."""
        if width > self._left:
            raise Refused("cut short")
        self._left -= width
        found = self._value >> self._left
        self._value -= found << self._left
        return found

    def flag(self) -> bool:
        """The next bit."""
        return self.number(1) == 1

    def numbered(self, width: int) -> frozenset[int]:
        """Which of the next `width` bits are set, the first being number 1."""
        bits = self.number(width)
        return frozenset(place for place in range(1, width + 1) if bits >> (width - place) & 1)

    def end(self) -> None:
        """Refuse anything but a little padding of zeros."""
        if self._left >= _PADDING_BITS or self._value:
            raise Refused("left over")


def _core(bits: _Bits, disclosed: Vendors | None) -> TcString:
    if bits.number(6) != _VERSION:
        raise Refused("version")
    bits.number(36)  # created
    last_updated_at = _EPOCH + timedelta(seconds=bits.number(36) / 10)
    bits.number(12 + 12 + 6)  # platform, its version, screen
    _letters(bits)  # language
    bits.number(12)  # version of the vendor list
    policy_version, is_service_specific = bits.number(6), bits.flag()
    bits.number(1 + 12)  # texts of one's own, special features
    purposes = bits.numbered(24)
    bits.number(24 + 1)  # legitimate interests, one treatment
    _letters(bits)  # the publisher's country
    vendors = _vendors(bits)
    _vendors(bits)  # by legitimate interest
    restrictions = _restrictions(bits)
    bits.end()
    return TcString(
        last_updated_at=last_updated_at,
        policy_version=policy_version,
        is_service_specific=is_service_specific,
        purposes=purposes,
        vendors=vendors,
        restrictions=restrictions,
        disclosed=disclosed,
    )


def _letters(bits: _Bits) -> None:
    if bits.number(6) >= _LETTERS or bits.number(6) >= _LETTERS:
        raise Refused("letters")


def _vendors(bits: _Bits) -> Vendors:
    """A section of vendors: one bit for each up to the highest, or ranges."""
    highest = bits.number(16)
    if not bits.flag():
        return Vendors(bits.number(highest), highest)
    found = _ranges(bits)
    if found.highest > highest:
        raise Refused("beyond the highest vendor")
    return found


def _ranges(bits: _Bits) -> Vendors:
    found = NO_VENDORS
    for _ in range(bits.number(12)):
        is_range = bits.flag()
        start = bits.number(16)
        end = bits.number(16) if is_range else start
        if start < 1 or end < start:
            raise Refused("range")
        found |= Vendors((1 << end - start + 1) - 1, end)
    return found


def _restrictions(bits: _Bits) -> Mapping[tuple[int, int], Vendors]:
    found: dict[tuple[int, int], Vendors] = {}
    for _ in range(bits.number(12)):
        purpose, kind = bits.number(6), bits.number(2)
        if kind not in _RESTRICTION_TYPES:
            raise Refused("restriction")
        found[purpose, kind] = found.get((purpose, kind), NO_VENDORS) | _ranges(bits)
    return found


def _disclosed(segments: list[str]) -> Vendors | None:
    """The vendors of the disclosed vendors' segment, None without one; beside it only the publisher's may stand."""
    found: dict[int, Vendors] = {}
    for bits in map(_Bits, segments):
        kind = bits.number(3)
        if kind in found or kind not in (_DISCLOSED_VENDORS, _PUBLISHER_TC):
            raise Refused("segment")
        found[kind] = NO_VENDORS
        if kind == _DISCLOSED_VENDORS:
            found[kind] = _vendors(bits)
            bits.end()
        else:
            bits.number(24 + 24)  # the publisher's own consents and legitimate interests
            bits.number(2 * bits.number(6))  # the same for purposes of its own
    return found.get(_DISCLOSED_VENDORS)

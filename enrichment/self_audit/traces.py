"""Recognises traces of persons in text and bytes: addresses, mail addresses, telephone numbers (pure)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address

import msgspec

from tracking.redaction import mask


class Trace(StrEnum):
    """What a trace is."""

    ADDRESS = "address"
    MAIL = "mail"
    TELEPHONE = "telephone"
    PLANTED = "planted"


class TestSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Values of invented persons. Wherever one turns up, something was kept that must not be."""

    __test__ = False  # no test case, whatever pytest thinks of the name

    addresses: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    telephones: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All values as they may stand in a text, in lower case; telephone numbers with and without their spaces."""
        plain = (*self.addresses, *self.mails, *self.telephones, *self.names)
        squeezed = (re.sub(r"[ ()-]", "", number) for number in self.telephones)
        return tuple(dict.fromkeys(value.lower() for value in (*plain, *squeezed) if value))

    @property
    def packed(self) -> tuple[bytes, ...]:
        """The addresses as 4 or 16 bytes. Raises ValueError for what is no address."""
        return tuple(ip_address(value).packed for value in self.addresses)


BUILT_IN = TestSet(
    addresses=("198.51.100.177", "2001:db8:77::177"),
    mails=("kanarie.bezoeker@audit.example",),
    telephones=("+31 6 00 98 76 54",),
    names=("Kanarius Testbezoeker",),
)
# Loose enough for a database to find every candidate; kinds_in decides.
CANDIDATE = r"[0-9]+[.-][0-9]+[.-][0-9]+[.-][0-9]|:[0-9A-Fa-f]*:|@|%40|(\+|00|0)[0-9][0-9 ()-]{7,}"
_TELEPHONE = re.compile(
    r"(?<![0-9A-Za-z.+-])(?:(?:\+|00)[1-9](?:[ ()-]{0,2}\d){8,13}|0[1-9](?:[ -]?\d){8})(?![0-9A-Za-z])"
)
_MARK_ADDRESS, _MARK_MAIL = "\x01", "\x02"


@dataclass(frozen=True, slots=True)
class Searcher:
    """Looks at one text or value at a time."""

    test_set: TestSet = field(default_factory=lambda: BUILT_IN)

    def in_text(self, text: str) -> frozenset[Trace]:
        """What is in a text. Loopback addresses name nobody."""
        masked = mask(text, address=_MARK_ADDRESS, mail=_MARK_MAIL)
        found = {
            Trace.ADDRESS: masked.count(_MARK_ADDRESS) > text.count(_MARK_ADDRESS),
            Trace.MAIL: masked.count(_MARK_MAIL) > text.count(_MARK_MAIL),
            Trace.TELEPHONE: _TELEPHONE.search(text) is not None,
            Trace.PLANTED: _holds(text.lower(), self.test_set.texts),
        }
        return frozenset(trace for trace, is_there in found.items() if is_there)

    def in_bytes(self, data: bytes) -> frozenset[Trace]:
        """What is in bytes, as text or as a packed address of the test set."""
        found = self.in_text(data.decode("latin-1"))
        return found | {Trace.PLANTED} if any(packed in data for packed in self.test_set.packed) else found


def _holds(text: str, values: Iterable[str]) -> bool:
    return any(value in text for value in values)

"""Recognises traces of persons in text and bytes: addresses, mail addresses, telephone numbers (pure)."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterable, Iterator
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
_PRINTABLE = re.compile(rb"[\x20-\x7e]{7,}")
_LONG_ENOUGH = re.compile(r"[^\s@]*@[^\s@]*|[0-9A-Fa-f]*(?::[0-9A-Fa-f]*){2,}")
_WRAPPED = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
MOST_UNPACKED = 1_000_000
_REAL_MAIL = re.compile(r"[A-Za-z0-9._+-]{2,}@[A-Za-z0-9-]{2,}\.[A-Za-z]{2,}")
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
        """What is in bytes, as text or as a packed address of the test set.

        Bytes may be a hash or sealed, where short patterns turn up by chance: only longer ones count.
        """
        text = data.decode("latin-1")
        is_planted = _holds(text.lower(), self.test_set.texts) or any(one in data for one in self.test_set.packed)
        words = (run.decode() for run in _PRINTABLE.findall(data))
        found = {trace for word in words for trace in self.in_text(_LONG_ENOUGH.sub(_keep_long, word))}
        return frozenset(found | {Trace.PLANTED} if is_planted else found)

    def in_wrapped(self, data: bytes) -> frozenset[Trace]:
        """What is in bytes as they are, and in what they hold in Base64, packed by zlib or not.

        So Celery writes the arguments of a task, and Django a session.
        """
        found = self.in_bytes(data)
        for unwrapped in _unwrapped(data):
            found |= self.in_bytes(unwrapped)
        return found


def _unwrapped(data: bytes) -> Iterator[bytes]:
    for run in _WRAPPED.findall(data):
        plain = run.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
        try:
            decoded = base64.b64decode(plain + b"=" * (-len(plain) % 4))
        except binascii.Error:
            continue
        yield decoded
        try:
            yield zlib.decompressobj().decompress(decoded, MOST_UNPACKED)
        except zlib.error:
            continue


def _keep_long(match: re.Match[str]) -> str:
    """What could be a mail address or an IPv6 address stays when it is too long to be chance."""
    text = match.group()
    is_real = _REAL_MAIL.search(text) is not None if "@" in text else len(text) >= 8
    return text if is_real else " "


def _holds(text: str, values: Iterable[str]) -> bool:
    return any(value in text for value in values)

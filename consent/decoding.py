"""Strict percent-decoding of consent cookie values (pure; RFC 3986 §2.1, and `+` is never a space)."""

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from consent.evidence import MAX_VALUE_BYTES

MAX_PASSES = 2
_PRINTABLE = re.compile(r"[\x20-\x7E]*")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def is_well_formed(raw: str) -> bool:
    """Whether a raw cookie value is at most 4096 bytes of printable ASCII."""
    return len(raw) <= MAX_VALUE_BYTES and _PRINTABLE.fullmatch(raw) is not None


def decodings(raw: str) -> Iterator[str]:
    """The value itself, then after one and after two passes of decoding; stops at the first pass that is not strict.

    A platform takes the first text that fits its grammar.
    """
    text = raw
    yield text
    for _ in range(MAX_PASSES):
        if "%" not in text or _BROKEN_ESCAPE.search(text):
            return
        try:
            text = unquote_to_bytes(text).decode("utf-8")
        except UnicodeDecodeError:
            return
        if _CONTROLS.search(text):
            return
        yield text

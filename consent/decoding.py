"""Strict percent-decoding of consent cookie values (pure; RFC 3986 §2.1, and `+` is never a space)."""

import re
from binascii import a2b_qp
from collections.abc import Iterator

from consent.evidence import MAX_VALUE_BYTES

MAX_PASSES = 2
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def is_well_formed(raw: str) -> bool:
    """Whether a raw cookie value is at most 4096 bytes of printable ASCII."""
    return len(raw) <= MAX_VALUE_BYTES and raw.isascii() and raw.isprintable()


def decodings(raw: str, *, passes: int = MAX_PASSES) -> Iterator[str]:
    """The value itself, then after each of at most `passes` passes; stops at the first pass that is not strict.

    A platform takes the first text that fits its grammar.
    """
    text: str | None = raw
    for _ in range(passes + 1):
        if text is None:
            return
        yield text
        text = decoded(text)


def fitting(pattern: re.Pattern[str], raw: str, *, passes: int = MAX_PASSES) -> re.Match[str] | None:
    """The first text of `decodings` that fits `pattern` from end to end."""
    text: str | None = raw
    while text is not None:
        match = pattern.fullmatch(text)
        if match or not passes:
            return match
        text, passes = decoded(text), passes - 1
    return None


def decoded(text: str) -> str | None:
    """One pass of strict decoding; None when there is nothing to decode, or an escape, UTF-8 or character is amiss.

    Quoted-printable (RFC 2045 §6.7) is the same code with another sign, and decoding it is the standard library's
    quickest way. A sound escape makes the text two bytes shorter and a broken one does not: the length tells.
    """
    if "%" not in text:
        return None
    data = text.encode("utf-8", "surrogatepass")
    plain = a2b_qp(data.replace(b"=", b"%3D").replace(b"%", b"="))
    if len(plain) != len(data) - 2 * data.count(b"%"):
        return None
    try:
        result = plain.decode()
    except UnicodeDecodeError:
        return None
    return result if result.isprintable() or not _CONTROLS.search(result) else None

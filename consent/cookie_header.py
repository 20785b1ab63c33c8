"""Splits a raw Cookie header without losing, changing or inventing anything (pure).

Framework parsers drop what follows a value they dislike, unquote, and keep one of two duplicates; evidence needs every
pair as the browser sent it (RFC 6265 §5.4 gives the order and the form `name=value; name=value`).
"""

from collections.abc import Iterable, Iterator

MAX_HEADER_BYTES = 16 * 1024


def split_cookies(header: str) -> tuple[tuple[str, str], ...]:
    """(name, value) pairs in order, duplicates kept, nothing unquoted. Never raises."""
    pairs = (part.strip(" \t").partition("=") for part in header.split(";"))
    return tuple((name.rstrip(" \t"), value.lstrip(" \t")) for name, equals, value in pairs if equals and name)


class Cookies:
    """All pairs that were claimed, by exact name, and the names about which the claims disagree."""

    __slots__ = ("_values", "disputed")

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._values: dict[str, str] = {}
        self.disputed: set[str] = set()
        for name, value in pairs:
            if self._values.setdefault(name, value) != value:
                self.disputed.add(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def get(self, name: str) -> str | None:
        """The first value claimed for that name, or None."""
        return self._values.get(name)

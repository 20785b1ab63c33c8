"""The letters and the hue of the tile that stands for a company; drawn here, fetched from nowhere (pure)."""

import zlib
from dataclasses import dataclass

_SMALL_WORDS = frozenset({"de", "het", "van", "der", "den", "en", "and", "of", "the", "voor", "in", "&", "ten", "ter"})


@dataclass(frozen=True, slots=True)
class Monogram:
    """One or two capital letters, and a hue from 0 to 359 degrees that stays the same for a name."""

    letters: str
    hue: int


def monogram(name: str) -> Monogram:
    """The tile of a name."""
    words = [word for word in name.replace("-", " ").replace(".", " ").split() if word.lower() not in _SMALL_WORDS]
    initials = [next((letter for letter in word if letter.isalnum()), "") for word in words]
    letters = "".join(initials[:2]) if len(initials) > 1 else "".join(words)[:2]
    return Monogram((letters or "?").upper(), zlib.crc32(name.casefold().encode()) % 360)

"""Changes a value at every byte: what chance, a broken proxy or a forger's first try would do to it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from consent.vectors import Vector

MASKS = (0x01, 0x04, 0xFF)
REPLACEMENTS = "%"


def cut(value: str) -> Iterator[tuple[int, str]]:
    """The value cut before every byte."""
    return ((place, value[:place]) for place in range(len(value)))


def flipped(value: str) -> Iterator[tuple[int, str]]:
    """The value with single bits of every byte flipped, with all of them, and with a few telling bytes in its place."""
    for place, character in enumerate(value):
        others = {chr(ord(character) ^ mask) for mask in MASKS} | set(REPLACEMENTS)
        yield from ((place, value[:place] + other + value[place + 1 :]) for other in others - {character})


def changed(vector: Vector, value: str) -> Vector:
    """The vector with another value."""
    return replace(vector, evidence=replace(vector.evidence, value=value))


def granted(vector: Vector) -> Iterator[tuple[int, str]]:
    """Every cut and every flip of the vector's value that may be recorded."""
    value = vector.evidence.value or ""
    for mutate in (cut, flipped):
        yield from ((place, other) for place, other in mutate(value) if changed(vector, other).decide().is_granted)


def within(pattern: str, value: str, place: int) -> bool:
    """Whether that byte lies in a part of the value that `pattern` describes."""
    return any(match.start() <= place < match.end() for match in re.finditer(pattern, value))


def beside(vector: Vector) -> Iterator[Vector]:
    """The vector with a changed byte in the names and values of the other cookies, and in the Cookie header."""
    evidence = vector.evidence
    for mutate in (cut, flipped):
        for place, (name, value) in enumerate(evidence.extra):
            others = [(other, value) for _, other in mutate(name)] + [(name, other) for _, other in mutate(value)]
            for other in others:
                extra = (*evidence.extra[:place], other, *evidence.extra[place + 1 :])
                yield replace(vector, evidence=replace(evidence, extra=extra))
        for _, header in mutate(evidence.cookie_header[:2000]):
            yield replace(vector, evidence=replace(evidence, cookie_header=header))

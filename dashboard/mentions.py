"""People named in a note by @ and their name (pure)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a note; `is_mention` when it names a person."""

    text: str
    is_mention: bool = False


def pieces(text: str, names: Iterable[str]) -> tuple[Piece, ...]:
    """The note cut where it names people; joined the pieces are the note again."""
    pattern = _pattern(names)
    if pattern is None:
        return (Piece(text),)
    cut = pattern.split(text)
    return tuple(Piece(part, bool(at % 2)) for at, part in enumerate(cut) if part)


def mentioned(text: str, people: Mapping[str, int]) -> tuple[int, ...]:
    """The ids of the people that a note names; `people` are ids by full name. A first name will do when only one
    person has it."""
    called = _callable(people)
    pattern = _pattern(called)
    found = pattern.findall(text) if pattern else []
    return tuple(dict.fromkeys(called[one[1:].casefold()] for one in found))


def _callable(people: Mapping[str, int]) -> dict[str, int]:
    firsts: dict[str, list[int]] = {}
    for name, user_id in people.items():
        firsts.setdefault(name.split(" ")[0].casefold(), []).append(user_id)
    called = {first: ids[0] for first, ids in firsts.items() if len(ids) == 1}
    return called | {name.casefold(): user_id for name, user_id in people.items()}


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Longer names first, so that "Ada de Boer" is not taken for "Ada"."""
    every = {name for full in names for name in (full, full.split(" ")[0]) if name}
    longest = sorted(every, key=lambda name: (-len(name), name))
    if not longest:
        return None
    return re.compile(r"((?<!\w)@(?:" + "|".join(map(re.escape, longest)) + r")(?!\w))", re.IGNORECASE)

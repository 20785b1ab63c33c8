"""People named in a note by @ and their name (pure)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a note; `is_mention` when it names a person."""

    text: str
    is_mention: bool = False


def pieces(text: str, people: Mapping[str, int]) -> tuple[Piece, ...]:
    """The note cut where it names people; joined the pieces are the note again."""
    pattern = _pattern(_callable(people))
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
    return tuple(dict.fromkeys(called[name] for one in found if (name := one[1:].casefold()) in called))


def _callable(people: Mapping[str, int]) -> dict[str, int]:
    firsts: dict[str, list[int]] = {}
    for name, user_id in people.items():
        firsts.setdefault(name.split(" ")[0].casefold(), []).append(user_id)
    called = {first: ids[0] for first, ids in firsts.items() if len(ids) == 1 and first}
    return called | {name.casefold(): user_id for name, user_id in people.items()}


def _pattern(called: Iterable[str]) -> re.Pattern[str] | None:
    """Longer names first, so that "Ada de Boer" is not taken for "Ada"."""
    longest = sorted(called, key=lambda name: (-len(name), name))
    if not longest:
        return None
    return re.compile(r"((?<!\w)@(?:" + "|".join(map(re.escape, longest)) + r")(?!\w))", re.IGNORECASE)

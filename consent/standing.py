"""Where a published text stands against the facts of now, and which facts changed since (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from consent.documents.facts import Kind
from consent.documents.kinds import FactValue, NamedFacts


class Standing(StrEnum):
    """Whether a text can be relied on."""

    NEVER = "never"
    TRUE = "true"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that is not what it was. `subject` is a website's key or ""; None means that it was not there."""

    name: str
    subject: str
    before: FactValue | None
    now: FactValue | None


@dataclass(frozen=True, slots=True)
class TextKey:
    """Which text: its kind and, for a text of a website, that website's key."""

    kind: Kind
    subject: str = ""


def standing(published: NamedFacts | None, now: NamedFacts) -> Standing:
    """Where a text stands that was made from `published` (None when there is none)."""
    if published is None:
        return Standing.NEVER
    return Standing.TRUE if dict(published) == dict(now) else Standing.OUTDATED


def changes(before: NamedFacts, now: NamedFacts) -> tuple[Change, ...]:
    """The facts that differ, by name."""
    names = sorted(before.keys() | now.keys())
    return tuple(_change(name, before, now) for name in names if before.get(name) != now.get(name))


def _change(name: str, before: Mapping[str, FactValue], now: Mapping[str, FactValue]) -> Change:
    subject, _, own = name.rpartition(".")
    return Change(own, subject, before.get(name), now.get(name))

"""What every consent platform's file offers: one shape (pure)."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from consent.context import Context
from consent.evidence import Level, Reading

__all__ = ("Level", "Platform")


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A consent platform: its name in settings, its cookie, and the reader of that cookie's raw value.

    `pattern` describes the cookie's names where they vary; `cookie` is then the usual one, or how they all start.
    `is_family` says that cookies by those names stand beside each other, each with a part of the answer.
    `companions` are the other cookies that the reader looks at. `needs_mapping` says that it has no usual names for
    categories, `is_tcf` that its answer is a TC string or made of one. `read(raw, context)` never raises: what cannot
    be read proves nothing.
    """

    name: str
    label: str
    cookie: str
    level: Level
    read: Callable[[str, Context], Reading]
    pattern: re.Pattern[str] | None = None
    is_family: bool = False
    companions: tuple[str, ...] = ()
    needs_assertion: bool = False
    needs_mapping: bool = False
    is_tcf: bool = False

    def matches(self, name: str) -> bool:
        """Whether a cookie with exactly this name, in this case, is the platform's own."""
        return name == self.cookie if self.pattern is None else self.pattern.fullmatch(name) is not None

    def reads(self, name: str) -> bool:
        """Whether the answer depends on the cookie with that name."""
        return name in self.companions or self.matches(name)

    def asks_assertion(self, level: Level) -> bool:
        """Whether evidence of that level counts only where somebody checked that nothing is on beforehand."""
        return self.needs_assertion or level is Level.C

"""Remembers answers for a little while, so that what was judged once is not judged again at once (pure).

Nothing is kept on disk, nothing longer than twice `seconds`, and never more than twice `size` answers.
"""

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recollection(Generic[K, V]):
    """Answers by question in two generations: when the younger is full or old, the elder is forgotten as a whole."""

    __slots__ = ("_elder", "_last", "_seconds", "_size", "_until", "_younger")

    def __init__(self, *, seconds: float, size: int) -> None:
        self._seconds, self._size = seconds, size
        self._younger: dict[K, V] = {}
        self._elder: dict[K, V] = {}
        self._until = self._last = float("-inf")

    @property
    def lifetime(self) -> float:
        """Seconds within which any answer is forgotten."""
        return 2 * self._seconds

    def find(self, key: K, at: float) -> V | None:
        """What was noted about `key`, by a clock in seconds. A clock that goes back or far ahead forgets everything."""
        if at >= self._until or at < self._last:
            self._turn(at)
        self._last = at
        found = self._younger.get(key)
        return found if found is not None else self._elder.get(key)

    def age(self, at: float) -> None:
        """Forget what is old by now, though nobody asks."""
        if at >= self._until or at < self._last:
            self._turn(at)
        self._last = at

    def note(self, key: K, answer: V) -> None:
        """Remember an answer that was given at the time of the last `find`."""
        if len(self._younger) >= self._size:
            self._elder, self._younger = self._younger, {}
        self._younger[key] = answer

    def forget(self) -> None:
        """Forget everything."""
        self._younger, self._elder = {}, {}

    def _turn(self, at: float) -> None:
        if self._last <= at < self._until + self._seconds:
            self._elder, self._younger = self._younger, {}
            self._until += self._seconds
        else:
            self.forget()
            self._until = at + self._seconds

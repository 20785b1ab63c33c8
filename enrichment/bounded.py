"""Memories that stay small: what was worked out is kept, up to a number of entries (pure)."""

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
MOST = 65_536


def keep(memory: dict[Key, Value], key: Key, value: Value) -> None:
    """Add an entry; of a full memory the older half goes first."""
    if len(memory) >= MOST:
        for old in list(memory)[: MOST // 2]:
            del memory[old]
    memory[key] = value

"""JSON objects, read without mercy: no key twice, no NaN, no depth that breaks the reader (pure; RFC 8259)."""

import json
from typing import Any

from consent.decoding import decodings


class Refused(ValueError):
    """What standard JSON readers let pass and evidence must not hold."""


def object_in(raw: str) -> dict[str, Any] | None:
    """The object in a raw cookie value, after as few passes of decoding as it takes; None when there is none.

    JSON that is not strict is not decoded on: another pass might hide what was wrong with it.
    """
    for text in decodings(raw):
        if text.startswith("{") and text.endswith("}"):
            try:
                found = _read(text)
            except Refused:
                return None
            if isinstance(found, dict):
                return found
    return None


def read_json(text: str) -> Any:
    """What a JSON text holds, or None when it is not strict JSON."""
    try:
        return _read(text)
    except Refused:
        return None


def _read(text: str) -> Any:
    """What the text holds, None when it is no JSON; raises Refused for JSON that is not strict."""
    try:
        found, end = _DECODER.raw_decode(text)
    except Refused:
        raise
    except (ValueError, RecursionError):
        return None
    return found if end == len(text) else None


def strings(value: object) -> list[str] | None:
    """A list of different strings, or None when it is anything else."""
    if not isinstance(value, list) or not set(map(type, value)) <= {str}:
        return None
    return value if len(set(value)) == len(value) else None


def booleans(value: object) -> dict[str, bool] | None:
    """An object with nothing but true and false in it, or None when it is anything else."""
    return value if isinstance(value, dict) and set(map(type, value.values())) <= {bool} else None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused("a key stands twice")
    return found


def _refuse(constant: str) -> None:
    raise Refused(constant)


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse)

"""How a vector of our own is written: in one line, and then as a file of vectors has it."""

from datetime import UTC, datetime
from urllib.parse import quote

NOW = "2025-12-01T00:00:00Z"
ISO = "2025-11-01T10:00:00.000Z"
MILLISECONDS = 1761955200000  # 1 November 2025
SECONDS = MILLISECONDS // 1000
UUID = "5b0f6a2e-3c1d-4e8f-9a7b-6c5d4e3f2a1b"
INVALID = "--"
_SAID = {"y": True, "n": False, "?": None, "-": None}


def vector(name: str, cmp: str, cookie: str, raw: str, verdict: str, *, undo: str = "", **context: object) -> dict:
    """One vector. `verdict` is statistics and marketing as y, n or ?, or INVALID; `recorded` overrules the record.

    `undo` describes the parts of the value in which a changed byte takes away what is wrong with it.
    """
    recorded = context.pop("recorded", verdict[1] == "y")
    return {
        "id": f"{cmp}: {name}",
        "cmp": cmp,
        "cookie_name": cookie,
        "raw_value": raw,
        "expect": {"statistics": _SAID[verdict[0]], "marketing": _SAID[verdict[1]], "valid": verdict != INVALID},
        "context": {"now": NOW} | context,
        "record_default": recorded,
        "undo": undo,
    }


def browser(text: str) -> str:
    """As encodeURIComponent writes it."""
    return quote(text, safe="!'()*-._~")


def milliseconds(year: int, month: int, day: int, hour: int = 0, second: int = 0) -> int:
    """A moment in UTC, in milliseconds."""
    return int(datetime(year, month, day, hour, 0, second, tzinfo=UTC).timestamp()) * 1000

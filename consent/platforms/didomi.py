"""Didomi: cookie `didomi_token`, evidence level A (pure).

Base64 of a JSON object. It holds custom purposes and vendors by id only (the TCF's own live in a TC string), so the
site maps them. Before a choice there are no lists and `version` is null.
"""

import base64
import binascii
import re
from typing import Any

from consent.context import Context
from consent.decoding import fitting
from consent.evidence import Reading, invalid
from consent.instants import is_uuid, iso_instant
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import read_json, strings

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_VERSION = 2


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = _object(raw)
    if found is None:
        return invalid(Reason.MALFORMED)
    if found.get("version", 0) is None:
        return invalid(Reason.IMPLIED)
    answers = _answers(found)
    at = iso_instant(found.get("updated"))
    is_current = type(found.get("version")) is int and found["version"] == _VERSION
    if answers is None or at is None or not is_current or not is_uuid(found.get("user_id")):
        return invalid(Reason.MALFORMED)
    return context.explicit(context.categories(answers.get), at=at, reference=found["user_id"])


def _object(raw: str) -> dict[str, Any] | None:
    match = fitting(_BASE64, raw)
    if match is None:
        return None
    try:
        found = read_json(base64.b64decode(match[0], validate=True).decode())
    except (binascii.Error, UnicodeDecodeError):
        return None
    return found if isinstance(found, dict) else None


def _answers(found: dict[str, Any]) -> dict[str, bool] | None:
    """Every purpose and vendor by id; None when a list is amiss, an id stands on both sides, or there is no list."""
    answers: dict[str, bool] = {}
    lists = 0
    for kind in ("purposes", "vendors"):
        sides = found.get(kind, {})
        if not isinstance(sides, dict):
            return None
        for side in ("enabled", "disabled"):
            ids = strings(sides.get(side, []))
            is_enabled = side == "enabled"
            if ids is None or any(answers.get(one, is_enabled) is not is_enabled for one in ids):
                return None
            lists += side in sides
            answers |= dict.fromkeys(ids, is_enabled)
    return answers if lists else None


DIDOMI = Platform(
    name="didomi",
    label="Didomi",
    cookie="didomi_token",
    level=Level.A,
    read=read,
    needs_mapping=True,
)

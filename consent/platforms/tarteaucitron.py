"""tarteaucitron: cookie `tarteaucitron`, evidence level C (pure).

`!service=true!service=false`, and `wait` while unanswered. It can write `true` by itself, so it counts only where
somebody checked that it does not.
"""

import re

from consent.context import Context
from consent.decoding import fitting
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_SERVICE = r"![A-Za-z0-9_-]{1,60}=(?:true|false|wait)"
_VALUE = re.compile(rf"(?:!id=[0-9a-f-]{{1,80}})?((?:{_SERVICE})+)")
_ANSWER = {"true": True, "false": False, "wait": None}


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    match = fitting(_VALUE, raw)
    if match is None:
        return invalid(Reason.MALFORMED)
    parts = match[1][1:].split("!")
    answers = {name: _ANSWER[value] for name, _, value in (part.partition("=") for part in parts)}
    if len(answers) != len(parts):
        return invalid(Reason.MALFORMED)
    if set(answers.values()) == {None}:
        return invalid(Reason.IMPLIED)
    return context.explicit(context.categories(answers.get))


TARTEAUCITRON = Platform(
    name="tarteaucitron",
    label="tarteaucitron.js",
    cookie="tarteaucitron",
    level=Level.C,
    read=read,
    needs_mapping=True,
)

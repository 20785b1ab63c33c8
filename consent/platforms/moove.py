"""Moove GDPR (WordPress): cookie `moove_gdpr_popup`, evidence level C (pure).

A JSON object of `"0"` and `"1"`, beside a version of its own; `thirdparty` is used for statistics and `advanced` for
marketing, unless mapped.
"""

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import object_in

_ANSWER = {"1": True, "0": False}


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = object_in(raw)
    if found is None:
        return invalid(Reason.MALFORMED)
    said = {name: value for name, value in found.items() if name != "version"}
    if not all(isinstance(value, str) and value in _ANSWER for value in said.values()):
        return invalid(Reason.MALFORMED)
    answers = {name: _ANSWER[value] for name, value in said.items()}
    return context.explicit(context.categories(answers.get, ("thirdparty",), ("advanced",)))


MOOVE = Platform(name="moove", label="Moove GDPR", cookie="moove_gdpr_popup", level=Level.C, read=read)

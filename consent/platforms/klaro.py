"""Klaro: cookie `klaro`, evidence level C (pure).

A JSON object of services and booleans, without a time. A service may be on from the start, so it counts only where
somebody checked that none is.
"""

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import booleans, object_in


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    answers = booleans(object_in(raw))
    if answers is None:
        return invalid(Reason.MALFORMED)
    return context.explicit(context.categories(answers.get))


KLARO = Platform(
    name="klaro",
    label="Klaro",
    cookie="klaro",
    level=Level.C,
    read=read,
    needs_mapping=True,
)

"""Borlabs Cookie (WordPress): cookie `borlabs-cookie`, evidence level C (pure).

A JSON object with the accepted services of each group; a group with services in it was accepted. It tells when it ends
and not when the visitor chose.
"""

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.instants import http_instant, token
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason
from consent.strict_json import object_in, strings


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    found = object_in(raw)
    groups = found.get("consents") if found is not None else None
    if found is None or not isinstance(groups, dict):
        return invalid(Reason.MALFORMED)
    accepted = {name: strings(services) for name, services in groups.items()}
    until, reference = http_instant(found.get("expires")), token(found.get("uid"))
    if None in accepted.values() or until is None or reference is None:
        return invalid(Reason.MALFORMED)
    categories = context.categories(lambda name: bool(accepted.get(name)), ("statistics",), ("marketing",))
    return context.explicit(categories, until=until, reference=None if reference == "anonymous" else reference)


BORLABS = Platform(name="borlabs", label="Borlabs Cookie", cookie="borlabs-cookie", level=Level.C, read=read)

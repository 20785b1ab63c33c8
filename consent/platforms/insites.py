"""Cookie Consent by Insites (Osano's open source): cookie `cookieconsent_status`, evidence level C (pure).

`allow` or `deny` to everything at once: it names no category, so it can refuse and never grant. `dismiss` closed a
notice and chose nothing.
"""

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_CATEGORIES: dict[str, tuple[bool | None, bool | None]] = {"allow": (None, None), "deny": (False, False)}


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves."""
    if raw == "dismiss":
        return invalid(Reason.IMPLIED)
    if raw not in _CATEGORIES:
        return invalid(Reason.MALFORMED)
    return context.explicit(_CATEGORIES[raw])


INSITES = Platform(
    name="insites", label="Cookie Consent (Insites)", cookie="cookieconsent_status", level=Level.C, read=read
)

"""WP Consent API: cookies `wp_consent_statistics` and `wp_consent_marketing`, evidence level C (pure).

`allow` or `deny`. Opt-out plugins write them too, so they count only where somebody checked that nothing is on.
"""

import re

from consent.context import Context
from consent.evidence import Reading, invalid
from consent.platforms.platform import Level, Platform
from consent.reasons import Reason

_ANSWER = {"allow": True, "deny": False}


def read(raw: str, context: Context) -> Reading:
    """What this cookie value proves, beside its sister's."""
    given = [context.cookies.get(f"wp_consent_{category}") for category in ("statistics", "marketing")]
    if raw not in _ANSWER or any(value is not None and value not in _ANSWER for value in given):
        return invalid(Reason.MALFORMED)
    statistics, marketing = (_ANSWER.get(value or "") for value in given)
    return context.explicit((statistics, marketing))


WP_CONSENT_API = Platform(
    name="wp-consent-api",
    label="WP Consent API",
    cookie="wp_consent_marketing",
    pattern=re.compile(r"wp_consent_(?:statistics|marketing)"),
    is_family=True,
    level=Level.C,
    read=read,
)

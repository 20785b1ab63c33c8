"""Writes consent cookie values as Cookiebot does, for the walk through the demo and for tests (edge: the clock)."""

import base64
from datetime import UTC, datetime

STAMP = base64.b64encode(bytes(range(40))).decode()


def value(
    *,
    at: datetime | None = None,
    marketing: bool = True,
    statistics: bool = True,
    method: str = "explicit",
    stamp: str = STAMP,
    necessary: str = "true",
) -> str:
    """The raw value of `CookieConsent` for a choice made at `at` (aware; now when it is None)."""
    milliseconds = int((at or datetime.now(UTC)).timestamp() * 1000)
    literal = (
        f"{{stamp:'{stamp}',necessary:{necessary},preferences:true,statistics:{str(statistics).lower()},"
        f"marketing:{str(marketing).lower()},method:'{method}',ver:1,utc:{milliseconds:013d},region:'nl'}}"
    )
    return literal.replace("'", "%27").replace(",", "%2C")

"""The tagged link by which a member's own browser makes itself known on a website, to be left out there (pure).

It is an ordinary campaign link, so the door, the snippet and the stream know nothing of it: the claim travels as the
campaign's name, and means something only with the installation's own seal, on one website, for half an hour.
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

SOURCE, MEDIUM = "connectleads", "own-browser"
LIFE = timedelta(minutes=30)
_TIME, _USER, _SEAL = 8, 14, 40
_PURPOSE = b"own browser"


def claim(key: bytes, *, tenant_id: UUID, site_id: UUID, user_id: int, now: datetime) -> str:
    """A claim as hexadecimal digits, few enough for a campaign's name; it holds for LIFE from `now` (aware)."""
    text = f"{int((now + LIFE).timestamp()):0{_TIME}x}{user_id:0{_USER}x}"
    return text + _seal(key, text, tenant_id, site_id)


def claimant(key: bytes, text: str, *, tenant_id: UUID, site_id: UUID, at: datetime) -> int | None:
    """Who made a claim that holds for this website at that time; None when it does not."""
    head, seal = text[: _TIME + _USER], text[_TIME + _USER :]
    if not hmac.compare_digest(seal.encode(), _seal(key, head, tenant_id, site_id).encode()):
        return None
    expires_at = datetime.fromtimestamp(int(head[:_TIME], 16), tz=UTC)
    return int(head[_TIME:], 16) if at <= expires_at else None


def claim_query(text: str) -> str:
    """The query of the link that carries a claim."""
    return urlencode({"utm_source": SOURCE, "utm_medium": MEDIUM, "utm_campaign": text})


def is_claim(source: str, medium: str) -> bool:
    """Whether a hit came by such a link."""
    return source == SOURCE and medium == MEDIUM


def _seal(key: bytes, text: str, tenant_id: UUID, site_id: UUID) -> str:
    own_key = hmac.digest(key, _PURPOSE, hashlib.sha256)
    return hmac.digest(own_key, tenant_id.bytes + site_id.bytes + text.encode(), hashlib.sha256).hex()[:_SEAL]

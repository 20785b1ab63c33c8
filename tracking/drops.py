"""Why a hit was dropped: every reason of the consent gate, and those of the door itself (pure)."""

from enum import StrEnum
from uuid import UUID


class DropReason(StrEnum):
    """A closed set; drops are counted by it, per site and day, and nothing else about them is kept."""

    REFUSED = "refused"
    UNKNOWN_CATEGORY = "unknown_category"
    NO_EVIDENCE = "no_evidence"
    IMPLIED = "implied"
    MALFORMED = "malformed"
    EXPIRED = "expired"
    MISMATCH = "mismatch"
    NO_OPTIN_ASSERTION = "no_optin_assertion"
    VENDOR_NOT_NAMED = "vendor_not_named"
    WRONG_PLATFORM = "wrong_platform"
    UNSUPPORTED_PLATFORM = "unsupported_platform"
    GPC = "gpc"
    DNT = "dnt"
    WRONG_HOST = "wrong_host"
    SITE_INACTIVE = "site_inactive"
    BAD_REQUEST = "bad_request"
    NO_ADDRESS = "no_address"
    RATE_LIMITED = "rate_limited"
    PREFETCH = "prefetch"
    ROBOT = "robot"


def drop_name(tenant_id: UUID, site_id: UUID, day: str, reason: DropReason) -> str:
    """Under which name a site's drops of a day (ISO date) and reason are counted."""
    return f"{tenant_id}|{site_id}|{day}|{reason.value}"

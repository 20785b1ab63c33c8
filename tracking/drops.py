"""Why a hit was dropped: every reason of the consent gate, and those of the door itself (pure)."""

from enum import StrEnum


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

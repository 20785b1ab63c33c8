"""Why a hit may or may not be recorded: a closed set (pure)."""

from enum import StrEnum


class Outcome(StrEnum):
    """What the visitor said: yes, no, or nothing that counts."""

    GRANTED = "granted"
    REFUSED = "refused"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """The one reason of a decision. Only `GRANTED` records."""

    GRANTED = "granted"
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

    @property
    def outcome(self) -> Outcome:
        """What this reason says about the visitor's will."""
        if self is Reason.GRANTED:
            return Outcome.GRANTED
        refusals = (Reason.REFUSED, Reason.GPC, Reason.DNT)
        return Outcome.REFUSED if self in refusals else Outcome.UNKNOWN

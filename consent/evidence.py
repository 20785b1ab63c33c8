"""What the browser showed us, and what one platform's reader made of it (pure)."""

from dataclasses import dataclass, field
from datetime import datetime

from consent.reasons import Reason

MAX_VALUE_BYTES = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Claims of one request, none of them trusted yet.

    `platform`, `name` and `value` come from the body: the consent platform, its cookie's name and that cookie's raw
    value. `cookie_header` is the raw Cookie header. `gpc` and `dnt` are the headers Sec-GPC and DNT, exactly "1".
    """

    platform: str | None = None
    name: str | None = None
    value: str | None = None
    cookie_header: str = ""
    gpc: bool = False
    dnt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a platform's cookie says: both categories are None unless `reason` is None (a valid, explicit choice).

    `choice_at` is the time of the choice as the cookie tells it, `reference` the platform's id of that choice.
    """

    reason: Reason | None = None
    statistics: bool | None = None
    marketing: bool | None = None
    choice_at: datetime | None = None
    reference: str | None = field(default=None, repr=False)

    @property
    def is_valid(self) -> bool:
        """Whether the value shows an explicit choice, whichever way it went."""
        return self.reason is None


def invalid(reason: Reason) -> Reading:
    """A reading that proves nothing, and why."""
    return Reading(reason=reason)

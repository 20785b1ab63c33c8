"""What the browser showed us, and what one platform's reader made of it (pure)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from consent.attestation import Attestation
from consent.reasons import Reason

MAX_VALUE_BYTES = 4096


class Level(StrEnum):
    """What evidence itself proves: A an explicit choice and its time, B no time, C booleans only, X no cookie."""

    A = "A"
    B = "B"
    C = "C"
    X = "X"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Claims of one request, none of them trusted yet.

    `platform`, `name` and `value` come from the body: the consent platform, its cookie's name and that cookie's raw
    value; so do `extra`, the platform's other cookies, `api`, what its script interface answered, and `consent_mode`,
    the signals of Google Consent Mode. `cookie_header` is the raw Cookie header. `gpc` and `dnt` are the headers
    Sec-GPC and DNT, exactly "1". `region` is the country that the server itself found, if it looked.
    """

    platform: str | None = None
    name: str | None = None
    value: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
    api: Attestation | None = None
    consent_mode: tuple[tuple[str, str], ...] = ()
    cookie_header: str = ""
    gpc: bool = False
    dnt: bool = False
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a platform's cookie says: both categories are None unless `reason` is None (a valid, explicit choice).

    `choice_at` is the time of the choice as the cookie tells it, `reference` the platform's id of that choice, `region`
    the country in which the banner asked, `level` what this very value proves when that is less than its platform can,
    `revision` the version of the text that was agreed to, when the platform keeps one.
    """

    reason: Reason | None = None
    statistics: bool | None = None
    marketing: bool | None = None
    choice_at: datetime | None = None
    reference: str | None = field(default=None, repr=False)
    region: str | None = None
    level: Level | None = None
    revision: str | None = None

    @property
    def is_valid(self) -> bool:
        """Whether the value shows an explicit choice, whichever way it went."""
        return self.reason is None


def invalid(reason: Reason) -> Reading:
    """A reading that proves nothing, and why."""
    return Reading(reason=reason)

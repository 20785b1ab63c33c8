"""May this hit be recorded? A decision from a site's policy and a request's evidence (pure).

GDPR art. 4(11) and 7(1): consent is an explicit act, for this purpose, that the controller can show. Everything that
falls short of that is not consent, whatever the cause: a doubt costs a hit and never the promise.
"""

from dataclasses import dataclass, field
from datetime import datetime

from consent.cookie_header import MAX_HEADER_BYTES, split_cookies, values_of
from consent.decoding import is_well_formed
from consent.evidence import Evidence, Reading, invalid
from consent.freshness import DEFAULT_MAX_AGE_DAYS
from consent.platforms import PLATFORMS
from consent.platforms.platform import Platform
from consent.reasons import Outcome, Reason

GATE_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePolicy:
    """What a site asks for: `platform` and `purpose` by name, `hosts` in lower case without a port."""

    platform: str
    hosts: frozenset[str]
    purpose: str = "marketing"
    max_age_days: int = DEFAULT_MAX_AGE_DAYS
    honours_dnt: bool = False
    is_active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The answer, its one reason, and, when granted, what a receipt needs. `value` is the raw proof: never store it."""

    reason: Reason
    platform: str = ""
    level: str = ""
    statistics: bool | None = None
    marketing: bool | None = None
    choice_at: datetime | None = None
    reference: str | None = field(default=None, repr=False)
    value: str | None = field(default=None, repr=False)

    @property
    def outcome(self) -> Outcome:
        """Granted, refused or unknown."""
        return self.reason.outcome

    @property
    def is_granted(self) -> bool:
        """Whether the hit may be recorded."""
        return self.reason is Reason.GRANTED


def decide(policy: SitePolicy, evidence: Evidence, *, host: str | None, now: datetime) -> Decision:
    """The decision for a hit on `host` at `now` (aware). Never raises; asking has no effect."""
    veto = _veto(policy, evidence, host)
    if veto is not None:
        return Decision(reason=veto)
    platform = PLATFORMS[policy.platform]
    value, reason = _proof(platform, evidence)
    if value is None:
        return Decision(reason=reason or Reason.NO_EVIDENCE)
    reading = _read(platform, value, now=now, max_age_days=policy.max_age_days)
    return Decision(
        reason=_reason(reading, policy.purpose),
        platform=platform.name,
        level=platform.level.value,
        statistics=reading.statistics,
        marketing=reading.marketing,
        choice_at=reading.choice_at,
        reference=reading.reference,
        value=value,
    )


def _veto(policy: SitePolicy, evidence: Evidence, host: str | None) -> Reason | None:
    """What forbids recording before any cookie is read."""
    if not policy.is_active:
        return Reason.SITE_INACTIVE
    if host is None or host not in policy.hosts:
        return Reason.WRONG_HOST
    if evidence.gpc:
        return Reason.GPC
    if evidence.dnt and policy.honours_dnt:
        return Reason.DNT
    if policy.platform not in PLATFORMS:
        return Reason.UNSUPPORTED_PLATFORM
    if evidence.platform not in (None, policy.platform):
        return Reason.WRONG_PLATFORM
    if evidence.name not in (None, PLATFORMS[policy.platform].cookie):
        return Reason.WRONG_PLATFORM
    if len(evidence.cookie_header) > MAX_HEADER_BYTES:
        return Reason.MALFORMED
    return None


def _proof(platform: Platform, evidence: Evidence) -> tuple[str | None, Reason | None]:
    """The one raw value all claims agree on, or why there is none.

    What the script passed on and what the browser sent as a cookie must be equal; so must duplicates.
    """
    claims = set(values_of(platform.cookie, split_cookies(evidence.cookie_header)))
    if evidence.value is not None:
        claims.add(evidence.value)
    if len(claims) > 1:
        return None, Reason.MISMATCH
    return next(iter(claims), None), None


def _read(platform: Platform, value: str, *, now: datetime, max_age_days: int) -> Reading:
    if not is_well_formed(value):
        return invalid(Reason.MALFORMED)
    return platform.read(value, now=now, max_age_days=max_age_days)


def _reason(reading: Reading, purpose: str) -> Reason:
    if reading.reason is not None:
        return reading.reason
    agreed = {"marketing": reading.marketing, "statistics": reading.statistics}.get(purpose)
    return Reason.GRANTED if agreed is True else Reason.REFUSED

"""May this hit be recorded? A decision from a site's policy and a request's evidence (pure).

GDPR art. 4(11) and 7(1): consent is an explicit act, for this purpose, that the controller can show. Everything that
falls short of that is not consent, whatever the cause: a doubt costs a hit and never the promise.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from consent.context import Context
from consent.cookie_header import MAX_HEADER_BYTES, Cookies, split_cookies
from consent.decoding import is_well_formed
from consent.evidence import Evidence, Level, Reading, invalid
from consent.platforms import PLATFORMS
from consent.platforms.platform import Platform
from consent.policy import SitePolicy
from consent.reasons import Outcome, Reason

__all__ = ("GATE_VERSION", "Decision", "SitePolicy", "decide")

GATE_VERSION = 3
# Google Consent Mode is a signal and no record: `denied` forbids, `granted` proves nothing.
CONSENT_MODE_SIGNALS = {
    "marketing": frozenset({"ad_storage", "ad_user_data", "ad_personalization"}),
    "statistics": frozenset({"analytics_storage"}),
}


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
    revision: str | None = None

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
    cookies = Cookies(_claims(platform, evidence))
    name, value, reason = _proof(platform, evidence, cookies)
    if value is None:
        return Decision(reason=reason)
    reading = _read(platform, value, Context(policy, cookies, now, name, evidence.api))
    level = reading.level or platform.level
    reading = _held_against(policy, platform, evidence, reading, level)
    return Decision(
        reason=_reason(reading, policy.purpose),
        platform=platform.name,
        level=level.value,
        statistics=reading.statistics,
        marketing=reading.marketing,
        choice_at=reading.choice_at,
        reference=reading.reference,
        value=value,
        revision=reading.revision,
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
    platform = PLATFORMS.get(policy.platform)
    if platform is None:
        return Reason.UNSUPPORTED_PLATFORM
    if _is_of_another(platform, evidence):
        return Reason.WRONG_PLATFORM
    if len(evidence.cookie_header) > MAX_HEADER_BYTES:
        return Reason.MALFORMED
    return _consent_mode(policy.purpose, evidence.consent_mode) if evidence.consent_mode else None


def _is_of_another(platform: Platform, evidence: Evidence) -> bool:
    """Whether any claim names another platform, or a cookie that is not this one's."""
    if evidence.platform not in (None, platform.name):
        return True
    if evidence.name is not None and not platform.matches(evidence.name):
        return True
    return evidence.api is not None and evidence.api.name != platform.name


def _consent_mode(purpose: str, signals: Iterable[tuple[str, str]]) -> Reason | None:
    given = set(signals)
    if any(value not in ("granted", "denied") for _, value in given):
        return Reason.MALFORMED
    needed = CONSENT_MODE_SIGNALS.get(purpose, frozenset())
    return Reason.REFUSED if any((name, "denied") in given for name in needed) else None


def _claims(platform: Platform, evidence: Evidence) -> Iterable[tuple[str, str]]:
    """Every cookie that the body or the browser showed, the value itself first."""
    if evidence.value is not None:
        yield evidence.name or platform.cookie, evidence.value
    yield from evidence.extra
    if evidence.cookie_header:
        yield from split_cookies(evidence.cookie_header)


def _proof(platform: Platform, evidence: Evidence, cookies: Cookies) -> tuple[str, str | None, Reason]:
    """The cookie's name and the one raw value all claims agree on, or why there is none.

    What the script passed on and what the browser sent as a cookie must be equal; so must duplicates. The same goes for
    every cookie that the platform's reader will look at.
    """
    if platform.level is Level.X:
        return platform.cookie, evidence.api.as_text() if evidence.api else None, Reason.NO_EVIDENCE
    if cookies.disputed and any(map(platform.reads, cookies.disputed)):
        return "", None, Reason.MISMATCH
    if evidence.name is not None or cookies.get(platform.cookie) is not None:
        name = evidence.name or platform.cookie
        return name, cookies.get(name), Reason.NO_EVIDENCE
    if platform.pattern is None:
        return "", None, Reason.NO_EVIDENCE
    return _by_pattern(platform, cookies)


def _by_pattern(platform: Platform, cookies: Cookies) -> tuple[str, str | None, Reason]:
    """The platform's cookie by one of its varying names; two that disagree leave open which one is in force.

    Where each name holds a part of the answer, any of them will do: the reader looks at the others itself.
    """
    names = sorted(filter(platform.matches, cookies))
    if not platform.is_family and len({cookies.get(name) for name in names}) > 1:
        return "", None, Reason.MISMATCH
    return (names[0], cookies.get(names[0]), Reason.NO_EVIDENCE) if names else ("", None, Reason.NO_EVIDENCE)


def _read(platform: Platform, value: str, context: Context) -> Reading:
    if platform.level is not Level.X and not is_well_formed(value):
        return invalid(Reason.MALFORMED)
    return platform.read(value, context)


def _held_against(
    policy: SitePolicy, platform: Platform, evidence: Evidence, reading: Reading, level: Level
) -> Reading:
    """The reading, unless something else that is known denies it."""
    if not reading.is_valid:
        return reading
    if platform.asks_assertion(level) and policy.optin_assertion is None:
        return invalid(Reason.NO_OPTIN_ASSERTION)
    said = (reading.statistics, reading.marketing, reading.reference)
    if evidence.api is not None and evidence.api.contradicts(*said):
        return invalid(Reason.MISMATCH)
    if policy.regions and not _is_within(policy.regions, reading.region, evidence.region):
        return invalid(Reason.IMPLIED)
    return reading


def _is_within(regions: frozenset[str], *told: str | None) -> bool:
    """Whether a country is told, and every one that is told is a country in which the banner asks beforehand."""
    known = {region for region in told if region}
    return bool(known) and known <= regions


def _reason(reading: Reading, purpose: str) -> Reason:
    if reading.reason is not None:
        return reading.reason
    agreed = {"marketing": reading.marketing, "statistics": reading.statistics}.get(purpose)
    if agreed is None:
        return Reason.UNKNOWN_CATEGORY
    return Reason.GRANTED if agreed else Reason.REFUSED

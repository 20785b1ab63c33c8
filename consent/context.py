"""What a platform's reader may look at besides the value itself (pure)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from consent.attestation import Attestation
from consent.cookie_header import Cookies
from consent.evidence import Level, Reading, invalid
from consent.freshness import is_fresh
from consent.policy import SitePolicy
from consent.reasons import Reason

Said = Callable[[str], bool | None]


@dataclass(frozen=True, slots=True)
class Context:
    """The site's policy, all cookies that were claimed, the time, the value's own cookie name, and the API's answer."""

    policy: SitePolicy
    cookies: Cookies
    now: datetime
    name: str
    api: Attestation | None = None

    def explicit(
        self,
        categories: tuple[bool | None, bool | None],
        *,
        at: datetime | None = None,
        until: datetime | None = None,
        lifetime: timedelta | None = None,
        reference: str | None = None,
        region: str | None = None,
        level: Level | None = None,
        revision: str | None = None,
    ) -> Reading:
        """The reading of an explicit choice, unless it is too old, too new, or past its own `until` or `lifetime`."""
        if at is not None and not is_fresh(at, now=self.now, max_age_days=self.policy.max_age_days):
            return invalid(Reason.EXPIRED)
        if at is not None and lifetime is not None and self.now - at > lifetime:
            return invalid(Reason.EXPIRED)
        if until is not None and self.now > until:
            return invalid(Reason.EXPIRED)
        statistics, marketing = categories
        return Reading(
            statistics=statistics,
            marketing=marketing,
            choice_at=at,
            reference=reference,
            region=region,
            level=level,
            revision=revision,
        )

    def categories(
        self, said: Said, statistics: Sequence[str] = (), marketing: Sequence[str] = ()
    ) -> tuple[bool | None, bool | None]:
        """What `said` answers for the site's own names of both categories, or for the platform's usual ones."""
        mapping = self.policy.mapping
        return _all(mapping.statistics or statistics, said), _all(mapping.marketing or marketing, said)


def _all(names: Sequence[str], said: Said) -> bool | None:
    answers = [said(name) for name in names]
    if not answers:
        return None
    return False if False in answers else None if None in answers else True

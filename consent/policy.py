"""What a site asks of evidence before it may record (pure)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from consent.freshness import DEFAULT_MAX_AGE_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryMapping:
    """The site's own names (groups, services, purposes) for each category; all of a category's names must be agreed to.

    Where a category has none, the platform's usual names stand, if it has those.
    """

    statistics: tuple[str, ...] = ()
    marketing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OptInAssertion:
    """Somebody looked at the live banner and found that nothing is switched on beforehand.

    `snapshot` names what was seen then: the kept text and picture of the banner.
    """

    checked_by: str
    checked_on: date
    snapshot: str


class TcfMode(StrEnum):
    """Against what a TC string is held: our vendor id, or, as the site's own decision, its purposes alone."""

    VENDOR = "vendor"
    PURPOSES = "purposes"


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePolicy:
    """What a site asks for: `platform` and `purpose` by name, `hosts` in lower case without a port.

    `min_revision` is the revision of the banner's text that a choice must at least be about. `regions` are the
    countries (ISO 3166, lower case) in which the banner asks beforehand; none means everywhere. A TC string names
    nobody, and proves nothing for us, unless `tcf_mode` is set.
    """

    platform: str
    hosts: frozenset[str]
    purpose: str = "marketing"
    max_age_days: int = DEFAULT_MAX_AGE_DAYS
    honours_dnt: bool = False
    is_active: bool = True
    mapping: CategoryMapping = field(default_factory=CategoryMapping)
    optin_assertion: OptInAssertion | None = None
    tcf_mode: TcfMode | None = None
    tcf_vendor_id: int | None = None
    min_revision: int = 0
    regions: frozenset[str] = frozenset()

"""A site as the door knows it (pure)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from consent.decision import SitePolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerSettings:
    """What our own banner says of the site: who asks (its host name when empty), and where its privacy statement is."""

    organisation: str = ""
    privacy_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedSite:
    """Which tenant a public key belongs to, and what that site asks of a hit.

    `policy_version` numbers `policy` among all that the site ever had. Until `verifying_until` (aware) the site's owner
    is told why a hit was refused. `hash_routes` says that the site's pages differ by what stands behind the #. `banner`
    is there when a site whose platform is `connectleads` shows our banner; without it, a home-made one tells us.
    """

    key: str
    tenant_id: UUID
    site_id: UUID
    policy: SitePolicy
    policy_version: int = 1
    verifying_until: datetime | None = None
    hash_routes: bool = False
    banner: BannerSettings | None = None

    def explains_refusals(self, now: datetime) -> bool:
        """Whether the reason of a refusal is told at `now` (aware)."""
        return self.verifying_until is not None and now < self.verifying_until

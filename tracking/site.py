"""A site as the door knows it (pure)."""

from dataclasses import dataclass
from uuid import UUID

from consent.decision import SitePolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedSite:
    """Which tenant a public key belongs to, and what that site asks of a hit."""

    key: str
    tenant_id: UUID
    site_id: UUID
    policy: SitePolicy
    explains_refusals: bool = False

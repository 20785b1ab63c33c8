"""What a batch of hits adds to leads (pure)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

ActivityKey = tuple[UUID, UUID, UUID, date]
"""(tenant, company, site, the tenant's own day)"""


@dataclass(slots=True, kw_only=True)
class LeadActivity:
    """Sums over one lead's hits on one site and day; `visits` counts those that began in this batch."""

    network_id: UUID
    first_at: datetime
    last_at: datetime
    visits: int = 0
    page_views: int = 0
    seconds: int = 0

    def plus(self, other: "LeadActivity") -> "LeadActivity":
        """Both together, on the network that was seen last."""
        later = other if other.last_at >= self.last_at else self
        return LeadActivity(
            network_id=later.network_id,
            first_at=min(self.first_at, other.first_at),
            last_at=max(self.last_at, other.last_at),
            visits=self.visits + other.visits,
            page_views=self.page_views + other.page_views,
            seconds=self.seconds + other.seconds,
        )

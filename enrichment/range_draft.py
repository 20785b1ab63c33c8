"""What is to be remembered about a range that a registry was asked about (pure)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from enrichment.addresses import AddressRange


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeDraft:
    """A range and what its answer came to; the ids are None where nobody may be named."""

    range: AddressRange
    registry: str
    kind: str
    confidence: float
    rule: str
    company_id: UUID | None
    network_id: UUID | None
    learnt_at: datetime
    expires_at: datetime

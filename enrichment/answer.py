"""What a rule on a holder's name decides (pure)."""

from dataclasses import dataclass, field

from enrichment.evidence import EvidenceCode
from enrichment.kinds import Kind


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule decides, before contradictions are weighed; each reason has one fact, its value."""

    kind: Kind
    confidence: float
    reasons: tuple[tuple[EvidenceCode, str], ...] = field(default=())

"""What a consent platform's own script interface answered, for those that show their choices nowhere else (pure)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Choice(StrEnum):
    """How the answer came about, as the platform tells it."""

    EXPLICIT = "explicit"
    IMPLICIT = "implicit"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """An answer to `method` of platform `name`, given at `event`; `at` (aware) is when the visitor chose, if told."""

    name: str
    choice: Choice
    method: str = ""
    event: str = ""
    statistics: bool | None = None
    marketing: bool | None = None
    at: datetime | None = None
    consent_id: str | None = field(default=None, repr=False)

    def contradicts(self, statistics: bool | None, marketing: bool | None, reference: str | None) -> bool:
        """Whether a cookie that shows this explicit choice says otherwise; what either leaves open is no quarrel."""
        pairs = ((self.statistics, statistics), (self.marketing, marketing), (self.consent_id, reference))
        return self.choice is Choice.IMPLICIT or any(
            one is not None and other is not None and one != other for one, other in pairs
        )

    def as_text(self) -> str:
        """One line that two equal answers share and two different ones do not."""
        said = (self.name, self.event, self.statistics, self.marketing, self.at, self.consent_id)
        return "|".join("" if part is None else str(part) for part in said)

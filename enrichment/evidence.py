"""The reasons behind a verdict, as codes and facts; pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EvidenceCode(StrEnum):
    """What a reason is about; stored with verdicts, so a code keeps its meaning."""

    NETWORK_HOLDER = "network-holder"
    SPECIAL_RANGE = "special-range"
    NO_NETWORK = "no-network"
    NO_NAME = "no-name"
    REGISTRY = "registry"
    KNOWN_PROVIDER = "known-provider"
    KNOWN_FIRM = "known-firm"
    LEGAL_FORM = "legal-form"
    NO_LEGAL_FORM = "no-legal-form"
    PERSON = "person"
    PARTNERSHIP = "partnership"
    KIND_WORD = "kind-word"
    TRADE_WORD = "trade-word"
    TECH_WORD = "tech-word"
    CONTRADICTING_WORD = "contradicting-word"
    LARGE_SPACE = "large-space"
    SMALL_SPACE = "small-space"
    SCATTERED = "scattered"
    YOUNG_LIGHT = "young-light"
    PLAIN_NAME = "plain-name"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason; it speaks for the verdict or against it. Facts are named strings for the sentence."""

    code: EvidenceCode
    supports: bool
    facts: tuple[tuple[str, str], ...] = ()
    source: str = ""
    on: date | None = None

    def fact(self, name: str) -> str:
        """The fact of that name, "" where there is none."""
        return dict(self.facts).get(name, "")

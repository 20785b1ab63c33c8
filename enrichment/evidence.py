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
    DECLARED = "declared"
    LISTED = "listed"
    OWN_RANGE = "own-range"
    OWN_OFFICE = "own-office"
    REGISTERED = "registered"
    REGISTERED_CUSTOMER = "registered-customer"
    DESCRIBED = "described"
    NETNAME = "netname"
    NAMES_AGREE = "names-agree"
    POOL_WORD = "pool-word"
    HOST_WORD = "host-word"
    PROVIDER_SPACE = "provider-space"
    OWN_SPACE = "own-space"
    PROVIDERS_OFFICE = "providers-office"
    ELSEWHERE = "elsewhere"
    LARGE_RANGE = "large-range"
    REVERSE_NAME = "reverse-name"
    SOURCE_AWAY = "source-away"


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

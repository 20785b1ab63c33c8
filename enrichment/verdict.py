"""From what is known about a network to a verdict on who is behind it, with the evidence; pure."""

from dataclasses import dataclass, replace

from enrichment.addresses import AddressRange
from enrichment.answer import Answer
from enrichment.clues import Clues, clues_of
from enrichment.evidence import Evidence, EvidenceCode
from enrichment.kind_words import Sense
from enrichment.kinds import Kind
from enrichment.network_finding import NetworkFinding
from enrichment.organisation_names import OrganisationName
from enrichment.rule_words import PROVIDER_SENSES
from enrichment.verdict_rules import RULES

__all__ = ["Evidence", "EvidenceCode", "NetworkFinding", "Verdict", "judge", "located"]

DOUBT = 0.08  # what each contradiction takes off
LEAST = 0.3
SHOWN_FROM = 0.6  # an organisation is named from this confidence on


@dataclass(frozen=True, slots=True)
class Verdict:
    """`organisation` is None unless the kind names one; `rule` is the id of what decided.

    `range` is set where the verdict holds for less than the network that is announced; `country` and `domain` where
    something else than the announcement tells them.
    """

    kind: Kind
    organisation: OrganisationName | None
    confidence: float
    evidence: tuple[Evidence, ...]
    rule: str
    range: AddressRange | None = None
    country: str | None = None
    domain: str | None = None


def judge(finding: NetworkFinding) -> Verdict:
    """The first rule that has an answer decides; what contradicts it lowers the confidence."""
    clues = clues_of(finding)
    rule, answer = next((rule.id, answer) for rule in RULES if (answer := rule.decide(clues)))
    doubts = contradictions(clues, answer)
    confidence = round(max(LEAST, answer.confidence - DOUBT * len(doubts)), 2)
    kind = Kind.UNKNOWN if answer.kind.names_organisation and confidence < SHOWN_FROM else answer.kind
    return Verdict(
        kind=kind,
        organisation=clues.name if kind.names_organisation else None,
        confidence=confidence,
        evidence=(*_holder(finding), *_reasons(clues, answer), *doubts),
        rule=rule,
        domain=finding.domain if kind.names_organisation and not finding.user else None,
    )


def located(verdict: Verdict, network: str | None) -> Verdict:
    """The verdict on a holder, for one of the holder's networks: only the evidence names it."""
    if network is None or not verdict.evidence or verdict.evidence[0].code is not EvidenceCode.NETWORK_HOLDER:
        return verdict
    first = verdict.evidence[0]
    facts = tuple((name, network if name == "network" else value) for name, value in first.facts)
    named = Evidence(first.code, first.supports, facts, first.source, first.on)
    return replace(verdict, evidence=(named, *verdict.evidence[1:]))


def contradictions(clues: Clues, answer: Answer) -> tuple[Evidence, ...]:
    """What in the same finding speaks against the answer."""
    if answer.kind is Kind.BUSINESS:
        against = (Sense.TECH, *PROVIDER_SENSES)
    elif answer.kind in PROVIDER_SENSES.values():
        against = (Sense.TRADE, Sense.EDUCATION, Sense.GOVERNMENT)
    else:
        return ()
    told = {value for _, value in answer.reasons}
    words = dict.fromkeys(word for sense in against if (word := clues.senses.get(sense)) and word not in told)
    found = [_evidence(clues.finding, EvidenceCode.CONTRADICTING_WORD, word, supports=False) for word in words]
    if answer.kind is Kind.BUSINESS and clues.scattered:
        spread = str(clues.finding.holder_spread)
        found.append(_evidence(clues.finding, EvidenceCode.SCATTERED, spread, supports=False))
    return tuple(found)


def _holder(finding: NetworkFinding) -> tuple[Evidence, ...]:
    if finding.asn is None or not finding.holder:
        return ()
    facts = (("network", finding.network or ""), ("holder", finding.holder), ("asn", str(finding.asn)))
    return (Evidence(EvidenceCode.NETWORK_HOLDER, True, facts, finding.source, finding.source_on),)


def _reasons(clues: Clues, answer: Answer) -> tuple[Evidence, ...]:
    reasons = [_evidence(clues.finding, code, value) for code, value in answer.reasons]
    size = clues.finding.holder_size
    if answer.kind is Kind.BUSINESS and size is not None and clues.firm_like_space:
        reasons.append(_evidence(clues.finding, EvidenceCode.SMALL_SPACE, str(size)))
    return tuple(reasons)


def _evidence(finding: NetworkFinding, code: EvidenceCode, value: str, *, supports: bool = True) -> Evidence:
    facts = (("value", value),) if value else ()
    return Evidence(code, supports, facts, finding.source, finding.source_on)

"""From all findings for one address to the verdict on who sits behind it, with the evidence; pure."""

from dataclasses import replace

from enrichment.evidence import Evidence, EvidenceCode
from enrichment.findings import Findings
from enrichment.kinds import Kind
from enrichment.verdict import SHOWN_FROM, Verdict
from enrichment.visitor_clues import VisitorClues
from enrichment.visitor_rules import VISITOR_RULES, VisitorAnswer


def judge_visitor(findings: Findings, holder: Verdict) -> Verdict:
    """The first rule that has an answer decides; `holder` is the verdict on who announces the network.

    Sources that could not be asked are told in the evidence; they lower nothing, because nothing was learnt.
    """
    clues = VisitorClues(findings=findings, holder=holder)
    rule, answer = next((rule.id, answer) for rule in VISITOR_RULES if (answer := rule.decide(clues)))
    away = tuple(Evidence(EvidenceCode.SOURCE_AWAY, False, (("value", name),), name) for name in findings.away)
    if answer.kind is None:
        return replace(holder, evidence=(*holder.evidence, *answer.reasons, *away))
    return _own_verdict(clues, rule, answer, away)


def _own_verdict(clues: VisitorClues, rule: str, answer: VisitorAnswer, away: tuple[Evidence, ...]) -> Verdict:
    assert answer.kind is not None
    unsure = answer.kind.names_organisation and answer.confidence < SHOWN_FROM
    kind = Kind.UNKNOWN if unsure else answer.kind
    object_ = clues.object
    own = clues.findings.own
    return Verdict(
        kind=kind,
        organisation=answer.name if kind.names_organisation else None,
        confidence=answer.confidence,
        evidence=(*answer.reasons, *clues.holder.evidence[:1], *away),
        rule=rule,
        range=own.range if own else object_.range if object_ else None,
        country=own.country if own else object_.country if object_ else None,
        domain=answer.domain,
    )

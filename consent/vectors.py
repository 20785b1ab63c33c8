"""Reads test vectors of the gate and tells what is expected of each and what the gate answers (pure).

A vector is a cookie value with its context: what a right reader makes of it, and whether the whole gate records.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from consent.decision import Decision, SitePolicy, decide
from consent.evidence import Evidence
from consent.policy import CategoryMapping, OptInAssertion, TcfMode
from consent.reasons import Reason

HOST = "vector.example"
_MAX_AGE_DAYS = 365
_ASSERTION = OptInAssertion(checked_by="vector", checked_on=date(2018, 5, 25), snapshot="vector")
_OF_A_CHOICE = frozenset({Reason.GRANTED, Reason.REFUSED, Reason.UNKNOWN_CATEGORY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is to be known of one vector."""

    statistics: bool | None
    marketing: bool | None
    is_valid: bool
    is_recorded: bool

    def __str__(self) -> str:
        validity = "valid" if self.is_valid else "invalid"
        words = {True: "yes", False: "no", None: "unknown"}
        record = "record" if self.is_recorded else "drop"
        return f"{validity} statistics={words[self.statistics]} marketing={words[self.marketing]} {record}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """One vector, in the gate's own terms."""

    id: str
    policy: SitePolicy
    evidence: Evidence
    now: datetime
    expected: Answer

    def decide(self) -> Decision:
        """The gate's decision at the vector's own time."""
        return decide(self.policy, self.evidence, host=HOST, now=self.now)

    def answer(self) -> Answer:
        """What the gate makes of it: the evidence as it stands, and the record under the signals of the browser."""
        decision = self.decide()
        quiet = replace(self.evidence, gpc=False, dnt=False)
        read = decide(self.policy, quiet, host=HOST, now=self.now)
        return Answer(
            statistics=read.statistics,
            marketing=read.marketing,
            is_valid=read.reason in _OF_A_CHOICE,
            is_recorded=decision.is_granted,
        )


def read_vector(raw: Mapping[str, Any]) -> Vector:
    """A vector as its file writes it. Raises KeyError or ValueError when a part is missing or amiss."""
    context = raw.get("context") or {}
    expect = raw["expect"]
    return Vector(
        id=raw["id"],
        policy=_policy(raw["cmp"], context),
        evidence=_evidence(raw, context),
        now=datetime.fromisoformat(context["now"]),
        expected=Answer(
            statistics=expect["statistics"],
            marketing=expect["marketing"],
            is_valid=expect["valid"],
            is_recorded=raw["record_default"],
        ),
    )


def _policy(platform: str, context: Mapping[str, Any]) -> SitePolicy:
    mapping, tcf = context.get("mapping") or {}, context.get("tcf") or {}
    return SitePolicy(
        platform=platform,
        hosts=frozenset({HOST}),
        max_age_days=context.get("max_age_days", _MAX_AGE_DAYS),
        honours_dnt=bool(context.get("honour_dnt")),
        mapping=CategoryMapping(statistics=_names(mapping, "statistics"), marketing=_names(mapping, "marketing")),
        optin_assertion=_ASSERTION if context.get("optin_asserted") else None,
        tcf_mode=TcfMode(tcf["mode"]) if tcf.get("mode") else None,
        tcf_vendor_id=tcf.get("vendor_id"),
        min_revision=context.get("min_revision") or 0,
    )


def _evidence(raw: Mapping[str, Any], context: Mapping[str, Any]) -> Evidence:
    return Evidence(
        platform=raw["cmp"],
        name=raw["cookie_name"],
        value=raw["raw_value"],
        extra=tuple((context.get("other_cookies") or {}).items()),
        cookie_header=context.get("cookie_header") or "",
        gpc=str(context.get("sec_gpc")) in ("1", "True"),
        dnt=str(context.get("dnt")) in ("1", "True"),
    )


def _names(mapping: Mapping[str, Sequence[str]], category: str) -> tuple[str, ...]:
    return tuple(mapping.get(category) or ())

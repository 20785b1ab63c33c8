"""Reads test vectors of the gate and tells what is expected of each and what the gate answers (pure).

A vector is a cookie value with its context: what a right reader makes of it, and whether the whole gate records.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
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


class Unreadable(ValueError):
    """Which part of a vector is missing or amiss, in a few words."""


def read_vector(raw: object) -> Vector:
    """A vector as its file writes it; parts that nobody asks for are passed over. Raises Unreadable."""
    vector = _object(raw, "a vector")
    context, expect = _object(vector.get("context"), "context"), _object(vector.get("expect"), "expect")
    return Vector(
        id=_text(vector, "id"),
        policy=_policy(_text(vector, "cmp"), context),
        evidence=_evidence(vector, context),
        now=_instant(_text(context, "now")),
        expected=Answer(
            statistics=_said(expect, "statistics"),
            marketing=_said(expect, "marketing"),
            is_valid=_said(expect, "valid") is True,
            is_recorded=_said(vector, "record_default") is True,
        ),
    )


def _policy(platform: str, context: Mapping[str, Any]) -> SitePolicy:
    mapping, tcf = (_object(context.get(part) or {}, part) for part in ("mapping", "tcf"))
    return SitePolicy(
        platform=platform,
        hosts=frozenset({HOST}),
        max_age_days=_number(context, "max_age_days", _MAX_AGE_DAYS),
        honours_dnt=bool(context.get("honour_dnt")),
        mapping=CategoryMapping(statistics=_names(mapping, "statistics"), marketing=_names(mapping, "marketing")),
        optin_assertion=_ASSERTION if context.get("optin_asserted") is True else None,
        tcf_mode=_mode(tcf.get("mode")),
        tcf_vendor_id=_number(tcf, "vendor_id", 0) or None,
        min_revision=_number(context, "min_revision", 0),
    )


def _evidence(vector: Mapping[str, Any], context: Mapping[str, Any]) -> Evidence:
    others = _object(context.get("other_cookies") or {}, "other_cookies")
    return Evidence(
        platform=vector["cmp"],
        name=_text(vector, "cookie_name"),
        value=None if vector.get("raw_value", "") is None else _text(vector, "raw_value"),
        extra=tuple((name, _text(others, name)) for name in others),
        cookie_header="" if context.get("cookie_header") is None else _text(context, "cookie_header"),
        gpc=str(context.get("sec_gpc")) in ("1", "True"),
        dnt=str(context.get("dnt")) in ("1", "True"),
    )


def _object(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Unreadable(f"{what} is no object")
    return value


def _text(parts: Mapping[str, Any], what: str) -> str:
    if not isinstance(parts.get(what), str):
        raise Unreadable(f"{what} is no text")
    return str(parts[what])


def _number(parts: Mapping[str, Any], what: str, usual: int) -> int:
    given = parts.get(what)
    if given is not None and type(given) is not int:
        raise Unreadable(f"{what} is no whole number")
    return usual if given is None else int(given)


def _said(parts: Mapping[str, Any], what: str) -> bool | None:
    if what not in parts or parts[what] not in (True, False, None):
        raise Unreadable(f"{what} is none of true, false and null")
    return None if parts[what] is None else bool(parts[what])


def _names(mapping: Mapping[str, Any], category: str) -> tuple[str, ...]:
    names = mapping.get(category) or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise Unreadable(f"mapping.{category} is no list of names")
    return tuple(names)


def _mode(given: object) -> TcfMode | None:
    if given is None:
        return None
    if given not in tuple(TcfMode):
        raise Unreadable(f"tcf.mode is none of {', '.join(TcfMode)}")
    return TcfMode(str(given))


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable("now is no ISO 8601 time") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)

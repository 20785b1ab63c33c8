"""May a hit be recorded? Every reason, every vector of the specification, and values that were tampered with."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.decision import Decision, SitePolicy, decide
from consent.evidence import Evidence
from consent.reasons import Outcome, Reason
from tests.conftest import SHARED
from tests.cookiebot import STAMP, value

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOST = "www.voorbeeld.nl"
POLICY = SitePolicy(platform="cookiebot", hosts=frozenset({HOST}))
YES = value(at=NOW - timedelta(days=1))


def ask(raw: str | None = None, *, policy: SitePolicy = POLICY, host: str | None = HOST, **claims) -> Decision:
    claims = {"platform": "cookiebot", "name": "CookieConsent"} | claims if raw is not None else claims
    return decide(policy, Evidence(value=raw, **claims), host=host, now=NOW)


def change(**changes) -> SitePolicy:
    return SitePolicy(**{"platform": "cookiebot", "hosts": frozenset({HOST})} | changes)


CASES = {
    Reason.GRANTED: [ask(YES), ask(cookie_header=f"a=b; CookieConsent={YES}"), ask(YES, dnt=True)],
    Reason.REFUSED: [
        ask("0"),
        ask(value(at=NOW, marketing=False)),
        ask(value(at=NOW, statistics=False), policy=change(purpose="statistics")),
    ],
    Reason.NO_EVIDENCE: [ask(), ask(cookie_header=f"cookieConsent={YES}; XCookieConsent={YES}")],
    Reason.IMPLIED: [
        ask("-1"),
        ask("-2"),
        ask(value(at=NOW, method="implied")),
        ask(value(at=NOW, stamp="-1", method="implied")),
    ],
    Reason.MALFORMED: [
        ask("true"),
        ask(""),
        ask(YES.replace("marketing:true", "marketing:'true'")),
        ask(YES.replace(STAMP, STAMP[:52])),
        ask(YES.replace("%2Cver:1", "%2Cmarketing:true%2Cver:1")),
        ask(YES.replace("%2C", "%252C").replace("%27", "%2527").replace("%", "%25")),
        ask(YES + "é"),
        ask(YES + " " * 4096),
        ask(value(at=NOW, necessary="false")),
        ask(cookie_header=f"pad={'p' * 16384}; CookieConsent={YES}"),
    ],
    Reason.EXPIRED: [
        ask(value(at=NOW - timedelta(days=181))),
        ask(value(at=NOW + timedelta(days=2))),
        ask(value(at=datetime(2018, 5, 24, tzinfo=UTC))),
        ask(value(at=NOW - timedelta(days=366)), policy=change(max_age_days=1000)),
    ],
    Reason.MISMATCH: [
        ask(YES, cookie_header=f"CookieConsent={value(at=NOW)}"),
        ask(cookie_header=f"CookieConsent={YES}; CookieConsent={value(at=NOW)}"),
    ],
    Reason.WRONG_PLATFORM: [ask(YES, platform="onetrust"), ask(YES, name="cookieConsent")],
    Reason.UNSUPPORTED_PLATFORM: [ask(YES, policy=change(platform="no-such-banner"))],
    Reason.GPC: [ask(YES, gpc=True), ask(gpc=True)],
    Reason.DNT: [ask(YES, dnt=True, policy=change(honours_dnt=True))],
    Reason.WRONG_HOST: [ask(YES, host="voorbeeld.nl"), ask(YES, host=None)],
    Reason.SITE_INACTIVE: [ask(YES, policy=change(is_active=False))],
}


@pytest.mark.parametrize(
    ("reason", "decision"), [(reason, decision) for reason, decisions in CASES.items() for decision in decisions]
)
def test_a_request_gets_its_one_reason(reason: Reason, decision: Decision):
    assert decision.reason is reason
    assert decision.is_granted is (reason is Reason.GRANTED)


def test_every_reason_has_a_case():
    assert set(CASES) == set(Reason)


def test_only_granted_is_a_yes_and_refusals_are_told_from_doubts():
    assert [reason for reason in Reason if reason.outcome is Outcome.GRANTED] == [Reason.GRANTED]
    assert {reason for reason in Reason if reason.outcome is Outcome.REFUSED} == {
        Reason.REFUSED,
        Reason.GPC,
        Reason.DNT,
    }


def test_equal_duplicates_are_fine():
    assert ask(YES, cookie_header=f"CookieConsent={YES}; CookieConsent={YES}").is_granted


def test_a_decoded_and_a_doubly_encoded_value_are_read_too():
    from urllib.parse import quote, unquote

    assert ask(unquote(YES)).is_granted
    assert ask(quote(unquote(YES), safe="+/=")).is_granted


def test_a_decision_does_not_show_the_proof_when_printed():
    assert STAMP not in repr(ask(YES))


def test_the_vectors_of_the_specification():
    path = SHARED / "consent" / "vectors.json"
    if not path.exists():
        pytest.skip("the consent specification does not stand beside the project")
    vectors = [one for one in json.loads(path.read_text()) if one["cmp"] == "cookiebot"]
    assert len(vectors) > 20
    wrong = [one["id"] for one in vectors if _judged(one) != _expected(one)]
    assert wrong == []


def _judged(vector) -> tuple[bool | None, bool | None, bool]:
    context = vector.get("context") or {}
    evidence = Evidence(
        platform="cookiebot",
        name=vector["cookie_name"],
        value=vector["raw_value"],
        cookie_header=context.get("cookie_header") or "",
        gpc=context.get("sec_gpc") == "1",
    )
    policy = change(hosts=frozenset({HOST}), max_age_days=context.get("max_age_days", 365))
    decision = decide(policy, evidence, host=HOST, now=datetime.fromisoformat(context["now"].replace("Z", "+00:00")))
    return decision.statistics, decision.marketing, decision.is_granted


def _expected(vector) -> tuple[bool | None, bool | None, bool]:
    return vector["expect"]["statistics"], vector["expect"]["marketing"], vector["record_default"]


@given(st.integers(0, len(YES) - 1), st.characters())
def test_a_refusal_with_one_character_changed_never_grants(place: int, character: str):
    no = value(at=NOW - timedelta(days=1), marketing=False)

    assert not ask(no[:place] + character + no[place + 1 :]).is_granted


@given(st.integers(0, len(YES) - 1))
def test_a_value_cut_anywhere_never_grants(place: int):
    assert not ask(YES[:place]).is_granted


@given(st.text(), st.text(), st.text(), st.text(), st.booleans(), st.booleans())
def test_no_evidence_makes_the_gate_fall(platform: str, name: str, raw: str, header: str, gpc: bool, dnt: bool):
    evidence = Evidence(platform=platform, name=name, value=raw, cookie_header=header, gpc=gpc, dnt=dnt)

    assert not decide(POLICY, evidence, host=HOST, now=NOW).is_granted

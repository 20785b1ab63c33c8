"""Every policy meets every evidence: there is always one answer, asking changes nothing, and a yes has all it needs."""

from copy import deepcopy
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from consent.attestation import Attestation, Choice
from consent.cookie_header import split_cookies
from consent.decision import Decision, SitePolicy, decide
from consent.evidence import Evidence, Level
from consent.freshness import is_fresh
from consent.platforms import PLATFORMS
from consent.policy import CategoryMapping, OptInAssertion, TcfMode
from consent.reasons import Outcome, Reason
from tests.consent.samples import ASSERTION, AT, COOKIES, NOW, attestation
from tests.consent.test_more_vectors import VECTORS

HOST = "www.voorbeeld.nl"
NAMES = sorted({sample.name for sample in COOKIES.values()})
VALUES = sorted({value for sample in COOKIES.values() for value in (sample.yes, sample.no, *sample.extra.values())})
WORDS = st.text(max_size=30) | st.sampled_from([*NAMES, *VALUES, "ga", "pixel", "marketing", "C0004", "5", "8"])
PLATFORM = st.sampled_from(sorted(PLATFORMS)) | st.text(max_size=12)
MOMENTS = st.sampled_from([AT, NOW, NOW - timedelta(days=400)]) | st.datetimes(timezones=st.just(UTC)) | st.datetimes()
LISTS = st.lists(WORDS, max_size=3).map(tuple)
POLICIES = st.builds(
    SitePolicy,
    platform=PLATFORM,
    hosts=st.frozensets(st.sampled_from([HOST, "voorbeeld.nl"])),
    purpose=st.sampled_from(["marketing", "statistics"]) | st.text(max_size=9),
    max_age_days=st.integers(-5, 2000),
    honours_dnt=st.booleans(),
    is_active=st.booleans(),
    mapping=st.builds(CategoryMapping, statistics=LISTS, marketing=LISTS),
    optin_assertion=st.none() | st.builds(OptInAssertion, checked_by=WORDS, checked_on=st.dates(), snapshot=WORDS),
    tcf_mode=st.none() | st.sampled_from(TcfMode),
    tcf_vendor_id=st.none() | st.integers(-1, 70000),
    min_revision=st.integers(-1, 5),
    regions=st.frozensets(st.sampled_from(["nl", "be"])),
)
ANSWERS = st.builds(
    Attestation,
    name=PLATFORM,
    choice=st.sampled_from(Choice),
    method=WORDS,
    event=WORDS | st.sampled_from(["UC_UI_CMP_EVENT", "consent"]),
    statistics=st.none() | st.booleans(),
    marketing=st.none() | st.booleans(),
    at=st.none() | MOMENTS,
    consent_id=st.none() | WORDS,
)
PAIRS = st.lists(st.tuples(WORDS | st.sampled_from(NAMES), WORDS | st.sampled_from(VALUES)), max_size=4).map(tuple)
HEADERS = WORDS | PAIRS.flatmap(
    lambda pairs: st.sampled_from([";", "; ", " ;\t", ";;"]).map(lambda by: by.join(f"{n}={v}" for n, v in pairs))
)
EVIDENCE = st.builds(
    Evidence,
    platform=st.none() | PLATFORM,
    name=st.none() | WORDS | st.sampled_from(NAMES),
    value=st.none() | WORDS | st.sampled_from(VALUES),
    extra=PAIRS,
    api=st.none() | ANSWERS,
    consent_mode=st.lists(st.tuples(WORDS, st.sampled_from(["granted", "denied", "perhaps"])), max_size=2).map(tuple),
    cookie_header=HEADERS,
    gpc=st.booleans(),
    dnt=st.booleans(),
    region=st.none() | st.sampled_from(["nl", "us"]),
)


def ask(policy: SitePolicy, evidence: Evidence, host: str | None = HOST) -> Decision:
    return decide(policy, evidence, host=host, now=NOW)


def has_all_it_needs(decision: Decision, policy: SitePolicy, evidence: Evidence, host: str | None) -> bool:
    """Whether a yes rests on all that the rule asks for, each looked up anew."""
    agreed = {"marketing": decision.marketing, "statistics": decision.statistics}
    is_by_cookie = decision.level != Level.X
    claims = [evidence.value] if evidence.value is not None else []
    return (
        policy.is_active
        and host in policy.hosts
        and not evidence.gpc
        and not (evidence.dnt and policy.honours_dnt)
        and evidence.platform in (None, policy.platform)
        and agreed.get(policy.purpose) is True
        and (decision.choice_at is None or is_fresh(decision.choice_at, now=NOW, max_age_days=policy.max_age_days))
        and (decision.level != Level.C or policy.optin_assertion is not None)
        and (not is_by_cookie or all(claim == decision.value for claim in claims))
    )


@settings(max_examples=400)
@given(POLICIES, EVIDENCE, st.none() | st.sampled_from([HOST, "elders.nl"]))
def test_every_policy_and_every_evidence_have_one_answer_and_asking_has_no_effect(
    policy: SitePolicy, evidence: Evidence, host: str | None
):
    before = deepcopy((policy, evidence))

    first, second = ask(policy, evidence, host), ask(policy, evidence, host)

    assert first == second
    assert (policy, evidence) == before
    assert first.reason in Reason
    assert first.is_granted is (first.outcome is Outcome.GRANTED)
    assert not first.is_granted or has_all_it_needs(first, policy, evidence, host)


@settings(max_examples=200)
@given(st.sampled_from(sorted(COOKIES)), POLICIES, EVIDENCE)
def test_a_true_yes_among_strange_settings_and_claims_keeps_to_the_rule(
    platform: str, policy: SitePolicy, evidence: Evidence
):
    sample = COOKIES[platform]
    policy = replace(policy, platform=platform, hosts=frozenset({HOST}), is_active=True, purpose="marketing")
    evidence = replace(
        evidence, platform=platform, name=sample.name, value=sample.yes, extra=(*sample.extra.items(), *evidence.extra)
    )

    decision = ask(policy, evidence)

    assert not decision.is_granted or has_all_it_needs(decision, policy, evidence, HOST)


@given(st.sampled_from([vector for vector, _ in VECTORS]), WORDS, PAIRS, HEADERS)
def test_claims_beside_a_vector_can_take_its_yes_away_and_never_give_one(vector, value, extra, header):
    """Whatever else is claimed: where the vector's own cookie does not grant, nothing beside it makes it grant."""
    evidence = vector.evidence
    more = replace(evidence, extra=(*evidence.extra, *extra), cookie_header=f"{evidence.cookie_header};{header}")
    is_told_more = (
        any(PLATFORMS[vector.policy.platform].reads(name) for name, _ in (*extra, *split_cookies(header)))
        if (vector.policy.platform in PLATFORMS)
        else False
    )

    told = replace(vector, evidence=more).decide()

    assert not told.is_granted or vector.decide().is_granted or is_told_more


@given(st.sampled_from(sorted(COOKIES)), st.text(max_size=300), st.integers(0, 3))
def test_text_of_any_kind_within_a_true_yes_has_an_answer(platform: str, noise: str, quarter: int):
    sample = COOKIES[platform]
    place = len(sample.yes) * quarter // 4
    policy = SitePolicy(
        platform=platform, hosts=frozenset({HOST}), optin_assertion=ASSERTION, tcf_mode=TcfMode.PURPOSES
    )
    value = sample.yes[:place] + noise + sample.yes[place:]

    decision = ask(policy, Evidence(name=sample.name, value=value, extra=tuple(sample.extra.items())))

    assert not decision.is_granted or (value.isascii() and value.isprintable() and len(value) <= 4096)


@given(st.sampled_from(["osano", "sourcepoint", "shopify", "usercentrics"]), ANSWERS)
def test_an_answer_of_an_interface_grants_only_when_it_is_explicit_and_dated(platform: str, answer: Attestation):
    policy = SitePolicy(platform=platform, hosts=frozenset({HOST}))
    true = attestation(platform)

    for told in (replace(answer, name=platform), replace(true, choice=answer.choice), replace(true, at=answer.at)):
        decision = ask(policy, Evidence(platform=platform, api=told))
        assert not decision.is_granted or (told.choice is Choice.EXPLICIT and told.at is not None and told.at.tzinfo)


def test_dates_at_the_ends_of_the_calendar_are_answered():
    first, last = (datetime(year, month, day, tzinfo=UTC) for year, month, day in ((1, 1, 1), (9999, 12, 31)))
    policy = SitePolicy(platform="osano", hosts=frozenset({HOST}))

    for moment in (first, last):
        evidence = Evidence(platform="osano", api=attestation("osano", at=moment))
        assert ask(policy, evidence).reason is Reason.EXPIRED
        assert decide(policy, evidence, host=HOST, now=first).reason is Reason.EXPIRED
    assert ask(policy, Evidence(platform="osano", api=attestation("osano"))).is_granted

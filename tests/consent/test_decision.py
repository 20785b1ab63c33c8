"""May a hit be recorded? Every reason, claims that contradict each other, and values that were tampered with."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectleads.demo.cookiebot_value import STAMP, value
from consent.attestation import Attestation, Choice
from consent.decision import CONSENT_MODE_SIGNALS, Decision, SitePolicy, decide
from consent.evidence import Evidence
from consent.platforms import PLATFORMS
from consent.policy import CategoryMapping
from consent.reasons import Outcome, Reason
from tests.consent.samples import ASSERTION, COOKIES, ISO, attestation, onetrust
from tests.consent.tc_string import tc_string

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOST = "www.voorbeeld.nl"
POLICY = SitePolicy(platform="cookiebot", hosts=frozenset({HOST}))
YES = value(at=NOW - timedelta(days=1))


def ask(raw: str | None = None, *, policy: SitePolicy = POLICY, host: str | None = HOST, **claims) -> Decision:
    claims = {"platform": "cookiebot", "name": "CookieConsent"} | claims if raw is not None else claims
    return decide(policy, Evidence(value=raw, **claims), host=host, now=NOW)


def change(**changes) -> SitePolicy:
    return SitePolicy(**{"platform": "cookiebot", "hosts": frozenset({HOST})} | changes)


def of(platform: str, cookie_header: str = "", **policy) -> Decision:
    """What a site with `platform` answers to a request that shows only cookies."""
    evidence = Evidence(cookie_header=cookie_header)
    return decide(change(platform=platform, **policy), evidence, host=HOST, now=NOW)


def api(**changes) -> Attestation:
    return attestation("cookiebot", **changes)


CASES = {
    Reason.GRANTED: [ask(YES), ask(cookie_header=f"a=b; CookieConsent={YES}"), ask(YES, dnt=True), ask(YES, api=api())],
    Reason.REFUSED: [
        ask("0"),
        ask(value(at=NOW, marketing=False)),
        ask(YES, consent_mode=(("ad_storage", "granted"), ("ad_user_data", "denied"))),
        ask(YES, policy=change(purpose="statistics"), consent_mode=(("analytics_storage", "denied"),)),
        ask(value(at=NOW, statistics=False), policy=change(purpose="statistics")),
    ],
    Reason.UNKNOWN_CATEGORY: [
        ask(YES, policy=change(purpose="preferences")),
        of("complianz", "cmplz_statistics=allow; cmplz_banner-status=dismissed"),
        of("klaro", 'klaro={"ads":true}', optin_assertion=ASSERTION),
    ],
    Reason.NO_OPTIN_ASSERTION: [of("klaro", 'klaro={"ads":true}'), of("wp-consent-api", "wp_consent_marketing=allow")],
    Reason.VENDOR_NOT_NAMED: [of("tcf", f"euconsent-v2={tc_string(at=NOW)}")],
    Reason.NO_EVIDENCE: [
        of("osano", "osano_consentmanager=x"),
        of("iubenda", "_iub_cs-1-granular={}"),
        ask(),
        ask(cookie_header=f"cookieConsent={YES}; XCookieConsent={YES}"),
    ],
    Reason.IMPLIED: [
        ask("-1"),
        ask(YES, policy=change(regions=frozenset({"be"}))),
        ask(YES, policy=change(regions=frozenset({"nl"})), region="us"),
        ask("-2"),
        ask(value(at=NOW, method="implied")),
        ask(value(at=NOW, stamp="-1", method="implied")),
    ],
    Reason.MALFORMED: [
        ask("true"),
        ask(""),
        ask(YES, consent_mode=(("ad_storage", "perhaps"),)),
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
        ask(YES, extra=(("CookieConsent", "0"),)),
        ask(YES, api=api(said=False)),
        ask(YES, api=api(choice=Choice.IMPLICIT)),
        ask(YES, api=api(consent_id="another")),
        of("onetrust", f"OptanonConsent={onetrust()}; OptanonAlertBoxClosed={ISO}; OptanonAlertBoxClosed=x"),
        of("iubenda", "_iub_cs-1={}; _iub_cs-2={ }"),
        ask(cookie_header=f"CookieConsent={YES}; CookieConsent={value(at=NOW)}"),
    ],
    Reason.WRONG_PLATFORM: [
        ask(YES, platform="onetrust"),
        ask(YES, name="cookieConsent"),
        ask(YES, api=attestation("osano")),
    ],
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


def test_what_does_not_concern_the_platform_may_contradict_itself():
    assert ask(YES, cookie_header="_ga=1; _ga=2; OptanonConsent=a; OptanonConsent=b").is_granted


def test_an_answer_that_leaves_something_open_is_no_contradiction():
    assert ask(YES, api=api(statistics=None, marketing=None, choice=Choice.UNKNOWN)).is_granted
    assert ask(YES, api=api(consent_id=STAMP)).is_granted


def test_consent_mode_can_only_forbid():
    everything = tuple((name, "granted") for names in CONSENT_MODE_SIGNALS.values() for name in names)

    assert ask(YES, consent_mode=everything).is_granted
    assert not ask(None, consent_mode=everything).is_granted
    assert not ask("0", consent_mode=everything).is_granted
    assert ask(YES, consent_mode=(("analytics_storage", "denied"), ("security_storage", "denied"))).is_granted


def test_a_region_must_be_told_and_every_one_told_must_be_among_the_sites():
    dutch = change(regions=frozenset({"nl", "be"}))

    assert ask(YES, policy=dutch).is_granted
    assert ask(YES, policy=dutch, region="be").is_granted
    assert ask(YES.replace("%2Cregion:%27nl%27", ""), policy=dutch).reason is Reason.IMPLIED
    assert ask(YES.replace("%2Cregion:%27nl%27", ""), policy=dutch, region="nl").is_granted


def test_onetrust_tells_its_region():
    header = f"OptanonConsent={onetrust(geolocation='NL%3BNH')}; OptanonAlertBoxClosed={ISO}"

    assert of("onetrust", header, regions=frozenset({"nl"})).is_granted
    assert of("onetrust", header, regions=frozenset({"be"})).reason is Reason.IMPLIED


def test_a_varying_name_is_found_in_the_header():
    sample = COOKIES["iubenda"]

    assert of("iubenda", f"a=b; {sample.name}={sample.yes}").is_granted
    assert of("iubenda", f"{sample.name}={sample.yes}; _iub_cs-9={sample.yes}").is_granted


def test_cookies_that_each_hold_a_part_may_differ_and_answer_together():
    network = "cmplz_rt_banner-status=dismissed; cmplz_rt_statistics=deny; cmplz_rt_marketing="
    legacy = "viewed_cookie_policy=yes; cookielawinfo-checkbox-analytics=no; cookielawinfo-checkbox-ads="
    own_names = CategoryMapping(marketing=("ads",))

    assert of("complianz", network + "allow").is_granted
    assert of("complianz", network + "deny").reason is Reason.REFUSED
    assert of("complianz", network + "allow; cmplz_rt_marketing=deny").reason is Reason.MISMATCH
    assert of("cookielawinfo-legacy", legacy + "yes", mapping=own_names, optin_assertion=ASSERTION).is_granted
    assert not of("cookielawinfo-legacy", legacy + "no", mapping=own_names, optin_assertion=ASSERTION).is_granted


def test_asking_has_no_effect():
    evidence = Evidence(platform="cookiebot", name="CookieConsent", value=YES)

    first, second = (decide(POLICY, evidence, host=HOST, now=NOW) for _ in range(2))

    assert first == second


def test_a_decision_does_not_show_the_proof_when_printed():
    assert STAMP not in repr(ask(YES))


@given(st.integers(0, len(YES) - 1), st.characters())
def test_a_refusal_with_one_character_changed_never_grants(place: int, character: str):
    no = value(at=NOW - timedelta(days=1), marketing=False)

    assert not ask(no[:place] + character + no[place + 1 :]).is_granted


@given(st.integers(0, len(YES) - 1))
def test_a_value_cut_anywhere_never_grants(place: int):
    assert not ask(YES[:place]).is_granted


TEXTS = st.text(max_size=80) | st.sampled_from(
    [one for sample in COOKIES.values() for one in (sample.name, sample.yes, sample.no)]
)
PAIRS = st.lists(st.tuples(TEXTS, TEXTS), max_size=4).map(tuple)
ATTESTATIONS = st.none() | st.builds(
    Attestation,
    name=st.sampled_from(sorted(PLATFORMS)),
    choice=st.sampled_from(Choice),
    event=TEXTS,
    statistics=st.none() | st.booleans(),
    marketing=st.none() | st.booleans(),
    at=st.none() | st.datetimes(),
    consent_id=st.none() | TEXTS,
)


@given(st.sampled_from(sorted(PLATFORMS)), st.none() | TEXTS, st.none() | TEXTS, PAIRS, TEXTS, PAIRS, ATTESTATIONS)
def test_every_combination_has_an_answer(platform, name, raw, extra, header, consent_mode, answer):
    evidence = Evidence(name=name, value=raw, extra=extra, cookie_header=header, consent_mode=consent_mode, api=answer)
    policy = change(platform=platform, optin_assertion=ASSERTION)

    decision = decide(policy, evidence, host=HOST, now=NOW)

    assert decision.reason in Reason
    assert decision.is_granted is (decision.reason is Reason.GRANTED)
    assert not decision.is_granted or decision.marketing is True


@given(st.text(), st.text(), st.text(), st.text(), st.booleans(), st.booleans())
def test_no_noise_makes_the_gate_fall(platform: str, name: str, raw: str, header: str, gpc: bool, dnt: bool):
    evidence = Evidence(platform=platform, name=name, value=raw, cookie_header=header, gpc=gpc, dnt=dnt)

    assert not decide(POLICY, evidence, host=HOST, now=NOW).is_granted

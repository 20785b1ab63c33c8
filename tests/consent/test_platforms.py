"""Every platform, one by one: what is a yes, what is a no, and what proves nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pkgutil import iter_modules

import pytest

import consent.platforms as package
from consent.attestation import Choice
from consent.decision import Decision, SitePolicy, decide
from consent.evidence import Evidence, Level
from consent.platforms import PLATFORMS
from consent.platforms.platform import Platform
from consent.policy import CategoryMapping
from consent.reasons import Reason
from tests.consent.samples import (
    ASSERTION,
    COOKIES,
    EVENTS,
    NOW,
    Sample,
    attestation,
    axeptio,
    cookieyes,
    didomi,
    encoded,
    onetrust,
    orestbida,
)

HOST = "www.voorbeeld.nl"
FILES = sorted(module.name for module in iter_modules(package.__path__) if module.name != "platform")
BY_LEVEL = {level: [name for name, platform in PLATFORMS.items() if platform.level is level] for level in Level}


def policy(platform: str, **changes) -> SitePolicy:
    return SitePolicy(**{"platform": platform, "hosts": frozenset({HOST}), "optin_assertion": ASSERTION} | changes)


def ask(
    platform: str,
    value: str,
    *,
    name: str | None = None,
    extra: dict[str, str] | None = None,
    purpose: str = "marketing",
    **changes,
) -> Decision:
    sample = COOKIES[platform]
    evidence = Evidence(
        platform=platform,
        name=name or sample.name,
        value=value,
        extra=tuple((sample.extra if extra is None else extra).items()),
    )
    settings = policy(platform, **{**sample.policy, "purpose": purpose, **changes})
    return decide(settings, evidence, host=HOST, now=NOW)


def attested(platform: str, **changes) -> Decision:
    evidence = Evidence(platform=platform, api=attestation(platform, **changes))
    return decide(policy(platform), evidence, host=HOST, now=NOW)


def short() -> Iterator[tuple[str, Reason, str]]:
    for platform, sample in COOKIES.items():
        for reason, values in sample.short.items():
            yield from ((platform, reason, value) for value in values)


def test_every_platform_has_a_sample():
    assert set(COOKIES) == set(PLATFORMS) - set(BY_LEVEL[Level.X])
    assert set(EVENTS) == set(BY_LEVEL[Level.X])


def test_the_levels_are_those_of_the_specification():
    assert BY_LEVEL[Level.B] == ["cookieyes", "complianz", "cookie-script", "trustarc"]
    assert set(BY_LEVEL[Level.C]) == {
        "borlabs",
        "cookielawinfo-legacy",
        "hubspot",
        "insites",
        "klaro",
        "moove",
        "tarteaucitron",
        "wp-consent-api",
    }


@pytest.mark.parametrize("file", FILES)
def test_every_file_has_the_one_shape(file: str):
    module = import_module(f"consent.platforms.{file}")

    platform = getattr(module, file.upper())
    assert isinstance(platform, Platform)
    assert PLATFORMS[file.replace("_", "-")] is platform
    assert platform.read is module.read
    assert [
        name
        for name in vars(module)
        if not name.startswith("_")
        and callable(vars(module)[name])
        and vars(module)[name].__module__ == module.__name__
    ] == ["read"]


@pytest.mark.parametrize("purpose", ["marketing", "statistics"])
@pytest.mark.parametrize("platform", sorted(set(COOKIES) - {"insites"}))
def test_an_explicit_yes_grants_and_an_explicit_no_refuses(platform: str, purpose: str):
    sample = COOKIES[platform]

    yes = ask(platform, sample.yes, purpose=purpose)
    no = ask(platform, sample.no, purpose=purpose, extra=sample.extra_no)

    assert (yes.reason, yes.statistics, yes.marketing) == (Reason.GRANTED, True, True)
    assert (no.reason, no.statistics, no.marketing) == (Reason.REFUSED, False, False)
    assert yes.level == PLATFORMS[platform].level.value


@pytest.mark.parametrize(("platform", "reason", "value"), list(short()))
def test_what_falls_short_has_its_reason(platform: str, reason: Reason, value: str):
    decision = ask(platform, value)

    assert (decision.reason, decision.statistics, decision.marketing) == (reason, None, None)


@pytest.mark.parametrize("platform", sorted(COOKIES))
def test_an_empty_value_and_another_cookies_value_prove_nothing(platform: str):
    for value in ("", "{}", "[]", "null", "yes please", '{"marketing":true}', "%7B%22a%22%3Atrue%7D"):
        assert not ask(platform, value).is_granted


@pytest.mark.parametrize("platform", BY_LEVEL[Level.C])
def test_booleans_alone_count_only_where_somebody_checked_the_banner(platform: str):
    assert ask(platform, COOKIES[platform].yes, optin_assertion=None).reason is Reason.NO_OPTIN_ASSERTION


@pytest.mark.parametrize("platform", ["onetrust", "complianz", "trustarc", "cookielawinfo-legacy"])
def test_a_platform_with_companions_needs_them(platform: str):
    assert ask(platform, COOKIES[platform].yes, extra={}).reason is Reason.IMPLIED


@pytest.mark.parametrize("platform", ["didomi", "axeptio", "klaro", "tarteaucitron", "real-cookie-banner"])
def test_a_platform_with_names_of_the_sites_own_is_unknown_until_they_are_mapped(platform: str):
    decision = ask(platform, COOKIES[platform].yes, mapping=CategoryMapping())

    assert (decision.reason, decision.statistics, decision.marketing) == (Reason.UNKNOWN_CATEGORY, None, None)


@pytest.mark.parametrize(
    ("platform", "name"),
    [
        ("iubenda", "_iub_cs-"),
        ("iubenda", "_iub_cs-12-granular"),
        ("iubenda", "_iub_cs-12-uspr"),
        ("iubenda", "_IUB_CS-12"),
        ("complianz", "cmplz_preferences"),
        ("complianz", "xcmplz_marketing"),
        ("consentmanager", "__cmpconsentx"),
        ("tcf", "euconsent-v3"),
        ("real-cookie-banner", "real_cookie_banner-v:3_blog:1_path:0a1b2c3-tcf"),
        ("cookiebot", "cookieconsent"),
    ],
)
def test_a_name_that_is_nearly_right_is_another_cookies(platform: str, name: str):
    assert ask(platform, COOKIES[platform].yes, name=name).reason is Reason.WRONG_PLATFORM


def test_all_mapped_names_must_be_agreed_to():
    both = CategoryMapping(marketing=("ga", "pixel"))

    assert ask("axeptio", axeptio(True), mapping=both).is_granted
    assert ask("axeptio", axeptio(True, pixel=False), mapping=both).reason is Reason.REFUSED
    assert ask("axeptio", axeptio(True, pixel=False), mapping=CategoryMapping(marketing=("Pixel",))).marketing is None
    assert ask("didomi", didomi(["ga"], []), mapping=both).reason is Reason.UNKNOWN_CATEGORY
    assert ask("vanilla-cookieconsent", orestbida(["ga"]), mapping=both).reason is Reason.REFUSED


def test_keys_about_the_choice_are_no_vendors():
    assert ask("axeptio", axeptio(True), mapping=CategoryMapping(marketing=("$$completed",))).marketing is None


def test_onetrust_reads_tokens_and_not_what_a_page_address_holds():
    assert ask("onetrust", onetrust("C00041:1,XC0004:1")).reason is Reason.UNKNOWN_CATEGORY
    assert ask("onetrust", onetrust("C0004:0")).reason is Reason.REFUSED
    assert ask("onetrust", onetrust(), extra={"OptanonAlertBoxClosed": "now"}).reason is Reason.MALFORMED
    assert ask("onetrust", onetrust(), extra={"OptanonAlertBoxClosed": "2026-01-01T00:00:00Z"}).reason is Reason.EXPIRED


def test_cookieyes_takes_the_time_of_the_receipt_unless_it_tells_one():
    assert ask("cookieyes", cookieyes("yes")).choice_at is None
    assert ask("cookieyes", cookieyes("yes", more=f",lastRenewedDate:{int(NOW.timestamp()) * 1000}")).choice_at == NOW


def test_complianz_wants_the_banner_of_its_own_prefix():
    root = {"cmplz_rt_banner-status": "dismissed", "cmplz_rt_statistics": "deny"}

    assert ask("complianz", "allow", name="cmplz_rt_marketing", extra=root).is_granted
    assert ask("complianz", "allow", extra=root).reason is Reason.IMPLIED
    assert ask("complianz", "", extra={"cmplz_banner-status": "dismissed"}).reason is Reason.IMPLIED


def test_cookiefirst_by_service_needs_a_mapping():
    by_service = encoded({"necessary": True, "ga": True, "timestamp": int(NOW.timestamp()), "type": "service"})

    assert ask("cookiefirst", by_service).reason is Reason.UNKNOWN_CATEGORY
    assert ask("cookiefirst", by_service, mapping=CategoryMapping(marketing=("ga",))).is_granted


def test_the_oldest_shape_of_cc_cookie_is_level_c():
    old = encoded({"level": ["necessary", "marketing"], "revision": 3})

    assert ask("vanilla-cookieconsent", old, optin_assertion=None).reason is Reason.NO_OPTIN_ASSERTION
    assert (ask("vanilla-cookieconsent", old).reason, ask("vanilla-cookieconsent", old).level) == (Reason.GRANTED, "C")


def test_a_service_that_still_waits_is_unknown():
    assert ask("tarteaucitron", "!ga=true!pixel=wait").reason is Reason.UNKNOWN_CATEGORY


def test_insites_can_refuse_and_never_grant():
    assert ask("insites", "allow").reason is Reason.UNKNOWN_CATEGORY
    assert ask("insites", "deny").reason is Reason.REFUSED
    assert ask("insites", "dismiss").reason is Reason.IMPLIED


@pytest.mark.parametrize("platform", BY_LEVEL[Level.X])
def test_a_platform_without_a_cookie_is_believed_by_its_explicit_answer(platform: str):
    yes, no = attested(platform), attested(platform, said=False)

    assert (yes.reason, yes.level, yes.choice_at) == (Reason.GRANTED, "X", attestation(platform).at)
    assert no.reason is Reason.REFUSED
    assert yes.value is not None
    assert yes.value != no.value


@pytest.mark.parametrize("platform", BY_LEVEL[Level.X])
@pytest.mark.parametrize(
    ("reason", "changes"),
    [
        (Reason.IMPLIED, {"choice": Choice.IMPLICIT}),
        (Reason.IMPLIED, {"choice": Choice.UNKNOWN}),
        (Reason.IMPLIED, {"event": "cmpuishown"}),
        (Reason.MALFORMED, {"at": None}),
        (Reason.MALFORMED, {"at": NOW.replace(tzinfo=None)}),
        (Reason.EXPIRED, {"at": NOW - timedelta(days=181)}),
        (Reason.UNKNOWN_CATEGORY, {"marketing": None}),
        (Reason.WRONG_PLATFORM, {"name": "cookiebot"}),
    ],
)
def test_an_answer_that_shows_no_choice_proves_nothing(platform: str, reason: Reason, changes: dict):
    assert attested(platform, **changes).reason is reason


@pytest.mark.parametrize("platform", BY_LEVEL[Level.X])
def test_the_cookie_of_a_platform_without_one_proves_nothing(platform: str):
    evidence = Evidence(platform=platform, name=PLATFORMS[platform].cookie, value="1")

    assert decide(policy(platform), evidence, host=HOST, now=NOW).reason is Reason.NO_EVIDENCE


def test_termly_needs_somebody_to_have_checked_the_banner_too():
    evidence = Evidence(platform="termly", api=attestation("termly"))

    unchecked = replace(policy("termly"), optin_assertion=None)
    assert decide(unchecked, evidence, host=HOST, now=NOW).reason is Reason.NO_OPTIN_ASSERTION


def test_a_sample_is_not_read_by_another_platform():
    for platform in COOKIES:
        others: list[Sample] = [
            sample for name, sample in COOKIES.items() if sample.yes != COOKIES[platform].yes and name != platform
        ]
        shares = {"allow": ("complianz", "wp-consent-api", "insites")}
        for sample in others:
            if platform in shares.get(sample.yes, ()):
                continue
            if platform == "klaro":  # its grammar is any object of booleans, under the site's own names
                continue
            assert not ask(platform, sample.yes).is_granted, (platform, sample.name)

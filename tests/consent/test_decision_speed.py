"""A decision costs next to nothing: it stands in the way of every hit."""

from timeit import repeat

import pytest

from consent.decision import SitePolicy, decide
from consent.evidence import Evidence
from tests.consent.samples import COOKIES, NOW

HOST = "www.voorbeeld.nl"
MICROSECONDS = 20
NOISE = 6  # a busy machine, a slow one, and measurement by coverage tools
ROUNDS = 300


@pytest.mark.parametrize("platform", ["cookiebot", "onetrust", "cookieyes", "complianz", "cookieinformation"])
def test_a_common_platform_is_decided_within_microseconds(platform: str):
    sample = COOKIES[platform]
    policy = SitePolicy(platform=platform, hosts=frozenset({HOST}))
    evidence = Evidence(platform=platform, name=sample.name, value=sample.yes, extra=tuple(sample.extra.items()))

    best = min(repeat(lambda: decide(policy, evidence, host=HOST, now=NOW), number=ROUNDS, repeat=9)) / ROUNDS

    assert decide(policy, evidence, host=HOST, now=NOW).is_granted
    assert best < MICROSECONDS * NOISE / 1e6


def test_no_value_or_header_of_the_largest_size_keeps_the_gate_busy():
    values = [character * 4096 for character in "%={[:,!'.A0"]
    values += [
        (part * 4096)[:4096]
        for part in ("%25", "a:'',", "!a=true", "C0001:1,", "a=%3A&", '{"a":', "%7B%22", "1:true,", "x:yes,")
    ]
    evidence = [Evidence(name=sample.name, value=value) for sample in COOKIES.values() for value in values]
    evidence += [
        Evidence(cookie_header=(part * 16384)[:16384]) for part in (";", "a=b;", "CookieConsent=0;", "=;", " ")
    ]
    policies = [SitePolicy(platform=platform, hosts=frozenset({HOST})) for platform in COOKIES]

    slowest = max(
        min(repeat(lambda: decide(policy, one, host=HOST, now=NOW), number=1, repeat=3))  # noqa: B023
        for policy in policies
        for one in evidence
    )

    assert slowest < 0.05

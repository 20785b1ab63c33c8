"""What a site's script is made of: little, for every platform, and nothing at all where there is no way to a yes."""

import gzip
import sys
from uuid import UUID

import pytest

from consent.evidence import Level
from consent.platforms import PLATFORMS
from consent.policy import CategoryMapping, SitePolicy, TcfMode
from tests.consent.samples import ASSERTION
from tracking.site import TrackedSite
from tracking.snippet import assembled, minified, readable, script_for

MOST_BYTES = 2048
CAN_NEVER_GRANT = {"insites"}
HOSTS = frozenset({"www.voorbeeld.nl", "voorbeeld.nl"})
MAPPED = CategoryMapping(statistics=("google-analytics", "hotjar"), marketing=("connectleads", "linkedin-insight"))
TCF = {name for name in PLATFORMS if name not in CAN_NEVER_GRANT and "judgeTc" in readable(name)}


def site(platform: str, *, key: str = "sitekey222222222", hash_routes: bool = False, **changes: object) -> TrackedSite:
    policy = SitePolicy(**{"platform": platform, "hosts": HOSTS, "optin_assertion": ASSERTION} | changes)
    return TrackedSite(key=key, tenant_id=UUID(int=1), site_id=UUID(int=2), policy=policy, hash_routes=hash_routes)


def fullest(platform: str) -> TrackedSite:
    """The site that asks for the most."""
    return site(
        platform,
        honours_dnt=True,
        mapping=MAPPED,
        tcf_mode=TcfMode.VENDOR,
        tcf_vendor_id=1234,
        min_revision=12,
        hash_routes=True,
    )


@pytest.mark.parametrize("platform", sorted(PLATFORMS.keys() - CAN_NEVER_GRANT))
def test_the_script_of_every_platform_is_small(platform: str):
    size = len(gzip.compress(script_for(fullest(platform)).source, 9))

    assert 1000 < size <= MOST_BYTES


def test_settings_are_filled_in_and_comments_are_not_sent():
    source = script_for(fullest("onetrust")).source.decode()

    assert "SITE_" not in source
    assert "/*" not in source
    assert "/t/sitekey222222222" in source
    assert "doNotTrack" in source
    assert "doNotTrack" not in script_for(site("onetrust")).source.decode()


def test_a_site_gets_the_reader_of_its_own_platform_only():
    for platform in ("cookiebot", "onetrust", "klaro", "usercentrics"):
        others = {"CookieConsent", "OptanonConsent", "klaro", "__ucCmp"} - {PLATFORMS[platform].cookie}
        if platform == "usercentrics":
            others -= {"__ucCmp"}
        source = assembled(site(platform, mapping=MAPPED))
        assert [name for name in others if f'"{name}"' in source or f"window.{name}" in source] == []


@pytest.mark.parametrize("platform", sorted(CAN_NEVER_GRANT))
def test_a_platform_that_names_no_category_gets_no_script(platform: str):
    assert script_for(fullest(platform)).source == b""


@pytest.mark.parametrize(
    "changes",
    [
        {"is_active": False},
        {"platform": "nobody"},
        {"purpose": "sales"},
        {"platform": "klaro", "mapping": CategoryMapping()},
    ],
)
def test_where_the_gate_would_never_open_there_is_no_script(changes: dict):
    assert script_for(site(**{"platform": "cookiebot", "mapping": MAPPED} | changes)).source == b""


@pytest.mark.parametrize("platform", [name for name, one in PLATFORMS.items() if one.asks_assertion(one.level)])
def test_booleans_alone_get_no_script_before_somebody_checked_the_banner(platform: str):
    assert script_for(site(platform, mapping=MAPPED, optin_assertion=None)).source == b""


@pytest.mark.parametrize("platform", sorted(TCF))
def test_a_tc_string_gets_no_script_before_the_site_decided_what_it_is_held_against(platform: str):
    assert script_for(site(platform)).source == b""
    assert script_for(site(platform, tcf_mode=TcfMode.VENDOR)).source == b""
    assert script_for(site(platform, tcf_mode=TcfMode.PURPOSES)).source != b""


def test_every_platform_but_those_has_a_script():
    assert {name for name in PLATFORMS if not script_for(fullest(name)).source} == CAN_NEVER_GRANT
    assert {name for name, one in PLATFORMS.items() if one.level is Level.X} == {
        name for name in PLATFORMS.keys() - CAN_NEVER_GRANT if "attested(" in readable(name)
    }


def test_a_script_is_named_by_its_bytes():
    script, other = script_for(site("cookiebot")), script_for(site("cookiebot", key="otherkey22222222"))

    assert script.digest != other.digest
    assert script.integrity.startswith("sha384-")
    assert script_for(site("cookiebot")) is script


def test_where_the_better_minifier_has_no_wheel_the_script_is_larger_and_the_same(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "minify", None)
    text = assembled(fullest("usercentrics"))

    plain = minified(text)

    assert len(plain) < len(text)
    assert "/*" not in plain
    assert len(gzip.compress(plain.encode(), 9)) < 2 * MOST_BYTES

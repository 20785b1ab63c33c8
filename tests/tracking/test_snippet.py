"""The snippet in a real browser: it sends exactly what the server would accept, and says nothing of the rest."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, unquote
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Route

from connectleads.demo.cookiebot_value import STAMP, value
from consent.decision import SitePolicy, decide
from consent.evidence import Evidence
from tests.chromium import chromium, needs_chromium
from tracking.body import read_body
from tracking.site import TrackedSite
from tracking.snippet import script_for

HOST, COLLECTOR = "www.voorbeeld.test", "https://c.collector.test"
POLICY = SitePolicy(platform="cookiebot", hosts=frozenset({HOST}))
SITE = TrackedSite(key="sitekey222222222", tenant_id=UUID(int=1), site_id=UUID(int=2), policy=POLICY)
PAGE = f'<!doctype html><title>Een pagina</title><script async src="{COLLECTOR}/s/{SITE.key}.js"></script><p>Hallo'
NOW = datetime.now(UTC)
YES = value(at=NOW - timedelta(days=1))
UTC_FIELD = re.search(r"utc:(\d{13})", YES)
assert UTC_FIELD
VALUES = {
    "yes": YES,
    "decoded once": unquote(YES),
    "encoded twice": quote(unquote(YES), safe="+/=").replace("%", "%25"),
    "encoded thrice": quote(unquote(YES), safe="+/=").replace("%", "%2525"),
    "marketing refused": value(at=NOW, marketing=False),
    "implied": value(at=NOW, method="implied"),
    "refused all": "0",
    "region without banner": "-1",
    "another product": "true",
    "too old": value(at=NOW - timedelta(days=181)),
    "just in time": value(at=NOW - timedelta(days=179, hours=23)),
    "from the future": value(at=NOW + timedelta(days=2)),
    "before the law": value(at=datetime(2018, 5, 24, tzinfo=UTC)),
    "necessary denied": value(at=NOW, necessary="false"),
    "no ver": YES.replace("%2Cver:1", ""),
    "no preferences": YES.replace("%2Cpreferences:true", ""),
    "no statistics": YES.replace("%2Cstatistics:true", ""),
    "quoted boolean": YES.replace("statistics:true", "statistics:%27true%27"),
    "odd preference": YES.replace("preferences:true", "preferences:1"),
    "marketing twice": YES.replace("%2Cver:1", "%2Cmarketing:true%2Cver:1"),
    "short stamp": YES.replace(STAMP, STAMP[:-1]),
    "stamp of 39 bytes": YES.replace(STAMP, STAMP[:-4]),
    "14 digits": YES.replace(UTC_FIELD.group(1), UTC_FIELD.group(1) + "0"),
    "12 digits": YES.replace(UTC_FIELD.group(1), UTC_FIELD.group(1)[:-1]),
    "negative time": YES.replace(UTC_FIELD.group(1), f"-{UTC_FIELD.group(1)}"),
    "broken escape": YES.replace("%27nl%27", "%27%zz%27"),
    "control character": YES.replace("%27nl%27", "%27%00%27"),
    "line separator": YES.replace("%27nl%27", "%27%E2%80%A8%27"),
    "bad utf-8": YES.replace("%27nl%27", "%27%FF%27"),
    "hidden in a text": YES.replace("marketing:true", "marketing:false").replace("nl", "marketing:true"),
    "prototype": YES.replace("%2Cver:1", "%2C__proto__:1%2Cver:1"),
    "upper case": YES.upper(),
    "longer than a cookie may be": YES.replace("%27nl%27", "%27" + "n" * 3900 + "%27"),
}
pytestmark = [needs_chromium, pytest.mark.journey]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def sent(browser: Browser, raw: str | None, *, before: str = "") -> list[bytes]:
    """What the snippet posts on a page whose consent cookie is `raw`; `before` is script that runs first."""
    posted: list[bytes] = []

    def collector(route: Route) -> None:
        if route.request.method == "POST":
            posted.append(route.request.post_data_buffer or b"")
            route.fulfill(status=204, headers={"Access-Control-Allow-Origin": "*"})
        else:
            route.fulfill(body=script_for(SITE).source, content_type="text/javascript")

    context = browser.new_context()
    page = context.new_page()
    page.route(f"{COLLECTOR}/**", collector)
    page.route(f"https://{HOST}/**", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    cookie = "" if raw is None else f"document.cookie = {json.dumps(f'CookieConsent={raw}')};"
    page.add_init_script(cookie + before)
    page.goto(f"https://{HOST}/pad?x=1")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(100)
    context.close()
    return posted


@pytest.mark.parametrize("name", VALUES)
def test_it_sends_exactly_when_the_server_would_record(browser: Browser, name: str):
    evidence = Evidence(platform="cookiebot", name="CookieConsent", value=VALUES[name])
    decision = decide(POLICY, evidence, host=HOST, now=NOW)

    assert bool(sent(browser, VALUES[name])) is decision.is_granted, decision.reason


def test_what_it_sends_is_a_body_that_the_server_reads(browser: Browser):
    (data,) = sent(browser, YES)

    body = read_body(data)
    assert body is not None
    assert (body.url, body.title) == (f"https://{HOST}/pad?x=1", "Een pagina")
    assert body.consent is not None
    assert body.consent.value == YES
    assert body.visitor


@pytest.mark.parametrize("raw", [None, "0"])
def test_without_a_yes_it_sends_nothing(browser: Browser, raw: str | None):
    assert sent(browser, raw) == []


def test_global_privacy_control_is_a_no(browser: Browser):
    wish = "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });"

    assert sent(browser, YES, before=wish) == []


def test_do_not_track_counts_only_where_the_site_says_so(browser: Browser):
    assert sent(browser, YES, before="Object.defineProperty(navigator, 'doNotTrack', { value: '1' });")

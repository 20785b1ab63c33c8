"""What the snippet sends after a yes, and that it sends and keeps nothing before one."""

import json
import re
import time

import pytest
from playwright.sync_api import Browser

from tests.browser.stage import HOST, NO, NOW, SNIPPET, VISITOR, WEBSITE, YES, stage, tracked
from tests.chromium import needs_chromium
from tracking.body import read_body

pytestmark = [needs_chromium, pytest.mark.journey]
STORED = "[localStorage.length, sessionStorage.length]"


@pytest.mark.parametrize("consent", [None, NO, "0", "-1"])
def test_before_a_yes_nothing_is_sent_stored_or_said(browser: Browser, consent: str | None):
    with stage(browser, consent=consent) as scene:
        page = scene.open()
        scene.settle(page, 15_000)

        assert (scene.sent, scene.asked, scene.said) == ([], [], [])
        assert set(scene.cookies) == ({"CookieConsent"} if consent else set())
        assert page.evaluate(STORED) == [0, 0]


def test_before_a_yes_no_other_cookie_is_looked_at(browser: Browser):
    with stage(
        browser,
        consent=None,
        head="<script>String.prototype.matchAll = (plain => function (pattern) {"
        "(window.asked = window.asked || []).push(String(pattern)); return plain.call(this, pattern);"
        "})(String.prototype.matchAll)</script>",
    ) as scene:
        page = scene.open()

        assert set(page.evaluate("asked")) == {"; (CookieConsent)=([^;]*)", f"; ({VISITOR})=([^;]*)"}


def test_a_view_is_a_body_that_the_server_reads(browser: Browser):
    with stage(browser) as scene:
        scene.open("/pad?utm_source=x&gclid=abc#kop")

        (body,) = scene.bodies("view")
        assert set(body) == {"id", "kind", "url", "title", "referrer", "visitor", "consent"}
        assert re.fullmatch("[0-9a-f]{32}", body["id"])
        assert (body["url"], body["title"]) == (f"{WEBSITE}/pad?utm_source=x&gclid=abc", "Een pagina")
        assert body["consent"] == {
            "platform": "cookiebot",
            "mode": {},
            "name": "CookieConsent",
            "value": YES,
            "extra": {},
        }
        assert read_body(json.dumps(body).encode()) is not None
        assert (scene.asked, scene.said) == ([], [])


def test_the_visitors_id_is_made_after_the_yes_and_kept_thirteen_months_at_most(browser: Browser):
    with stage(browser, consent=None) as scene:
        page = scene.open()
        assert VISITOR not in scene.cookies
        scene.choose(page, YES)

        (cookie,) = [cookie for cookie in scene.context.cookies() if cookie["name"] == VISITOR]
        assert cookie["value"] == scene.bodies("view")[0]["visitor"]
        assert (cookie["sameSite"], cookie["secure"], cookie["path"]) == ("Lax", True, "/")
        assert cookie["domain"] == HOST
        age = page.evaluate("cookieStore.get('connectleads_visitor').then((cookie) => cookie.expires)") / 1000
        assert 394 * 86400 < age - time.time() < 396 * 86400

        scene.open("/prijzen", page)
        assert scene.bodies("view")[1]["visitor"] == cookie["value"]


def test_a_choice_that_was_already_made_is_heard_at_once(browser: Browser):
    with stage(browser) as scene:
        scene.open()

        assert scene.kinds == ["view"]


def test_a_choice_is_heard_by_the_platforms_own_event(browser: Browser):
    with stage(browser, consent=None) as scene:
        page = scene.open()
        scene.settle(page, 60_000)
        scene.choose(page, YES)

        assert scene.kinds == ["view"]


def test_a_banner_that_loads_late_is_waited_for(browser: Browser):
    with stage(browser, consent=None) as scene:
        page = scene.open()
        page.evaluate(f"document.cookie = 'CookieConsent={YES};path=/'")
        scene.settle(page, 10_000)

        assert scene.kinds == ["view"]


def test_a_withdrawal_is_told_once_and_our_cookie_goes(browser: Browser):
    with stage(browser) as scene:
        page = scene.open()
        visitor = scene.cookies[VISITOR]
        scene.choose(page, NO)
        scene.choose(page, NO)
        scene.open("/prijzen", page)

        assert scene.kinds == ["view", "withdraw"]
        (body,) = scene.bodies("withdraw")
        assert set(body) == {"id", "visitor"}
        assert body["visitor"] == visitor
        assert VISITOR not in scene.cookies


def test_a_consent_cookie_that_is_taken_away_is_a_withdrawal(browser: Browser):
    with stage(browser) as scene:
        page = scene.open()
        scene.choose(page, None)

        assert scene.kinds == ["view", "withdraw"]


def test_a_refusal_on_a_page_that_we_did_not_see_is_a_withdrawal_on_the_next(browser: Browser):
    with stage(browser) as scene:
        scene.open().close()
        scene.context.add_cookies([{"name": "CookieConsent", "value": NO, "url": WEBSITE}])
        scene.open("/prijzen")

        assert scene.kinds == ["view", "withdraw"]


def test_a_consent_that_is_gone_when_the_visitor_comes_back_erases_nothing_but_our_cookie(browser: Browser):
    with stage(browser) as scene:
        scene.open().close()
        scene.context.clear_cookies(name="CookieConsent")
        scene.open("/prijzen")

        assert scene.kinds == ["view"]
        assert scene.cookies == {}


def test_a_yes_after_a_no_begins_anew(browser: Browser):
    with stage(browser) as scene:
        page = scene.open()
        for choice in (NO, YES):
            scene.choose(page, choice)

        first, second = scene.bodies("view")
        assert scene.kinds == ["view", "withdraw", "view"]
        assert first["visitor"] != second["visitor"]
        assert first["id"] != second["id"]


@pytest.mark.parametrize(
    ("wish", "honours", "kinds"),
    [
        ("globalPrivacyControl: { value: true }", False, []),
        ("doNotTrack: { value: '1' }", True, []),
        ("doNotTrack: { value: '1' }", False, ["view"]),
        ("doNotTrack: { value: 'unspecified' }", True, ["view"]),
    ],
)
def test_a_browser_that_asks_not_to_be_followed_is_not(browser: Browser, wish: str, honours: bool, kinds: list[str]):
    head = f"<script>Object.defineProperties(navigator, {{ {wish} }})</script>"
    with stage(browser, site=tracked(honours_dnt=honours), head=head) as scene:
        scene.open()

        assert scene.kinds == kinds


def test_google_consent_mode_holds_back_and_is_passed_along(browser: Browser):
    gtag = "<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments) }"
    gtag += "gtag('consent', 'default', { ad_storage: 'denied', ad_user_data: 'granted', wait_for_update: 500 });"
    with stage(browser, head=f"{gtag} dataLayer.push({{ event: 'x' }}, null)</script>") as scene:
        page = scene.open()
        assert scene.kinds == []

        page.evaluate("gtag('consent', 'update', { ad_storage: 'granted' })")
        scene.settle(page, 10_000)
        assert [body["consent"]["mode"] for body in scene.bodies("view")] == [
            {"ad_storage": "granted", "ad_user_data": "granted"}
        ]


def test_consent_mode_denied_later_stops_and_erases_nothing(browser: Browser):
    with stage(browser) as scene:
        page = scene.open()
        page.evaluate(
            "(window.dataLayer = window.dataLayer || []).push(['consent', 'default', { ad_storage: 'denied' }])"
        )
        page.evaluate("connectleads('event', 'later')")
        scene.settle(page)

        assert scene.kinds == ["view"]
        assert VISITOR in scene.cookies


def test_only_the_one_global_is_ours(browser: Browser):
    names = "Object.getOwnPropertyNames(window)"
    with stage(browser) as scene, stage(browser) as bare:
        bare.script = b""
        ours = set(scene.open().evaluate(names)) - set(bare.open().evaluate(names))

        assert ours == {"connectleads"}


def test_a_script_that_is_there_twice_counts_once(browser: Browser):
    again = f'<script async src="{SNIPPET}"></script>'
    with stage(browser, body=again) as scene:
        scene.open()

        assert scene.kinds == ["view"]


def test_a_browser_without_cookies_is_left_alone(browser: Browser):
    blocked = "() { throw new DOMException('blocked', 'SecurityError') }"
    head = f"<script>Object.defineProperty(document, 'cookie', {{ get{blocked}, set{blocked} }})</script>"
    with stage(browser, head=head) as scene:
        page = scene.open()
        page.evaluate(
            "connectleads('event', 'x'); connectleads('forget'); connectleads('nonsense', {}); connectleads()"
        )
        scene.settle(page)

        assert (scene.sent, scene.said) == ([], [])


def test_the_time_is_the_browsers_and_an_old_choice_is_none(browser: Browser):
    with stage(browser) as scene:
        page = scene.new_page()
        page.clock.set_system_time(NOW.replace(year=NOW.year + 1))
        page.goto(WEBSITE)
        scene.settle(page)

        assert scene.sent == []

"""The journey in a real browser: nothing before consent, one lead after it, and nothing more after a withdrawal."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from connectleads.demo.browser import Client
from connectleads.demo.cast import RIVAL, VORSTKADE
from tests.chromium import chromium, needs_chromium, sign_in
from tests.demo_run import RunningDemo

pytestmark = [needs_chromium, pytest.mark.journey]
COUNTED = ("tracking_visit", "tracking_pageview", "consent_consentreceipt", "enrichment_lead")
VISITOR_COOKIE = "connectleads_visitor"
QUIET_SECONDS = 3  # longer than the drain needs: what was sent would be a row by then


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@dataclass
class Visitor:
    """Somebody on the demo website, what the network saw of our part in it, and what the console said."""

    demo: RunningDemo
    context: BrowserContext
    page: Page
    hits: list[Request] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def choose(self, button: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).click()

    def open(self, path: str) -> None:
        self.page.goto(self.demo.addresses.website + path)
        self.page.wait_for_load_state("networkidle")

    def agree(self) -> None:
        self.choose("Alles toestaan")
        self.page.wait_for_timeout(300)

    @property
    def kinds(self) -> list[str]:
        return [(request.post_data_json or {}).get("kind", "?") for request in self.hits]

    @property
    def cookies(self) -> set[str]:
        return {cookie["name"] for cookie in self.context.cookies()}


@pytest.fixture
def visitor(demo: RunningDemo, browser: Browser) -> Iterator[Visitor]:
    visit_as(demo, "kpn")
    until_drained(demo)
    context = browser.new_context()
    page = context.new_page()
    one = Visitor(demo, context, page)
    page.on("request", lambda request: one.hits.append(request) if "/t/" in request.url else None)
    page.on("console", lambda message: one.console.append(message.text))
    page.on("pageerror", lambda error: one.console.append(str(error)))
    yield one
    context.close()


def visit_as(demo: RunningDemo, persona: str) -> None:
    Client().post_form(f"{demo.addresses.website}/bezoek-als", {"persona": persona, "terug": "/"})


def until_drained(demo: RunningDemo) -> None:
    """Wait until nothing of an earlier test is on its way any more."""
    time.sleep(0.5)
    client, deadline = demo.valkey(), time.monotonic() + 30
    while sum(client.xlen(name) for name in client.scan_iter("hits:*", _type="stream")):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def counts(demo: RunningDemo) -> dict[str, int]:
    return {table: demo.query(f"SELECT count(*) FROM {table}")[0][0] for table in COUNTED}


def settled(demo: RunningDemo) -> dict[str, int]:
    time.sleep(QUIET_SECONDS)
    return counts(demo)


def eventually(demo: RunningDemo, table: str, count: int) -> None:
    deadline = time.monotonic() + 30
    while counts(demo)[table] < count:
        assert time.monotonic() < deadline, counts(demo)
        time.sleep(0.1)


def test_nothing_is_sent_or_stored_before_consent(visitor: Visitor):
    before = counts(visitor.demo)

    for path in ("/", "/product", "/prijzen"):
        visitor.open(path)

    assert visitor.hits == []
    assert visitor.cookies == set()
    assert visitor.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert settled(visitor.demo) == before
    assert visitor.console == []


def test_a_refusal_sends_and_stores_nothing(visitor: Visitor):
    before = counts(visitor.demo)

    visitor.open("/")
    visitor.choose("Weigeren")
    visitor.open("/prijzen")

    assert visitor.hits == []
    assert visitor.cookies == {"CookieConsent"}
    assert settled(visitor.demo) == before


def test_statistics_alone_is_not_the_purpose_that_was_asked(visitor: Visitor):
    visitor.open("/")
    visitor.page.get_by_label("Statistieken").check()
    visitor.choose("Selectie toestaan")
    visitor.open("/prijzen")

    assert visitor.hits == []
    assert VISITOR_COOKIE not in visitor.cookies


def test_a_browser_that_asks_not_to_be_followed_is_not(visitor: Visitor):
    visitor.page.add_init_script("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })")
    visitor.open("/")
    visitor.agree()

    assert visitor.hits == []
    assert VISITOR_COOKIE not in visitor.cookies


def test_after_consent_there_is_one_lead_in_the_right_tenant(visitor: Visitor, browser: Browser):
    demo = visitor.demo
    known = demo.query(LEAD, "Adyen", VORSTKADE.slug)
    before = counts(demo)
    visit_as(demo, "adyen")

    visitor.open("/")
    visitor.agree()
    for path in ("/product", "/prijzen"):
        visitor.open(path)
    eventually(demo, "tracking_pageview", before["tracking_pageview"] + 3)

    assert [kind for kind in visitor.kinds if kind == "view"] == ["view"] * 3
    assert visitor.cookies == {"CookieConsent", VISITOR_COOKIE}
    assert visitor.console == []
    after = settled(demo)
    assert after["tracking_visit"] == before["tracking_visit"] + 1
    (lead,) = demo.query(LEAD, "Adyen", VORSTKADE.slug)
    assert lead == ((known[0][0] + 1, known[0][1] + 3) if known else (1, 3))
    assert demo.query(LEAD, "Adyen", RIVAL.slug) == []

    ada = page_of(demo, browser, "ada@vorstkade.example")
    ada.goto(f"{demo.addresses.product}/app/vorstkade/leads/?q=Adyen")
    ada.get_by_role("link", name="Adyen", exact=True).click()
    expect(ada.get_by_role("heading", level=1)).to_contain_text("Adyen")
    expect(ada.locator("main")).to_contain_text("147.12.16.0")
    expect(ada.locator("main")).to_contain_text("Prijzen")
    rolf = page_of(demo, browser, "rolf@noordpool.example")
    rolf.goto(f"{demo.addresses.product}/app/noordpool/leads/?period=90")
    expect(rolf.get_by_role("link", name="Adyen", exact=True)).to_have_count(0)
    answer = rolf.goto(f"{demo.addresses.product}/app/vorstkade/leads/")
    assert answer is not None
    assert answer.status == 404
    ada.context.close()
    rolf.context.close()


LEAD = """
SELECT l.visits, l.page_views FROM enrichment_lead l JOIN enrichment_company c ON c.id = l.company_id
JOIN tenancy_tenant t ON t.id = l.tenant_id WHERE c.name = %s AND t.slug = %s
"""


def test_withdrawn_consent_erases_and_sends_nothing_more(visitor: Visitor):
    before = counts(visitor.demo)
    visitor.open("/")
    visitor.agree()
    eventually(visitor.demo, "tracking_pageview", before["tracking_pageview"] + 1)
    sent = len(visitor.hits)

    visitor.choose("Cookie-instellingen")
    visitor.choose("Toestemming intrekken")
    without_our_cookie(visitor)
    for path in ("/product", "/prijzen"):
        visitor.open(path)

    assert [request.url.rsplit("/", 1)[1] for request in visitor.hits[sent:]] == ["withdraw"]
    assert settled(visitor.demo)["tracking_pageview"] == before["tracking_pageview"]


def test_a_change_of_mind_to_yes_sends_from_then_on(visitor: Visitor):
    visitor.open("/")
    visitor.choose("Weigeren")
    visitor.choose("Cookie-instellingen")
    visitor.agree()

    assert visitor.kinds == ["view"]


def test_reading_time_arrives_when_the_page_is_left(visitor: Visitor):
    visitor.open("/")
    visitor.agree()
    visitor.page.wait_for_timeout(1600)
    view = (visitor.hits[0].post_data_json or {})["id"]
    visitor.open("/product")

    deadline = time.monotonic() + 30
    while not (seconds := visitor.demo.query("SELECT max(seconds) FROM tracking_pageview WHERE id = %s", view)[0][0]):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert 1 <= seconds <= 10


@pytest.mark.parametrize("trouble", ["blocked", "error", "slow"])
def test_the_page_does_not_notice_when_the_collector_is_in_trouble(visitor: Visitor, trouble: str):
    def interfere(route) -> None:
        if trouble == "blocked":
            route.abort()
        elif trouble == "error":
            route.fulfill(status=500)
        else:
            time.sleep(0.5)
            route.fulfill(status=204)

    visitor.page.route(re.compile("/t/"), interfere)
    visitor.open("/")
    visitor.agree()
    visitor.open("/product")

    expect(visitor.page.get_by_role("heading", level=1)).to_be_visible()
    assert [line for line in visitor.console if "Failed to load resource" not in line] == []


def test_the_snippet_asks_no_other_host_and_sets_no_cookie_but_its_own(visitor: Visitor):
    hosts: set[str] = set()
    visitor.page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    visitor.open("/")
    visitor.agree()

    own = {address.split("/")[2] for address in (visitor.demo.addresses.website, visitor.demo.addresses.front)}
    assert hosts == own
    (cookie,) = [cookie for cookie in visitor.context.cookies() if cookie["name"] == VISITOR_COOKIE]
    assert re.fullmatch("[0-9a-f]{32}", cookie["value"])
    assert cookie["sameSite"] == "Lax"
    assert cookie["expires"] - time.time() < 396 * 86400


def without_our_cookie(visitor: Visitor) -> None:
    deadline = time.monotonic() + 10
    while VISITOR_COOKIE in visitor.cookies:
        assert time.monotonic() < deadline
        visitor.page.wait_for_timeout(20)


def page_of(demo: RunningDemo, browser: Browser, email: str) -> Page:
    page = browser.new_context(locale="nl-NL").new_page()
    sign_in(page, demo.addresses.product, email)
    return page

"""What happens to a page after a yes, on a whole installation: by what the network saw and what the database holds."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route

from tests.browser.test_platforms import make_site, wait_for_the_drain
from tests.browser.websites import websites
from tests.chromium import CHROMIUM, QUIET, needs_chromium
from tests.demo_run import RunningDemo

pytestmark = [needs_chromium, pytest.mark.journey]
PLATFORM, PATIENCE = "cookiebot", 10
COOKIES_OFF = "Object.defineProperty(document, 'cookie', { get() { throw new Error() }, set() { throw new Error() } })"
FOLLOW_ME_NOT = "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })"
PRERENDERING = "Object.defineProperty(document, 'prerendering', { value: true, configurable: true })"


@dataclass
class Visitor:
    """One browser on the website, and the kinds of what it sent and of what was answered 204."""

    context: BrowserContext
    address: str
    sent: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    def open(self, path: str, page: Page | None = None, *, agrees: bool = True, before: str = "") -> Page:
        """Open a page in a tab, and agree there unless that was done."""
        page = page or self.context.new_page()
        if before:
            page.add_init_script(before)
        page.goto(f"{self.address}/{PLATFORM}/{path}")
        page.wait_for_function("window.connectleads && connectleads.up")
        if agrees:
            self.choose(page, "yes")
        return page

    def choose(self, page: Page, answer: str) -> None:
        page.locator(f"button[value={answer}]").click()

    def until(self, page: Page, *kinds: str) -> None:
        """Wait until exactly these were sent, and a little longer for what must not come."""
        deadline = time.monotonic() + PATIENCE
        while len(self.sent) < len(kinds) and time.monotonic() < deadline:
            page.wait_for_timeout(10)
        page.wait_for_timeout(150)
        assert self.sent == list(kinds)


def visit(browser: Browser, address: str) -> Visitor:
    visitor = Visitor(browser.new_context(), address)
    visitor.context.set_default_timeout(PATIENCE * 1000)
    visitor.context.on("request", lambda request: _note(visitor.sent, request))
    visitor.context.on("requestfinished", lambda request: _note(visitor.taken, request))
    return visitor


def _note(heard: list[str], request: Request) -> None:
    if "/t/" in request.url:
        kind = "withdraw" if request.url.endswith("/withdraw") else json.loads(request.post_data or "{}")["kind"]
        if kind != "leave":
            heard.append(kind)


# ---- scenes: each is played on pages whose names begin with its own ----


def single_page_application(visitor: Visitor) -> None:
    page = visitor.open("spa-1")
    visitor.until(page, "view")
    page.evaluate(f"history.pushState({{}}, '', '/{PLATFORM}/spa-2')")
    visitor.until(page, "view", "view")


def a_wish_not_to_be_followed(visitor: Visitor) -> None:
    visitor.until(visitor.open("gpc-1", before=FOLLOW_ME_NOT))


def blocked_cookies(visitor: Visitor) -> None:
    visitor.until(visitor.open("koekloos-1", before=COOKIES_OFF))


def two_tabs(visitor: Visitor) -> None:
    first = visitor.open("tab-1")
    visitor.until(first, "view")
    second = visitor.open("tab-2", agrees=False)
    visitor.until(second, "view", "view")
    visitor.choose(first, "no")
    visitor.until(first, "view", "view", "withdraw")
    second.evaluate("connectleads('event', 'later')")
    visitor.until(second, "view", "view", "withdraw")


def a_collector_that_is_away_for_a_moment(visitor: Visitor) -> None:
    failing = [503]
    visitor.context.route("**/t/**", lambda route: _fail_once(route, failing))
    visitor.until(visitor.open("weg-1"), "view", "view")


def a_collector_that_is_blocked(visitor: Visitor) -> None:
    visitor.context.route("**/t/**", lambda route: route.abort())
    page = visitor.open("geblokkeerd-1")
    visitor.until(page, "view")
    assert page.get_by_role("heading", name="Hallo").is_visible()


def a_slow_collector(visitor: Visitor) -> None:
    visitor.context.route("**/t/**", _late)
    page = visitor.open("traag-1")
    assert page.evaluate("document.readyState") == "complete"
    visitor.until(page, "view")


def prerendering(visitor: Visitor) -> None:
    page = visitor.open("vooraf-1", before=PRERENDERING)
    visitor.until(page)
    page.evaluate("document.dispatchEvent(new Event('prerenderingchange'))")
    visitor.until(page, "view")


def opting_out(visitor: Visitor) -> None:
    page = visitor.open("afgemeld-1")
    visitor.until(page, "view")
    page.evaluate("connectleads('forget')")
    visitor.until(page, "view", "withdraw")
    visitor.until(visitor.open("afgemeld-2", page, agrees=False), "view", "withdraw")


def from_the_browsers_memory(visitor: Visitor) -> None:
    page = visitor.open("geheugen-1")
    visitor.until(page, "view")
    visitor.open("geheugen-2", page, agrees=False)
    visitor.until(page, "view", "view")
    page.go_back(wait_until="commit")
    visitor.until(page, "view", "view", "view")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].type") == "navigate"  # not loaded again


def _fail_once(route: Route, failing: list[int]) -> None:
    if failing:
        route.fulfill(status=failing.pop(), headers={"Access-Control-Allow-Origin": "*"})
    else:
        route.continue_()


def _late(route: Route) -> None:
    time.sleep(0.3)
    route.continue_()


Scene = Callable[[Visitor], None]
# How the names of a scene's pages begin, and which of them are in the database in the end.
STORED: dict[Scene, tuple[str, list[str]]] = {
    single_page_application: ("spa", ["spa-1", "spa-2"]),
    a_wish_not_to_be_followed: ("gpc", []),
    blocked_cookies: ("koekloos", []),
    two_tabs: ("tab", []),
    a_collector_that_is_away_for_a_moment: ("weg", ["weg-1"]),
    a_collector_that_is_blocked: ("geblokkeerd", []),
    a_slow_collector: ("traag", ["traag-1"]),
    prerendering: ("vooraf", ["vooraf-1"]),
    opting_out: ("afgemeld", []),
    from_the_browsers_memory: ("geheugen", ["geheugen-1", "geheugen-1", "geheugen-2"]),
}


@pytest.fixture(scope="module")
def stored(demo: RunningDemo, browser: Browser) -> list[str]:
    """The paths in the database after all scenes were played; a scene that failed says so by its own assertion."""
    key = make_site(demo, PLATFORM)
    time.sleep(2.1)  # the door looks for new sites every two seconds
    with_memory = browser.browser_type.launch(
        executable_path=CHROMIUM, args=QUIET, ignore_default_args=["--disable-back-forward-cache"]
    )
    with websites({PLATFORM: f"{demo.addresses.front}/s/{key}.js"}) as address:
        for scene in STORED:
            visitor = visit(with_memory if scene is from_the_browsers_memory else browser, address)
            scene(visitor)
            visitor.context.close()
    with_memory.close()
    wait_for_the_drain(demo)
    rows = demo.query(
        "SELECT p.path FROM tracking_pageview p JOIN tenancy_site s ON s.id = p.site_id WHERE s.key = %s", key
    )
    return sorted(path.rpartition("/")[2] for (path,) in rows)


@pytest.mark.parametrize("scene", STORED, ids=lambda scene: scene.__name__)
def test_the_database_holds_what_was_agreed_to(stored: list[str], scene: Scene):
    begin, paths = STORED[scene]

    assert [path for path in stored if path.startswith(f"{begin}-")] == paths

"""The product's pages in a real browser: for everyone, in both themes and languages, on a phone and a wide screen."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.chromium import chromium, needs_chromium, sign_in
from tests.demo_run import RunningDemo

pytestmark = [needs_chromium, pytest.mark.journey]

ARRANGING = (
    "signup",
    "second factor",
    "sessions",
    "members",
    "usage",
    "general",
    "retention",
    "audit",
    "keys",
    "delete",
)
PAGES = (
    "login",
    "reset",
    "overview",
    "leads",
    "empty",
    "filters",
    "lead",
    "segments",
    "scoring",
    "left_out",
    "own browser",
    "websites",
    "website",
    "missing",
)
# The browser's own measure of what moved while the page came up (Cumulative Layout Shift): 0.1 counts as good, and a
# font that comes late moves a little.
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
SIZES = {"wide": (1680, 950), "desk": (1280, 860), "phone": (390, 844), "small": (360, 740)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def session(demo: RunningDemo, browser: Browser):
    """Ada's cookies, signed in once."""
    context = browser.new_context()
    page = context.new_page()
    sign_in(page, demo.addresses.product, "ada@vorstkade.example")
    state = context.storage_state()
    context.close()
    return state


@dataclass
class Reader:
    """Somebody who reads a page, the hosts it asked, and what its console said."""

    page: Page
    product: str
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def open(self, name: str) -> None:
        leads = f"{self.product}/app/vorstkade/leads/"
        address = {
            "login": f"{self.product}/accounts/login/",
            "reset": f"{self.product}/accounts/password/reset/",
            "overview": f"{self.product}/app/vorstkade/?period=28",
            "filters": f"{leads}filters/?period=28&path=/prijzen",
            "segments": f"{self.product}/app/vorstkade/segments/",
            "scoring": f"{self.product}/app/vorstkade/tuning/",
            "left_out": f"{self.product}/app/vorstkade/tuning/left-out/",
            "own browser": f"{self.product}/app/vorstkade/tuning/left-out/",
            "leads": f"{leads}?period=28",
            "empty": f"{leads}?period=28&q=zzzz",
            "lead": f"{leads}?period=28",
            "websites": f"{self.product}/app/vorstkade/websites/",
            "website": f"{self.product}/app/vorstkade/websites/",
            "signup": f"{self.product}/accounts/signup/",
            "second factor": f"{self.product}/accounts/2fa/",
            "sessions": f"{self.product}/accounts/sessions/",
            "members": f"{self.product}/app/vorstkade/settings/members/",
            "usage": f"{self.product}/app/vorstkade/settings/plan/",
            "general": f"{self.product}/app/vorstkade/settings/",
            "retention": f"{self.product}/app/vorstkade/settings/retention/",
            "audit": f"{self.product}/app/vorstkade/settings/audit/",
            "keys": f"{self.product}/app/vorstkade/settings/keys/",
            "delete": f"{self.product}/app/vorstkade/settings/delete/",
            "missing": f"{self.product}/app/vorstkade/nothing/",
        }[name]
        self.page.goto(address)
        if name == "lead":
            self.page.locator("tbody th a").first.click()
            self.page.wait_for_url("**/leads/*-*/")
        if name == "own browser":
            self.page.locator(".rule-links a").first.click()
            self.page.locator("#own-browser").wait_for()
        if name == "website":
            self.page.locator("article h2 a").first.click()
            self.page.locator("#settings").wait_for()
            for more in self.page.locator("details.more > summary").all():
                more.click()
        self.page.wait_for_load_state("networkidle")


@pytest.fixture
def read(demo: RunningDemo, browser: Browser, session):
    contexts = []

    def begin(name: str, *, size: str = "desk", theme: str = "light", language: str = "nl-NL", scripts: bool = True):
        width, height = SIZES[size]
        context = browser.new_context(
            storage_state=None if name in ("login", "reset", "signup") else session,
            viewport={"width": width, "height": height},
            color_scheme=theme,
            locale=language,
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        reader = Reader(context.new_page(), demo.addresses.product)
        reader.page.on("request", lambda request: reader.hosts.add(request.url.split("/")[2]))
        reader.page.on("console", lambda message: reader.complaints.append(message.text))
        reader.page.add_init_script(WATCH_SHIFTS)
        reader.page.on("pageerror", lambda error: reader.complaints.append(str(error)))
        reader.open(name)
        return reader

    yield begin
    for context in contexts:
        context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES + ARRANGING)
def test_axe_finds_nothing(read, name: str, theme: str):
    reader = read(name, theme=theme, size="desk" if theme == "light" else "phone")

    results = Axe().run(reader.page)

    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize(
    ("name", "size"), [(name, size) for name in PAGES for size in SIZES] + [(name, "small") for name in ARRANGING]
)
def test_nothing_scrolls_sideways_asks_another_host_or_complains(read, demo: RunningDemo, name: str, size: str):
    reader = read(name, size=size)

    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert reader.hosts == {demo.addresses.product.split("/")[2]}
    assert [line for line in reader.complaints if "404" not in line] == []
    assert reader.page.evaluate("window.shifted") < 0.05


@pytest.mark.parametrize(("language", "code", "word"), [("nl-NL", "nl", "Bedrijf"), ("en-GB", "en", "Company")])
def test_a_page_speaks_the_browsers_language(read, language: str, code: str, word: str):
    reader = read("leads", language=language)

    expect(reader.page.locator("html")).to_have_attribute("lang", code)
    expect(reader.page.locator("thead")).to_contain_text(word)


def test_the_switch_changes_the_language_and_stays_on_the_page(read):
    reader = read("login", language="nl-NL")
    reader.page.get_by_role("button", name="English").click()

    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    assert reader.page.url.endswith("/accounts/login/")


def test_filtering_swaps_the_results_and_the_address_says_so(read):
    reader = read("leads")
    reader.page.locator("#q").press_sequentially("ASML", delay=20)

    expect(reader.page.locator("tbody tr")).to_have_count(1)
    assert "q=ASML" in reader.page.url
    assert reader.complaints == []


def test_filters_work_without_javascript(read):
    reader = read("leads", scripts=False)
    reader.page.locator("#q").fill("ASML")
    reader.page.locator("#q").press("Enter")

    expect(reader.page.locator("tbody tr")).to_have_count(1)


def test_the_first_tab_stop_leads_past_the_navigation(read):
    reader = read("leads")
    reader.page.keyboard.press("Tab")
    reader.page.keyboard.press("Enter")

    assert reader.page.evaluate("location.hash") != ""


def test_a_button_that_a_script_shows_has_its_room_before_the_script_comes(demo: RunningDemo, browser: Browser):
    """So that nothing below it jumps when a script knows that a passkey works."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.route(lambda address: ".js" in address, lambda route: route.abort())
        page.goto(f"{demo.addresses.product}/accounts/login/")

        box = page.locator("#passkey").bounding_box()
        assert box is not None
        assert box["height"] > 30
        assert not page.locator("#passkey_login").is_visible()
    finally:
        context.close()


def test_without_scripts_there_is_no_gap_for_a_passkey(demo: RunningDemo, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{demo.addresses.product}/accounts/login/")

        assert page.locator("#passkey").bounding_box() is None
    finally:
        context.close()

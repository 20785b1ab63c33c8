"""The staff's pages in a real browser: in both themes, on a phone and a desk, under a strict policy."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.chromium import chromium, needs_chromium
from tests.demo_run import RunningDemo
from tests.staff_in_browser import make_staff, sign_in_as_staff

pytestmark = [needs_chromium, pytest.mark.journey]

PAGES = (
    "",
    "tenants/",
    "tenant",
    "retention/",
    "sources/",
    "streams/",
    "companies/?q=a",
    "company",
    "objections/",
    "audit/",
)
SIZES = {"desk": (1280, 860), "phone": (390, 844)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def session(demo: RunningDemo, browser: Browser) -> Any:
    """Sam's cookies, signed in once with a second factor."""
    make_staff(demo)
    context = browser.new_context()
    sign_in_as_staff(context.new_page(), demo.addresses.product)
    context.clear_cookies(name="connectleads_language")  # each page below is read in its browser's own
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def read(demo: RunningDemo, browser: Browser, session: Any):
    contexts = []

    def begin(name: str, *, size: str = "desk", theme: str = "light", language: str = "nl-NL", scripts: bool = True):
        width, height = SIZES[size]
        context = browser.new_context(
            storage_state=session,
            viewport={"width": width, "height": height},
            color_scheme=theme,
            locale=language,
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        open_page(page, f"{demo.addresses.product}/staff/", name)
        return page

    yield begin
    for context in contexts:
        context.close()


def open_page(page: Page, staff: str, name: str) -> None:
    lists = {"tenant": "tenants/", "company": "companies/?q=a"}
    page.goto(staff + lists.get(name, name))
    if name in lists:
        page.locator("tbody th a").first.click()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_the_policy_stops_nothing(read, name: str, theme: str):
    page = read(name, theme=theme, size="desk" if theme == "light" else "phone")

    results = Axe().run(page)

    assert results.violations_count == 0, results.generate_report()
    assert page.complaints == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("language", "word"), [("nl-NL", "Bronnen"), ("en-GB", "Sources")])
def test_the_page_that_is_open_is_marked_in_the_side_bar(read, language: str, word: str):
    page = read("sources/", language=language)

    expect(page.locator(".nav [aria-current=page]")).to_have_text(word)


def test_everything_works_without_javascript(read):
    page = read("tenants/", scripts=False)
    page.locator("tbody th a").first.click()

    expect(page.locator("#plan")).to_be_visible()

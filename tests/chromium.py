"""The Chromium that the journeys drive: Debian's, quiet, with an empty profile each time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from connectleads.demo.cast import PASSWORD

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is missing: sudo apt-get install chromium")


_open: list[Browser] = []  # Playwright's synchronous interface can be started once in a thread


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, the one that is open already if there is one; each context of it begins with nothing stored."""
    if _open:
        yield _open[0]
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        _open.append(browser)
        try:
            yield browser
        finally:
            _open.clear()
            browser.close()


def sign_in(page: Page, product: str, email: str) -> None:
    """Sign in to a demo through its form; ends on the person's overview, in the browser's own language."""
    page.goto(f"{product}/accounts/login/")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("form:has(input[name=password]) button.primary").click()
    page.wait_for_url("**/app/**")
    page.context.clear_cookies(name="connectleads_language")  # what the person chose in another test's browser
    page.reload()

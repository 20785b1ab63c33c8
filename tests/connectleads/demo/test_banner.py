"""The demo website's consent banner, in a real browser."""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from connectleads.demo.front import DemoFront, serve
from tests.chromium import chromium, needs_chromium

pytestmark = needs_chromium
DAY = 24 * 60 * 60
# What Cookiebot writes after an explicit choice: only the quote and the comma are percent-encoded.
COOKIE = re.compile(
    r"\{stamp:%27(?P<stamp>[A-Za-z0-9+/=]{56})%27%2Cnecessary:true%2Cpreferences:(?P<preferences>true|false)"
    r"%2Cstatistics:(?P<statistics>true|false)%2Cmarketing:(?P<marketing>true|false)"
    r"%2Cmethod:%27explicit%27%2Cver:1%2Cutc:(?P<utc>[0-9]{13})%2Cregion:%27nl%27\}"
)
LISTEN = """
window.heard = [];
for (const name of ["ConsentReady", "Accept", "Decline"])
  window.addEventListener("CookiebotOn" + name, () => window.heard.push(name));
"""


@dataclass
class Visit:
    """One browser on the demo website."""

    page: Page
    context: BrowserContext
    front: DemoFront

    def go(self, path: str = "/") -> None:
        self.page.goto(self.front.site_url + path)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    @property
    def cookie(self) -> Any:
        (cookie,) = self.context.cookies()
        return cookie

    @property
    def choice(self) -> tuple[bool, bool, bool]:
        """Preferences, statistics and marketing, as the cookie states them."""
        parts = self.parts
        return parts["preferences"] == "true", parts["statistics"] == "true", parts["marketing"] == "true"

    @property
    def parts(self) -> re.Match[str]:
        match = COOKIE.fullmatch(self.cookie["value"])
        assert match is not None
        return match

    @property
    def heard(self) -> list[str]:
        return list(self.page.evaluate("window.heard"))


@pytest.fixture(scope="module")
def demo_front() -> Iterator[DemoFront]:
    with serve(product="http://127.0.0.1:9", site_key="site-key") as front:
        yield front


@pytest.fixture(scope="module")
def demo_browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def visit(demo_front: DemoFront, demo_browser: Browser) -> Iterator[Visit]:
    context = demo_browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.add_init_script(LISTEN)
    yield Visit(context.new_page(), context, demo_front)
    context.close()


# ---- before a choice ----


def test_nothing_is_written_before_a_choice(visit: Visit) -> None:
    visit.go("/")
    visit.go("/prijzen")

    expect(visit.page.get_by_role("dialog", name="Mogen we meekijken?")).to_be_visible()
    assert visit.context.cookies() == []
    assert visit.page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert visit.heard == []
    assert visit.page.evaluate("[Cookiebot.hasResponse, Cookiebot.consented, Cookiebot.declined]") == [False] * 3


def test_nothing_is_ticked_beforehand(visit: Visit) -> None:
    visit.go()

    boxes = visit.page.get_by_role("checkbox").all()

    assert len(boxes) == 3
    assert not any(box.is_checked() for box in boxes)


def test_escape_is_not_an_answer(visit: Visit) -> None:
    visit.go()

    visit.page.keyboard.press("Escape")

    expect(visit.page.get_by_role("dialog")).to_be_visible()
    assert visit.context.cookies() == []


# ---- the choice ----


@pytest.mark.parametrize(
    ("button", "choice", "events"),
    [
        ("Alles toestaan", (True, True, True), ["ConsentReady", "Accept"]),
        ("Weigeren", (False, False, False), ["ConsentReady", "Decline"]),
        ("Selectie toestaan", (False, False, False), ["ConsentReady", "Decline"]),
    ],
)
def test_a_button_writes_its_choice_and_tells_the_page(
    visit: Visit, button: str, choice: tuple[bool, bool, bool], events: list[str]
) -> None:
    visit.go()

    visit.press(button)

    expect(visit.page.get_by_role("dialog")).to_be_hidden()
    assert visit.choice == choice
    assert visit.heard == events


@pytest.mark.parametrize(
    ("labels", "choice"),
    [
        (["Voorkeuren"], (True, False, False)),
        (["Marketing"], (False, False, True)),
        (["Statistieken", "Marketing"], (False, True, True)),
    ],
)
def test_a_selection_writes_just_what_was_ticked(
    visit: Visit, labels: list[str], choice: tuple[bool, bool, bool]
) -> None:
    visit.go()

    for label in labels:
        visit.page.get_by_role("checkbox", name=label).check()
    visit.press("Selectie toestaan")

    assert visit.choice == choice
    assert visit.heard == ["ConsentReady", "Accept"]


def test_the_cookie_has_the_form_and_the_life_of_cookiebots(visit: Visit) -> None:
    visit.go()
    visit.press("Alles toestaan")

    assert len(base64.b64decode(visit.parts["stamp"], validate=True)) == 40
    assert (visit.cookie["name"], visit.cookie["path"], visit.cookie["sameSite"]) == (
        "CookieConsent",
        "/",
        "Lax",
    )
    assert visit.cookie["domain"] == "127.0.0.1"  # no leading dot: bound to this host alone
    assert abs(visit.cookie["expires"] - int(visit.parts["utc"]) / 1000 - 365 * DAY) < DAY


def test_every_choice_has_a_stamp_of_its_own(visit: Visit) -> None:
    visit.go()
    visit.press("Alles toestaan")
    first = visit.parts["stamp"]
    visit.page.evaluate("Cookiebot.renew()")
    visit.press("Alles toestaan")

    assert visit.parts["stamp"] != first


@pytest.mark.parametrize(
    ("button", "event", "state"),
    [("Alles toestaan", "Accept", [True, True, False]), ("Weigeren", "Decline", [True, False, True])],
)
def test_a_standing_choice_is_told_on_every_page(visit: Visit, button: str, event: str, state: list[bool]) -> None:
    visit.go()
    visit.press(button)

    visit.go("/product")

    expect(visit.page.get_by_role("dialog")).to_be_hidden()
    assert visit.heard == ["ConsentReady", event]
    assert visit.page.evaluate("[Cookiebot.hasResponse, Cookiebot.consented, Cookiebot.declined]") == state


def test_other_scripts_can_ask_what_was_chosen(visit: Visit) -> None:
    visit.go()
    visit.page.get_by_role("checkbox", name="Marketing").check()
    visit.press("Selectie toestaan")

    consent = visit.page.evaluate("Cookiebot.consent")

    assert consent["marketing"] is True
    assert consent["statistics"] is False
    assert (consent["necessary"], consent["method"]) == (True, "explicit")
    assert consent["stamp"] == visit.page.evaluate("Cookiebot.consentID")


@pytest.mark.parametrize("value", ["true", "-1", "{stamp:%27-1%27%2Cnecessary:true%2Cmethod:%27implied%27}"])
def test_a_cookie_of_another_kind_is_no_answer(visit: Visit, value: str) -> None:
    visit.context.add_cookies([{"name": "CookieConsent", "value": value, "url": visit.front.site_url}])

    visit.go()

    expect(visit.page.get_by_role("dialog")).to_be_visible()
    assert visit.heard == []


# ---- changing one's mind ----


def test_the_settings_show_the_choice_and_change_it(visit: Visit) -> None:
    visit.go()
    visit.press("Alles toestaan")

    visit.press("Cookie-instellingen")
    expect(visit.page.get_by_role("checkbox", name="Marketing")).to_be_checked()
    visit.page.get_by_role("checkbox", name="Marketing").uncheck()
    visit.press("Selectie toestaan")

    assert visit.choice == (True, True, False)


def test_consent_can_be_withdrawn_in_the_banner(visit: Visit) -> None:
    visit.go()
    visit.press("Alles toestaan")

    visit.press("Cookie-instellingen")
    visit.press("Toestemming intrekken")

    expect(visit.page.get_by_role("dialog")).to_be_hidden()
    assert visit.choice == (False, False, False)
    assert visit.heard[-2:] == ["ConsentReady", "Decline"]


def test_consent_can_be_withdrawn_by_a_script(visit: Visit) -> None:
    visit.go()
    visit.press("Alles toestaan")

    visit.page.evaluate("Cookiebot.withdraw()")

    assert visit.choice == (False, False, False)
    assert visit.page.evaluate("Cookiebot.declined") is True


def test_closing_the_settings_keeps_the_choice_and_the_place(visit: Visit) -> None:
    visit.go()
    visit.press("Alles toestaan")
    before = visit.cookie["value"]

    visit.press("Cookie-instellingen")
    visit.page.keyboard.press("Escape")

    expect(visit.page.get_by_role("dialog")).to_be_hidden()
    expect(visit.page.get_by_role("button", name="Cookie-instellingen")).to_be_focused()
    assert visit.cookie["value"] == before


# ---- by keyboard ----


def test_the_banner_works_by_keyboard_alone(visit: Visit) -> None:
    visit.go()
    keyboard = visit.page.keyboard

    expect(visit.page.get_by_role("heading", name="Mogen we meekijken?")).to_be_focused()
    for key in ("Tab", "Tab", "Tab", "Space"):
        keyboard.press(key)
    expect(visit.page.get_by_role("checkbox", name="Marketing")).to_be_checked()
    for key in ("Tab", "Tab", "Enter"):
        keyboard.press(key)

    assert visit.choice == (False, False, True)

"""Every consent platform on a whole installation: a yes, a no, a change of mind and a withdrawal.

Each is judged twice: by what the network saw, and by what the database holds in the end. All visitors walk first, and
the database is looked at once.
"""

import json
import time
from dataclasses import dataclass, field
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Error, Page

from connectleads.demo.cast import VORSTKADE
from consent.evidence import Level
from consent.platforms import PLATFORMS
from tests.browser.packages import fetched
from tests.browser.websites import PACKAGES, REAL, websites
from tests.chromium import needs_chromium
from tests.demo_run import RunningDemo

pytestmark = [needs_chromium, pytest.mark.journey]
PATIENCE = 60
MAPPED = {"axeptio", "didomi", "klaro", "tarteaucitron", "real-cookie-banner"}
FAITHFUL = [*sorted(PLATFORMS.keys() - {"insites"} - REAL.keys()), "usercentrics-2"]
ALL = [*REAL, *FAITHFUL]
TCF = {"tcf", "inmobi", "consentmanager", "google-funding-choices"}
CHANGE, WITHDRAW, NEXT = "eerst-nee", "eerst-ja", "volgende"
# What is pressed, and what the network must have seen by then: a refusal and a change of mind, a yes and a withdrawal.
STEPS = {
    CHANGE: (("no", []), ("yes", ["view"]), (NEXT, ["view", "view"])),
    WITHDRAW: (("yes", ["view"]), ("no", ["view", "withdraw"])),
}
SITE = """
INSERT INTO tenancy_site SELECT (made).* FROM (
    SELECT jsonb_populate_record(s, %s::jsonb) AS made FROM tenancy_site s WHERE s.key = %s) AS rows
"""


@dataclass
class Walk:
    """What the network saw of one visitor, in the end and after each step."""

    kinds: list[str] = field(default_factory=list)
    after: list[list[str]] = field(default_factory=list)
    cookies: set[str] = field(default_factory=set)
    console: list[str] = field(default_factory=list)


@dataclass
class Outcome:
    """All walks by platform and scenario, and the paths of page views in the database by platform."""

    walks: dict[tuple[str, str], Walk]
    stored: dict[str, list[str]]
    receipts: dict[str, set[tuple[str, str]]]


def make_site(demo: RunningDemo, platform: str) -> str:
    """A website of the demo's first tenant that asks that platform; its key."""
    name = platform.removesuffix("-2")
    mapping = {"real-cookie-banner": ["61"], "didomi": ["connectleads-NGqxWbmn"]}.get(name, ["connectleads"])
    changes = {
        "id": str(uuid4()),
        "key": uuid4().hex[:16],
        "name": platform,
        "platform": name,
        "hosts": ["127.0.0.1"],
        "mapping": {"marketing": mapping} if name in MAPPED else {},
        "tcf_mode": "purposes" if name in TCF else "",
        "optin_checked_by": "Ada",
        "optin_checked_on": "2026-11-01",
        "banner_snapshot_id": str(uuid4()),
    }
    demo.query(SITE, json.dumps(changes), VORSTKADE.site_key)
    return changes["key"]


def choose(page: Page, platform: str, answer: str) -> None:
    """Press the platform's own buttons as a visitor would."""
    if platform not in REAL:
        page.locator(f"button[value={answer}]").click()
        return
    page.wait_for_selector(BUILT[platform], state="attached")
    again = page.evaluate(REOPEN[platform])
    button = page.locator(BUTTONS[platform][answer].format(modal="pm" if again else "cm")).first
    button.click()
    if platform == "klaro" and page.locator(".cm-btn-accept").is_visible():
        page.locator(".cm-btn-accept").click()  # once confirmed, a choice is a switch and a button that saves
    while platform == "tarteaucitron" and "=wait" in page.evaluate("document.cookie"):
        button.click()  # its buttons are there before they do anything


BUILT = {"klaro": "#klaro", "vanilla-cookieconsent": ".run", "tarteaucitron": "#connectleadsLine"}
REOPEN = {
    "klaro": "klaro.show()",
    "vanilla-cookieconsent": "CookieConsent.validConsent() && (CookieConsent.showPreferences(), true)",
    "tarteaucitron": "tarteaucitron.userInterface.openPanel()",
}
BUTTONS = {
    "klaro": {
        "yes": ".cn-body .cm-btn-success, label[for=purpose-item-marketing]",
        "no": ".cn-body .cn-decline, label[for=purpose-item-marketing]",
    },
    "vanilla-cookieconsent": {
        "yes": ".{modal}__btn[data-role=all]",
        "no": ".{modal}__btn[data-role=necessary]",
    },
    "tarteaucitron": {"yes": "#tarteaucitronAllAllowed", "no": "#tarteaucitronAllDenied"},
}


def walk(page: Page, address: str, platform: str, scenario: str) -> Walk:
    """One new visitor on one page: the choices of the scenario, each until the network has gone quiet about it."""
    seen = Walk()
    listeners = {
        "console": lambda message: seen.console.append(message.text),
        "pageerror": lambda error: seen.console.append(str(error)),
        "requestfinished": lambda request: note(seen, request.url, request.post_data),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    try:
        page.goto(f"{address}/{platform}/{scenario}")
        page.wait_for_function("window.connectleads && connectleads.up")
        for answer, wanted in STEPS[scenario]:
            if answer == NEXT:
                page.goto(f"{address}/{platform}/{scenario}-verder")
            else:
                choose(page, platform, answer)
            settle(page, seen, len(wanted))
            seen.after.append(list(seen.kinds))
    except Error as trouble:  # one platform's trouble is not the others'
        seen.console.append(str(trouble))
    seen.cookies = {cookie["name"] for cookie in page.context.cookies()}
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    return seen


def walks_of(browser: Browser, address: str, platform: str) -> dict[tuple[str, str], Walk]:
    """All scenarios of a platform, each by a visitor whose browser remembers nothing of the one before."""
    context = browser.new_context()
    context.set_default_timeout(10_000)
    page = context.new_page()
    walks = {}
    for scenario in STEPS:
        walks[platform, scenario] = walk(page, address, platform, scenario)
        page.goto(f"{address}/nergens")  # away from our script, or clearing what was chosen would be a withdrawal
        page.evaluate("localStorage.clear()")
        context.clear_cookies()
    context.close()
    return walks


def note(seen: Walk, url: str, body: str | None) -> None:
    if "/t/" in url:
        kind = "withdraw" if url.endswith("/withdraw") else json.loads(body or "{}").get("kind", "?")
        if kind != "leave":
            seen.kinds.append(kind)


def settle(page: Page, seen: Walk, wanted: int) -> None:
    """Until as much as is wanted was seen, and then a little longer than the script takes to look again."""
    deadline = time.monotonic() + 10
    while len(seen.kinds) < wanted and time.monotonic() < deadline:
        page.wait_for_timeout(10)
    page.wait_for_timeout(120)


@pytest.fixture(scope="module")
def outcome(demo: RunningDemo, browser: Browser) -> Outcome:
    keys = {platform: make_site(demo, platform) for platform in ALL}
    scripts = {platform: f"{demo.addresses.front}/s/{key}.js" for platform, key in keys.items()}
    time.sleep(2.1)  # the door looks for new sites every two seconds
    with websites(scripts) as address:
        available = [platform for platform in ALL if platform not in REAL or can_be_fetched(platform)]
        walks = {}
        for platform in available:
            walks |= walks_of(browser, address, platform)
    wait_for_the_drain(demo)
    return Outcome(walks, stored(demo, keys), receipts(demo, keys))


def can_be_fetched(platform: str) -> bool:
    try:
        fetched(PACKAGES[platform])
    except pytest.skip.Exception:
        return False
    return True


def wait_for_the_drain(demo: RunningDemo) -> None:
    """Until the streams are empty and what was withdrawn is gone."""
    client, deadline = demo.valkey(), time.monotonic() + PATIENCE
    while sum(client.xlen(name) for name in client.scan_iter("*", _type="stream")):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    time.sleep(1)


def stored(demo: RunningDemo, keys: dict[str, str]) -> dict[str, list[str]]:
    rows = demo.query("SELECT s.key, p.path FROM tracking_pageview p JOIN tenancy_site s ON s.id = p.site_id")
    return {name: sorted(path.rpartition("/")[2] for key, path in rows if key == keys[name]) for name in keys}


def receipts(demo: RunningDemo, keys: dict[str, str]) -> dict[str, set[tuple[str, str]]]:
    rows = demo.query(
        "SELECT s.key, r.platform, r.level FROM consent_consentreceipt r JOIN tenancy_site s ON s.id = r.site_id"
    )
    return {name: {(platform, level) for key, platform, level in rows if key == keys[name]} for name in keys}


@pytest.mark.parametrize("scenario", STEPS)
@pytest.mark.parametrize("platform", ALL)
def test_the_network_sees_what_was_agreed_to_and_nothing_else(outcome: Outcome, platform: str, scenario: str):
    seen = one(outcome, platform, scenario)

    assert seen.console == []
    assert seen.after == [wanted for _, wanted in STEPS[scenario]]
    assert ("connectleads_visitor" in seen.cookies) is (scenario == CHANGE)


@pytest.mark.parametrize("platform", ALL)
def test_the_database_holds_those_who_agreed_and_nobody_else(outcome: Outcome, platform: str):
    one(outcome, platform, CHANGE)

    level = PLATFORMS[platform.removesuffix("-2")].level
    assert outcome.stored[platform] == [CHANGE, f"{CHANGE}-verder"]
    assert outcome.receipts[platform] == {(platform.removesuffix("-2"), level.value)}


def test_every_platform_that_can_grant_is_here():
    assert {name.removesuffix("-2") for name in ALL} == PLATFORMS.keys() - {"insites"}
    assert {name for name in FAITHFUL if PLATFORMS[name.removesuffix("-2")].level is Level.X} >= {"osano", "termly"}


def one(outcome: Outcome, platform: str, scenario: str) -> Walk:
    if (platform, scenario) not in outcome.walks:
        pytest.skip(f"npm could not fetch {platform}")
    return outcome.walks[platform, scenario]

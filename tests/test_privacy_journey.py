"""The AVG in a real browser: an owner publishes and accepts, a visitor sees and erases, an organisation objects."""

import json
import subprocess
import time
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Browser, BrowserContext, Page, expect

from connectleads.config import ROOT
from connectleads.demo.cast import VORSTKADE
from tests.chromium import chromium, needs_chromium, sign_in
from tests.demo_run import RunningDemo, command, environment
from tests.test_journey import Visitor, until_drained, visit_as

pytestmark = [needs_chromium, pytest.mark.journey]
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
ORGANISATION = "147.12.18.33"  # in a network that Adyen N.V. routes itself
ASKS = """([address, number]) => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = address;
    form.append(Object.assign(document.createElement("input"), { name: "visitor", value: number, type: "hidden" }));
    document.body.append(form);
    form.submit();
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def context_in(browser: Browser) -> Iterator:
    contexts: list[BrowserContext] = []

    def begin(language: str, **options) -> BrowserContext:
        context = browser.new_context(locale=LANGUAGES[language], reduced_motion="reduce", **options)
        contexts.append(context)
        return context

    yield begin
    for context in contexts:
        context.close()


def has_no_fault(page: Page) -> None:
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def number_on(page: Page) -> str:
    return page.locator("p.number").inner_text()


@pytest.mark.parametrize(("language", "theme"), [("nl", "light"), ("en", "dark")])
def test_each_page_of_an_owner_is_without_fault(demo: RunningDemo, context_in, language: str, theme: str):
    size = {"width": 1280, "height": 860} if theme == "light" else {"width": 390, "height": 844}
    page = context_in(language, color_scheme=theme, viewport=size).new_page()
    sign_in(page, demo.addresses.product, "ada@vorstkade.example")
    privacy = f"{demo.addresses.product}/app/vorstkade/privacy/"

    for path in ("", "agreement/", "checklist/", f"cookie_policy/?site={VORSTKADE.site_key}", "status/"):
        page.goto(privacy + path)
        has_no_fault(page)


def said(language: str, text: str, **values: object) -> str:
    """What the product says for a text of its source, in a language."""
    with translation.override(language):
        return gettext(text) % values


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_owner_publishes_changes_a_setting_publishes_again_and_accepts(demo: RunningDemo, context_in, language: str):
    for table in ("consent_acceptance", "consent_publishedtext", "tenancy_retentionchoice", "consent_privacyprofile"):
        demo.query(f"DELETE FROM {table}")  # the demo's folder may have seen this journey before
    page = context_in(language).new_page()
    sign_in(page, demo.addresses.product, "ada@vorstkade.example")
    home = f"{demo.addresses.product}/app/vorstkade"
    page.goto(f"{home}/privacy/")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.get_by_label(said(language, "Legal name")).fill("Vorstkade Koeltechniek B.V.")
    page.get_by_role("button", name=said(language, "Save")).click()
    page.get_by_role("link", name=said(language, "Processing agreement")).click()
    page.get_by_role("button", name=said(language, "Publish"), exact=True).click()
    expect(page.get_by_text(said(language, "Published as version %(version)d.", version=1))).to_be_visible()

    page.goto(f"{home}/settings/retention/")
    page.locator("input[name=receipts]").fill("1000")
    page.locator("button[name=preview]").first.click()
    page.locator("button[name=save]").click()
    page.goto(f"{home}/privacy/agreement/")
    expect(page.get_by_role("heading", name=said(language, "Side by side"))).to_be_visible()
    expect(page.locator("table.changed")).to_contain_text("1000")
    has_no_fault(page)
    page.get_by_role("button", name=said(language, "Publish again")).click()
    expect(page.get_by_text(said(language, "Published as version %(version)d.", version=2))).to_be_visible()

    page.get_by_label(said(language, "Your position")).fill("Directeur")
    page.locator("input[type=checkbox][required]").check()
    page.get_by_role("button", name=said(language, "Accept"), exact=True).click()
    expect(page.locator("body")).to_contain_text("Ada de Boer, Directeur")
    has_no_fault(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").last.click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")


def visited(demo: RunningDemo, context: BrowserContext) -> tuple[Page, str]:
    """A visit from home to the website, recorded; its page and the number of its browser."""
    visit_as(demo, "kpn")
    until_drained(demo)
    visitor = Visitor(demo, context, context.new_page())
    [(began,)] = demo.query("SELECT clock_timestamp()")  # not a count: what another test erases goes meanwhile
    visitor.open("/")
    visitor.agree()
    deadline = time.monotonic() + 30
    while not demo.query("SELECT 1 FROM tracking_visit WHERE last_hit_at >= %s", began):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    cookie = next(one["value"] for one in context.cookies() if one["name"] == "connectleads_visitor")
    return visitor.page, cookie[:32]


@pytest.mark.parametrize(("language", "theme"), [("nl", "light"), ("en", "dark")])
def test_a_visitor_sees_takes_and_erases(demo: RunningDemo, context_in, language: str, theme: str):
    size = {"width": 1280, "height": 860} if theme == "light" else {"width": 360, "height": 740}
    context = context_in(language, color_scheme=theme, viewport=size)
    page, number = visited(demo, context)
    before = demo.query("SELECT count(*) FROM tracking_visit")[0][0] - 1
    address = f"{demo.addresses.product}/v/{VORSTKADE.site_key}/"
    with page.expect_navigation():
        page.evaluate(ASKS, [address, number])

    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator(".held-visit")).to_have_count(1)
    has_no_fault(page)
    with page.expect_download() as download:
        page.locator("button[value=json]").press("Enter")
    assert len(json.loads(download.value.path().read_text())["visits"]) == 1
    page.locator("button[value=withdraw]").press("Enter")
    has_no_fault(page)
    receipt = number_on(page)
    page.locator("a[href*='/receipt/']").click()
    for _ in range(40):
        if page.locator("dl.facts div").count() > 3:
            break
        page.wait_for_timeout(250)
        page.reload()

    expect(page.locator("dl.facts")).to_contain_text("1")
    assert receipt in page.url
    has_no_fault(page)
    assert demo.query("SELECT count(*) FROM tracking_visit")[0][0] == before
    assert {one["name"] for one in context.cookies(demo.addresses.product)} <= {
        one["name"] for one in context.cookies(demo.addresses.website)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_without_javascript_does_it_all_by_keyboard_and_keeps_nothing(
    demo: RunningDemo, context_in, language: str
):
    _, number = visited(demo, context_in(language))
    phone = {"width": 360, "height": 740}
    page = context_in(language, viewport=phone, color_scheme="dark", java_script_enabled=False).new_page()
    address = f"{demo.addresses.product}/v/{VORSTKADE.site_key}/"
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("lang", language)
    fits(page)

    form = f'<form method="post" action="{address}"><input type="hidden" name="visitor" value="{number}"><button>x'
    page.set_content(form)  # as the website's own link sends it
    press(page, "button")
    expect(page.locator(".held-visit")).to_have_count(1)
    fits(page)
    other = next(one for one in LANGUAGES if one != language)
    press(page, f"button[name=lang][value={other}]")
    expect(page.locator("html")).to_have_attribute("lang", other)
    expect(page.locator(".held-visit")).to_have_count(1)
    press(page, "button[value=erase]")
    receipt = number_on(page)
    fits(page)
    press(page, "a[href*='/receipt/']")
    press(page, f"a[hreflang={language}]")

    assert receipt in page.url
    expect(page.locator("dl.facts")).to_be_visible()
    fits(page)
    assert page.context.storage_state() == {"cookies": [], "origins": []}


def fits(page: Page) -> None:
    """No wider than the screen; axe cannot run where no script may."""
    width = page.locator("main").bounding_box()["width"]
    assert width <= page.viewport_size["width"]


def press(page: Page, selector: str) -> None:
    """Go to something by the Tab key, as far as it takes, and press Enter on it."""
    wanted = page.locator(f"{selector}:focus")
    for _ in range(40):
        page.keyboard.press("Tab")
        if wanted.count():
            page.keyboard.press("Enter")
            page.wait_for_load_state()
            return
    raise AssertionError(f"{selector} cannot be reached by the keyboard")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_receipt_is_checked_by_its_number_alone_and_a_wrong_one_is_told_so(
    demo: RunningDemo, context_in, language: str
):
    page = context_in(language).new_page()
    page.goto(f"{demo.addresses.product}/v/{VORSTKADE.site_key}/receipt/")
    has_no_fault(page)
    page.locator("#number").fill("abcde-<b>x</b>-2x4")
    page.locator("#number").press("Enter")

    expect(page.locator("#found")).to_have_text(said(language, "No such receipt"))
    expect(page.locator("#number")).to_have_value("abcde-<b>x</b>-2x4")
    has_no_fault(page)
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_organisation_objects_from_its_network_and_gets_a_receipt(demo: RunningDemo, context_in, language: str):
    demo.query("DELETE FROM enrichment_objection")
    context = context_in(language, extra_http_headers={"X-Forwarded-For": ORGANISATION})
    page = context.new_page()
    page.goto(f"{demo.addresses.product}/privacy/organisations/")
    expect(page.locator("strong")).to_have_text("Adyen")
    has_no_fault(page)
    page.locator("form:has(input[value=network]) button").press("Enter")

    has_no_fault(page)
    page.locator("a[href*='number=']").click()
    expect(page.locator("dl.facts")).to_contain_text("Adyen")
    has_no_fault(page)
    assert context.cookies() == []
    demo.query("DELETE FROM enrichment_objection")


def test_the_whole_installation_passes_its_own_audit(demo: RunningDemo):
    done = subprocess.run(
        command("privacy_audit", "--json"),
        env={**environment(demo.var_dir), "CONNECTLEADS_DATABASE_ROLE": "worker"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )

    found = [check for check in json.loads(done.stdout)["checks"] if not check["passed"]]
    assert (found, done.returncode) == ([], 0)

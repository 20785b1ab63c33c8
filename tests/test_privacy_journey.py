"""The AVG in a real browser: an owner publishes and accepts, a visitor sees and erases, an organisation objects."""

import json
import subprocess
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from connectleads.config import ROOT
from connectleads.demo.cast import VORSTKADE
from tests.chromium import chromium, needs_chromium, sign_in
from tests.demo_run import RunningDemo, command, environment
from tests.test_journey import Visitor, eventually, until_drained, visit_as

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


def test_an_owner_publishes_changes_a_setting_publishes_again_and_accepts(demo: RunningDemo, context_in):
    for table in ("consent_acceptance", "consent_publishedtext", "tenancy_retentionchoice"):
        demo.query(f"DELETE FROM {table}")  # the demo's folder may have seen this journey before
    page = context_in("nl").new_page()
    sign_in(page, demo.addresses.product, "ada@vorstkade.example")
    page.get_by_role("link", name="Privacy").click()
    page.get_by_label("Officiële naam").fill("Vorstkade Koeltechniek B.V.")
    page.get_by_role("button", name="Opslaan").click()
    page.get_by_role("link", name="Verwerkersovereenkomst").click()
    page.get_by_role("button", name="Publiceren", exact=True).click()
    expect(page.get_by_text("Gepubliceerd als versie 1.")).to_be_visible()

    page.goto(f"{demo.addresses.product}/app/vorstkade/settings/retention/")
    page.locator("input[name=receipts]").fill("1000")
    page.locator("button[name=preview]").first.click()
    page.locator("button[name=save]").click()
    page.goto(f"{demo.addresses.product}/app/vorstkade/privacy/agreement/")
    expect(page.get_by_role("heading", name="Naast elkaar")).to_be_visible()
    expect(page.locator("table.changed")).to_contain_text("1000 dagen")
    has_no_fault(page)
    page.get_by_role("button", name="Opnieuw publiceren").click()
    expect(page.get_by_text("Gepubliceerd als versie 2.")).to_be_visible()

    page.get_by_label("Je functie").fill("Directeur")
    page.get_by_label("Ik mag deze overeenkomst").check()
    page.get_by_role("button", name="Akkoord", exact=True).click()
    expect(page.get_by_text("Versie 2: Ada de Boer, Directeur")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").last.click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_visitor_sees_takes_and_erases_without_a_script(demo: RunningDemo, context_in, language: str):
    visit_as(demo, "kpn")
    until_drained(demo)
    context = context_in(language)
    visitor = Visitor(demo, context, context.new_page())
    before = demo.query("SELECT count(*) FROM tracking_visit")[0][0]
    visitor.open("/")
    visitor.agree()
    eventually(demo, "tracking_visit", before + 1)
    number = next(one["value"] for one in context.cookies() if one["name"] == "connectleads_visitor")[:32]
    address = f"{demo.addresses.product}/v/{VORSTKADE.site_key}/"
    with visitor.page.expect_navigation():
        visitor.page.evaluate(ASKS, [address, number])
    page = visitor.page

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
def test_the_page_explains_itself_on_a_phone_without_javascript(demo: RunningDemo, context_in, language: str):
    phone = {"width": 360, "height": 740}
    page = context_in(language, viewport=phone, color_scheme="dark", java_script_enabled=False).new_page()
    page.goto(f"{demo.addresses.product}/v/{VORSTKADE.site_key}/")

    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_organisation_objects_from_its_network_and_is_gone(demo: RunningDemo, context_in, language: str):
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

"""A real browser where things go wrong: changes overtake each other, a server fails, a network is gone."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from connectleads.demo.cast import VORSTKADE
from tests.chromium import chromium, needs_chromium, sign_in
from tests.demo_run import RunningDemo
from tests.test_journey import until_drained, visit_as

pytestmark = [needs_chromium, pytest.mark.journey]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(demo: RunningDemo, browser: Browser) -> Iterator[Page]:
    """Ada, on the page of a lead that nobody else's test works on."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sign_in(page, demo.addresses.product, "ada@vorstkade.example")
    page.goto(f"{demo.addresses.product}/app/vorstkade/leads/?period=28&sort=-name")
    page.locator("tbody th a").first.click()
    page.wait_for_url("**/leads/*-*/")
    yield page
    context.close()


def hold_first(page: Page) -> Callable[[], None]:
    """Keep the first change from arriving until what comes back is called; later ones arrive at once."""
    held: list[Route] = []

    def handle(route: Route) -> None:
        if route.request.method != "POST" or held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/leads/*-*/*/", handle)

    def let_go() -> None:
        held[0].continue_()
        expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)

    return let_go


def fail(page: Page, status: int) -> None:
    """Answer every request of htmx with this status, until the routes are taken away."""

    def handle(route: Route) -> None:
        if "hx-request" in route.request.headers:
            route.fulfill(status=status, body="")
        else:
            route.continue_()

    page.route("**/app/**", handle)


def test_a_second_choice_while_the_first_is_on_its_way_is_kept_and_shown(page: Page):
    let_go = hold_first(page)

    page.locator("#owner").select_option(label="Ben Mulder")
    page.locator("#status").select_option("talking")
    let_go()

    for _ in ("as it stands", "as it was stored"):
        expect(page.locator("#owner option:checked")).to_have_text("Ben Mulder")
        expect(page.locator("#owner-badge")).to_have_text("BM")
        expect(page.locator("#status")).to_have_value("talking")
        page.reload()


def test_tags_added_and_removed_in_one_breath_all_count(page: Page):
    names = [f"{word} {uuid4().hex[:4]}" for word in ("een", "twee", "drie")]
    for name in names[:2]:
        page.locator("#tag").fill(name)
        page.locator("#tag").press("Enter")
        expect(page.locator(".work .tag", has_text=name)).to_have_count(1)
    let_go = hold_first(page)

    page.get_by_label(f"Remove tag {names[0]}").click()
    page.locator("#tag").fill(names[2])
    page.locator("#tag").press("Enter")
    page.get_by_label(f"Remove tag {names[1]}").click()
    let_go()

    for _ in ("as it stands", "as it was stored"):
        expect(page.locator(".work .tag", has_text=names[2])).to_have_count(1)
        expect(page.locator(".work .tag", has_text=names[0])).to_have_count(0)
        expect(page.locator(".work .tag", has_text=names[1])).to_have_count(0)
        page.reload()


def test_what_is_typed_while_a_note_is_on_its_way_stays(page: Page):
    first, second = f"eerste {uuid4().hex[:6]}", f"tweede {uuid4().hex[:6]}"
    let_go = hold_first(page)

    page.locator("#note").fill(first)
    page.get_by_role("button", name="Add note").click()
    expect(page.locator("#note")).to_have_value("")
    page.locator("#note").fill(second)
    let_go()

    expect(page.locator(".note-text", has_text=first)).to_have_count(1)
    expect(page.locator("#note")).to_have_value(second)


def test_a_failing_server_is_said_and_trying_again_does_it(page: Page):
    text = f"belangrijk {uuid4().hex[:6]}"
    fail(page, 503)

    page.locator("#note").fill(text)
    page.get_by_role("button", name="Add note").click()
    expect(page.locator("#trouble")).to_contain_text("Something went wrong with us")
    expect(page.locator("#note")).to_have_value(text)

    page.unroute_all()
    page.locator("#trouble").get_by_role("button", name="Try again").click()
    expect(page.locator(".note-text", has_text=text)).to_have_count(1)
    expect(page.locator("#trouble")).to_be_hidden()


def test_a_list_without_a_network_says_so_and_goes_on_with_it(page: Page, demo: RunningDemo):
    page.goto(f"{demo.addresses.product}/app/vorstkade/leads/?period=28")
    before = page.locator("tbody tr").count()
    page.context.set_offline(True)

    page.locator("#period-90").click()
    expect(page.locator("#trouble")).to_contain_text("No connection")
    expect(page.locator("tbody tr")).to_have_count(before)

    page.context.set_offline(False)
    page.locator("#trouble").get_by_role("button", name="Try again").click()
    expect(page.locator("#period-90")).to_have_attribute("aria-current", "true")
    expect(page.locator("#trouble")).to_be_hidden()


def test_a_change_that_is_no_longer_possible_offers_the_page_anew(page: Page):
    fail(page, 404)

    page.locator("#status").select_option("lost")

    expect(page.locator("#trouble")).to_contain_text("no longer possible")
    page.unroute_all()
    page.locator("#trouble").get_by_role("button", name="Load again").click()
    expect(page.locator("#trouble")).to_be_hidden()
    expect(page.locator("#status")).not_to_have_value("lost")


def test_a_session_that_ended_leads_to_signing_in_and_back(page: Page):
    here = page.url
    page.context.clear_cookies()

    page.locator("#status").select_option("lost")

    page.wait_for_url("**/accounts/login/**")
    assert here.rpartition("/app/")[2].rstrip("/") in page.url


def test_a_member_leaves_out_the_browser_that_is_read_with(page: Page, demo: RunningDemo):
    visit_as(demo, "kpn")
    page.goto(f"{demo.addresses.product}/app/vorstkade/tuning/left-out/")
    [(site_id,)] = demo.query("SELECT id FROM tenancy_site WHERE key = %s", VORSTKADE.site_key)
    page.locator(f"a[href*='/left-out/browser/{site_id}/']").click()
    query = page.locator("#own-query").text_content()
    assert query

    website = page.context.new_page()
    website.goto(f"{demo.addresses.website}/{query}")
    website.get_by_role("button", name="Alles toestaan", exact=True).click()
    expect(page.locator("#own-browser")).to_contain_text("This browser is left out", timeout=30_000)

    before = demo.query("SELECT count(*) FROM tracking_pageview")
    with website.expect_response("**/t/*") as answer:
        website.goto(f"{demo.addresses.website}/prijzen")
    assert answer.value.status == 204
    until_drained(demo)
    page.get_by_role("link", name="See what it did before").click()
    expect(page.locator("main")).to_contain_text("Nothing of this browser is on record")
    assert demo.query("SELECT count(*) FROM tracking_pageview") == before
    page.get_by_role("button", name="Remove this rule").click()
    expect(page.locator(".alert")).to_contain_text("it counts again")

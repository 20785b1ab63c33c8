"""A marketer's morning in a real browser: from the overview to a segment, a lead, a note, an owner and a file."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.chromium import chromium, needs_chromium, sign_in
from tests.demo_run import RunningDemo

pytestmark = [needs_chromium, pytest.mark.journey]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def morning(request, demo: RunningDemo, browser: Browser) -> Iterator[Page]:
    """Ben, signed in, on the overview."""
    context: BrowserContext = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="en-GB", java_script_enabled=request.param
    )
    page = context.new_page()
    sign_in(page, demo.addresses.product, "ben@vorstkade.example")
    yield page
    context.close()


@pytest.mark.parametrize(
    ("morning", "read", "path"),
    [(True, "Koelen met CO", "/kennis/co2-koeling"), (False, "Kade: de", "/product")],  # far from the list's end
    indirect=["morning"],
    ids=["htmx", "without-scripts"],
)
def test_from_the_overview_to_a_file(morning: Page, tmp_path: Path, read: str, path: str):
    page = morning
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ben")
    expect(page.get_by_role("heading", name="Came back").first).to_be_visible()

    # a page that companies read leads to the companies that read it
    page.get_by_role("link", name="28 days").click()
    page.locator("section[aria-labelledby=top-pages] a", has_text=read).click()
    expect(page.locator(".chip.is-on")).to_contain_text(path)
    shown = page.locator("tbody tr").count()
    assert shown > 0

    # the filter becomes a segment, with its count
    name = f"Ochtend {uuid4().hex[:8]}"
    page.locator("summary", has_text="Save as segment").click()
    page.get_by_label("Name").fill(name)
    page.locator("form", has=page.get_by_label("Name")).get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.get_by_role("link", name="Segments", exact=True).click()
    card = page.locator("li.segment-card", has_text=name)
    expect(card.locator(".segment-count")).to_have_text(str(shown))
    card.locator("a.segment-link").click()

    # a lead: a note with a colleague, an owner, a task
    page.locator("tbody th a").first.click()
    page.wait_for_url("**/leads/*-*/")
    company = page.locator("h1").inner_text()
    page.get_by_label("New note").fill("Belt terug, @Ada weet meer")
    page.get_by_role("button", name="Add note").click()
    expect(page.locator(".note .mention").first).to_have_text("@Ada")
    choose(page, "Owner", "Ben Mulder", "#owner")
    expect(page.locator("#owner option:checked")).to_have_text("Ben Mulder")
    choose(page, "Status", "In conversation", "#status")
    expect(page.locator("#status option:checked")).to_have_text("In conversation")
    page.locator("#task").fill("Bellen over koelcel")
    page.locator(".task-form").get_by_role("button", name="Add").click()
    expect(page.locator(".task", has_text="Bellen over koelcel").first).to_be_visible()

    # what was decided is in the list, and in the file
    page.get_by_role("link", name="Leads", exact=True).first.click()
    expect(page.locator("tbody tr", has_text=company.split("\n")[0].split(" ")[0]).first).to_contain_text("Ben Mulder")
    page.locator("summary", has_text="Export").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel").click()
    file = tmp_path / "leads.xlsx"
    download.value.save_as(file)
    with ZipFile(file) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "Ben Mulder" in sheet

    # and waits on the overview of the one who has to do it
    page.get_by_role("link", name="Overview").click()
    expect(page.locator(".desk")).to_contain_text("Bellen over koelcel")

    # the segment has done its duty
    page.get_by_role("link", name="Segments", exact=True).click()
    card.locator("summary").click()
    card.get_by_role("button", name="Remove").click()
    expect(card).to_have_count(0)


def choose(page: Page, label: str, option: str, select: str) -> None:
    save = page.locator(f"form:has({select}) noscript button, form:has({select}) button")
    if save.count() and save.first.is_visible():
        page.locator(select).select_option(label=option)
        save.first.click()
        return
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.locator(select).select_option(label=option)
    # the answer takes the form's place: only then is the next choice made in the new one
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)


def test_a_chart_tells_its_days_to_the_keyboard(demo: RunningDemo, browser: Browser):
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    sign_in(page, demo.addresses.product, "ada@vorstkade.example")
    page.goto(f"{demo.addresses.product}/app/vorstkade/?period=28")

    page.locator("[data-plot]").focus()
    page.keyboard.press("End")
    expect(page.locator("#said")).to_contain_text("in all")
    last = page.locator("#said").inner_text()
    page.keyboard.press("ArrowLeft")

    expect(page.locator("#said")).not_to_have_text(last)
    expect(page.locator(".plot-tip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".plot-tip")).to_be_hidden()
    context.close()


def test_chosen_leads_are_counted_and_changed_together(demo: RunningDemo, browser: Browser):
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    sign_in(page, demo.addresses.product, "ada@vorstkade.example")
    page.goto(f"{demo.addresses.product}/app/vorstkade/leads/?period=28&sort=name")
    expect(page.locator(".bulk")).to_be_hidden()

    page.locator("tbody input").nth(0).check()
    page.locator("tbody input").nth(1).check()
    expect(page.locator("[data-picked]")).to_have_text("2 leads chosen")
    tag = f"ronde {uuid4().hex[:8]}"
    page.locator("#bulk-tag").fill(tag)
    page.locator(".bulk button[value=tag]").click()

    expect(page.locator(".alert")).to_contain_text("2 leads changed")
    page.goto(f"{demo.addresses.product}/app/vorstkade/leads/?period=28&tag={tag}")
    expect(page.locator("tbody tr")).to_have_count(2)
    context.close()

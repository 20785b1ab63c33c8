"""The demo website's pages in a real browser: for everyone, on every width, and without any other host."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from connectleads.demo.front import DemoFront, serve
from connectleads.demo.pages import PAGES
from connectleads.demo.quiet_server import QuietHandler, QuietServer
from tests.chromium import chromium, needs_chromium

pytestmark = needs_chromium
SHIFT = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(0), 300);
})"""


class EmptySnippet(QuietHandler):
    """Stands in for the product: an empty snippet, so that only the banner acts."""

    def do_GET(self) -> None:
        self.read_body()
        self.answer(HTTPStatus.OK, b"", "text/javascript")


@dataclass
class Visit:
    """One browser on the demo website, the hosts it asked for anything, and what its console said."""

    page: Page
    front: DemoFront
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str = "/") -> None:
        self.page.goto(self.front.site_url + path)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()


@pytest.fixture(scope="module")
def demo_front() -> Iterator[DemoFront]:
    product = QuietServer(0, EmptySnippet)
    product.start()
    with serve(product=product.url, site_key="site-key") as front:
        yield front
    product.close()


@pytest.fixture(scope="module")
def demo_browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def visit(demo_front: DemoFront, demo_browser: Browser) -> Iterator[Visit]:
    context = demo_browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    visit = Visit(context.new_page(), demo_front)
    visit.page.on("request", lambda request: visit.hosts.add(urlsplit(request.url).netloc))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on("console", lambda message: visit.complaints.append(message.text))
    yield visit
    context.close()


def test_no_page_asks_anything_of_another_host(visit: Visit) -> None:
    for path in (*PAGES, "/nergens"):
        visit.go(path)
    visit.press("Alles toestaan")
    visit.page.wait_for_load_state("networkidle")

    assert visit.hosts == {urlsplit(url).netloc for url in (visit.front.site_url, visit.front.front_url)}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [390, 1280])
def test_every_page_is_accessible_and_fits(visit: Visit, path: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    visit.go(path)

    with_banner = Axe().run(visit.page)
    visit.press("Weigeren")
    visit.page.locator(".demo summary").click()
    without_banner = Axe().run(visit.page)

    assert with_banner.violations_count == 0, with_banner.generate_report()
    assert without_banner.violations_count == 0, without_banner.generate_report()
    assert visit.page.evaluate("document.documentElement.scrollWidth") == width
    assert visit.complaints == []


def test_choosing_who_visits_reloads_the_page_as_that_persona(visit: Visit) -> None:
    visit.go("/prijzen")

    visit.page.locator(".demo summary").click()
    visit.page.get_by_role("button", name="Iemand bij Adyen").click()

    expect(visit.page.locator(".demo-address")).to_have_text("147.12.18.170")
    assert visit.page.url == f"{visit.front.site_url}/prijzen"
    assert visit.front.persona.key == "adyen"


def test_the_contact_form_thanks_and_sends_nothing(visit: Visit) -> None:
    visit.go("/contact")
    visit.press("Weigeren")
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url + str(request.post_data)))

    visit.page.get_by_label("Je naam").fill("Geheime Naam")
    visit.page.get_by_label("Bedrijf", exact=True).fill("Geheim Bedrijf")
    visit.page.get_by_label("E-mailadres").fill("geheim@example.com")
    visit.press("Verstuur aanvraag")

    expect(visit.page.get_by_role("heading", name="Dank je wel")).to_be_visible()
    assert not [url for url in asked if "eheim" in url]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_moves_while_it_or_the_banner_arrives(visit: Visit, path: str) -> None:
    visit.go(path)

    assert visit.page.evaluate(SHIFT) == 0


def test_refusing_is_as_easy_to_see_as_accepting(visit: Visit) -> None:
    visit.go()
    look = "button => { const s = getComputedStyle(button), r = button.getBoundingClientRect();"
    look += " return [Math.round(r.width), r.height, s.backgroundColor, s.color, s.fontWeight, s.fontSize]; }"

    looks = [
        visit.page.get_by_role("button", name=name, exact=True).evaluate(look)
        for name in ("Weigeren", "Alles toestaan")
    ]

    assert looks[0] == looks[1]

"""The link in a privacy statement takes the browser's own number to the page for visitors, and stays a link without."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Request, Route

from tests.chromium import needs_chromium
from tracking.snippet import visitor_link_script

NUMBER = "0123456789abcdef" * 2
PAGE = "https://product.test/v/sitekey222222222/"
STATEMENT = f'<!doctype html><a href="{PAGE}">Wat weten jullie?</a><script async src="{PAGE}link.js"></script>'
pytestmark = needs_chromium


@pytest.mark.parametrize(("cookie", "method", "posted"), [(NUMBER, "POST", [NUMBER]), ("off", "GET", None)])
def test_a_click_takes_the_number_along_if_there_is_one(browser: Browser, cookie: str, method: str, posted):
    asked: list[Request] = []

    def answer(route: Route) -> None:
        if route.request.url == f"{PAGE}link.js":
            route.fulfill(body=visitor_link_script(), content_type="text/javascript")
        elif route.request.url == PAGE:
            asked.append(route.request)
            route.fulfill(body="<p>Held</p>", content_type="text/html")
        else:
            route.fulfill(body=STATEMENT, content_type="text/html")

    context = browser.new_context()
    context.add_cookies([{"name": "connectleads_visitor", "value": cookie, "url": "https://site.test/"}])
    context.route("**/*", answer)
    page = context.new_page()
    page.goto("https://site.test/privacy", wait_until="networkidle")

    page.get_by_text("Wat weten jullie?").click()
    page.get_by_text("Held").wait_for()

    (request,) = asked
    assert request.method == method
    assert (parse_qs(request.post_data)["visitor"] if request.post_data else None) == posted
    context.close()

"""A page of a customer's with our snippet in it, a collector that notes what it gets, and a clock that we turn."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from playwright.sync_api import Browser, BrowserContext, Page, Route

from connectleads.demo.cookiebot_value import value
from consent.decision import SitePolicy
from tracking.site import TrackedSite
from tracking.snippet import script_for

HOST, KEY, COLLECTOR = "www.voorbeeld.test", "sitekey222222222", "https://c.collector.test"
WEBSITE, SNIPPET = f"https://{HOST}", f"{COLLECTOR}/s/{KEY}.js"
VISITOR = "connectleads_visitor"
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
YES, NO = value(at=NOW - timedelta(days=2)), value(at=NOW - timedelta(days=2), marketing=False)
CHANGED = "dispatchEvent(new Event('CookiebotOnAccept'))"


def tracked(**changes: Any) -> TrackedSite:
    """A site that asks Cookiebot; `changes` are about its policy, or about how its pages are told apart."""
    own = {name: changes.pop(name) for name in ("hash_routes", "banner") if name in changes}
    policy = SitePolicy(**{"platform": "cookiebot", "hosts": frozenset({HOST})} | changes)
    return TrackedSite(key=KEY, tenant_id=UUID(int=1), site_id=UUID(int=2), policy=policy, **own)


@dataclass
class Stage:
    """One visitor's browser, and what the collector and the console heard from it."""

    context: BrowserContext
    script: bytes
    head: str = ""
    body: str = ""
    lang: str = "nl"
    attributes: str = 'nonce="abc"'
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 204
    sent: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    on_post: Callable[[Route], None] | None = None

    def new_page(self) -> Page:
        """Another tab of the same browser, with a clock of its own."""
        page = self.context.new_page()
        page.clock.install(time=NOW)
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        return page

    def open(self, path: str = "/", page: Page | None = None) -> Page:
        """Open a page of the website and let its first timers run."""
        page = page or self.new_page()
        page.goto(WEBSITE + path)
        self.settle(page)
        return page

    def settle(self, page: Page, milliseconds: int = 1200) -> None:
        """Let the page's clock run, and wait until everything that it sent has arrived."""
        page.clock.run_for(milliseconds)
        page.evaluate(f"fetch('{COLLECTOR}/arrived', {{ method: 'HEAD' }}).catch(() => 0)")

    def choose(self, page: Page, raw: str | None) -> None:
        """What the banner's script does on a click: write the cookie, or take it away, and tell the page."""
        lifetime = "max-age=0" if raw is None else "max-age=31536000"
        page.evaluate(f"document.cookie = {json.dumps(f'CookieConsent={raw};path=/;{lifetime}')}; {CHANGED}")
        self.settle(page)

    @property
    def kinds(self) -> list[str]:
        """What was sent, in order: the kinds of hits, and `withdraw`."""
        return [body.get("kind", path) for path, body in self.sent]

    def bodies(self, kind: str) -> list[dict[str, Any]]:
        """All that was sent of one kind."""
        return [body for path, body in self.sent if body.get("kind", path) == kind]

    @property
    def cookies(self) -> dict[str, str]:
        """The browser's cookies by name."""
        return {cookie["name"]: cookie["value"] for cookie in self.context.cookies()}

    def answer(self, route: Route) -> None:
        """The collector's and the website's part of the network; anything else is noted and refused."""
        request = route.request
        if request.url.startswith(f"{COLLECTOR}/t/") and request.method == "POST":
            path = request.url.removeprefix(f"{COLLECTOR}/t/{KEY}").lstrip("/")
            self.sent.append((path, json.loads(request.post_data or "null")))
            if self.on_post:
                self.on_post(route)
            else:
                route.fulfill(status=self.status, headers={"Access-Control-Allow-Origin": "*"})
        elif request.url == SNIPPET:
            headers = {"Access-Control-Allow-Origin": "*"}
            route.fulfill(body=self.script, content_type="text/javascript", headers=headers)
        elif request.url.startswith(f"{COLLECTOR}/arrived"):
            route.fulfill(status=204, headers={"Access-Control-Allow-Origin": "*"})
        elif request.url.startswith(WEBSITE) and request.resource_type == "document":
            route.fulfill(body=self.document, content_type="text/html; charset=utf-8", headers=self.headers)
        else:
            self.asked.append(request.url)
            route.fulfill(status=404, body="")

    @property
    def document(self) -> str:
        """A page as a customer's would be."""
        return (
            f'<!doctype html><html lang="{self.lang}"><head><meta charset="utf-8"><title>Een pagina</title>'
            f'<link rel="icon" href="data:,">{self.head}<script async src="{SNIPPET}" {self.attributes}></script>'
            f"</head><body><main><h1>Hallo</h1>{self.body}</main></body></html>"
        )


@contextmanager
def stage(
    browser: Browser, *, site: TrackedSite | None = None, consent: str | None = YES, **parts: Any
) -> Iterator[Stage]:
    """A visitor whose consent cookie is `consent` already; `parts` are what the page is made of."""
    context = browser.new_context()
    scene = Stage(context, script_for(site or tracked()).source, **parts)
    context.route("**/*", scene.answer)
    if consent is not None:
        context.add_cookies([{"name": "CookieConsent", "value": consent, "url": WEBSITE}])
    try:
        yield scene
    finally:
        context.close()

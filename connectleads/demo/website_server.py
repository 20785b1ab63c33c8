"""The demo website's door: pages, their assets, and the choice who visits (edge)."""

import json
from dataclasses import asdict
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

from connectleads.demo.choice import PersonaChoice
from connectleads.demo.pages import PAGES, WEBSITE, PageSet
from connectleads.demo.personas import find_persona
from connectleads.demo.quiet_server import QuietHandler

CHOOSER = "/bezoek-als"
ASSETS = {
    "/style.css": "text/css; charset=utf-8",
    "/drawings.css": "text/css; charset=utf-8",
    "/banner.css": "text/css; charset=utf-8",
    "/demo.css": "text/css; charset=utf-8",
    "/banner.js": "text/javascript; charset=utf-8",
    "/mark.svg": "image/svg+xml",
}


class WebsiteHandler(QuietHandler):
    """Answers for the demo website; a page is never kept by the browser, because it shows who visits now."""

    def __init__(self, *args: Any, choice: PersonaChoice, pages: PageSet) -> None:
        self._choice = choice
        self._pages = pages
        super().__init__(*args)

    def do_GET(self) -> None:
        if self.read_body() is None:
            return
        path = urlsplit(self.path).path
        if path in ASSETS:
            self.answer(HTTPStatus.OK, _asset(path), ASSETS[path], Cache_Control="no-cache")
        elif path == CHOOSER:
            self._tell_choice()
        else:
            self._show_page(path)

    do_HEAD = do_GET

    def do_POST(self) -> None:
        body = self.read_body()
        if body is None:
            return
        if urlsplit(self.path).path != CHOOSER:
            self.answer_shortly(HTTPStatus.NOT_FOUND)
            return
        self._choose(parse_qs(body.decode("ascii", "replace")))

    def _show_page(self, path: str) -> None:
        status = HTTPStatus.OK if path in PAGES else HTTPStatus.NOT_FOUND
        document = self._pages.render(path, self._choice.current).encode()
        self.answer(status, document, "text/html; charset=utf-8", Cache_Control="no-store")

    def _tell_choice(self) -> None:
        document = json.dumps(asdict(self._choice.current)).encode()
        self.answer(HTTPStatus.OK, document, "application/json", Cache_Control="no-store")

    def _choose(self, form: dict[str, list[str]]) -> None:
        persona = find_persona(form.get("persona", [""])[0])
        if persona is None:
            self.answer_shortly(HTTPStatus.BAD_REQUEST)
            return
        self._choice.current = persona
        back = form.get("terug", ["/"])[0]
        # Only to a page of this site: a form on another site must not make this one a springboard.
        location = back if back in PAGES else "/"
        self.answer(HTTPStatus.SEE_OTHER, b"", "text/plain", Location=location, Cache_Control="no-store")


def _asset(path: str) -> bytes:
    return (WEBSITE / path.removeprefix("/")).read_bytes()

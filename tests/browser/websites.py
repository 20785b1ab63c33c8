"""Websites with a consent platform each, served on this machine: three real ones from npm, and faithful pages."""

import json
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from connectleads.demo.quiet_server import QuietHandler, QuietServer
from tests.browser.packages import fetched
from tests.consent.tc_string import tc_string

FAITHFUL = (Path(__file__).parent / "faithful.js").read_text()
KLARO = """
<script>window.klaroConfig = { version: 1, storageMethod: "cookie", cookieName: "klaro", default: false,
  acceptAll: true, lang: "en", translations: { en: { purposes: { marketing: "Marketing" } } },
  services: [{ name: "connectleads", title: "ConnectLeads", purposes: ["marketing"] }] };</script>
<script defer src="/npm/klaro/dist/klaro.js"></script>"""
VANILLA = """
<link rel="stylesheet" href="/npm/vanilla-cookieconsent/dist/cookieconsent.css">
<script src="/npm/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script>
<script>addEventListener("DOMContentLoaded", () => CookieConsent.run({
  hideFromBots: false, cookie: { secure: false },
  categories: { necessary: { enabled: true, readOnly: true }, marketing: {} },
  language: { default: "en", translations: { en: {
    consentModal: { title: "Cookies", description: "May we?", acceptAllBtn: "Yes", acceptNecessaryBtn: "No" },
    preferencesModal: { title: "Choices", acceptAllBtn: "Yes", acceptNecessaryBtn: "No", closeIconLabel: "Close",
      savePreferencesBtn: "Save", sections: [{ title: "Marketing", linkedCategory: "marketing" }] },
  } } } }).then(() => document.documentElement.classList.add("run")));</script>"""
TARTEAUCITRON = """
<script src="/npm/tarteaucitronjs/tarteaucitron.js"></script>
<script>tarteaucitronForceLanguage = "en"; tarteaucitron.init({ hashtag: "#tac", cookieName: "tarteaucitron",
  orientation: "middle", showAlertSmall: false, cookieslist: false, showIcon: false, adblocker: false, DenyAllCta: true,
  AcceptAllCta: true, highPrivacy: true, handleBrowserDNTRequest: false, removeCredit: true, useExternalCss: false,
  googleConsentMode: false });
tarteaucitron.services.connectleads = { key: "connectleads", type: "ads", name: "ConnectLeads", needConsent: true,
  cookies: [], js() {}, fallback() {} };
(tarteaucitron.job = tarteaucitron.job || []).push("connectleads");</script>"""
REAL = {"klaro": KLARO, "vanilla-cookieconsent": VANILLA, "tarteaucitron": TARTEAUCITRON}
PACKAGES = {"klaro": "klaro", "vanilla-cookieconsent": "vanilla-cookieconsent", "tarteaucitron": "tarteaucitronjs"}


@dataclass(frozen=True)
class Pages:
    """What the server shows: for each platform the address of its site's script."""

    scripts: dict[str, str]

    def document(self, platform: str) -> str:
        """A page of the site with that platform; any path below it is a page of the same kind."""
        banner = REAL.get(platform) or f"<script>{self._faithful(platform)}</script>"
        return (
            '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Prijzen</title>'
            f'<link rel="icon" href="data:,"><script async src="{self.scripts[platform]}"></script>{banner}</head>'
            '<body><h1>Hallo</h1><button value="yes">Ja</button><button value="no">Nee</button></body></html>'
        )

    def _faithful(self, platform: str) -> str:
        now = datetime.now(UTC)
        strings = {"yes": tc_string(at=now), "no": tc_string(at=now, purposes=())}
        return f"const PLATFORM = {json.dumps(platform)}, TC = {json.dumps(strings)};\n{FAITHFUL}"


class Handler(QuietHandler):
    """Answers for all those websites."""

    def __init__(self, *args: Any, pages: Pages) -> None:
        self._pages = pages
        super().__init__(*args)

    def do_GET(self) -> None:
        if self.read_body() is None:
            return
        first, _, rest = self.path.partition("?")[0].lstrip("/").partition("/")
        if first == "npm":
            self._file(rest)
        elif first in self._pages.scripts:
            document = self._pages.document(first).encode()
            self.answer(HTTPStatus.OK, document, "text/html; charset=utf-8", Cache_Control="no-cache")
        else:
            self.answer_shortly(HTTPStatus.NOT_FOUND)

    def _file(self, path: str) -> None:
        name, _, rest = path.partition("/")
        folder = next(fetched(package) for package in PACKAGES.values() if package == name)
        file = (folder / rest).resolve()
        if not file.is_relative_to(folder) or not file.is_file():
            self.answer_shortly(HTTPStatus.NOT_FOUND)
            return
        self.answer(HTTPStatus.OK, file.read_bytes(), mimetypes.guess_type(file.name)[0] or "text/plain")


@contextmanager
def websites(scripts: dict[str, str]) -> Iterator[str]:
    """Serve a website for each platform; the address they stand below, as `<address>/<platform>/<page>`."""
    server = QuietServer(0, partial(Handler, pages=Pages(scripts)))
    server.start()
    try:
        yield server.url
    finally:
        server.close()

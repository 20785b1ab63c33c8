"""The front proxy: stands before the collector and gives each visitor the persona's address (edge)."""

import re
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

from connectleads.demo.choice import PersonaChoice
from connectleads.demo.personas import Persona
from connectleads.demo.quiet_server import QuietHandler

UPSTREAM_SECONDS = 10
CHUNK = 16 * 1024
# No percent-encoding and no dot segments: what is let through is what the product will route on.
COLLECTOR_PATH = re.compile(r"/[ts]/(?!.*\.\.)[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-]+)*")
# RFC 9110 section 7.6.1: these belong to one connection and are not forwarded.
HOP_BY_HOP = {
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
}
# Set anew for the next connection, or another way for a client to claim an address. Cookies too: on the real
# web those of site and dashboard belong to other hosts than the collector; here all share one machine name.
ENDS_HERE = {
    "content-length",
    "cookie",
    "expect",
    "forwarded",
    "true-client-ip",
    "via",
    "x-client-ip",
    "x-real-ip",
}


def is_collector_path(target: str) -> bool:
    """Tell whether a request target, with or without a query, is one the front passes on."""
    return COLLECTOR_PATH.fullmatch(target.partition("?")[0]) is not None


def forwarded_headers(headers: list[tuple[str, str]], persona: Persona) -> list[tuple[str, str]]:
    """Return the headers for the product: the client's own, and the persona's word on who it is."""
    kept = [(name, value) for name, value in headers if _may_pass(name, persona)]
    kept.append(("X-Forwarded-For", persona.address))
    if persona.user_agent is not None:
        kept.append(("User-Agent", persona.user_agent))
    return kept


def _may_pass(name: str, persona: Persona) -> bool:
    name = name.lower().replace("_", "-")  # WSGI makes one name of both spellings
    if name in HOP_BY_HOP or name in ENDS_HERE or name.startswith("x-forwarded-"):
        return False
    tells_browser = name == "user-agent" or name.startswith("sec-ch-ua")
    return not (tells_browser and persona.user_agent is not None)


class ProxyHandler(QuietHandler):
    """Passes collector requests on to the product and its answers back; anything else is not found."""

    def __init__(self, *args: Any, choice: PersonaChoice, product: str) -> None:
        self._choice = choice
        self._product = product
        super().__init__(*args)

    def do_GET(self) -> None:
        body = self.read_body()
        if body is None:
            return
        if not is_collector_path(self.path):
            self.answer_shortly(HTTPStatus.NOT_FOUND)
            return
        self._forward(body)

    do_HEAD = do_POST = do_OPTIONS = do_GET

    def _forward(self, body: bytes) -> None:
        address = urlsplit(self._product)
        connection = HTTPConnection(address.hostname or "", address.port or 80, timeout=UPSTREAM_SECONDS)
        try:
            self._ask(connection, body)
            response = connection.getresponse()
        except (OSError, HTTPException, ValueError):  # away, not speaking HTTP, or an unsendable header
            self.answer_shortly(HTTPStatus.BAD_GATEWAY)
        else:
            self._pass_back(response)
        finally:
            connection.close()

    def _ask(self, connection: HTTPConnection, body: bytes) -> None:
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in forwarded_headers(self.headers.items(), self._choice.current):
            connection.putheader(name, value)
        if body or self.command == "POST":
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body or None)

    def _pass_back(self, response: HTTPResponse) -> None:
        self.send_response_only(response.status, response.reason)
        for name, value in response.getheaders():
            if name.lower() not in HOP_BY_HOP:
                self.send_header(name, value)
        if response.length is None:  # of unknown size: only the connection's end can tell where it stops
            self.send_header("Connection", "close")
        self.end_headers()
        self._copy(response)

    def _copy(self, response: HTTPResponse) -> None:
        try:
            while chunk := response.read(CHUNK):
                self.wfile.write(chunk)
            cut_short = bool(response.length)
        except (OSError, HTTPException):
            cut_short = True
        if cut_short:
            self.close_connection = True  # the status is out already: there is no other way left to say so

"""A fetch that a person caused never reaches a private network, whatever the name or the redirect says."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from requests_hardened import Config, Manager

from dashboard.websites import outbound
from dashboard.websites.outbound import MAX_BYTES, FetchedPage, FetchProblem, fetch_page

TO_LOOPBACK = Manager(
    Config(
        ip_filter_enable=True, ip_filter_allow_loopback_ips=True, never_redirect=True, default_timeout=(2, 2)
    )
)  # fmt: skip


class Website(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind = self.path.strip("/")
        if kind.startswith("to="):
            self.send_response(302)
            self.send_header("Location", kind.removeprefix("to="))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = {"large": b"x" * (MAX_BYTES + 70_000), "": b"<html>ok</html>"}.get(kind, b"{}")
        self.send_response(500 if kind == "broken" else 200)
        self.send_header("Content-Type", "application/json" if kind == "json" else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def website(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Website)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setattr(outbound, "_PORTS", outbound._PORTS | {server.server_port})
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_read(website: str):
    assert fetch_page(f"{website}/", manager=TO_LOOPBACK) == FetchedPage(f"{website}/", "<html>ok</html>")


def test_a_large_page_is_read_in_part(website: str):
    page = fetch_page(f"{website}/large", manager=TO_LOOPBACK)

    assert isinstance(page, FetchedPage)
    assert len(page.text) == MAX_BYTES


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("broken", FetchProblem.STATUS),
        ("json", FetchProblem.NOT_HTML),
        ("to=/to=/to=/to=/to=/", FetchProblem.STATUS),
        ("to=file:///etc/passwd", FetchProblem.ADDRESS),
        ("to=http://10.0.0.1/", FetchProblem.PRIVATE),
        ("to=http://169.254.169.254/latest/meta-data/", FetchProblem.PRIVATE),
        ("to=http://127.0.0.1:1/", FetchProblem.ADDRESS),
    ],
)
def test_what_is_no_page_is_named(website: str, path: str, problem: FetchProblem):
    if path.startswith("to=/to"):
        path, problem = f"to={website}/to={website}/to={website}/to={website}/to={website}/to={website}/", problem
        problem = FetchProblem.TOO_MANY_REDIRECTS
    assert fetch_page(f"{website}/{path}", manager=TO_LOOPBACK) is problem


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.1.2.3/", "http://192.168.0.1/",
        "http://172.16.9.9/", "http://169.254.169.254/", "http://100.64.0.1/", "http://0.0.0.0/", "http://[fd00::1]/",
        "http://[fe80::1]/", "http://[::ffff:10.0.0.1]/", "http://2130706433/", "http://0x7f.1/",
    ],
)  # fmt: skip
def test_a_private_address_is_never_connected_to(url: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("it connected"))

    assert fetch_page(url) in (FetchProblem.PRIVATE, FetchProblem.UNREACHABLE)


@pytest.mark.parametrize(
    "url",
    ["ftp://voorbeeld.nl/", "http://voorbeeld.nl:22/", "http://user@voorbeeld.nl/", "file:///etc/passwd", "http://[/"],
)
def test_an_unusual_address_is_not_asked(url: str):
    assert fetch_page(url) is FetchProblem.ADDRESS

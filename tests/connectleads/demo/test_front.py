"""The front proxy before the product, and the process that runs it, through their real ports."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from connectleads.demo.front import DemoFront, serve
from connectleads.demo.personas import PERSONAS, find_persona
from connectleads.demo.processes import free_port
from connectleads.demo.quiet_server import BODY_LIMIT, QuietHandler, QuietServer
from tests.http_question import ask

KEY = "site-key"
Heard = list[tuple[str, str, dict[str, str], bytes]]


class Product(QuietHandler):
    """Stands in for the product: remembers what arrives and answers in a recognisable way."""

    def __init__(self, *args: Any, heard: Heard) -> None:
        self._heard = heard
        super().__init__(*args)

    def do_POST(self) -> None:
        body = self.read_body() or b""
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._heard.append((self.command, self.path, headers, body))
        self.send_response(204 if self.command == "POST" else 200)
        self.send_header("X-Drop-Reason", "refused")
        if self.command != "POST":
            self.send_header("Content-Length", "4")
        self.end_headers()
        if self.command in ("GET", "OPTIONS"):
            self.wfile.write(b"GIF8")

    do_GET = do_HEAD = do_OPTIONS = do_POST


@dataclass
class Stage:
    """The demo before a stand-in product that remembers what it heard."""

    front: DemoFront
    heard: Heard = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        return self.heard[-1][2]


@pytest.fixture
def stage() -> Iterator[Stage]:
    heard: Heard = []
    product = QuietServer(0, partial(Product, heard=heard))
    product.start()
    with serve(product=product.url, site_key=KEY) as front:
        yield Stage(front, heard)
    product.close()


@pytest.fixture
def front_without_product() -> Iterator[DemoFront]:
    with serve(product=f"http://127.0.0.1:{free_port(0)}", site_key=KEY) as front:
        yield front


# ---- the front proxy ----


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.key)
def test_the_product_sees_the_address_of_the_persona(stage: Stage, persona: Any) -> None:
    stage.front.persona = persona

    ask(stage.front.front_url, f"/t/{KEY}", method="POST", body=b"{}")

    assert stage.headers["x-forwarded-for"] == persona.address


@pytest.mark.parametrize(
    "name",
    [
        "X-Forwarded-For",
        "x-forwarded-for",
        "X_Forwarded_For",
        "Forwarded",
        "X-Real-IP",
        "X-Forwarded-Host",
        "Via",
    ],
)
def test_what_a_client_says_about_its_address_is_overridden(stage: Stage, name: str) -> None:
    ask(stage.front.front_url, f"/t/{KEY}.gif", headers={name: "203.0.113.9"})

    assert "203.0.113.9" not in stage.headers.values()
    assert stage.headers["x-forwarded-for"] == stage.front.persona.address


def test_a_robot_brings_its_own_user_agent(stage: Stage) -> None:
    robot = find_persona("googlebot")
    assert robot is not None
    stage.front.persona = robot

    ask(stage.front.front_url, f"/t/{KEY}.gif", headers={"User-Agent": "Browser/1", "Sec-CH-UA": '"Browser"'})

    assert stage.headers["user-agent"] == robot.user_agent
    assert "sec-ch-ua" not in stage.headers


def test_other_personas_keep_the_browsers_user_agent(stage: Stage) -> None:
    ask(stage.front.front_url, f"/t/{KEY}.gif", headers={"User-Agent": "Browser/1"})

    assert stage.headers["user-agent"] == "Browser/1"


def test_cookies_of_other_hosts_do_not_reach_the_product(stage: Stage) -> None:
    ask(stage.front.front_url, f"/t/{KEY}.gif", headers={"Cookie": "sessionid=secret"})

    assert "cookie" not in stage.headers


def test_a_hit_passes_with_its_body_and_query(stage: Stage) -> None:
    response, body = ask(stage.front.front_url, f"/t/{KEY}?v=1", method="POST", body=b'{"kind":"view"}')

    assert (response.status, body) == (204, b"")
    assert response.headers["X-Drop-Reason"] == "refused"
    assert stage.heard[-1][:2] == ("POST", f"/t/{KEY}?v=1")
    assert stage.heard[-1][3] == b'{"kind":"view"}'


@pytest.mark.parametrize(("method", "expected"), [("GET", b"GIF8"), ("OPTIONS", b"GIF8"), ("HEAD", b"")])
def test_answers_come_back_as_they_are(stage: Stage, method: str, expected: bytes) -> None:
    response, body = ask(stage.front.front_url, f"/s/{KEY}.js", method=method)

    assert (response.status, body) == (200, expected)
    assert response.headers["Content-Length"] == "4"
    assert stage.heard[-1][0] == method


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/accounts/login/",
        "/t",
        "/t/",
        "/t//key",
        "/tt/key",
        "/t/../accounts/login",
        "/t/key/../../admin",
        "/t/..%2fadmin",
        "/t/%2e%2e/admin",
        "http://example.com/t/key",
    ],
)
def test_other_paths_are_refused(stage: Stage, path: str) -> None:
    response, _ = ask(stage.front.front_url, path)

    assert response.status == 404
    assert stage.heard == []


def test_withdrawing_is_let_through(stage: Stage) -> None:
    response, _ = ask(stage.front.front_url, f"/t/{KEY}/withdraw", method="POST", body=b"")

    assert response.status == 204


def test_one_connection_carries_many_hits(stage: Stage) -> None:
    connection = HTTPConnection(urlsplit(stage.front.front_url).netloc, timeout=5)

    for path in (f"/t/{KEY}", f"/t/{KEY}", "/nowhere", f"/t/{KEY}"):
        connection.request("POST", path, body=b"{}")
        connection.getresponse().read()

    connection.close()
    assert len(stage.heard) == 3


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (f"Content-Length: {BODY_LIMIT + 1}", b"413"),
        ("Content-Length: 99999999999999999999", b"413"),
        ("Content-Length: -1", b"400"),
        ("Transfer-Encoding: chunked", b"411"),
    ],
)
def test_a_body_that_cannot_be_taken_is_refused_unread(stage: Stage, header: str, status: bytes) -> None:
    address = urlsplit(stage.front.front_url)

    with socket.create_connection((address.hostname or "", address.port or 0), timeout=5) as client:
        client.sendall(f"POST /t/{KEY} HTTP/1.1\r\nHost: demo\r\n{header}\r\n\r\n".encode())
        answer = client.makefile("rb").read()

    assert answer.startswith(b"HTTP/1.1 " + status)
    assert stage.heard == []


def test_a_body_at_the_limit_passes(stage: Stage) -> None:
    ask(stage.front.front_url, f"/t/{KEY}", method="POST", body=b"x" * BODY_LIMIT)

    assert len(stage.heard[-1][3]) == BODY_LIMIT


def test_a_product_that_is_down_gives_502(front_without_product: DemoFront) -> None:
    response, _ = ask(front_without_product.front_url, f"/s/{KEY}.js")

    assert response.status == 502


def test_the_website_answers_while_the_product_is_down(front_without_product: DemoFront) -> None:
    response, _ = ask(front_without_product.site_url, "/")

    assert response.status == 200


# ---- the process ----


def test_nothing_is_logged(front_without_product: DemoFront, capfd: pytest.CaptureFixture[str]) -> None:
    ask(front_without_product.site_url, "/nergens")
    ask(front_without_product.front_url, "/t/key")
    ask(front_without_product.front_url, "/t/key", method="PATCH")

    assert capfd.readouterr() == ("", "")


def test_closing_ends_the_connections_that_a_browser_keeps_open() -> None:
    front = serve(product="http://127.0.0.1:9", site_key=KEY)
    connection = HTTPConnection(urlsplit(front.site_url).netloc, timeout=5)
    connection.request("GET", "/")
    connection.getresponse().read()

    front.close()

    assert connection.sock.recv(1) == b""
    connection.close()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_the_command_says_when_it_is_ready_and_ends_quietly(ending: signal.Signals) -> None:
    site, front = free_port(0), free_port(0)
    options = ["--site-port", str(site), "--front-port", str(front), "--product", "http://127.0.0.1:9"]
    command = [sys.executable, "-m", "connectleads.demo.front", *options, "--site-key", KEY]

    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.getcwd()},
    ) as process:
        assert process.stdout is not None
        ready = process.stdout.readline()
        status = ask(f"http://127.0.0.1:{site}", "/")[0].status
        process.send_signal(ending)
        rest, errors = process.communicate(timeout=5)

    assert ready == f"ready site=http://127.0.0.1:{site} front=http://127.0.0.1:{front}\n"
    assert (status, process.returncode, rest, errors) == (200, 0, "", "")


def test_the_demo_does_not_load_django() -> None:
    check = "import sys, connectleads.demo.front; print('django' in sys.modules)"

    result = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "False"

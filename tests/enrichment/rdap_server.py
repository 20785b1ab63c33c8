"""A registry's RDAP server on this machine: answers as it is told to, and counts who asks (for tests)."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class RdapServer:
    """What it does for each address (`by_address`), else for all (`always`); `asked` are the addresses in order."""

    url: str = ""
    always: Behaviour | None = None
    by_address: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


@contextmanager
def rdap_server() -> Iterator[RdapServer]:
    """A running server; it ends with the block."""
    state = RdapServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = self.path.rpartition("/")[2]
            with state.lock:
                state.asked.append(address)
                state.agents.append(self.headers.get("User-Agent", ""))
                state.at_once += 1
                state.most_at_once = max(state.most_at_once, state.at_once)
            try:
                (state.by_address.get(address) or state.always or status(404))(self)
            finally:
                with state.lock:
                    state.at_once -= 1

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}/"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(content: Any) -> Behaviour:
    """200 with this as JSON."""
    return body(json.dumps(content).encode())


def body(content: bytes, *, promised: int | None = None) -> Behaviour:
    """200 with these bytes, of which as many are promised as are sent unless told otherwise."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/rdap+json")
        handler.send_header("Content-Length", str(len(content) if promised is None else promised))
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(content)
        handler.close_connection = True

    return send


def status(code: int, **headers: str) -> Behaviour:
    """A status without content; underscores in the names of headers are dashes."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", "0")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.close_connection = True

    return send


def slow(until: threading.Event) -> Behaviour:
    """Nothing, until the event is set."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        until.wait(10)
        handler.close_connection = True

    return send


def dripping(until: threading.Event) -> Behaviour:
    """A byte now and then, until the event is set: no single read is late, the whole is."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Connection", "close")
        handler.end_headers()
        try:
            while not until.wait(0.05):
                handler.wfile.write(b" ")
                handler.wfile.flush()
        except OSError:
            return
        finally:
            handler.close_connection = True

    return send

"""An HTTP/1.1 server that logs nothing, bounds what it reads, and leaves no socket behind (edge)."""

import socket
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any

BODY_LIMIT = 64 * 1024
HOST = "127.0.0.1"


class QuietServer(ThreadingHTTPServer):
    """Serves in the background; `close()` also ends the connections that browsers keep open."""

    daemon_threads = True
    request_queue_size = 128  # a browser opens six connections at once, and a journey test several browsers

    def __init__(self, port: int, handler: Any) -> None:
        self._open: set[socket.socket] = set()
        self._open_lock = Lock()
        super().__init__((HOST, port), handler)
        self._thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def url(self) -> str:
        """The server's address without a trailing slash."""
        return f"http://{HOST}:{self.server_address[1]}"

    def start(self) -> None:
        """Begin to answer, on a thread of its own."""
        self._thread.start()

    def close(self) -> None:
        """Stop answering and end every open connection."""
        self.shutdown()
        self._thread.join()
        self.server_close()
        with self._open_lock:
            for connection in self._open:
                _hang_up(connection)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._open_lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._open_lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: the library's own message holds the client's address."""


class QuietHandler(BaseHTTPRequestHandler):
    """One connection: keep-alive, no log line, and an idle limit in seconds."""

    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True  # an answer is two writes; waiting for an ACK between costs 40 ms

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: a log line of the library holds the client's address."""

    def version_string(self) -> str:
        return "demo"

    def read_body(self) -> bytes | None:
        """Return the request's body, or None after having answered that it cannot be taken."""
        length = self.headers.get("Content-Length", "0")
        refusal = _refusal(length, chunked="Transfer-Encoding" in self.headers)
        body = b"" if refusal else self.rfile.read(int(length))
        if refusal is None and len(body) == int(length):
            return body
        self.close_connection = True  # what is left unread would be taken for the next request
        self.answer(refusal or HTTPStatus.BAD_REQUEST, b"", "text/plain", Connection="close")
        return None

    def answer(self, status: HTTPStatus, body: bytes, content_type: str, **headers: str) -> None:
        """Send one whole answer; keyword `Cache_Control` becomes the header `Cache-Control`."""
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def answer_shortly(self, status: HTTPStatus) -> None:
        """Answer with nothing but the status and its name."""
        self.answer(status, f"{status.phrase}\n".encode(), "text/plain", Cache_Control="no-store")


def _refusal(length: str, *, chunked: bool) -> HTTPStatus | None:
    if chunked:
        return HTTPStatus.LENGTH_REQUIRED
    if not (length.isascii() and length.isdigit()):
        return HTTPStatus.BAD_REQUEST
    too_large = len(length) > 9 or int(length) > BODY_LIMIT
    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_large else None


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):  # its own thread may have closed it just now
        connection.shutdown(socket.SHUT_RDWR)

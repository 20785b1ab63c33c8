"""An HTTP/1.1 server for one application that answers through a callback (edge; RFC 9110, RFC 9112).

It stands behind a proxy, does only what the collector needs, and ends a connection rather than guess. No coroutine and
no task per request: that is what makes it quicker than a general server.
"""

import asyncio
import logging
from collections.abc import Callable
from email.utils import formatdate
from http import HTTPStatus
from typing import cast

from tracking.answers import Answer
from tracking.head_memory import HeadMemory
from tracking.http_request import MAX_HEAD_BYTES, BadRequest, DoorRequest

log = logging.getLogger(__name__)
MAX_BODY_BYTES = 64 * 1024
REQUEST_SECONDS = 10
IDLE_SECONDS = 75
TICK_SECONDS = 1.0
Application = Callable[[DoorRequest, Callable[[Answer], None]], None]
_NO_BODY = frozenset({204, 304})


class HttpServer:
    """Listens, and ends orderly: what is in hand is answered before the connections close."""

    def __init__(self, application: Application, *, most_connections: int = 20_000) -> None:
        self.application = application
        self.connections: set[Connection] = set()
        self.most_connections = most_connections
        self.is_stopping = False
        self.ticks = 0
        self.heads = HeadMemory()
        self._rendered: dict[Answer, bytes] = {}
        self._date = b""
        self._server: asyncio.Server | None = None

    async def start(self, host: str, port: int, *, backlog: int = 4096) -> int:
        """Listen; the port that was taken. Raises OSError when it is in use."""
        loop = asyncio.get_running_loop()
        self._tick()
        self._server = await loop.create_server(lambda: Connection(self), host, port, backlog=backlog)
        return int(self._server.sockets[0].getsockname()[1])

    async def stop(self, *, seconds: float = 10.0) -> None:
        """Take no new connection, answer every request that has arrived, then close."""
        self.is_stopping = True
        if self._server is not None:
            self._server.close()
        for connection in list(self.connections):
            connection.close_when_idle()
        for _ in range(round(seconds / 0.02)):
            if not self.connections:
                return
            await asyncio.sleep(0.02)
        for connection in list(self.connections):
            connection.abort()

    def rendered(self, answer: Answer) -> bytes:
        """The answer as bytes; the usual ones are made once a second, for the date in them."""
        wire = self._rendered.get(answer)
        if wire is None:
            wire = _rendered(answer, self._date)
            if len(self._rendered) < 64:
                self._rendered[answer] = wire
        return wire

    def _tick(self) -> None:
        self.ticks += 1
        self._date = formatdate(usegmt=True).encode()
        self._rendered.clear()
        self.heads.age(self.ticks)
        for connection in list(self.connections) if self.ticks % 5 == 0 else ():
            connection.end_if_late()
        asyncio.get_running_loop().call_later(TICK_SECONDS, self._tick)


class Connection(asyncio.Protocol):
    """One connection: requests one after the other; what is pipelined waits in the buffer."""

    __slots__ = (
        "_buffer",
        "_busy",
        "_is_closing",
        "_is_ended",
        "_needed",
        "_peer",
        "_server",
        "_since",
        "_stays",
        "_transport",
    )

    def __init__(self, server: HttpServer) -> None:
        self._server = server
        self._buffer = b""
        self._needed = 0
        self._busy = self._is_closing = self._is_ended = False
        self._stays = True
        self._since = server.ticks

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection in, or turn it away when there are too many."""
        self._transport = cast(asyncio.Transport, transport)
        peer = transport.get_extra_info("peername")
        self._peer = str(peer[0]) if isinstance(peer, tuple) else ""
        if len(self._server.connections) >= self._server.most_connections:
            self._transport.abort()
            return
        self._server.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._is_closing = True
        self._server.connections.discard(self)

    def data_received(self, data: bytes) -> None:
        """Begin with a request as soon as it is whole."""
        self._buffer = self._buffer + data if self._buffer else data
        if self._busy:
            if len(self._buffer) > MAX_HEAD_BYTES + MAX_BODY_BYTES:
                self.abort()
        elif len(self._buffer) >= self._needed:
            self._next()

    def eof_received(self) -> bool:
        """The other side sends no more; what it has asked is still answered."""
        self._is_ended = True
        return self._busy

    def respond(self, answer: Answer) -> None:
        """Answer the request in hand, and go on with the next."""
        self._busy = False
        if self._is_closing:
            return
        self._since = self._server.ticks
        if self._stays and not self._server.is_stopping and (self._buffer or not self._is_ended):
            self._transport.write(self._server.rendered(answer))
            if self._buffer:
                self._next()
        else:
            self._close_with(answer)

    def close_when_idle(self) -> None:
        """Close now, or behind the answer that is owed."""
        self._stays = False
        if not self._busy:
            self._transport.close()

    def end_if_late(self) -> None:
        """End a connection whose request does not become whole, or that has been idle for long."""
        limit = REQUEST_SECONDS if self._buffer else IDLE_SECONDS
        if not self._busy and self._server.ticks - self._since > limit:
            self.abort()

    def abort(self) -> None:
        """End at once."""
        self._is_closing = True
        self._transport.abort()

    def _next(self) -> None:
        buffer = self._buffer
        end = buffer.find(b"\r\n\r\n")
        if end > MAX_HEAD_BYTES or (end < 0 and len(buffer) > MAX_HEAD_BYTES):
            self._refuse(431)
            return
        if end < 0:
            self._close_if_ended()
            return
        try:
            request = self._server.heads.read(buffer[:end], self._peer, self._server.ticks)
        except BadRequest as error:
            self._refuse(error.status)
            return
        if request.length > MAX_BODY_BYTES:
            self._refuse(413)
            return
        self._needed = end + 4 + request.length
        if len(buffer) < self._needed:
            if request.headers.get("expect", "").lower() == "100-continue":
                self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            self._close_if_ended()
            return
        request.body = buffer[end + 4 : self._needed]
        self._begin(request)

    def _close_if_ended(self) -> None:
        """What is missing will never come."""
        if self._is_ended:
            self._transport.close()

    def _begin(self, request: DoorRequest) -> None:
        self._buffer = self._buffer[self._needed :]
        self._needed = 0
        self._busy, self._stays = True, self._stays and request.stays
        try:
            self._server.application(request, self.respond)
        except Exception as error:
            log.error("a request could not be answered: %s", type(error).__name__)  # its words may hold anything
            if self._busy:
                self._refuse(500)

    def _refuse(self, status: int) -> None:
        self._busy, self._buffer = True, b""
        self._close_with(Answer(status))

    def _close_with(self, answer: Answer) -> None:
        last = Answer(answer.status, (*answer.headers, ("Connection", "close")), answer.body)
        self._is_closing = True
        self._transport.write(self._server.rendered(last))
        self._transport.close()


def _rendered(answer: Answer, date: bytes) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} {HTTPStatus(answer.status).phrase}"]
    lines += [f"{name}: {value}" for name, value in answer.headers]
    if answer.status not in _NO_BODY:
        lines.append(f"Content-Length: {len(answer.body)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\nDate: " + date + b"\r\n\r\n" + answer.body

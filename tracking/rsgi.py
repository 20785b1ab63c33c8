"""The collector as an RSGI application, for granian (edge). What it answers is the same as by tracking.http_server."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from tracking.answers import Answer
from tracking.http_request import READ, DoorRequest, joined
from tracking.http_server import Application

MAX_BODY_BYTES = 64 * 1024


class Life(Protocol):
    """What begins and ends with the event loop: see tracking.collecting."""

    def begin(self) -> Application:
        """Start what runs beside the requests; the application that answers them."""

    async def end(self) -> None:
        """Answer what is in hand, and stop."""


class RsgiDoor:
    """One for each worker process. `life` is called when the worker's loop is there."""

    def __init__(self, life: Callable[[], Life]) -> None:
        self._make_life = life
        self._life: Life | None = None
        self._answer: Application | None = None

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Called by the server before the first request."""
        self._life = self._make_life()
        self._answer = loop.run_until_complete(_begun(self._life))

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Called by the server behind the last request."""
        if self._life is not None:
            loop.run_until_complete(self._life.end())

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Answer one request. Raises nothing that tells of it."""
        if scope.proto != "http":
            return
        assert self._answer is not None
        body = await protocol() if scope.method == "POST" else b""
        request = DoorRequest(
            scope.method, scope.path, _headers(scope.headers.items()), _peer(scope.client), body[:MAX_BODY_BYTES]
        )
        answered: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._answer(request, answered.set_result)
        answer = await answered
        headers = [(name.lower(), value) for name, value in answer.headers]
        if answer.body:
            protocol.response_bytes(answer.status, headers, answer.body)
        else:
            protocol.response_empty(answer.status, headers)


async def _begun(life: Life) -> Application:
    return life.begin()


def _headers(items: Iterable[tuple[str, str]]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in items:
        if name in READ:
            headers[name] = joined(headers, name, value) if name in headers else value
    return headers


def _peer(client: str) -> str:
    """The address in `address:port`; an IPv6 address stands in brackets or bare."""
    return client.rpartition(":")[0].strip("[]")

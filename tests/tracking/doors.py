"""The doors to the product, each asked as a browser would: Django's view, the collector's own server, and RSGI."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import django.test
import redis
from django.conf import settings
from django.db import OperationalError

from tracking import views
from tracking.collecting import make_doorkeeper
from tracking.collector import Collector
from tracking.group_commit import GroupCommit
from tracking.http_server import HttpServer
from tracking.rsgi import RsgiDoor
from tracking.sites import SITES
from tracking.stream import sealer, shard_of
from tracking.valkey_link import ValkeyLink


@dataclass
class Answered:
    """An answer as a test looks at it."""

    status_code: int
    headers: dict[str, str]
    content: bytes
    cookies: dict[str, str] = field(default_factory=dict)


class DjangoDoor:
    """Django's view, through its test client."""

    def begin(self) -> None:
        views._doorkeeper.cache_clear()

    def close(self) -> None:
        views._doorkeeper.cache_clear()

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str], peer: str) -> Answered:
        client = django.test.Client(REMOTE_ADDR=peer)
        answer = client.generic(method, path, body, content_type="text/plain", headers=headers)
        return Answered(answer.status_code, dict(answer.headers), answer.content, dict(answer.cookies))

    @contextmanager
    def without_valkey(self, monkeypatch: Any) -> Iterator[None]:
        nobody = redis.Redis(unix_socket_path="/nonexistent/valkey.sock")
        with monkeypatch.context() as patch:
            patch.setattr("tracking.stream.valkey", lambda: nobody)
            yield


class LoopDoor:
    """A collector on a loop of its own in this very thread, so that it sees what the test has not committed yet."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.link = ValkeyLink(settings.STREAM_URL)
        self._connecting: asyncio.Task[None] | None = None

    def collector(self) -> Collector:
        commits = GroupCommit(self.link, sealer=sealer(), shard_of=shard_of, most_waiting=1000)
        return Collector(sites=SITES, doorkeeper=make_doorkeeper(), commits=commits)

    async def connect(self) -> None:
        self._connecting = self.loop.create_task(self.link.stay_connected())
        while not self.link.is_up:
            await asyncio.sleep(0.001)

    def look_at_sites(self) -> None:
        with suppress(OperationalError):
            SITES.find("")

    @contextmanager
    def without_valkey(self, monkeypatch: Any) -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr(self.link, "is_up", False)
            yield

    def close(self) -> None:
        self.link.close()
        assert self._connecting is not None
        self.loop.run_until_complete(self._connecting)
        self.loop.close()


class ServerDoor(LoopDoor):
    """The collector behind its own HTTP server, over a socket."""

    def __init__(self) -> None:
        super().__init__()
        self.loop.run_until_complete(self.connect())
        self.server = HttpServer(self.collector().answer)
        self.port = self.loop.run_until_complete(self.server.start("127.0.0.1", 0))

    def begin(self) -> None:
        self.server.application = self.collector().answer

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str], peer: str) -> Answered:
        self.look_at_sites()
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        head = "\r\n".join((*lines, f"Content-Length: {len(body)}", "Connection: close", "", ""))
        return parsed(self.loop.run_until_complete(self.exchange(head.encode("latin-1") + body, peer)))

    async def exchange(self, data: bytes, peer: str = "127.0.0.1") -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(peer, 0))
        writer.write(data)
        received = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        await writer.wait_closed()
        return received

    def close(self) -> None:
        self.loop.run_until_complete(self.server.stop())
        super().close()


class GranianDoor(LoopDoor):
    """The collector as granian calls it."""

    def __init__(self) -> None:
        super().__init__()
        self.loop.run_until_complete(self.connect())
        self.begin()

    def begin(self) -> None:
        self.application = RsgiDoor(lambda: SimpleNamespace(begin=lambda: self.collector().answer))
        self.application.__rsgi_init__(self.loop)

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str], peer: str) -> Answered:
        self.look_at_sites()
        lower = SimpleNamespace(items=lambda: [(name.lower(), value) for name, value in headers.items()])
        scope = SimpleNamespace(
            proto="http", method=method, path=path.partition("?")[0], headers=lower, client=f"{peer}:50000"
        )
        protocol = _Protocol(body)
        self.loop.run_until_complete(self.application.__rsgi__(scope, protocol))
        assert protocol.answered is not None
        return protocol.answered


class _Protocol:
    """What granian hands over to answer with."""

    def __init__(self, body: bytes) -> None:
        self._body = body
        self.answered: Answered | None = None

    async def __call__(self) -> bytes:
        return self._body

    def response_empty(self, status: int, headers: list[tuple[str, str]]) -> None:
        self.response_bytes(status, headers, b"")

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.answered = Answered(status, {_title(name): value for name, value in headers}, body)


class Client:
    """Asks the door that the test is about, in the words of Django's test client."""

    door: Any = DjangoDoor()

    def __init__(self, *, peer: str = "127.0.0.1") -> None:
        self._peer = peer

    def generic(self, method: str, path: str, data: str | bytes, headers: dict[str, str] | None) -> Answered:
        body = data.encode() if isinstance(data, str) else data
        return self.door.ask(method, path, body, headers or {}, self._peer)

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answered:
        return self.generic("GET", path, b"", headers)

    def post(
        self, path: str, data: str | bytes = b"", content_type: str = "text/plain", headers: dict | None = None
    ) -> Answered:
        return self.generic("POST", path, data, headers)

    def delete(self, path: str) -> Answered:
        return self.generic("DELETE", path, b"", None)


def parsed(data: bytes) -> Answered:
    """One answer as it came over a socket, without its date."""
    head, _, content = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    for name in ("Date", "Connection", "Content-Length"):
        headers.pop(name, None)
    return Answered(int(first.split(" ")[1]), headers, content)


def _title(name: str) -> str:
    return {"etag": "ETag", "x-connectleads-reason": "X-ConnectLeads-Reason"}.get(name, name.title())

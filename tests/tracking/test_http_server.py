"""The collector's HTTP server, over real sockets."""

import asyncio
from collections.abc import Callable

import pytest

from tracking import http_server
from tracking.answers import Answer
from tracking.http_request import DoorRequest
from tracking.http_server import HttpServer

Asked = Callable[[DoorRequest, Callable[[Answer], None]], None]


def echo(request: DoorRequest, respond: Callable[[Answer], None]) -> None:
    respond(Answer(200, (("X-Path", request.path),), request.body))


def conversation(data: bytes, application: Asked = echo, *, pieces: int = 1) -> bytes:
    """All that a server answers to bytes that arrive in so many pieces."""

    async def talk() -> bytes:
        server = HttpServer(application)
        port = await server.start("127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        size = -(-len(data) // pieces)
        for start in range(0, len(data), size):
            writer.write(data[start : start + size])
            await writer.drain()
            await asyncio.sleep(0.005 if pieces > 1 else 0)
        writer.write_eof()
        received = await asyncio.wait_for(reader.read(), 10)
        writer.close()
        await server.stop()
        return received

    return asyncio.run(talk())


def post(path: str, body: bytes, *more: str) -> bytes:
    return "\r\n".join((f"POST {path} HTTP/1.1", f"Content-Length: {len(body)}", *more, "", "")).encode() + body


@pytest.mark.parametrize("pieces", [1, 2, 7, 60])
def test_a_request_may_arrive_in_pieces(pieces: int):
    answer = conversation(post("/a", b"hello"), pieces=pieces)

    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"X-Path: /a\r\n" in answer
    assert answer.endswith(b"\r\n\r\nhello")
    assert answer.count(b"HTTP/1.1") == 1


@pytest.mark.parametrize("pieces", [1, 3, 50])
def test_requests_behind_each_other_are_answered_in_their_order(pieces: int):
    answer = conversation(post("/1", b"one") + post("/2", b"") + post("/3", b"three"), pieces=pieces)

    assert [answer.find(word) for word in (b"/1", b"/2", b"/3")] == sorted(
        answer.find(w) for w in (b"/1", b"/2", b"/3")
    )
    assert answer.count(b"HTTP/1.1 200") == 3


def test_requests_behind_each_other_wait_for_late_answers():
    def later(request: DoorRequest, respond: Callable[[Answer], None]) -> None:
        delay = 0.05 if request.path == "/1" else 0
        asyncio.get_running_loop().call_later(delay, echo, request, respond)

    answer = conversation(post("/1", b"") + post("/2", b""), later)

    assert answer.find(b"/1") < answer.find(b"/2")


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"nonsense\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"411"),
        (b"POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n", b"413"),
        (b"GET / HTTP/1.1\r\nA: " + b"x" * 50_000, b"431"),
    ],
)
def test_what_is_odd_is_refused_and_the_connection_ends(data: bytes, status: bytes):
    answer = conversation(data + post("/smuggled", b""))

    assert answer.startswith(b"HTTP/1.1 " + status)
    assert b"Connection: close" in answer
    assert b"smuggled" not in answer


def test_an_answer_without_a_body_has_none():
    answer = conversation(post("/", b""), lambda request, respond: respond(Answer(204)))

    assert answer.startswith(b"HTTP/1.1 204 No Content\r\nDate: ")
    assert b"Content-Length" not in answer


def test_a_sender_that_asks_first_is_told_to_go_on():
    data = post("/", b"h" * 200, "Expect: 100-continue")

    answer = conversation(data, pieces=2)

    assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")


def test_a_fault_of_the_application_is_500_and_says_nothing(caplog: pytest.LogCaptureFixture):
    def fails(request: DoorRequest, respond: Callable[[Answer], None]) -> None:
        raise ValueError("203.0.113.9 did something")

    answer = conversation(post("/", b""), fails)

    assert answer.startswith(b"HTTP/1.1 500")
    assert "203.0.113.9" not in caplog.text


def test_when_it_stops_what_is_in_hand_is_answered_first():
    async def talk() -> tuple[bytes, bool]:
        waiting: list[Callable[[Answer], None]] = []
        server = HttpServer(lambda request, respond: waiting.append(respond))
        port = await server.start("127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        idle_reader, idle_writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(post("/", b"hello"))
        while not waiting:
            await asyncio.sleep(0.001)

        stopping = asyncio.create_task(server.stop())
        assert await asyncio.wait_for(idle_reader.read(), 5) == b""
        with pytest.raises(OSError):
            await asyncio.open_connection("127.0.0.1", port)
        waiting[0](Answer(204))
        answer = await asyncio.wait_for(reader.read(), 5)
        await asyncio.wait_for(stopping, 5)
        for one in (writer, idle_writer):
            one.close()
        return answer, not server.connections

    answer, is_empty = asyncio.run(talk())

    assert answer.startswith(b"HTTP/1.1 204")
    assert b"Connection: close" in answer
    assert is_empty


def test_a_request_that_never_becomes_whole_is_ended(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(http_server, "TICK_SECONDS", 0.001)

    async def talk() -> bytes:
        server = HttpServer(echo)
        port = await server.start("127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST / HT")
        try:
            return await asyncio.wait_for(reader.read(), 10)
        except ConnectionResetError:
            return b""
        finally:
            writer.close()
            await server.stop()

    assert asyncio.run(talk()) == b""


def test_there_is_a_most_of_connections():
    async def talk() -> bytes:
        server = HttpServer(echo, most_connections=1)
        port = await server.start("127.0.0.1", 0)
        _, first = await asyncio.open_connection("127.0.0.1", port)
        while not server.connections:
            await asyncio.sleep(0.001)
        reader, second = await asyncio.open_connection("127.0.0.1", port)
        try:
            second.write(post("/", b""))
            return await asyncio.wait_for(reader.read(), 5)
        except ConnectionResetError:
            return b""
        finally:
            first.close()
            second.close()
            await server.stop()

    assert asyncio.run(talk()) == b""


def test_the_server_forgets_heads_by_its_own_clock(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(http_server, "TICK_SECONDS", 0.002)

    def agreeing(request: DoorRequest, respond: Callable[[Answer], None]) -> None:
        assert request.keep is not None
        request.keep(request)
        respond(Answer(204))

    async def watch() -> list[bool]:
        server = HttpServer(agreeing)
        port = await server.start("127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(post("/t/k", b"x"))
        await reader.readuntil(b"\r\n\r\n")
        memory = server.heads._heads
        held = [bool(memory._younger)]
        for _ in range(500):
            await asyncio.sleep(0.01)
            if not (memory._younger or memory._elder):
                break
        held.append(bool(memory._younger or memory._elder))
        writer.close()
        await server.stop()
        return held

    assert asyncio.run(watch()) == [True, False]

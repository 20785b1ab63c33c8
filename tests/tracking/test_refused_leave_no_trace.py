"""A refused request gets the same answer in the same time, and nothing but a number remembers it."""

import gc
import logging
import statistics
import time
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from connectleads.demo.cookiebot_value import STAMP, value
from tests.conftest import Cast
from tests.tracking.doors import Client, DjangoDoor, ServerDoor
from tests.tracking.test_door import VISITOR, dropped, send
from tracking.http_request import DoorRequest
from tracking.stream import DROPS, valkey

REFUSED = {
    "no evidence": {},
    "refused": {"consent": value(marketing=False)},
    "malformed": {"consent": "{stamp:'" + STAMP},
    "gpc": {"consent": value(), "headers": {"Sec-GPC": "1"}},
    "not a body": {"kind": "nonsense"},
}
ROUNDS = 60
pytestmark = pytest.mark.usefixtures("stream")


@pytest.fixture
def every_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


@pytest.mark.parametrize("kind", REFUSED)
def test_no_log_line_is_written(cast: Cast, every_log_line: pytest.LogCaptureFixture, kind: str):
    send(cast)  # the snapshot of sites is read now, which does log its queries
    every_log_line.clear()

    send(cast, **REFUSED[kind])

    assert every_log_line.records == []


@pytest.mark.parametrize("kind", REFUSED)
def test_nothing_but_a_number_is_stored(cast: Cast, kind: str):
    send(cast)
    valkey().flushdb()
    cache.clear()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        send(cast, visitor="ab" * 16, **REFUSED[kind])

    assert queries.captured_queries == []
    assert valkey().keys() == [DROPS.encode()]
    assert sum(dropped().values()) == 1
    stored = b"".join(name + count for name, count in valkey().hgetall(DROPS).items())
    for personal in (VISITOR, "ab" * 16, STAMP, "prijzen"):
        assert personal.encode() not in stored
    assert _cached() == []


@pytest.mark.parametrize("kind", REFUSED)
def test_the_collector_remembers_nothing_of_who_was_refused(cast: Cast, kind: str):
    Client.door = door = ServerDoor()
    try:
        send(cast, visitor="ab" * 16, **REFUSED[kind])
        assert remembered(door) == []

        send(cast, visitor="ab" * 16, consent=value())
        assert len(remembered(door)) == 3, "a head, a standing and a place"
    finally:
        door.close()
        Client.door = DjangoDoor()


@pytest.mark.parametrize("kind", REFUSED)
def test_no_request_of_who_was_refused_waits_in_memory_to_be_cleared_away(cast: Cast, kind: str):
    """Python clears away what refers to itself at some time only, which may be days later on a quiet website."""
    Client.door = door = ServerDoor()
    gc.collect()
    before = requests_in_memory()
    gc.disable()
    try:
        for _ in range(5):
            send(cast, visitor="ab" * 16, **REFUSED[kind])
        assert [one for one in requests_in_memory() if all(one is not other for other in before)] == []
    finally:
        gc.enable()
        door.close()
        Client.door = DjangoDoor()


def requests_in_memory() -> list[DoorRequest]:
    """By their type itself: what stands in for something else would be woken by a closer question."""
    return [one for one in gc.get_objects() if type(one) is DoorRequest]


def remembered(door: ServerDoor) -> list[object]:
    """Everything that the server and its doorkeeper remember of visitors."""
    judge = door.server.application.__self__._doorkeeper._judge
    memories = (door.server.heads._heads, judge._standings, judge._places)
    return [key for memory in memories for key in (*memory._younger, *memory._elder)]


def test_a_hundred_refusals_are_no_more_trace_than_one(cast: Cast):
    """No limit remembers who was refused: the hundred-and-first request is answered as the first was."""
    answers = [send(cast) for _ in range(101)]

    assert {(answer.status_code, tuple(sorted(answer.headers.items()))) for answer in answers} == {
        (answers[0].status_code, tuple(sorted(answers[0].headers.items())))
    }
    assert valkey().keys() == [DROPS.encode()]


def test_the_answer_takes_the_same_time(cast: Cast):
    """Medians of interleaved requests, so that a noisy machine slows both alike."""
    send(cast, consent=value())
    accepted, refused = [], []
    for _ in range(ROUNDS):
        accepted.append(_seconds(cast, {"consent": value()}))
        refused.append(_seconds(cast, {"consent": value(marketing=False)}))

    ratio = statistics.median(refused) / statistics.median(accepted)

    assert 0.5 < ratio < 2.0


def _seconds(cast: Cast, request: dict) -> float:
    began = time.perf_counter()
    send(cast, **request)
    return time.perf_counter() - began


def _cached() -> list[bytes]:
    return list(cache._cache.get_client(None).scan_iter("*"))  # type: ignore[attr-defined]

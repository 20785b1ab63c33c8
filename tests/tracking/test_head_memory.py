"""Heads that are remembered: the same answers as those that are read anew, and nothing kept for long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.head_memory import LONGEST_HEAD, SECONDS, HeadMemory
from tracking.http_request import BadRequest, DoorRequest, read_head

NAMES = ("Content-Length", "content-length", "Cookie", "X-Forwarded-For", "Transfer-Encoding", "Connection", "Referer")
VALUES = ("0", "12", "007", "1 2", "-1", "+1", "", "1,1", "close", "chunked", "203.0.113.9")
CHUNKED = b"Transfer-Encoding: chunked"
heads = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), max_size=6).map(
    lambda fields: "\r\n".join(("POST /t/k HTTP/1.1", *(f"{name}: {value}" for name, value in fields))).encode()
)


def told(request: DoorRequest) -> tuple[object, ...]:
    headers = {name: value for name, value in request.headers.items() if name != "content-length"}
    return (request.method, request.path, headers, request.peer, request.length, request.stays)


def kept(memory: HeadMemory, head: bytes, peer: str = "", at: float = 0.0) -> DoorRequest:
    """Read a head whose sender then turns out to agree."""
    request = memory.read(head, peer, at)
    if request.keep is not None:
        request.keep(request)
    return request


def answered(read, head: bytes) -> object:
    try:
        return told(read(head, "192.0.2.1"))
    except BadRequest as refused:
        return refused.status


@given(st.lists(heads, min_size=1, max_size=12))
def test_whatever_came_before_a_head_is_read_as_if_it_were_the_first(several: list[bytes]):
    memory = HeadMemory()

    for head in several:
        assert answered(lambda data, peer: kept(memory, data, peer), head) == answered(read_head, head)


@pytest.mark.parametrize(
    "more", [b"\r\nContent-Length: 3", b"\r\ncontent-length: 3", b"\r\nTransfer-Encoding: chunked"]
)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_length_that_is_told_twice_is_refused_every_time(more: bytes, is_first: bool):
    memory = HeadMemory()
    line, plain = b"POST /t/k HTTP/1.1", b"\r\nContent-Length: 3"
    kept(memory, line + plain)

    for _ in range(2):
        with pytest.raises(BadRequest):
            memory.read(line + (more + plain if is_first else plain + more), "", 0.0)


def test_requests_with_one_head_share_what_is_worked_out_of_it_whatever_their_length():
    memory = HeadMemory()

    def read(length: int, peer: str, at: float) -> DoorRequest:
        return kept(memory, f"POST /t/k HTTP/1.1\r\nContent-Length: {length}\r\nCookie: a=1".encode(), peer, at)

    first = read(3, "192.0.2.1", 0.0)
    assert read(4, "192.0.2.1", 1.0).memory is first.memory
    assert (read(4, "192.0.2.1", 1.0).length, first.length) == (4, 3)
    assert read(3, "192.0.2.2", 1.0).memory is not first.memory, "another peer is another sender"


def test_a_head_is_forgotten_within_half_a_minute():
    memory, head = HeadMemory(), b"POST /t/k HTTP/1.1\r\nContent-Length: 3\r\nX-Forwarded-For: 203.0.113.9"
    first = kept(memory, head)

    assert memory.read(head, "", 2 * SECONDS + 1).memory is not first.memory


def test_a_long_head_is_never_remembered():
    memory, head = HeadMemory(), b"POST /t/k HTTP/1.1\r\nContent-Length: 3\r\nCookie: " + LONGEST_HEAD * b"x"

    assert (memory.read(head, "", 0.0).memory, memory.read(head, "", 0.0).keep) == (None, None)


def test_of_a_sender_who_has_not_agreed_nothing_is_kept():
    memory, head = HeadMemory(), b"POST /t/k HTTP/1.1\r\nContent-Length: 3\r\nX-Forwarded-For: 203.0.113.9"

    memory.read(head, "", 0.0)

    assert everything_in(memory._heads) == ({}, {})


def test_what_is_kept_is_without_the_body():
    memory, head = HeadMemory(), b"POST /t/k HTTP/1.1\r\nContent-Length: 3"
    request = memory.read(head, "", 0.0)
    request.body = b"abc"

    request.keep(request)

    assert memory.read(head, "", 0.0).body == b""


def test_the_last_visitor_of_an_evening_is_forgotten_though_nobody_comes():
    memory, head = HeadMemory(), b"POST /t/k HTTP/1.1\r\nContent-Length: 3\r\nX-Forwarded-For: 203.0.113.9"
    kept(memory, head)

    for second in range(round(2 * SECONDS) + 2):
        memory.age(float(second))

    assert everything_in(memory._heads) == ({}, {})


def everything_in(recollection) -> tuple[dict, dict]:
    return recollection._younger, recollection._elder

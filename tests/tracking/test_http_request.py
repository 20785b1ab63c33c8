"""The head of a request, read strictly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.http_request import BadRequest, read_head


def head(*lines: str, first: str = "POST /t/abc HTTP/1.1"):
    return read_head("\r\n".join((first, *lines)).encode("latin-1"), "127.0.0.1")


def test_what_is_needed_is_read_and_the_rest_is_left():
    request = head(
        "Host: x.nl", "CONTENT-length: 12", "Cookie:  a=b; c=d ", "X-Anything: 1", first="GET /s/a.js?v=2 HTTP/1.1"
    )

    assert (request.method, request.path, request.length, request.stays) == ("GET", "/s/a.js", 12, True)
    assert request.headers == {"content-length": "12", "cookie": "a=b; c=d"}


def test_a_header_that_comes_twice_is_one():
    request = head(
        "Cookie: a=1", "Cookie: b=2", "Sec-GPC: 0", "sec-gpc: 1", "X-Forwarded-For: 1.2.3.4", "X-Forwarded-For: 5.6.7.8"
    )

    assert request.headers["cookie"] == "a=1; b=2"
    assert request.headers["sec-gpc"] == "0, 1"
    assert request.headers["x-forwarded-for"] == "1.2.3.4, 5.6.7.8"


@pytest.mark.parametrize(
    ("lines", "first", "stays"),
    [
        ((), "GET / HTTP/1.1", True),
        (("Connection: keep-alive",), "GET / HTTP/1.1", True),
        (("Connection: Close",), "GET / HTTP/1.1", False),
        (("Connection: keep-alive, close",), "GET / HTTP/1.1", False),
        ((), "GET / HTTP/1.0", False),
        (("Connection: keep-alive",), "GET / HTTP/1.0", False),
    ],
)
def test_a_connection_stays_only_where_both_sides_know_it(lines: tuple[str, ...], first: str, stays: bool):
    assert head(*lines, first=first).stays is stays


@pytest.mark.parametrize(
    ("lines", "first", "status"),
    [
        (("Content-Length: 1", "Content-Length: 1"), "POST / HTTP/1.1", 400),
        (("Content-Length: +1",), "POST / HTTP/1.1", 400),
        (("Content-Length: 1 1",), "POST / HTTP/1.1", 400),
        (("Content-Length: ²",), "POST / HTTP/1.1", 400),
        (("Content-Length: 99999999999999999",), "POST / HTTP/1.1", 400),
        (("Transfer-Encoding: chunked",), "POST / HTTP/1.1", 411),
        (("Content-Length: 3", "Transfer-Encoding: chunked"), "POST / HTTP/1.1", 411),
        (("Content-Length : 3",), "POST / HTTP/1.1", 400),
        ((" folded: 3",), "POST / HTTP/1.1", 400),
        (("no colon",), "POST / HTTP/1.1", 400),
        ((": no name",), "POST / HTTP/1.1", 400),
        (("a: 1\nContent-Length: 3",), "POST / HTTP/1.1", 400),
        (("a: 1\rb: 2",), "POST / HTTP/1.1", 400),
        (("a: 1\0",), "POST / HTTP/1.1", 400),
        (tuple(f"a{n}: 1" for n in range(101)), "POST / HTTP/1.1", 431),
        ((), "POST / HTTP/2.0", 400),
        ((), "POST  / HTTP/1.1", 400),
        ((), "POST /", 400),
        ((), "BREW / HTTP/1.1", 400),
        ((), "GET http://x.nl/ HTTP/1.1", 400),
        ((), "", 400),
    ],
)
def test_what_two_servers_could_read_differently_is_refused(lines: tuple[str, ...], first: str, status: int):
    with pytest.raises(BadRequest) as refused:
        head(*lines, first=first)

    assert refused.value.status == status


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes):
    try:
        request = read_head(data, "")
    except BadRequest:
        return
    assert request.path.startswith("/")


def test_lines_that_tell_of_a_person_are_not_remembered():
    from tracking import http_request

    http_request._LINES.clear()  # other tests send odd lines
    head(
        "Cookie: secret=1",
        "X-Forwarded-For: 203.0.113.9",
        "Referer: https://x.nl/geheim",
        "User-Agent: Mozilla/5.0 unusual",
    )

    remembered = " ".join(http_request._LINES)
    assert "unusual" in remembered
    for secret in ("secret", "203.0.113.9", "geheim"):
        assert secret not in remembered

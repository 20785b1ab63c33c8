"""Reads the head of an HTTP/1.1 request, strictly (pure; RFC 9112). What is odd is refused and never repaired.

Two servers that disagree about where a request ends can be played against each other (RFC 9112 section 11.2), so a
length that is given twice, in two ways or not in plain digits ends the connection.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

MAX_HEAD_BYTES = 48 * 1024
MAX_HEADERS = 100
MAX_LINES = 2000
MAX_ALIKE = 300
MOST_DIGITS = 15  # of the length of a body
READ = frozenset(
    {
        "accept-language", "connection", "content-length", "cookie", "dnt", "expect", "if-none-match", "purpose",
        "referer", "sec-ch-ua", "sec-gpc", "sec-purpose", "transfer-encoding", "user-agent", "x-forwarded-for",
        "x-moz", "x-purpose",
    }
)  # fmt: skip
_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*)")  # RFC 9110 sections 5.6.2 and 5.5
_ALIKE = frozenset(
    {
        "accept", "accept-encoding", "accept-language", "connection", "content-type", "dnt", "host", "origin",
        "priority", "sec-ch-ua",
        "sec-ch-ua-mobile", "sec-ch-ua-platform", "sec-fetch-dest", "sec-fetch-mode", "sec-fetch-site",
        "sec-fetch-storage-access", "sec-gpc", "user-agent", "via", "x-forwarded-host", "x-forwarded-proto",
    }
)  # fmt: skip
_LINES: dict[str, tuple[str, str]] = {}
_VERSIONS = frozenset({"HTTP/1.1", "HTTP/1.0"})
_JOINED_BY = {"cookie": "; "}
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})


class DoorRequest(msgspec.Struct, eq=False):
    """A request as every door hands it in: `path` without a query, `headers` by lower-case name, `peer` who sent it.

    `length` is what the head says of the body, `stays` whether the connection lives on afterwards. `memory` is where
    an application may note what it worked out of this head. `keep`, called with the request, has the head remembered
    with it for one with the very same head; it is to be called only when the sender's agreement is proven.
    A header that came more than once is one text here, joined by comma, cookies by semicolon (RFC 9110 section 5.3,
    RFC 9113 section 8.2.3).
    """

    method: str
    path: str
    headers: Mapping[str, str]
    peer: str
    body: bytes = b""
    length: int = 0
    stays: bool = True
    memory: dict[object, Any] | None = None
    keep: Callable[["DoorRequest"], None] | None = None


class BadRequest(Exception):
    """A head that cannot be trusted; `status` is the answer after which the connection ends."""

    def __init__(self, status: int) -> None:
        super().__init__(f"a request was refused with {status}")
        self.status = status


def read_head(head: bytes, peer: str) -> DoorRequest:
    """The request whose head this is, without the closing empty line; its body is still to come. Raises BadRequest."""
    lines = head.decode("latin-1").split("\r\n")
    if len(lines) > MAX_HEADERS:
        raise BadRequest(431)
    try:
        method, target, version = lines[0].split(" ")
    except ValueError:
        raise BadRequest(400) from None
    if version not in _VERSIONS or method not in _METHODS or target[:1] != "/":
        raise BadRequest(400)
    headers = _headers(lines)
    if "transfer-encoding" in headers:
        raise BadRequest(411)  # every browser, and a proxy that reads bodies first, knows the length
    length = read_length(headers.get("content-length", "0").encode("latin-1"))
    connection = headers.get("connection", "keep-alive")
    stays = version == "HTTP/1.1" and (connection == "keep-alive" or "close" not in connection.lower())
    path = target.partition("?")[0] if "?" in target else target
    return DoorRequest(method, path, headers, peer, b"", length, stays)


def read_length(digits: bytes) -> int:
    """The length of a body in bytes. Raises BadRequest for anything but plain digits."""
    if not digits.isdigit() or len(digits) > MOST_DIGITS:
        raise BadRequest(400)
    return int(digits)


def _headers(lines: list[str]) -> dict[str, str]:
    """The headers that anybody here reads; the others are looked at only to see that they are headers."""
    headers: dict[str, str] = {}
    known = _LINES.get
    for line in lines[1:]:
        name, value = known(line) or _line(line)
        if name:
            headers[name] = joined(headers, name, value) if name in headers else value
    return headers


def _line(line: str) -> tuple[str, str]:
    """Name in lower case and value of a header line; no name when nobody reads it. Raises BadRequest.

    Lines that are the same from many browsers are remembered, as long as they say nothing about a person.
    """
    fields = _FIELD.fullmatch(line)
    if fields is None:
        raise BadRequest(400)
    name = fields[1].lower()
    found = (name, fields[2].rstrip(" \t")) if name in READ else ("", "")
    if name in _ALIKE and len(line) <= MAX_ALIKE:
        if len(_LINES) >= MAX_LINES:
            _LINES.clear()
        _LINES[line] = found
    return found


def joined(headers: Mapping[str, str], name: str, value: str) -> str:
    """What a header says that comes once more. A second length becomes no length at all: it is an attack."""
    return f"{headers[name]}{_JOINED_BY.get(name, ', ')}{value}"

"""Reads the head of an HTTP/1.1 request, strictly (pure; RFC 9112). What is odd is refused and never repaired.

Two servers that disagree about where a request ends can be played against each other (RFC 9112 section 11.2), so a
length that is given twice, in two ways or not in plain digits ends the connection.
"""

from collections.abc import Mapping
from dataclasses import dataclass

MAX_HEAD_BYTES = 48 * 1024
MAX_HEADERS = 100
_JOINED_BY = {"cookie": "; "}
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})


@dataclass(slots=True)
class DoorRequest:
    """A request as every door hands it in: `path` without a query, `headers` by lower-case name, `peer` the socket's end.

    A header that came more than once is one text here, joined by comma, cookies by semicolon (RFC 9110 section 5.3,
    RFC 9113 section 8.2.3).
    """

    method: str
    path: str
    headers: Mapping[str, str]
    peer: str
    body: bytes = b""


@dataclass(slots=True)
class Head:
    """The head of a request; `length` is that of the body, `stays` whether the connection lives on afterwards."""

    method: str
    path: str
    headers: dict[str, str]
    length: int
    stays: bool


class BadRequest(Exception):
    """A head that cannot be trusted; `status` is the answer after which the connection ends."""

    def __init__(self, status: int) -> None:
        super().__init__(f"a request was refused with {status}")
        self.status = status


def read_head(head: bytes) -> Head:
    """The head without its closing empty line. Raises BadRequest."""
    lines = head.decode("latin-1").split("\r\n")
    try:
        method, target, version = lines[0].split(" ")
    except ValueError:
        raise BadRequest(400) from None
    if version not in ("HTTP/1.1", "HTTP/1.0") or method not in _METHODS or target[:1] != "/":
        raise BadRequest(400)
    headers = _headers(lines)
    if "transfer-encoding" in headers:
        raise BadRequest(411)  # every browser, and a proxy that reads bodies first, knows the length
    length = headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit() and len(length) < 16):
        raise BadRequest(400)
    stays = version == "HTTP/1.1" and "close" not in headers.get("connection", "").lower()
    return Head(method, target.partition("?")[0], headers, int(length), stays)


def _headers(lines: list[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if not colon or not name or name[-1] <= " " or name[0] <= " " or "\n" in line or "\0" in line:
            raise BadRequest(400)
        name = name.lower()
        headers[name] = joined(headers, name, value.strip(" \t")) if name in headers else value.strip(" \t")
    if len(lines) > MAX_HEADERS:
        raise BadRequest(431)
    return headers


def joined(headers: Mapping[str, str], name: str, value: str) -> str:
    """What a header says that comes once more. A second length is an attack: it becomes no length at all."""
    return f"{headers[name]}{_JOINED_BY.get(name, ', ')}{value}"

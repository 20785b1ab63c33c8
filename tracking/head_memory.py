"""Remembers for half a minute what heads of requests came to (pure): a browser sends the same one with every hit.

Only of a sender whose agreement was just proven: of everybody else nothing is kept (GDPR art. 5(1)(c)).
Heads that differ in the length of their bodies only are one and the same here. A head that was refused is never
remembered, so what is odd is read strictly each time (see tracking.http_request).
"""

from functools import partial

from tracking.http_request import DoorRequest, read_head, read_length
from tracking.recollection import Recollection

SECONDS = 15.0  # of each of two generations
MOST_HEADS = 5_000
LONGEST_HEAD = 4096  # bytes; longer ones are read anew, so that memory has a bound
_LENGTH = b"\r\nContent-Length: "


class HeadMemory:
    """Answers as read_head does, sooner."""

    __slots__ = ("_heads",)

    def __init__(self) -> None:
        self._heads: Recollection[tuple[str, bytes], DoorRequest] = Recollection(seconds=SECONDS, size=MOST_HEADS)

    def age(self, at: float) -> None:
        """Forget what is old by now, also while nobody sends anything."""
        self._heads.age(at)

    def read(self, head: bytes, peer: str, at: float) -> DoorRequest:
        """The request whose head this is, at a time by a clock in seconds. Raises BadRequest."""
        start = head.find(_LENGTH)
        if start < 0 or len(head) > LONGEST_HEAD:
            return read_head(head, peer)
        end = head.find(b"\r\n", start + 2)
        rest, digits = head[:start], head[start + len(_LENGTH) :]
        if end >= 0:
            rest, digits = rest + head[end:], head[start + len(_LENGTH) : end]
        if not digits.isdigit():
            return read_head(head, peer)
        found = self._heads.find((peer, rest), at)
        if found is None:
            request = read_head(head, peer)
            request.memory, request.keep = {}, partial(self._keep, (peer, rest), request)
            return request
        length = read_length(digits)
        return DoorRequest(found.method, found.path, found.headers, peer, b"", length, found.stays, found.memory)

    def _keep(self, key: tuple[str, bytes], request: DoorRequest) -> None:
        """Without its body, which is another one each time."""
        known = DoorRequest(request.method, request.path, request.headers, request.peer)
        known.stays, known.memory = request.stays, request.memory
        self._heads.note(key, known)

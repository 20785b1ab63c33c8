"""Remembers for half a minute what heads of requests came to (pure): a browser sends the same one with every hit.

Only of a sender whose agreement was just proven: of everybody else nothing is kept (GDPR art. 5(1)(c)).
Heads that differ in the length of their bodies only are one and the same here. A head that was refused is never
remembered, so what is odd is read strictly each time (see tracking.http_request).
"""

from functools import partial

from tracking.http_request import MOST_DIGITS, DoorRequest, read_head
from tracking.recollection import Recollection

SECONDS = 15.0  # of each of two generations
MOST_HEADS = 5_000
LONGEST_HEAD = 4096  # bytes; longer ones are read anew, so that memory has a bound
HeadKey = tuple[str, bytes, bytes]
"""Who sent it, and what stands before and behind the length."""

_LENGTH = b"\r\nContent-Length: "


class HeadMemory:
    """Answers as read_head does, sooner."""

    __slots__ = ("_heads",)

    def __init__(self) -> None:
        self._heads: Recollection[HeadKey, DoorRequest] = Recollection(seconds=SECONDS, size=MOST_HEADS)

    def age(self, at: float) -> None:
        """Forget what is old by now, also while nobody sends anything."""
        self._heads.age(at)

    def read(self, head: bytes, peer: str, at: float) -> DoorRequest:
        """The request whose head this is, at a time by a clock in seconds. Raises BadRequest."""
        start = head.find(_LENGTH)
        if start < 0 or len(head) > LONGEST_HEAD:
            return read_head(head, peer)
        end = head.find(b"\r\n", start + 2)
        if end < 0:
            end = len(head)
        digits = head[start + len(_LENGTH) : end]
        if not digits.isdigit() or len(digits) > MOST_DIGITS:
            return read_head(head, peer)
        key = (peer, head[:start], head[end:])
        found = self._heads.find(key, at)
        if found is None:
            request = read_head(head, peer)
            request.memory, request.keep = {}, partial(self._keep, key)
            return request
        return DoorRequest(found.method, found.path, found.headers, peer, b"", int(digits), found.stays, found.memory)

    def _keep(self, key: HeadKey, request: DoorRequest) -> None:
        """Without its body, which is another one each time."""
        known = DoorRequest(request.method, request.path, request.headers, request.peer)
        known.stays, known.memory = request.stays, request.memory
        self._heads.note(key, known)

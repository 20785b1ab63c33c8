"""The few answers of the public door, the same through every server (pure).

Whether a hit was recorded shows in no status, no body and no cookie.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

Headers = tuple[tuple[str, str], ...]

# The smallest transparent GIF89a: one pixel, one colour table entry, made transparent by a graphic control extension.
PIXEL = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")
REASON_HEADER = "X-ConnectLeads-Reason"
RETRY_AFTER_SECONDS = "5"
FOR_A_WHILE = "public, max-age=300, must-revalidate"
FOR_GOOD = "public, max-age=31536000, immutable"
_OPEN: Headers = (
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cache-Control", "no-store"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """A status, headers and a body."""

    status: int
    headers: Headers = ()
    body: bytes = b""


HIT_TAKEN = Answer(204, _OPEN)
PIXEL_TAKEN = Answer(200, (("Content-Type", "image/gif"), *_OPEN), PIXEL)
UNAVAILABLE = Answer(503, (("Retry-After", RETRY_AFTER_SECONDS), *_OPEN))
NOT_FOUND = Answer(404)
NO_SCRIPT = Answer(
    404,
    (("Content-Type", "text/javascript"), ("Access-Control-Allow-Origin", "*")),
    b"// ConnectLeads: no such script\n",
)
ONLY_POST = Answer(405, (("Allow", "POST"),))
ONLY_GET = Answer(405, (("Allow", "GET"),))


@lru_cache(maxsize=256)
def explained(answer: Answer, reason: str) -> Answer:
    """The answer with the reason, for a site that is being verified."""
    return replace(answer, headers=(*answer.headers, (REASON_HEADER, reason)))


class Script(Protocol):
    """A script and what names exactly its bytes."""

    @property
    def source(self) -> bytes:
        """Its bytes."""

    @property
    def etag(self) -> str:
        """Their ETag."""


def script_answer(script: Script, caching: str, known_etag: str) -> Answer:
    """A site's script, or that the browser has it already. The same for everyone."""
    headers: Headers = (
        ("ETag", script.etag),
        ("Access-Control-Allow-Origin", "*"),  # a pinned script is asked for with CORS
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("Cache-Control", caching),
    )
    if known_etag == script.etag:
        return Answer(304, headers)
    return Answer(200, (("Content-Type", "text/javascript; charset=utf-8"), *headers), script.source)

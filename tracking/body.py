"""What the snippet sends, read strictly and within bounds (pure). Unknown fields are ignored."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from tracking.hit import HitKind

MAX_BODY_BYTES = 16 * 1024
MAX_SECONDS = 24 * 3600


class ConsentClaim(msgspec.Struct, frozen=True):
    """The consent platform's cookie as the script read it."""

    platform: Annotated[str, Meta(max_length=40)]
    name: Annotated[str, Meta(max_length=120)]
    value: Annotated[str, Meta(max_length=8192)]


class Body(msgspec.Struct, frozen=True):
    """One hit as the browser tells it. `of` names the view that a leave ends; `seconds` is engaged time."""

    id: UUID
    kind: HitKind
    url: Annotated[str, Meta(max_length=8192)]
    consent: ConsentClaim | None = None
    title: Annotated[str, Meta(max_length=2000)] = ""
    referrer: Annotated[str, Meta(max_length=8192)] = ""
    visitor: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")] | None = None
    seconds: Annotated[int, Meta(ge=0, le=MAX_SECONDS)] = 0
    of: UUID | None = None


_decoder = msgspec.json.Decoder(Body)


def read_body(data: bytes) -> Body | None:
    """The hit in a request's body, or None when it is too long or not of this form."""
    if len(data) > MAX_BODY_BYTES:
        return None
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None

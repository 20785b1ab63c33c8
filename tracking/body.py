"""What the snippet sends, read strictly and within bounds (pure). Unknown fields are ignored."""

from datetime import datetime
from typing import Annotated, TypeVar
from uuid import UUID

import msgspec
from msgspec import Meta

from consent.attestation import Choice
from tracking.hit import HitKind

MAX_BODY_BYTES = 16 * 1024
MAX_SECONDS = 24 * 3600


Name = Annotated[str, Meta(max_length=120)]
Value = Annotated[str, Meta(max_length=8192)]
VisitorId = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]


class ApiResult(msgspec.Struct, frozen=True):
    """Both categories as a platform's script interface answered; None is no answer."""

    statistics: bool | None = None
    marketing: bool | None = None


class ApiClaim(msgspec.Struct, frozen=True):
    """What the platform's own script interface answered: the event at which it was asked, and when that was."""

    name: Name
    choice: Choice
    result: ApiResult = ApiResult()
    method: Name = ""
    event: Name = ""
    at: datetime | None = None
    consent_id: Annotated[str, Meta(max_length=200)] | None = None


class ConsentClaim(msgspec.Struct, frozen=True):
    """The consent platform's cookie as the script read it, or None where the platform has none that can be read.

    `extra` are the platform's other cookies by name, `mode` the signals of Google Consent Mode.
    """

    platform: Annotated[str, Meta(max_length=40)]
    name: Name | None = None
    value: Value | None = None
    extra: Annotated[dict[Name, Value], Meta(max_length=8)] = {}
    api: ApiClaim | None = None
    mode: Annotated[dict[Name, Annotated[str, Meta(max_length=12)]], Meta(max_length=8)] = {}


class Body(msgspec.Struct, frozen=True):
    """One hit as the browser tells it.

    `of` names the view that a leave ends; `seconds` is engaged time; `event` is an event's name and `target` the page
    or file it was about, without a query.
    """

    id: UUID
    kind: HitKind
    url: Annotated[str, Meta(max_length=8192)]
    consent: ConsentClaim | None = None
    title: Annotated[str, Meta(max_length=2000)] = ""
    referrer: Annotated[str, Meta(max_length=8192)] = ""
    visitor: VisitorId | None = None
    seconds: Annotated[int, Meta(ge=0, le=MAX_SECONDS)] = 0
    of: UUID | None = None
    event: Annotated[str, Meta(max_length=80)] = ""
    target: Annotated[str, Meta(max_length=2048)] = ""


class WithdrawalBody(msgspec.Struct, frozen=True):
    """That a browser's visitor takes back the consent under which it got its visitor id."""

    id: UUID
    visitor: VisitorId


_decoder = msgspec.json.Decoder(Body)
_withdrawal_decoder = msgspec.json.Decoder(WithdrawalBody)
Read = TypeVar("Read")


def read_body(data: bytes) -> Body | None:
    """The hit in a request's body, or None when it is too long or not of this form."""
    body = _read(_decoder, data)
    return None if body is not None and body.kind is HitKind.EVENT and not body.event.strip() else body


def read_withdrawal(data: bytes) -> WithdrawalBody | None:
    """The withdrawal in a request's body, or None when it is too long or not of this form."""
    return _read(_withdrawal_decoder, data)


def _read(decoder: msgspec.json.Decoder[Read], data: bytes) -> Read | None:
    if len(data) > MAX_BODY_BYTES:
        return None
    try:
        return decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None

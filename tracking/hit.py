"""One recorded request on its way from the door to the database (pure)."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import final
from uuid import UUID

import msgspec


class HitKind(StrEnum):
    """A page was viewed, or left after so many seconds, or something was done on it."""

    VIEW = "view"
    LEAVE = "leave"
    EVENT = "event"


class Proof(msgspec.Struct, frozen=True, array_like=True):
    """What a receipt is made from. The raw cookie value is not in it, only keyed hashes of it and of its consent id.

    `policy_version` numbers the site's consent settings under which it was judged; `revision` is the version of the
    banner's text, where the platform keeps one.
    """

    platform: str
    level: str
    gate_version: int
    statistics: bool
    marketing: bool
    choice_at: datetime
    choice_at_is_from_cookie: bool
    expires_at: datetime
    reference_hash: bytes
    value_hash: bytes
    policy_version: int
    revision: str = ""


@final
class Hit(msgspec.Struct, frozen=True, array_like=True):
    """A hit that may be recorded. `address` is packed (4 or 16 bytes) and lives only inside a sealed batch.

    `at` is when the server received it; `of` is the view that a leave ends; `seconds` is engaged time; `event` and
    `target` tell what was done on the page, and are empty otherwise.
    """

    tenant_id: UUID
    site_id: UUID
    id: UUID
    kind: HitKind
    at: datetime
    address: bytes
    visitor_hash: bytes
    path: str
    title: str
    source: str
    medium: str
    campaign: str
    seconds: int
    of: UUID | None
    proof: Proof
    event: str = ""
    target: str = ""

    def __repr__(self) -> str:
        """Without the address, so that no log or traceback can hold it."""
        return f"<Hit {self.kind.value} {self.id}>"


def sites_of(hits: Iterable[Hit]) -> set[tuple[UUID, UUID]]:
    """The (tenant, site) of all hits. Numbers tell them apart: a UUID's own hash and comparison cost much more."""
    sites = {(hit.tenant_id.int, hit.site_id.int): hit for hit in hits}
    return {(hit.tenant_id, hit.site_id) for hit in sites.values()}


_encoder = msgspec.msgpack.Encoder(uuid_format="bytes")  # half as long as text, and read quicker
_decoder = msgspec.msgpack.Decoder(tuple[Hit, ...])


def encode_batch(hits: tuple[Hit, ...]) -> bytes:
    """Hits as MessagePack."""
    return _encoder.encode(hits)


def decode_batch(data: bytes) -> tuple[Hit, ...]:
    """Hits from MessagePack. Raises msgspec.DecodeError when it holds anything else."""
    return _decoder.decode(data)

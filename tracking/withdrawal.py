"""A visitor takes consent back: what the door passes on, and the worker acts upon (pure)."""

from datetime import datetime
from uuid import UUID

import msgspec

from tracking.recorded import VisitorKey


class Withdrawn(msgspec.Struct, frozen=True, array_like=True):
    """That a visitor of a site took consent back at `at`, the server's own time (GDPR art. 7(3)).

    `until` is set by who withdrew on the visitor's page, where the site's banner still says yes: up to then nothing of
    that browser is kept. `receipt_id` is the visitor's receipt to complete. `keeps_consent` says that only what is held
    goes (art. 17), and that later visits count again.
    """

    tenant_id: UUID
    site_id: UUID
    visitor_hash: bytes
    at: datetime
    until: datetime | None = None
    receipt_id: UUID | None = None
    keeps_consent: bool = False

    @property
    def visitor(self) -> VisitorKey:
        """Whose visits are to be forgotten."""
        return (self.tenant_id, self.site_id, self.visitor_hash)


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Withdrawn)


def encode_withdrawal(withdrawn: Withdrawn) -> bytes:
    """As MessagePack."""
    return _encoder.encode(withdrawn)


def decode_withdrawal(data: bytes) -> Withdrawn:
    """From MessagePack. Raises msgspec.DecodeError when it holds anything else."""
    return _decoder.decode(data)

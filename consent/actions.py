"""The only writer of receipts (edge). Runs in the caller's transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg2.extras import execute_values

from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.keys import new_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptDraft:
    """A proof of consent to be kept, once per choice: tenant, site, hash of the reference, and what was agreed to."""

    tenant_id: UUID
    site_id: UUID
    platform: str
    level: str
    gate_version: int
    statistics: bool
    marketing: bool
    choice_at: datetime
    choice_at_is_from_cookie: bool
    reference_hash: bytes
    value_hash: bytes
    received_at: datetime
    expires_at: datetime

    @property
    def choice(self) -> "Choice":
        """What makes this receipt one and the same."""
        return (self.tenant_id, self.site_id, self.reference_hash, self.statistics, self.marketing)


Choice = tuple[UUID, UUID, bytes, bool, bool]

_UPSERT = """
INSERT INTO consent_consentreceipt (tenant_id, id, site_id, platform, level, gate_version, statistics, marketing,
    choice_at, choice_at_is_from_cookie, reference_hash, value_hash, received_at, last_used_at, expires_at)
VALUES %s
ON CONFLICT (tenant_id, site_id, reference_hash, statistics, marketing) DO UPDATE
    SET last_used_at = greatest(consent_consentreceipt.last_used_at, excluded.last_used_at)
RETURNING tenant_id, site_id, reference_hash, statistics, marketing, id
"""


def keep_receipts(drafts: Sequence[ReceiptDraft]) -> Mapping[Choice, UUID]:
    """Store what is new, note the use of what is known, and give the receipt's id for each choice."""
    latest = {draft.choice: draft for draft in sorted(drafts, key=lambda draft: draft.received_at)}
    with driver_cursor() as cursor:
        rows = execute_values(cursor, _UPSERT, [_row(draft) for draft in latest.values()], fetch=True)
    return {(row[0], row[1], bytes(row[2]), row[3], row[4]): row[5] for row in rows}


def _row(draft: ReceiptDraft) -> tuple[object, ...]:
    return (
        draft.tenant_id,
        new_id(),
        draft.site_id,
        draft.platform,
        draft.level,
        draft.gate_version,
        draft.statistics,
        draft.marketing,
        draft.choice_at,
        draft.choice_at_is_from_cookie,
        draft.reference_hash,
        draft.value_hash,
        draft.received_at,
        draft.received_at,
        draft.expires_at,
    )

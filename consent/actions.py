"""The only writer of receipts (edge). Runs in the caller's transaction."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from psycopg2.extras import execute_values

from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.keys import new_id
from consent.models import BannerSnapshot, ConsentReceipt, WithdrawReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptDraft:
    """A proof of consent to be kept, once per choice: who it was given to, by what evidence, under which settings."""

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
    policy_version: int
    revision: str
    is_attested: bool
    received_at: datetime
    expires_at: datetime

    @property
    def choice(self) -> "Choice":
        """What makes this receipt one and the same: tenant, site, and a hash of who chose what, when, on which terms.

        The time is part of it where the platform tells it; where not, each hit's own time would make another choice.
        """
        at = self.choice_at.isoformat() if self.choice_at_is_from_cookie else ""
        terms = f"|{self.statistics}|{self.marketing}|{self.policy_version}|{self.revision}|{at}"
        return (self.tenant_id, self.site_id, hashlib.sha256(self.reference_hash + terms.encode()).digest())


Choice = tuple[UUID, UUID, bytes]

_UPSERT = """
INSERT INTO consent_consentreceipt (tenant_id, id, site_id, platform, level, gate_version, statistics, marketing,
    choice_at, choice_at_is_from_cookie, reference_hash, value_hash, choice_hash, policy_version, revision, is_attested,
    received_at, last_used_at, expires_at, withdraw_reason)
VALUES %s
ON CONFLICT (tenant_id, site_id, choice_hash) WHERE withdrawn_at IS NULL DO UPDATE
    SET last_used_at = greatest(consent_consentreceipt.last_used_at, excluded.last_used_at)
RETURNING tenant_id, site_id, choice_hash, id
"""


def keep_receipts(drafts: Sequence[ReceiptDraft]) -> Mapping[Choice, UUID]:
    """Store what is new, note the use of what is known, and give the receipt's id for each choice."""
    latest = {draft.choice: draft for draft in sorted(drafts, key=lambda draft: draft.received_at)}
    with driver_cursor() as cursor:
        drafts = [latest[choice] for choice in sorted(latest)]
        rows = execute_values(cursor, _UPSERT, [_row(draft) for draft in drafts], fetch=True, page_size=1000)
    return {(row[0], row[1], bytes(row[2])): row[3] for row in rows}


def keep_snapshot(
    site_id: UUID, text: str, *, by: str, at: datetime, page_url: str = "", picture: bytes = b"", picture_type: str = ""
) -> UUID:
    """Keep what a site's banner showed: its text and perhaps a picture. Returns the snapshot's id."""
    snapshot = BannerSnapshot.objects.create(
        site_id=site_id,
        taken_at=at,
        taken_by=by,
        page_url=page_url,
        text=text,
        picture=picture or None,
        picture_type=picture_type,
        content_hash=hashlib.sha256(text.encode() + b"\0" + picture).digest(),
    )
    return cast(UUID, snapshot.id)


def withdraw_receipts(tenant_id: UUID, receipt_ids: Collection[UUID], *, at: datetime, reason: WithdrawReason) -> int:
    """Mark receipts of a tenant as withdrawn; how many stood until now. They stay as proof and name nobody."""
    standing = ConsentReceipt.objects.filter(tenant_id=tenant_id, id__in=receipt_ids, withdrawn_at__isnull=True)
    return standing.update(withdrawn_at=at, withdraw_reason=reason)


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
        draft.choice[2],
        draft.policy_version,
        draft.revision,
        draft.is_attested,
        draft.received_at,
        draft.received_at,
        draft.expires_at,
        "",
    )

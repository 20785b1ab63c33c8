"""The only writer of receipts (edge). Runs in the caller's transaction."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

import msgspec

from connectleads.tenancy.bulk import run_rows
from connectleads.tenancy.driver import driver_cursor
from connectleads.tenancy.keys import new_id
from consent.models import BannerSnapshot, ConsentReceipt, WithdrawReason


class ReceiptDraft(msgspec.Struct, frozen=True, kw_only=True):
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

# A choice's hash alone tells the receipts of a batch apart: it is made from a hash keyed by the site.
_UPSERT = """
INSERT INTO consent_consentreceipt (received_at, tenant_id, id, site_id, platform, level, gate_version, statistics,
    marketing, choice_at, choice_at_is_from_cookie, reference_hash, value_hash, choice_hash, policy_version, revision,
    is_attested, expires_at, last_used_at, withdraw_reason)
SELECT r.*, r.received_at, '' FROM ROWS AS r (received_at)
ON CONFLICT (tenant_id, site_id, choice_hash) WHERE withdrawn_at IS NULL DO UPDATE
    SET last_used_at = greatest(consent_consentreceipt.last_used_at, excluded.last_used_at)
RETURNING choice_hash, id
"""
_UPSERT_TYPES = (
    "timestamptz", "uuid", "uuid", "uuid", "text", "text", "smallint", "bool", "bool", "timestamptz", "bool", "bytea",
    "bytea", "bytea", "integer", "text", "bool", "timestamptz",
)  # fmt: skip


def keep_receipts(drafts: Sequence[ReceiptDraft]) -> list[UUID]:
    """Store what is new, note the use of what is known; the receipt's id for each draft, in their order."""
    choices = [draft.choice for draft in drafts]
    latest: dict[Choice, ReceiptDraft] = {}
    for choice, draft in zip(choices, drafts, strict=True):
        known = latest.get(choice)
        if known is None or known.received_at < draft.received_at:
            latest[choice] = draft
    with driver_cursor() as cursor:
        ordered = sorted(latest.items(), key=lambda item: item[0][2])  # so that no two batches wait for each other
        rows = [_row(draft, choice[2]) for choice, draft in ordered]
        found = run_rows(cursor, _UPSERT, _UPSERT_TYPES, rows).fetchall() if rows else []
    ids = {bytes(choice_hash): receipt_id for choice_hash, receipt_id in found}
    return [ids[choice[2]] for choice in choices]


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


def _row(draft: ReceiptDraft, choice_hash: bytes) -> tuple[object, ...]:
    return (
        draft.received_at,
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
        choice_hash,
        draft.policy_version,
        draft.revision,
        draft.is_attested,
        draft.expires_at,
    )

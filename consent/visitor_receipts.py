"""Receipts for visitors: proof that something was erased, by a number that names nobody (edge)."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from consent.models import VisitorReceipt, VisitorRequest

__all__ = ("VisitorProof", "VisitorRequest", "complete_visitor_receipt", "find_receipt", "give_receipt")
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # as in site keys: none that looks like another
LENGTH, GROUP = 20, 5


@dataclass(frozen=True, slots=True)
class VisitorProof:
    """What a receipt proves. `done_at`, `visits` and `receipts` are None until the worker has done it."""

    request: VisitorRequest
    asked_at: datetime
    done_at: datetime | None
    visits: int | None
    receipts: int | None


def give_receipt(site_id: UUID, request: VisitorRequest, *, at: datetime) -> tuple[UUID, str]:
    """A new receipt of the tenant in scope: its id, and the number for the visitor, which is kept only as a hash."""
    number = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    row = VisitorReceipt.objects.create(site_id=site_id, number_hash=_hash(number), request=request, asked_at=at)
    return row.id, "-".join(number[n : n + GROUP] for n in range(0, LENGTH, GROUP))


def find_receipt(site_id: UUID, number: str) -> VisitorProof | None:
    """What the receipt with that number proves; None when the website never gave one."""
    row = VisitorReceipt.objects.filter(site_id=site_id, number_hash=_hash(number)).first()
    if row is None:
        return None
    return VisitorProof(VisitorRequest(row.request), row.asked_at, row.done_at, row.visits, row.receipts)


def complete_visitor_receipt(tenant_id: UUID, receipt_id: UUID, *, visits: int, receipts: int, at: datetime) -> bool:
    """Note that it was done and how much went; False when that was noted before."""
    waiting = VisitorReceipt.objects.filter(tenant_id=tenant_id, id=receipt_id, done_at__isnull=True)
    return waiting.update(done_at=at, visits=visits, receipts=receipts) == 1


def _hash(number: str) -> bytes:
    """However it is typed: with or without dashes, spaces and capitals."""
    return hashlib.sha256("".join(one for one in number.lower() if one.isalnum()).encode()).digest()

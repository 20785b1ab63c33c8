"""Forgets what is held about visitors who took consent back, and corrects what was summed from it (edge).

GDPR art. 7(3) and 17(1)(b): without consent and without another ground the data goes. Receipts stay as proof of what
was lawful until then (art. 17(3)(e)) and name nobody.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from django.db import transaction

from connectleads.tenancy.audit import SYSTEM, record
from connectleads.tenancy.locks import Work, hold
from connectleads.tenancy.models import AuditAction
from connectleads.tenancy.queries import known_sites
from connectleads.tenancy.scope import tenant_scope
from consent.actions import withdraw_receipts
from consent.models import WithdrawReason
from consent.visitor_receipts import complete_visitor_receipt
from enrichment.own_browsers import forget_own_browsers
from enrichment.rollup_changes import recounted
from enrichment.waiting import forget_waiting
from tracking.actions import forget_visits, note_withdrawals
from tracking.queries import visits_until
from tracking.recorded import VisitRow
from tracking.withdrawal import Withdrawn


@dataclass(frozen=True, slots=True)
class Erased:
    """How much went: visits with all that hangs on them, and receipts that no longer stand."""

    visits: int = 0
    receipts: int = 0


def erase_visitors(withdrawn: Sequence[Withdrawn], *, reason: WithdrawReason = WithdrawReason.VISITOR) -> Erased:
    """Forget the visits that these visitors made up to their withdrawal. Needs the scope of all their tenants.

    While it runs no drain stores anything; what is still on its way is dropped when it arrives. Can run twice.
    """
    with transaction.atomic():
        hold(Work.WITHDRAW)
        known = known_sites({(one.tenant_id, one.site_id) for one in withdrawn})
        standing = [one for one in withdrawn if (one.tenant_id, one.site_id) in known]
        if not standing:
            return Erased()
        note_withdrawals(standing)
        forget_own_browsers(standing)
        return _erase(visits_until(standing), max(one.at for one in standing), reason)


def erase_and_tell(withdrawn: Withdrawn) -> None:
    """Forget one visitor who asked for it by name of a receipt, and complete that receipt. Can run twice."""
    assert withdrawn.receipt_id is not None
    with transaction.atomic():
        reason = WithdrawReason.ERASURE if withdrawn.keeps_consent else WithdrawReason.VISITOR
        erased = erase_visitors([withdrawn], reason=reason)
        complete_visitor_receipt(
            withdrawn.tenant_id,
            withdrawn.receipt_id,
            visits=erased.visits,
            receipts=erased.receipts,
            at=datetime.now(UTC),
        )
        if erased.visits:
            with tenant_scope(withdrawn.tenant_id):
                details = {"visits": erased.visits, "receipts": erased.receipts}
                record(AuditAction.ERASED, SYSTEM, about=reason.value, details=details)


def _erase(visits: Sequence[VisitRow], at: datetime, reason: WithdrawReason) -> Erased:
    by_tenant: dict[UUID, list[VisitRow]] = defaultdict(list)
    for visit in visits:
        by_tenant[visit.tenant_id].append(visit)
    gone = receipts = 0
    for tenant_id, rows in by_tenant.items():
        ids = [row.id for row in rows]
        transaction.on_commit(partial(forget_waiting, [(tenant_id, visit_id) for visit_id in ids]), robust=True)
        with recounted(tenant_id, ids):
            gone += forget_visits(tenant_id, ids)
        receipts += withdraw_receipts(tenant_id, {row.receipt_id for row in rows}, at=at, reason=reason)
    return Erased(visits=gone, receipts=receipts)

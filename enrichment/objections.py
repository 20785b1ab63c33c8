"""Takes objections of organisations, carries them out for every tenant, and lets staff review them (edge).

GDPR art. 21 for whoever stands behind an organisation, and fair dealing for the organisation itself. Until staff says
otherwise an objection holds: showing too little does less harm than showing too much.
"""

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from connectleads.tenancy.locks import Work, hold
from connectleads.tenancy.models import Tenant
from connectleads.tenancy.scope import current_tenant_id, tenant_scope
from enrichment.models import Lead, Objection, ObjectionState, ObjectionWay, RestrictedLead
from enrichment.restriction import give_back, keep_sums, set_apart
from enrichment.rollup_changes import recounted
from tracking.actions import unname_visits
from tracking.queries import visits_by

__all__ = (
    "ObjectionOutcome", "ObjectionProof", "ObjectionState", "ObjectionWay", "Wish", "find_objection", "hide_objecting",
    "object_to_being_shown", "objecting", "open_objections", "review", "settle_objections",
)  # fmt: skip
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
# By every name that leads to a company, so that an objection holds after a merge too.
_OBJECTING = """
SELECT c.id, o.id, o.state FROM enrichment_objection o JOIN (
    SELECT id, normalised, country FROM enrichment_company
    UNION SELECT company_id, normalised, country FROM enrichment_companyname
) c ON c.normalised = o.normalised AND (o.country = c.country OR o.country = '' OR c.country = '')
WHERE o.state IN ('open', 'confirmed')
"""
_AMONG = f"{_OBJECTING} AND c.id = ANY(%s)"


class ObjectionOutcome(StrEnum):
    """What became of a wish not to be shown."""

    TAKEN = "taken"
    WAITS_FOR_STAFF = "waits_for_staff"
    HOLDS_ALREADY = "holds_already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Who does not want to be shown; without `normalised` only the domain is known. `country` is ISO 3166 or ""."""

    way: ObjectionWay
    name: str = ""
    normalised: str = ""
    country: str = ""
    domain: str = ""


@dataclass(frozen=True, slots=True)
class ObjectionProof:
    """What an organisation's receipt proves."""

    name: str
    state: ObjectionState
    made_at: datetime
    applied_at: datetime | None


def object_to_being_shown(wish: Wish, *, at: datetime) -> tuple[ObjectionOutcome, str]:
    """Keep the wish; the second value is the number of its receipt, or "" when it held already."""
    number = "".join(secrets.choice(LETTERS) for _ in range(20))
    state = ObjectionState.OPEN if wish.normalised else ObjectionState.UNMATCHED
    same = Objection.objects.filter(domain=wish.domain, normalised=wish.normalised, state=ObjectionState.UNMATCHED)
    if not wish.normalised and same.exists():
        return ObjectionOutcome.HOLDS_ALREADY, ""
    try:
        with transaction.atomic():
            Objection.objects.create(
                way=wish.way,
                state=state,
                name=wish.name or wish.domain,
                normalised=wish.normalised,
                country=wish.country,
                domain=wish.domain,
                number_hash=_hash(number),
                made_at=at,
            )
    except IntegrityError:
        return ObjectionOutcome.HOLDS_ALREADY, ""
    outcome = ObjectionOutcome.TAKEN if wish.normalised else ObjectionOutcome.WAITS_FOR_STAFF
    return outcome, "-".join(number[n : n + 5] for n in range(0, 20, 5))


def find_objection(number: str) -> ObjectionProof | None:
    """What the receipt with that number proves, or None."""
    row = Objection.objects.filter(number_hash=_hash(number)).first()
    return ObjectionProof(row.name, ObjectionState(row.state), row.made_at, row.applied_at) if row else None


def objecting(company_ids: Collection[UUID]) -> set[UUID]:
    """Those of these organisations that do not want to be shown."""
    if not company_ids:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_AMONG, [list(company_ids)])
        return {row[0] for row in cursor.fetchall()}


def hide_objecting(*, now: datetime) -> int:
    """Take every organisation that objected away from every tenant; how many leads went. For the worker; runs twice.

    While it runs no drain stores anything, and each drain after it asks `objecting` itself. What staff has not
    looked at yet is set apart; what staff confirmed is erased.
    """
    with transaction.atomic():
        hold(Work.WITHDRAW)
        with connection.cursor() as cursor:
            cursor.execute(_OBJECTING)
            by_company = {row[0]: (row[1], row[2] == ObjectionState.CONFIRMED) for row in cursor.fetchall()}
        gone = dict.fromkeys(Objection.objects.filter(state__in=("open", "confirmed")).values_list("id", flat=True), 0)
        if by_company:
            for tenant_id in Tenant.objects.values_list("id", flat=True):
                with tenant_scope(tenant_id):
                    for company_id, (objection_id, is_confirmed) in by_company.items():
                        apart = None if is_confirmed else set_apart(company_id, objection_id, at=now)
                        gone[objection_id] += _hide(company_id, apart)
        for objection_id, leads in gone.items():
            row = Objection.objects.get(id=objection_id)
            Objection.objects.filter(id=objection_id).update(applied_at=row.applied_at or now, leads=row.leads + leads)
        return sum(gone.values())


def settle_objections() -> int:
    """Give back what refused objections took away, and erase what confirmed ones did; how much. For the worker.

    What an objection that is gone took away goes too. While another objection of the organisation holds, it waits for
    that one. What only waits for staff holds up no drain.
    """
    settled = 0
    open_ids = Objection.objects.filter(state=ObjectionState.OPEN).values("id")
    ready = RestrictedLead.objects.exclude(objection_id__in=open_ids)
    for tenant_id, apart_id in ready.values_list("tenant_id", "id"):
        with transaction.atomic(), tenant_scope(tenant_id):
            hold(Work.WITHDRAW)
            apart = RestrictedLead.objects.filter(id=apart_id).first()
            settled += apart is not None and _settle(apart)
    return settled


def _settle(apart: RestrictedLead) -> bool:
    state = Objection.objects.filter(id=apart.objection_id).values_list("state", flat=True).first()
    if state == ObjectionState.OPEN:
        return False
    if state != ObjectionState.REFUSED:
        apart.delete()
        return True
    with connection.cursor() as cursor:
        cursor.execute(_AMONG, [[apart.company_id]])
        again = cursor.fetchone()
    if again is not None:
        RestrictedLead.objects.filter(id=apart.id).update(objection_id=again[1])
        return False
    give_back(apart)
    return True


def open_objections() -> list[Objection]:
    """All objections for the staff, those to be looked at first, then the newest."""
    order = {ObjectionState.UNMATCHED: 0, ObjectionState.OPEN: 1}
    rows = Objection.objects.order_by("-made_at")[:500]
    return sorted(rows, key=lambda row: order.get(ObjectionState(row.state), 2))


def review(objection_id: UUID, state: ObjectionState, *, by: str, at: datetime, match: Wish | None = None) -> bool:
    """Let staff confirm or refuse an objection, or `match` it to an organisation; False when that cannot be."""
    changes: dict[str, object] = {"state": state, "reviewed_by": by, "reviewed_at": at}
    if match is not None:
        changes |= {"name": match.name, "normalised": match.normalised, "country": match.country}
    try:
        with transaction.atomic():
            return Objection.objects.filter(id=objection_id).update(**changes) == 1
    except IntegrityError:
        return False


def _hide(company_id: UUID, apart: RestrictedLead | None) -> int:
    """Within one tenant: its lead goes, notes and all, and its visits stay without an organisation."""
    had_lead = Lead.objects.filter(company_id=company_id).exists()
    with recounted(current_tenant_id(), visits_by(company_id)):
        unname_visits(company_id)
    if apart is not None:
        keep_sums(apart)
    Lead.objects.filter(company_id=company_id).delete()
    return int(had_lead)


def _hash(number: str) -> bytes:
    return hashlib.sha256("".join(one for one in number.lower() if one.isalnum()).encode()).digest()

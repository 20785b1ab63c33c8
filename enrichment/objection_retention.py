"""Ends what is kept about old objections beside the objection itself (edge).

An objection goes on working for as long as the organisation does not want to be shown (GDPR art. 21(3)); what only
proves that it was asked for needs no longer than other proofs (art. 5(1)(e)). The list is the installation's own, so
its term is that of receipts for visitors' requests, within the installation's ceiling.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from connectleads.tenancy.retention import RetentionKind, lifetimes
from enrichment.models import Objection, ObjectionState


@dataclass(frozen=True, slots=True)
class EndedObjections:
    """How many objections lost what only proved them, and how many that hold nothing went as a whole."""

    proofs: int
    rows: int


def proof_days(most: Mapping[RetentionKind, int]) -> int:
    """For how many days a receipt of an objection can be looked up under these ceilings."""
    return lifetimes({}, most).days[RetentionKind.REQUESTS]


def count_ended(before: datetime) -> int:
    """Objections from before that moment with something that may go."""
    return _proven(before).count() + _idle(before).count()


def end_objection_proofs(before: datetime) -> EndedObjections:
    """Take the proof off objections that hold, and remove those refused or never matched, from before that moment."""
    with transaction.atomic():
        proofs = _proven(before).update(number_hash=None, domain="", reviewed_by="")
        rows, _ = _idle(before).delete()
    return EndedObjections(proofs=proofs, rows=rows)


def _proven(before: datetime) -> QuerySet[Objection]:
    holding = Objection.objects.filter(state__in=(ObjectionState.OPEN, ObjectionState.CONFIRMED), made_at__lt=before)
    kept = ~Q(number_hash=None) | ~Q(domain="") | ~Q(reviewed_by="")
    return holding.filter(kept).exclude(reviewed_at__gte=before)


def _idle(before: datetime) -> QuerySet[Objection]:
    idle = Objection.objects.filter(state__in=(ObjectionState.REFUSED, ObjectionState.UNMATCHED), made_at__lt=before)
    return idle.exclude(reviewed_at__gte=before)

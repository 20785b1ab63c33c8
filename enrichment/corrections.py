"""What a tenant says about the companies it is shown; changes that tenant's own view at once (edge)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from enrichment.correction_kind import CorrectionKind
from enrichment.lead_actions import hide, show
from enrichment.models import Correction, Lead

NOTE_MAX = 300


@dataclass(frozen=True, slots=True)
class ReportedCompany:
    """How many tenants say the same about a company; who they are is not told."""

    company_id: UUID
    kind: CorrectionKind
    tenants: int
    last_at: datetime


def correct_company(company_id: UUID, kind: CorrectionKind, *, note: str = "", by_id: int | None = None) -> bool:
    """Say this about the company of a lead of the tenant in scope; False when the tenant has no such lead.

    The lead is left out or marked from then on. A later word about the same company takes the place of this one.
    """
    with transaction.atomic():
        lead = Lead.objects.filter(company_id=company_id).first()
        if lead is None:
            return False
        Lead.objects.filter(id=lead.id).update(correction=kind)
        _hide_or_show(lead, hides=kind.hides)
        values = {"kind": kind, "note": note[:NOTE_MAX], "by_id": by_id}
        Correction.objects.update_or_create(company_id=company_id, defaults=values)
    return True


def withdraw_correction(company_id: UUID) -> bool:
    """Take back what the tenant in scope said about a company; False when it said nothing."""
    with transaction.atomic():
        for lead in Lead.objects.filter(company_id=company_id).exclude(correction=""):
            Lead.objects.filter(id=lead.id).update(correction="")
            _hide_or_show(lead, hides=False)
        deleted, _ = Correction.objects.filter(company_id=company_id).delete()
    return deleted > 0


def _hide_or_show(lead: Lead, *, hides: bool) -> None:
    """Hide the lead, or show what an earlier word had hidden; what somebody hid otherwise stays hidden."""
    if hides:
        hide([lead.id])
    elif lead.correction and CorrectionKind(lead.correction).hides:
        show([lead.id])


def corrections() -> Mapping[UUID, Correction]:
    """What the tenant in scope says, by company."""
    return {row.company_id: row for row in Correction.objects.order_by("created_at")}


def reported_companies(person_id: int) -> list[ReportedCompany]:
    """For staff, who have to be named: what tenants say, most of them first. The door across tenants only counts."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT company_id, kind, tenants, last_at FROM enrichment_reported_companies(%s)", [person_id])
        rows = cursor.fetchall()
    found = [ReportedCompany(row[0], CorrectionKind(row[1]), row[2], row[3]) for row in rows]
    return sorted(found, key=lambda one: (-one.tenants, one.kind, str(one.company_id)))

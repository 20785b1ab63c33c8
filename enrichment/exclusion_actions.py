"""What is left out: rules kept from now on, a preview of what they would take away, and taking it away (edge)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from django.db import connection, transaction

from connectleads.tenancy.scope import current_tenant_id
from enrichment.correction_kind import CorrectionKind
from enrichment.corrections import correct_company
from enrichment.exclusions import ExcludedBecause, ExclusionKind, parse_browser
from enrichment.lead_actions import hide, show
from enrichment.models import Exclusion, Lead
from enrichment.rollup_changes import recounted
from enrichment.waiting import forget_waiting
from tracking.actions import forget_page_views, forget_visits
from tracking.visitor_record import visits_by_browser


@dataclass(frozen=True, slots=True)
class KeptRule:
    """A rule as its page shows it."""

    id: UUID
    kind: ExclusionKind
    value: str
    label: str
    because: ExcludedBecause
    created_by_id: int | None
    created_at: datetime
    applied_at: datetime | None

    @property
    def erases(self) -> bool:
        """Whether applying it backwards erases what is recorded, instead of hiding leads."""
        return self.kind in (ExclusionKind.PAGE, ExclusionKind.BROWSER)

    @property
    def reaches_back(self) -> bool:
        """Whether it can be applied to what is recorded: a range cannot, because no address is kept."""
        return self.kind is not ExclusionKind.RANGE


@dataclass(frozen=True, slots=True)
class Reach:
    """What a rule would take away of what is recorded: leads from the lists, or page views."""

    leads: int = 0
    visits: int = 0
    page_views: int = 0


def rules() -> list[KeptRule]:
    """The rules of the tenant in scope, the newest first."""
    return [_kept(row) for row in Exclusion.objects.order_by("-created_at")]


def rule(rule_id: UUID) -> KeptRule | None:
    """One of them, or None."""
    row = Exclusion.objects.filter(id=rule_id).first()
    return _kept(row) if row else None


def add_rule(kind: ExclusionKind, value: str, label: str, because: ExcludedBecause, *, by: int) -> UUID:
    """Keep a rule; it holds from now on. The same one twice is one."""
    row, _ = Exclusion.objects.get_or_create(
        kind=kind, value=value, defaults={"label": label[:500], "because": because, "created_by_id": by}
    )
    return UUID(str(row.id))


# What staff should hear of, because it may be wrong for everybody.
_SAID = {
    ExcludedBecause.WRONG: CorrectionKind.WRONG,
    ExcludedBecause.OWN: CorrectionKind.OWN_OFFICE,
}


def leave_out_company(lead_id: UUID, because: ExcludedBecause, *, by: int) -> bool:
    """Leave a lead's company out, from now on and backwards; False when there is no such lead."""
    lead = Lead.objects.filter(id=lead_id).first()
    if lead is None:
        return False
    apply_backwards(add_rule(ExclusionKind.COMPANY, str(lead.company_id), lead.name, because, by=by))
    if because in _SAID:
        correct_company(lead.company_id, _SAID[because], by_id=by)
    return True


def remove_rule(rule_id: UUID) -> bool:
    """Forget a rule and show the leads again that it hid; False when there is none. What was not recorded stays so."""
    row = Exclusion.objects.filter(id=rule_id).first()
    if row is None:
        return False
    if row.applied_at is not None and row.kind in (ExclusionKind.COMPANY, ExclusionKind.COUNTRY):
        show(_leads_of(_kept(row)))
    row.delete()
    return True


def reach(kept: KeptRule) -> Reach:
    """What applying a rule backwards would take away now."""
    if kept.kind is ExclusionKind.RANGE:
        return Reach()
    if kept.kind is ExclusionKind.PAGE:
        return Reach(page_views=sum(len(views) for _, views in _views_of(kept)))
    if kept.kind is ExclusionKind.BROWSER:
        visits = visits_by_browser(*parse_browser(kept.value))
        return Reach(visits=len(visits), page_views=sum(visits.values()))
    found = Lead.objects.filter(id__in=_leads_of(kept), hidden_at=None).values_list("visits", "page_views")
    return Reach(len(found), sum(row[0] for row in found), sum(row[1] for row in found))


def apply_backwards(rule_id: UUID) -> Reach:
    """Hide the leads of a company or a country, or erase the views of a page or a browser; what that took away."""
    kept = rule(rule_id)
    if kept is None or not kept.reaches_back:
        return Reach()
    taken = reach(kept)
    if kept.kind is ExclusionKind.PAGE:
        _forget_views(kept)
    elif kept.kind is ExclusionKind.BROWSER:
        _forget_browser(kept)
    else:
        hide(_leads_of(kept))
    Exclusion.objects.filter(id=rule_id).update(applied_at=datetime.now(UTC))
    return taken


def _leads_of(kept: KeptRule) -> list[UUID]:
    leads = Lead.objects.all()
    found = (
        leads.filter(company_id=kept.value) if kept.kind is ExclusionKind.COMPANY else leads.filter(country=kept.value)
    )
    return list(found.values_list("id", flat=True))


_VIEWS = """
SELECT visit_id, array_agg(id) FROM tracking_pageview
WHERE tenant_id = %s AND (path = %s OR (%s AND path LIKE %s)) GROUP BY visit_id
"""


def _views_of(kept: KeptRule) -> list[tuple[UUID, list[UUID]]]:
    begin = kept.value.removesuffix("*").replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    with connection.cursor() as cursor:
        cursor.execute(_VIEWS, [current_tenant_id(), kept.value, kept.value.endswith("*"), f"{begin}%"])
        return list(cursor.fetchall())


def _forget_views(kept: KeptRule) -> None:
    found = _views_of(kept)
    for begin in range(0, len(found), 500):
        some = found[begin : begin + 500]
        visits: Collection[UUID] = [visit_id for visit_id, _ in some]
        with recounted(current_tenant_id(), visits):
            forget_page_views([view_id for _, views in some for view_id in views], visits)


def _forget_browser(kept: KeptRule) -> None:
    tenant_id = current_tenant_id()
    ids = list(visits_by_browser(*parse_browser(kept.value)))
    for begin in range(0, len(ids), 500):
        some = ids[begin : begin + 500]
        transaction.on_commit(partial(forget_waiting, [(tenant_id, visit_id) for visit_id in some]), robust=True)
        with transaction.atomic(), recounted(tenant_id, some):
            forget_visits(tenant_id, some)


def browser_left_out(site_id: UUID, *, by: int, since: datetime) -> KeptRule | None:
    """The latest browser of a website that a member left out since a time, or None."""
    rows = Exclusion.objects.filter(kind=ExclusionKind.BROWSER, created_by_id=by, created_at__gte=since)
    row = rows.filter(value__startswith=f"{site_id}:").order_by("-created_at").first()
    return _kept(row) if row else None


def _kept(row: Exclusion) -> KeptRule:
    return KeptRule(
        row.id,
        ExclusionKind(row.kind),
        row.value,
        row.label,
        ExcludedBecause(row.because),
        row.created_by_id,
        row.created_at,
        row.applied_at,
    )

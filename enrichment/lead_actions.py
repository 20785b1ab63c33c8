"""What people decide about leads: status, owner, tags, and hiding them (edge). For the tenant in scope."""

from collections.abc import Collection
from datetime import UTC, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Func, Value

from connectleads.tenancy.scope import current_tenant_id
from enrichment.lead_status import LeadStatus
from enrichment.models import Lead
from enrichment.rollup_changes import recounted

MAX_TAGS = 12
TAG_LENGTH = 40
HIDE_AT_ONCE = 200


def set_statuses(lead_ids: Collection[UUID], status: LeadStatus) -> int:
    """Set where the tenant stands with leads; how many there were."""
    return Lead.objects.filter(id__in=lead_ids).update(status=status, touched_at=_now())


def set_owners(lead_ids: Collection[UUID], owner_id: int | None) -> int:
    """Give leads to a member, or to nobody; how many there were."""
    return Lead.objects.filter(id__in=lead_ids).update(owner_id=owner_id, touched_at=_now())


def add_tag(lead_ids: Collection[UUID], tag: str) -> int:
    """Put a tag on leads that do not have it and have room for it; how many got it."""
    leads = Lead.objects.filter(id__in=lead_ids, tags__len__lt=MAX_TAGS).exclude(tags__contains=[tag])
    return leads.update(tags=Func("tags", Value(tag), function="array_append"), touched_at=_now())


def remove_tag(lead_ids: Collection[UUID], tag: str) -> int:
    """Take a tag off leads; how many had it."""
    leads = Lead.objects.filter(id__in=lead_ids, tags__contains=[tag])
    return leads.update(tags=Func("tags", Value(tag), function="array_remove"), touched_at=_now())


def tag_from(text: str) -> str:
    """A tag as typed: one line without commas, at most 40 characters; "" when nothing is left."""
    return " ".join(text.replace(",", " ").replace("\0", "").split())[:TAG_LENGTH].strip()


def touch(lead_id: UUID) -> bool:
    """Note that somebody works on a lead, so that it stays when its visits go; False when there is no such lead."""
    return Lead.objects.filter(id=lead_id).update(touched_at=_now()) == 1


def hide(lead_ids: Collection[UUID]) -> int:
    """Leave leads out of every list and sum until they are shown again; how many were hidden now."""
    return _set_hidden(list(Lead.objects.filter(id__in=lead_ids, hidden_at=None).values_list("id", flat=True)), _now())


def show(lead_ids: Collection[UUID]) -> int:
    """Bring hidden leads back; how many there were."""
    hidden = Lead.objects.filter(id__in=lead_ids, hidden_at__isnull=False)
    return _set_hidden(list(hidden.values_list("id", flat=True)), None)


def _set_hidden(lead_ids: list[UUID], hidden_at: datetime | None) -> int:
    """Some at a time, so that the sums are corrected in steps of bounded size."""
    for begin in range(0, len(lead_ids), HIDE_AT_ONCE):
        some = lead_ids[begin : begin + HIDE_AT_ONCE]
        with recounted(current_tenant_id(), _visits_of(some)):
            Lead.objects.filter(id__in=some).update(hidden_at=hidden_at, touched_at=_now())
    return len(lead_ids)


def _visits_of(lead_ids: list[UUID]) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT v.id FROM tracking_visit v JOIN enrichment_lead l "
            "ON l.tenant_id = v.tenant_id AND l.company_id = v.company_id "
            "WHERE l.tenant_id = %s AND l.id = ANY(%s)",
            [current_tenant_id(), lead_ids],
        )
        return [row[0] for row in cursor.fetchall()]


def _now() -> datetime:
    return datetime.now(UTC)

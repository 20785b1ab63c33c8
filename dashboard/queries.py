"""The only reader of this room's tables (edge)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q

from connectleads.tenancy.scope import current_tenant_id
from dashboard.models import Follow, Segment


@dataclass(frozen=True, slots=True)
class SavedSegment:
    """A saved filter as its reader sees it."""

    id: UUID
    name: str
    query: str
    is_shared: bool
    is_mine: bool


def segments_of(user_id: int) -> list[SavedSegment]:
    """What a person has saved, and what others share, by name."""
    rows = Segment.objects.filter(Q(owner_id=user_id) | Q(is_shared=True)).order_by("name", "id")
    return [SavedSegment(row.id, row.name, row.query, row.is_shared, row.owner_id == user_id) for row in rows[:100]]


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note on a lead."""

    id: UUID
    lead_id: UUID
    author_id: int
    text: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class OpenTask:
    """Something to do about a lead; `done_at` is None until it is done."""

    id: UUID
    lead_id: UUID
    text: str
    due_on: date
    assignee_id: int
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class LeadWork:
    """The notes on a lead, newest first, its tasks, and whether its reader follows it.

    Open tasks come by day, then the latest ones that are done.
    """

    notes: tuple[WrittenNote, ...]
    tasks: tuple[OpenTask, ...]
    is_followed: bool


DONE_SHOWN = 5
_WORK = """
(SELECT 'note' AS what, id, author_id AS person, text, NULL::date AS due_on, created_at AS at FROM dashboard_note
WHERE tenant_id = %(tenant)s AND lead_id = %(lead)s ORDER BY created_at DESC LIMIT 200)
UNION ALL
(SELECT 'task', id, assignee_id, text, due_on, done_at FROM dashboard_task
WHERE tenant_id = %(tenant)s AND lead_id = %(lead)s ORDER BY done_at DESC NULLS FIRST, due_on, created_at LIMIT 60)
UNION ALL
SELECT 'follow', NULL, user_id, '', NULL, NULL FROM dashboard_follow
WHERE tenant_id = %(tenant)s AND user_id = %(reader)s AND lead_id = %(lead)s
"""


def work_on(lead_id: UUID, *, reader_id: int) -> LeadWork:
    """What people wrote, want done and did about a lead of the tenant in scope."""
    with connection.cursor() as cursor:
        cursor.execute(_WORK, {"tenant": current_tenant_id(), "lead": lead_id, "reader": reader_id})
        rows = cursor.fetchall()
    tasks = [OpenTask(row[1], lead_id, row[3], row[4], row[2], row[5]) for row in rows if row[0] == "task"]
    done = [one for one in tasks if one.done_at is not None][:DONE_SHOWN]
    return LeadWork(
        notes=tuple(WrittenNote(row[1], lead_id, row[2], row[3], row[5]) for row in rows if row[0] == "note"),
        tasks=(*(one for one in tasks if one.done_at is None), *done),
        is_followed=any(row[0] == "follow" for row in rows),
    )


def followed_by(user_id: int) -> frozenset[UUID]:
    """The leads that a person follows."""
    return frozenset(Follow.objects.filter(user_id=user_id).values_list("lead_id", flat=True))

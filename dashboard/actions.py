"""The only writer of this room's tables (edge). For the tenant in scope."""

from collections.abc import Collection
from datetime import UTC, date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from connectleads.tenancy.queries import colleagues
from dashboard.mentions import mentioned
from dashboard.models import Follow, Note, Segment, Task
from enrichment.lead_actions import touch


def write_note(lead_id: UUID, author_id: int, text: str) -> bool:
    """Add a note and who it names; False when there is no such lead or nothing was written."""
    words = text.replace("\0", "").strip()[:2000]
    if not words or not touch(lead_id):
        return False
    people = {one.name: one.user_id for one in colleagues()}
    Note.objects.create(lead_id=lead_id, author_id=author_id, text=words, mentions=list(mentioned(words, people)))
    return True


def remove_note(lead_id: UUID, note_id: UUID, author_id: int) -> bool:
    """Remove one's own note; False when there is no such note."""
    return Note.objects.filter(id=note_id, lead_id=lead_id, author_id=author_id).delete()[0] == 1


def add_task(lead_id: UUID, text: str, *, due_on: date, assignee_id: int, created_by_id: int) -> bool:
    """Add something to do; False when there is no such lead or nothing was written."""
    words = " ".join(text.replace("\0", "").split())[:200]
    if not words or not touch(lead_id):
        return False
    Task.objects.create(
        lead_id=lead_id, text=words, due_on=due_on, assignee_id=assignee_id, created_by_id=created_by_id
    )
    return True


def set_task_done(lead_id: UUID, task_id: UUID, *, is_done: bool) -> bool:
    """Tick a task, or take the tick away; False when there is no such task."""
    done_at = datetime.now(UTC) if is_done else None
    return Task.objects.filter(id=task_id, lead_id=lead_id).update(done_at=done_at) == 1


def set_followed(lead_id: UUID, user_id: int, *, is_followed: bool) -> None:
    """Follow a lead, or no longer."""
    if is_followed:
        Follow.objects.get_or_create(user_id=user_id, lead_id=lead_id)
    else:
        Follow.objects.filter(user_id=user_id, lead_id=lead_id).delete()


def follow_all(lead_ids: Collection[UUID], user_id: int) -> None:
    """Follow several leads."""
    Follow.objects.bulk_create([Follow(user_id=user_id, lead_id=one) for one in lead_ids], ignore_conflicts=True)


def save_segment(owner_id: int, name: str, query: str, *, is_shared: bool) -> UUID | None:
    """Save a filter under a name; one of the same name is replaced. None without a name or with too long a filter."""
    words = " ".join(name.replace("\0", "").split())[:60]
    if not words or len(query) > 2000:
        return None
    segment, _ = Segment.objects.update_or_create(
        owner_id=owner_id, name=words, defaults={"query": query, "is_shared": is_shared}
    )
    return UUID(str(segment.id))


def change_segment(segment_id: UUID, owner_id: int, *, name: str, is_shared: bool) -> bool:
    """Give one's own segment another name, or share it or not; False when there is none or the name is taken."""
    words = " ".join(name.replace("\0", "").split())[:60]
    if not words:
        return False
    try:
        with transaction.atomic():
            own = Segment.objects.filter(id=segment_id, owner_id=owner_id)
            return own.update(name=words, is_shared=is_shared) == 1
    except IntegrityError:
        return False


def remove_segment(segment_id: UUID, owner_id: int) -> bool:
    """Remove one's own segment; False when there is none."""
    return Segment.objects.filter(id=segment_id, owner_id=owner_id).delete()[0] == 1

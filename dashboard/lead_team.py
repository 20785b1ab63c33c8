"""What the team does about one lead: owner, tags, notes, tasks and who follows (edge: it reads)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from connectleads.tenancy.queries import Colleague, colleagues
from dashboard.access import Member
from dashboard.mentions import Piece, pieces
from dashboard.queries import OpenTask, WrittenNote, work_on


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note with its author (None when that person left), cut where it names people."""

    id: UUID
    author: Colleague | None
    pieces: tuple[Piece, ...]
    created_at: datetime
    is_mine: bool


@dataclass(frozen=True, slots=True)
class ShownTask:
    """A task with whom it is for (None when that person left)."""

    id: UUID
    text: str
    due_on: date
    assignee: Colleague | None
    done_at: datetime | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class LeadTeam:
    """What the page shows of the team's work; `today` is the day that a new task gets by itself."""

    owner: Colleague | None
    people: tuple[Colleague, ...]
    tags: tuple[str, ...]
    notes: tuple[ShownNote, ...]
    tasks: tuple[ShownTask, ...]
    is_followed: bool
    today: date


def lead_team(member: Member, lead_id: UUID, *, owner_id: int | None, tags: tuple[str, ...], today: date) -> LeadTeam:
    """The team's work on a lead of the tenant in scope."""
    people = colleagues()
    by_id = {one.user_id: one for one in people}
    found = work_on(lead_id, reader_id=member.user.pk)
    return LeadTeam(
        owner=by_id.get(owner_id or 0),
        people=tuple(people),
        tags=tags,
        notes=tuple(_note(one, by_id, member) for one in found.notes),
        tasks=tuple(_task(one, by_id, today) for one in found.tasks),
        is_followed=found.is_followed,
        today=today,
    )


def _note(one: WrittenNote, people: dict[int, Colleague], member: Member) -> ShownNote:
    names = {person.name: person.user_id for person in people.values()}
    return ShownNote(
        one.id, people.get(one.author_id), pieces(one.text, names), one.created_at, one.author_id == member.user.pk
    )


def _task(one: OpenTask, people: dict[int, Colleague], today: date) -> ShownTask:
    is_late = one.done_at is None and one.due_on < today
    return ShownTask(one.id, one.text, one.due_on, people.get(one.assignee_id), one.done_at, is_late)

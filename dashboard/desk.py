"""Reads what waits for a person, and notes in the same statement that this person looks at it (edge)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from connectleads.tenancy.scope import current_tenant_id
from dashboard.queries import OpenTask, WrittenNote

SAME_SITTING = timedelta(hours=2)
PAUSE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits for a person: tasks, the latest notes that name that person, and when that person looked before."""

    tasks: tuple[OpenTask, ...]
    mentions: tuple[WrittenNote, ...]
    looked_at: datetime | None
    looked_before_at: datetime | None

    def since(self, now: datetime) -> datetime | None:
        """When the person looked the time before this sitting; None when never.

        Looks within two hours of each other are one sitting, so that what is new stays new while it is read.
        """
        if self.looked_at is not None and now - self.looked_at >= SAME_SITTING:
            return self.looked_at
        return self.looked_before_at


# What a statement writes it does not see itself, so the look that is read is the one before.
_LOOK = """
WITH noted AS (
    INSERT INTO dashboard_lastlook AS l (tenant_id, user_id, seen_at) VALUES (%(tenant)s, %(user)s, %(now)s)
    ON CONFLICT (tenant_id, user_id) DO UPDATE SET seen_at = excluded.seen_at,
        before_at = CASE WHEN excluded.seen_at - l.seen_at >= make_interval(secs => %(sitting)s) THEN l.seen_at
            ELSE l.before_at END
    WHERE excluded.seen_at - l.seen_at >= make_interval(secs => %(pause)s)
)
"""
_DESK = """
(SELECT 'task' AS what, id, lead_id, assignee_id AS person, text, due_on, created_at, NULL::timestamptz AS before_at
FROM dashboard_task WHERE tenant_id = %(tenant)s AND assignee_id = %(user)s AND done_at IS NULL AND due_on <= %(until)s
ORDER BY due_on, created_at LIMIT 8)
UNION ALL
(SELECT 'note', id, lead_id, author_id, text, NULL, created_at, NULL FROM dashboard_note
WHERE tenant_id = %(tenant)s AND %(user)s = ANY(mentions) AND author_id <> %(user)s AND created_at >= %(since)s
ORDER BY created_at DESC LIMIT 4)
UNION ALL
SELECT 'look', NULL, NULL, user_id, '', NULL, seen_at, before_at FROM dashboard_lastlook
WHERE tenant_id = %(tenant)s AND user_id = %(user)s
"""


def open_desk(user_id: int, *, until: date, since: datetime, now: datetime, notes_look: bool) -> Desk:
    """What waits for a person of the tenant in scope: tasks until a day, mentions since a time.

    With `notes_look` it is noted that the person looks now, once in five minutes.
    """
    values: dict[str, Any] = {
        "tenant": current_tenant_id(),
        "user": user_id,
        "until": until,
        "since": since,
        "now": now,
    }
    lengths = {"sitting": SAME_SITTING.total_seconds(), "pause": PAUSE.total_seconds()}
    with connection.cursor() as cursor:
        cursor.execute((_LOOK if notes_look else "") + _DESK, {**values, **lengths})
        rows = cursor.fetchall()
    look = next((row for row in rows if row[0] == "look"), None)
    return Desk(
        tasks=tuple(OpenTask(row[1], row[2], row[4], row[5], row[3], None) for row in rows if row[0] == "task"),
        mentions=tuple(WrittenNote(row[1], row[2], row[3], row[4], row[6]) for row in rows if row[0] == "note"),
        looked_at=look[6] if look else None,
        looked_before_at=look[7] if look else None,
    )

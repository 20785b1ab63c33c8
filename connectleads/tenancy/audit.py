"""Writes down who did what, in the scope and the transaction of what was done (edge).

Rows can be added by every role and changed or removed by none: old ones go through one function of the database that
refuses what is younger than 90 days.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from connectleads.tenancy.models import AuditAction, AuditEvent, User


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something: a person, a member of the installation's staff, or nobody (a program)."""

    id: int | None
    name: str
    is_staff: bool = False

    @classmethod
    def person(cls, user: User, *, as_staff: bool = False) -> "Actor":
        """Somebody who is signed in."""
        return cls(user.pk, user.email, as_staff)


SYSTEM = Actor(None, "")


def record(
    action: AuditAction, actor: Actor, *, about: str = "", details: Mapping[str, str | int | bool] | None = None
) -> None:
    """Note that `actor` did `action` in the tenant in scope. `about` names the thing, `details` says how it changed."""
    AuditEvent.objects.create(
        action=action,
        actor_id=actor.id,
        actor=actor.name[:254],
        is_staff=actor.is_staff,
        about=about[:300],
        details=dict(details or {}),
    )

"""Writes down and reads what the installation's staff did that belongs to no tenant (edge).

Like the audit it can be added to by every role and changed by none; old rows end by one function of the database.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from connectleads.tenancy.models import StaffEvent, User


class StaffAction(models.TextChoices):
    """Everything that is written down. The values stay as they are: old rows hold them."""

    SIGNED_IN = "signed_in", _("Signed in")
    SIGN_IN_FAILED = "sign_in_failed", _("A sign-in failed")
    SECOND_FACTOR_ADDED = "second_factor_added", _("Second factor added")
    SECOND_FACTOR_REMOVED = "second_factor_removed", _("Second factor removed")
    PASSWORD_CHANGED = "password_changed", _("Password changed")
    ENTRIES_RETRIED = "entries_retried", _("Entries put on their stream again")
    ENTRIES_DROPPED = "entries_dropped", _("Entries dropped")
    COMPANIES_MERGED = "companies_merged", _("Companies merged")
    COMPANY_SPLIT = "company_split", _("Company split")
    OBJECTION_REVIEWED = "objection_reviewed", _("Objection reviewed")


def note_staff(action: StaffAction, by: User | None, *, about: str = "") -> None:
    """Note that a member of the staff did this; None is whoever typed a command on the server."""
    StaffEvent.objects.create(
        action=action.value, staff_id=by.pk if by else None, staff=by.email if by else "", about=about[:300]
    )


def staff_lines(most: int) -> Sequence[StaffEvent]:
    """The latest lines."""
    return list(StaffEvent.objects.order_by("-at", "-id")[:most])


def forget_staff_log(before: datetime, *, most: int) -> int:
    """Remove at most so many lines from before that moment, 90 days ago or more; how many went. For the worker."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tenancy_forget_staff_log(%s, %s)", [before, most])
        return int(cursor.fetchone()[0])

"""Forgets what is left of accounts: ended sessions, unproven addresses, invitations nobody took, staff's log (edge).

For the worker. What a tenant keeps is governed by its retention; these rows belong to no kind of it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from connectleads.tenancy.models import User
from connectleads.tenancy.scope import unscoped_all_tenants
from connectleads.tenancy.staff_log import forget_staff_log

UNPROVEN_FOR = timedelta(days=7)
INVITATION_AFTER = timedelta(days=30)
STEP = 1000

# Whoever typed an address that they never proved may have typed somebody else's.
_UNPROVEN = """
SELECT u.id FROM tenancy_user u
WHERE u.joined_at < %s AND u.last_login IS NULL AND NOT u.is_staff
  AND NOT EXISTS (SELECT 1 FROM account_emailaddress e WHERE e.user_id = u.id AND e.verified)
  AND NOT EXISTS (SELECT 1 FROM tenancy_membership m WHERE m.user_id = u.id)
LIMIT %s
"""
_SESSIONS = "DELETE FROM django_session WHERE expire_date < %s"
_SEEN = (
    "DELETE FROM usersessions_usersession s "
    "WHERE NOT EXISTS (SELECT 1 FROM django_session d WHERE d.session_key = s.session_key)"
)
_INVITATIONS = "DELETE FROM tenancy_invitation WHERE expires_at < %s"


def forget_stale_accounts(now: datetime, *, log_kept: timedelta) -> Mapping[str, int]:
    """Remove all of it, and lines of the staff's log older than `log_kept`; how many rows of each went.

    An account whose address nobody proved goes after a week, an invitation 30 days after it could last be taken.
    """
    with unscoped_all_tenants("stale accounts"), transaction.atomic(), connection.cursor() as cursor:
        return {
            "sessions": _removed(cursor, _SESSIONS, now),
            "seen": _removed(cursor, _SEEN),
            "invitations": _removed(cursor, _INVITATIONS, now - INVITATION_AFTER),
            "log": forget_staff_log(now - log_kept, most=STEP),
            "accounts": _forget_unproven(cursor, now - UNPROVEN_FOR),
        }


def _removed(cursor: Any, sql: str, *values: datetime) -> int:
    cursor.execute(sql, values)
    return int(cursor.rowcount)


def _forget_unproven(cursor: Any, before: datetime) -> int:
    cursor.execute(_UNPROVEN, [before, STEP])
    people = [row[0] for row in cursor.fetchall()]
    User.objects.filter(pk__in=people).delete()
    return len(people)

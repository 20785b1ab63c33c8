"""Reads across tenants what the staff may see, through doors that ask who looks (edge)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from connectleads.tenancy.retention import RetentionKind, lifetimes


@dataclass(frozen=True, slots=True)
class StaffTenant:
    """A tenant in sums. `companies` are those seen this month."""

    id: UUID
    slug: str
    name: str
    plan: str
    created_at: datetime
    suspended_at: datetime | None
    deletion_due_at: datetime | None
    requires_second_factor: bool
    members: int
    sites: int
    leads: int
    companies: int
    last_visit_at: datetime | None


@dataclass(frozen=True, slots=True)
class StaffAuditLine:
    """One line of some tenant's audit."""

    tenant: str
    at: datetime
    action: str
    actor: str
    is_staff: bool
    about: str


@dataclass(frozen=True, slots=True)
class StaffRetention:
    """How long a tenant keeps each kind, when it was last purged, and how many rows went in 28 days."""

    tenant: str
    days: Mapping[RetentionKind, int]
    last_purge_at: datetime | None
    purged: int


def tenants(staff_id: int) -> list[StaffTenant]:
    """Every tenant, by name; none to somebody who is not staff."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM staff_tenants(%s)", [staff_id])
        return [StaffTenant(*row) for row in cursor.fetchall()]


def recent_audit(staff_id: int, *, most: int) -> list[StaffAuditLine]:
    """The latest lines of all audits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM staff_audit(%s, %s)", [staff_id, most])
        return [StaffAuditLine(*row) for row in cursor.fetchall()]


def retention(staff_id: int, most: Mapping[RetentionKind, int]) -> list[StaffRetention]:
    """How long each tenant keeps what."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM staff_retention(%s)", [staff_id])
        rows = cursor.fetchall()
    return [StaffRetention(row[0], lifetimes(row[1], most).days, row[2], row[3]) for row in rows]

"""The only reader of this room's tables for other rooms (edge)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from connectleads.tenancy.models import MemberRole, Membership, Site


@dataclass(frozen=True, slots=True)
class Belonging:
    """That a person belongs to a tenant, as read through the one door that crosses tenants."""

    tenant_id: UUID
    slug: str
    name: str
    role: MemberRole


def tenants_of(user_id: int) -> list[Belonging]:
    """The tenants that a person belongs to, by name; suspended ones are left out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tenant_id, slug, name, role FROM tenancy_memberships_of(%s)", [user_id])
        return [Belonging(row[0], row[1], row[2], MemberRole(row[3])) for row in cursor.fetchall()]


def known_sites(keys: Collection[tuple[UUID, UUID]]) -> set[tuple[UUID, UUID]]:
    """Those (tenant, site) that exist, within the scope in force."""
    rows = Site.objects.filter(id__in={site_id for _, site_id in keys}).values_list("tenant_id", "id")
    return set(rows).intersection(keys)


def site(site_id: UUID) -> Site | None:
    """A website of the tenant in scope, or None."""
    return Site.objects.filter(id=site_id).first()


def sites() -> list[Site]:
    """The websites of the tenant in scope, by name."""
    return list(Site.objects.order_by("name", "id"))


def stricter_sites(keys: Collection[tuple[UUID, UUID]]) -> dict[tuple[UUID, UUID], float]:
    """Those (tenant, site) that want to be surer of a company than is usual, and how sure."""
    usual = Site._meta.get_field("min_confidence").default
    rows = Site.objects.filter(id__in={site_id for _, site_id in keys}, min_confidence__gt=usual)
    return {(row[0], row[1]): row[2] for row in rows.values_list("tenant_id", "id", "min_confidence")}


@dataclass(frozen=True, slots=True)
class Colleague:
    """A member of the tenant in scope, as others see that person."""

    user_id: int
    name: str
    initials: str
    may_edit: bool


def colleagues() -> list[Colleague]:
    """The members of the tenant in scope, by name."""
    rows = Membership.objects.select_related("user")
    found = [
        Colleague(row.user.pk, str(row.user), row.user.initials, MemberRole(row.role).may_edit)
        for row in rows
        if row.user.is_active
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.user_id))

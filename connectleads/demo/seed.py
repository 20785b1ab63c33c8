"""Fills the demo installation: tenants, people, sites, and four weeks of visits through the real recording (edge)."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from connectleads.demo.cast import PASSWORD, TENANTS, DemoPerson, DemoTenant
from connectleads.demo.history import History
from connectleads.demo.teamwork import work_together
from connectleads.tenancy.models import Membership, Site, Tenant, User
from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.hit_batch import store_hits
from tracking.fingerprints import Hasher


def seed(say: Callable[[str], None], *, now: datetime | None = None) -> None:
    """Make what is missing; a tenant that exists is left as it is. `say` gets a line for each tenant made."""
    for tenant in TENANTS:
        with unscoped_all_tenants("demo seed"), transaction.atomic():
            if Tenant.objects.filter(slug=tenant.slug).exists():
                continue
            tenant_id, site_id = _make_tenant(tenant)
            at = now or datetime.now(UTC)
            views = _make_history(tenant, tenant_id, site_id, at)
            work_together(tenant, tenant_id, site_id, now=at)
            say(f"{tenant.name}: {views} page views in four weeks")


def _make_tenant(demo: DemoTenant) -> tuple[UUID, UUID]:
    tenant = Tenant.objects.create(name=demo.name, slug=demo.slug)
    site = Site.objects.create(
        tenant=tenant,
        key=demo.site_key,
        name=demo.site,
        hosts=list(demo.hosts),
        platform="cookiebot",
        listed_by=demo.people[0].name,
        listed_on=datetime.now(UTC).date(),
        verifying_until=datetime.now(UTC) + timedelta(days=1),
    )
    for person in demo.people:
        Membership.objects.create(tenant=tenant, user=_make_user(person), role=person.role)
    return tenant.id, site.id


def _make_user(person: DemoPerson) -> User:
    user = User.objects.filter(email=person.email).first()
    return user or User.objects.create_user(person.email, PASSWORD, name=person.name)


def _make_history(demo: DemoTenant, tenant_id: UUID, site_id: UUID, now: datetime) -> int:
    """Record four weeks of visits; how many page views that were."""
    history = History(demo, tenant_id, site_id, now=now, hasher=Hasher(settings.HASH_KEY))
    return sum(store_hits(hits).views for hits in history.days())

"""Makes hits and records them as the drain does, without the stream."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from uuid import UUID, uuid4

from connectleads.tenancy.models import Site, Tenant
from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.hit_batch import Stored, store_hits
from tests.conftest import database_role
from tracking.fingerprints import Hasher
from tracking.hit import Hit, HitKind, Proof
from tracking.models import Visit

COMPANY_ADDRESS = "147.12.18.33"  # in a network that Adyen N.V. routes itself
OTHER_COMPANY_ADDRESS = "94.101.107.33"  # DAF Trucks N.V.
HOME_ADDRESS = "86.83.17.33"  # KPN B.V., an access provider
UNIVERSITY_ADDRESS = "145.18.33.33"  # Universiteit van Amsterdam
HASHER = Hasher(bytes(32))


def make_hit(
    tenant: Tenant,
    site: Site,
    *,
    at: datetime | None = None,
    address: str = COMPANY_ADDRESS,
    visitor: str = "one",
    path: str = "/",
    kind: HitKind = HitKind.VIEW,
    seconds: int = 0,
    of: UUID | None = None,
    hit_id: UUID | None = None,
    title: str = "",
    source: str = "direct",
    medium: str = "",
    campaign: str = "",
    event: str = "",
    choice_at: datetime | None = None,
) -> Hit:
    """A hit that the door let through."""
    at = at or datetime.now(UTC)
    return Hit(
        tenant_id=tenant.id,
        site_id=site.id,
        id=hit_id or uuid4(),
        kind=kind,
        at=at,
        address=ip_address(address).packed,
        visitor_hash=HASHER.visitor(site.id, visitor),
        path=path,
        title=title,
        source=source,
        medium=medium,
        campaign=campaign,
        seconds=seconds,
        of=of,
        proof=Proof(
            platform="cookiebot",
            level="A",
            gate_version=1,
            statistics=True,
            marketing=True,
            choice_at=choice_at or at - timedelta(days=1),
            choice_at_is_from_cookie=True,
            expires_at=at + timedelta(days=179),
            reference_hash=HASHER.reference(site.id, visitor),
            value_hash=HASHER.value(site.id, visitor),
            policy_version=1,
        ),
        event=event,
    )


def store(*hits: Hit) -> Stored:
    """Record hits in the worker's role, within the test's transaction."""
    with database_role("worker"), unscoped_all_tenants("test"):
        return store_hits(hits)


def make_visit(tenant: Tenant, site: Site, **changes) -> UUID:
    """One page view of a company; the id of its visit."""
    store(make_hit(tenant, site, **changes))
    with database_role("worker"), unscoped_all_tenants("test"):
        return Visit.objects.filter(tenant=tenant).latest("started_at").id

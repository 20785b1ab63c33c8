"""The ranges that tenants wrote down: customers and offices of their own, for their own view only (edge)."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from enrichment.addresses import Address
from enrichment.kinds import Kind
from enrichment.models import Network, TenantRange
from enrichment.sources.range_index import RangeIndex


@dataclass(frozen=True, slots=True)
class TenantPlace:
    """Whose a range is to one tenant. Without a company it is an office of its own."""

    kind: str
    company_id: UUID | None
    network_id: UUID | None


@dataclass(frozen=True, slots=True)
class TenantPlaces:
    """All ranges of one tenant."""

    index: RangeIndex
    places: tuple[TenantPlace, ...]

    def lookup(self, address: Address) -> TenantPlace | None:
        """The place of the smallest range that holds the address."""
        found = self.index.lookup(address)
        return None if found is None else self.places[found]


def tenant_places(tenant_ids: Collection[UUID]) -> Mapping[UUID, TenantPlaces]:
    """The ranges of those tenants that wrote any down, within the scope in force."""
    rows: dict[UUID, list[TenantRange]] = defaultdict(list)
    for row in TenantRange.objects.filter(tenant_id__in=tenant_ids):
        rows[row.tenant_id].append(row)
    if not rows:
        return {}
    companies = {row.company_id for found in rows.values() for row in found if row.company_id}
    networks = dict(
        Network.objects.filter(company_id__in=companies).order_by("learnt_at").values_list("company_id", "id")
    )
    return {tenant_id: _places(found, networks) for tenant_id, found in rows.items()}


def _places(rows: list[TenantRange], networks: Mapping[UUID, UUID]) -> TenantPlaces:
    kept = [row for row in rows if row.company_id is None or row.company_id in networks]
    index = RangeIndex((row.version, row.first, row.last, number) for number, row in enumerate(kept))
    return TenantPlaces(index, tuple(_place(row, networks) for row in kept))


def _place(row: TenantRange, networks: Mapping[UUID, UUID]) -> TenantPlace:
    if row.company_id is None:
        return TenantPlace(Kind.UNKNOWN.value, None, None)
    return TenantPlace(Kind.BUSINESS.value, row.company_id, networks[row.company_id])

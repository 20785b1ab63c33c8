"""The ranges that tenants wrote down: customers and offices of their own, for their own view only (edge)."""

import csv
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from enrichment.addresses import Address, AddressRange
from enrichment.kinds import Kind
from enrichment.models import CompanyName, Network, TenantRange
from enrichment.organisation_names import parse_name
from enrichment.sources.range_index import RangeIndex, places_of

MAX_LINES = 5_000


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


class LineFault(StrEnum):
    """Why a line of a tenant's list was not kept; a closed set."""

    RANGE = "range"  # no range of addresses
    COMPANY = "company"  # no company of that name is known
    TWO = "two"  # companies of that name are known in several countries
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Imported:
    """How many lines were kept, and the fault of each other line by its number."""

    kept: int
    faults: Mapping[int, LineFault]


def import_tenant_ranges(lines: Iterable[str]) -> Imported:
    """Replace the ranges of the tenant in scope by those of a CSV: range, name; without a name an own office.

    A name has to be that of a company that is known already: what a tenant types makes no shared record.
    """
    drafts: dict[tuple[int, int, int], UUID | None] = {}
    faults: dict[int, LineFault] = {}
    for number, row in enumerate(csv.reader(lines), 1):
        if not row or not row[0].strip() or row[0].strip().lower() == "range":
            continue
        if len(drafts) >= MAX_LINES:
            faults[number] = LineFault.TOO_MANY
            break
        kept = _range(row[0])
        company_id, fault = _company(row[1] if len(row) > 1 else "")
        if kept is None or fault:
            faults[number] = fault or LineFault.RANGE
            continue
        drafts[kept.version, *places_of(kept)] = company_id
    TenantRange.objects.all().delete()
    TenantRange.objects.bulk_create(
        TenantRange(version=key[0], first=key[1], last=key[2], company_id=company_id)
        for key, company_id in drafts.items()
    )
    return Imported(len(drafts), faults)


def _range(text: str) -> AddressRange | None:
    try:
        return AddressRange.parse(text)
    except ValueError:
        return None


def _company(name: str) -> tuple[UUID | None, LineFault | None]:
    if not name.strip():
        return None, None
    normalised = parse_name(name, has_handle=False).normalised
    found = set(CompanyName.objects.filter(normalised=normalised).values_list("company_id", flat=True)[:2])
    if not found:
        return None, LineFault.COMPANY
    return (found.pop(), None) if len(found) == 1 else (None, LineFault.TWO)

"""Companies for the installation's staff, who looks for spellings of one and the same (edge: it reads)."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from enrichment.corrections import ReportedCompany, reported_companies
from enrichment.models import Company, CompanyName

MOST = 100


@dataclass(frozen=True, slots=True)
class KnownCompany:
    """A company and the number of networks that lead to it. `twins` have the same normalised name elsewhere."""

    id: UUID
    name: str
    country: str
    kind: str
    domain: str
    networks: int
    twins: int


def company_list(search: str) -> list[KnownCompany]:
    """Companies whose name holds `search`, those with twins first; without a search only those."""
    rows = Company.objects.annotate(networks_found=Count("networks")).order_by("name", "id")
    names = dict(Company.objects.values_list("normalised").annotate(n=Count("id")).filter(n__gt=1))
    rows = rows.filter(name__icontains=search) if search else rows.filter(normalised__in=names)
    found = [
        KnownCompany(
            row.id, row.name, row.country, row.kind, row.domain, row.networks_found, names.get(row.normalised, 1) - 1
        )
        for row in rows[:MOST]
    ]
    return sorted(found, key=lambda one: (-one.twins, one.name.casefold()))


@dataclass(frozen=True, slots=True)
class NamedCompany:
    """A company with the names (id, name, country) under which sources know it."""

    id: UUID
    name: str
    country: str
    kind: str
    domain: str
    names: tuple[tuple[UUID, str, str], ...]


def known_company(company_id: UUID) -> NamedCompany | None:
    """One company; None when it is not there any more."""
    row = Company.objects.filter(id=company_id).first()
    if row is None:
        return None
    names = CompanyName.objects.filter(company_id=company_id).order_by("name", "id")
    return NamedCompany(
        row.id, row.name, row.country, row.kind, row.domain, tuple(names.values_list("id", "name", "country"))
    )


def reported_list(staff_id: int, *, most: int = 50) -> list[tuple[str, ReportedCompany]]:
    """What tenants say about companies, in numbers only, most of them first, with the company's name."""
    found = reported_companies(staff_id)[:most]
    names = dict(Company.objects.filter(id__in=[one.company_id for one in found]).values_list("id", "name"))
    return [(names[one.company_id], one) for one in found if one.company_id in names]

"""Companies for the installation's staff, who looks for spellings of one and the same (edge: it reads)."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count

from enrichment.models import Company

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

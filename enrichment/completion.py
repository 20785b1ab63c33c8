"""Completes visits whose organisation became known only after they were recorded, and their leads (edge)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import transaction

from connectleads.tenancy.locks import Work, hold_shared
from connectleads.tenancy.queries import stricter_sites
from enrichment.known_ranges import KnownPlace
from enrichment.objections import objecting
from enrichment.queries import tenant_views
from enrichment.recording import Place, place_for
from enrichment.rollup_changes import recounted
from tracking.actions import place_visits
from tracking.queries import sites_of_visits


def complete_visits(visits: Collection[tuple[UUID, UUID]], place: KnownPlace) -> int:
    """Give visits (tenant, id) their organisation, in one transaction; how many were given it.

    Runs twice without harm: a visit that has an organisation keeps it. A visit to a site that wants to be surer
    stays unknown, and so does one of an organisation that does not want to be shown.
    """
    if place.company_id is not None and objecting({place.company_id}):
        return 0
    with transaction.atomic():
        hold_shared(Work.WITHDRAW)  # a visitor who takes consent back is forgotten before or after this, not meanwhile
        wanted = _sure_enough(visits, place)
        by_tenant: dict[UUID, list[UUID]] = defaultdict(list)
        for tenant_id, visit_id in wanted:
            by_tenant[tenant_id].append(visit_id)
        return sum(_complete(tenant_id, visit_ids, place) for tenant_id, visit_ids in sorted(by_tenant.items()))


def _complete(tenant_id: UUID, visit_ids: Sequence[UUID], place: KnownPlace) -> int:
    """The same for one tenant's visits, whose sums follow."""
    tenant = tenant_views({tenant_id}).get(tenant_id)
    if tenant is None:
        return 0
    own = place_for(Place(place.kind, place.company_id, place.network_id, place.country), tenant)
    keys = [(tenant_id, visit_id) for visit_id in visit_ids]
    with recounted(tenant_id, visit_ids):
        return len(place_visits(keys, kind=own.kind, network_id=own.network_id, company_id=own.company_id))


def _sure_enough(visits: Collection[tuple[UUID, UUID]], place: KnownPlace) -> list[tuple[UUID, UUID]]:
    if place.company_id is None:
        return list(visits)
    sites = sites_of_visits(visits)
    stricter = stricter_sites({(tenant_id, site_id) for (tenant_id, _), site_id in sites.items()})
    return [key for key, site_id in sites.items() if place.confidence >= stricter.get((key[0], site_id), 0.0)]

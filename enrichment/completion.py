"""Completes visits whose organisation became known only after they were recorded, and their leads (edge)."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from connectleads.tenancy.locks import Work, hold_shared
from connectleads.tenancy.queries import stricter_sites
from enrichment.actions import add_activity
from enrichment.activity import ActivityKey, LeadActivity
from enrichment.known_ranges import KnownPlace
from enrichment.objections import objecting
from enrichment.queries import tenant_views
from enrichment.recording import TenantView, local_day
from tracking.actions import place_visits
from tracking.queries import sites_of_visits
from tracking.recorded import PlacedVisit


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
        placed = place_visits(wanted, kind=place.kind, network_id=place.network_id, company_id=place.company_id)
        if place.company_id is not None and place.network_id is not None:
            _add_to_leads(placed, place.kind, place.company_id, place.network_id)
    return len(placed)


def _sure_enough(visits: Collection[tuple[UUID, UUID]], place: KnownPlace) -> list[tuple[UUID, UUID]]:
    if place.company_id is None:
        return list(visits)
    sites = sites_of_visits(visits)
    stricter = stricter_sites({(tenant_id, site_id) for (tenant_id, _), site_id in sites.items()})
    return [key for key, site_id in sites.items() if place.confidence >= stricter.get((key[0], site_id), 0.0)]


def _add_to_leads(placed: list[PlacedVisit], kind: str, company_id: UUID, network_id: UUID) -> None:
    tenants = tenant_views({visit.tenant_id for visit in placed})
    activity: dict[ActivityKey, LeadActivity] = {}
    for visit in placed:
        tenant = tenants.get(visit.tenant_id)
        if tenant is None or kind not in tenant.lead_kinds:
            continue
        key, one = _activity(visit, tenant, company_id, network_id)
        known = activity.get(key)
        activity[key] = one if known is None else known.plus(one)
    add_activity(activity)


def _activity(
    visit: PlacedVisit, tenant: TenantView, company_id: UUID, network_id: UUID
) -> tuple[ActivityKey, LeadActivity]:
    key = (visit.tenant_id, company_id, visit.site_id, local_day(visit.started_at, tenant))
    return key, LeadActivity(
        network_id=network_id,
        first_at=visit.started_at,
        last_at=visit.last_hit_at,
        visits=1,
        page_views=visit.page_views,
        seconds=visit.seconds,
    )

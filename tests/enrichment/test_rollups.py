"""The kept sums: as kept by the drain, batch by batch, and as made anew from what was recorded, they are the same."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from connectleads.tenancy.models import Tenant
from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.models import Lead, LeadDay, Scoring, SiteDay
from enrichment.rollup_changes import rebuild_rollups, recounted
from tests.conftest import Cast, database_role
from tests.history import (
    COMPANY_ADDRESS,
    HOME_ADDRESS,
    OTHER_COMPANY_ADDRESS,
    make_hit,
    store,
)
from tracking.hit import Hit, HitKind
from tracking.models import PageView, Visit

MIDNIGHT = datetime(2026, 11, 10, 23, 0, tzinfo=UTC)  # in Amsterdam
PATHS = ("/", "/prijzen", "/prijzen/groot", "/contact", "/prijzen/klein")
SOURCES = ("direct", "google", "linkedin")
TABLES = {
    "enrichment_siteday": "site_id, day, visits, page_views, lead_visits, lead_page_views",
    "enrichment_pageday": "site_id, day, path, views, lead_views",
    "enrichment_sourceday": "site_id, day, source, medium, campaign, visits, lead_visits",
    "enrichment_sitepage": "site_id, path, title",
    "enrichment_leadday": "lead_id, site_id, day, visits, page_views, seconds, key_points, event_points, most_pages",
    "enrichment_leadpage": "lead_id, site_id, path, views, last_on",
    "enrichment_leadsection": "lead_id, site_id, section, views, last_on",
    "enrichment_leadsource": "lead_id, site_id, source, medium, campaign, visits, last_on",
    "enrichment_lead": "id, company_id, network_id, first_seen_at, last_seen_at, visits, page_views, seconds, "
    "most_pages, warmth, source, medium, campaign, name, domain, country, kind, confidence",
}


def kept(tenant: Tenant) -> dict[str, list[tuple[Any, ...]]]:
    """Every sum of a tenant."""
    found = {}
    with database_role("worker"), connection.cursor() as cursor:
        for table, columns in TABLES.items():
            cursor.execute(f"SELECT {columns} FROM {table} WHERE tenant_id = %s ORDER BY {columns}", [tenant.id])
            found[table] = cursor.fetchall()
    return found


def rebuilt(tenant: Tenant) -> dict[str, list[tuple[Any, ...]]]:
    with database_role("worker"), unscoped_all_tenants("test"):
        rebuild_rollups(tenant.id)
    return kept(tenant)


def walk(cast: Cast, chance: random.Random) -> list[Hit]:
    """Visitors around midnight who come back, change networks, arrive late, and read for a while."""
    hits: list[Hit] = []
    for visitor in range(8):
        address = chance.choice((COMPANY_ADDRESS, OTHER_COMPANY_ADDRESS, HOME_ADDRESS))
        at = MIDNIGHT + timedelta(minutes=chance.randrange(-90, 90), seconds=visitor)
        for _ in range(chance.randrange(1, 7)):
            if chance.random() < 0.25:
                address = chance.choice((COMPANY_ADDRESS, HOME_ADDRESS, OTHER_COMPANY_ADDRESS))
            path = chance.choice(PATHS)
            view = make_hit(
                cast.tenant,
                cast.site,
                at=at,
                address=address,
                visitor=str(visitor),
                path=path,
                title=f"{path} {visitor}",
                source=chance.choice(SOURCES),
            )
            seconds = chance.randrange(1, 400)
            leave = make_hit(
                cast.tenant,
                cast.site,
                at=at + timedelta(seconds=seconds),
                address=address,
                visitor=str(visitor),
                path=path,
                kind=HitKind.LEAVE,
                seconds=seconds,
                of=view.id,
            )
            hits += [view, leave]
            at += timedelta(minutes=chance.choice((1, 7, 20, 50)))
    return hits


def batches(hits: Sequence[Hit], chance: random.Random) -> list[list[Hit]]:
    """The hits as they may come: nearly in order, in batches of any size, some of them late."""
    late = sorted(hits, key=lambda hit: hit.at + timedelta(minutes=chance.choice((0, 0, 0, 0, 45, 100))))
    cuts = sorted(chance.sample(range(1, len(late)), min(9, len(late) - 1)))
    return [late[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(late)], strict=True)]


def weigh(cast: Cast) -> None:
    with database_role("worker"), unscoped_all_tenants("test"):
        Scoring.objects.create(
            tenant=cast.tenant,
            half_life_days=7,
            per_visit=3,
            per_page=1,
            per_minute=1,
            key_pages=[["/prijzen*", 5], ["/contact", 8]],
        )


@pytest.mark.parametrize("seed", [*range(8), 17, 33])
def test_kept_and_rebuilt_sums_are_equal(cast: Cast, seed: int):
    chance = random.Random(seed)
    weigh(cast)

    for batch in batches(walk(cast, chance), chance):
        store(*batch)

    before = kept(cast.tenant)
    assert before["enrichment_siteday"]
    assert rebuilt(cast.tenant) == before


@pytest.mark.parametrize("seed", range(4))
def test_sums_follow_when_visits_are_erased(cast: Cast, seed: int):
    chance = random.Random(100 + seed)
    for batch in batches(walk(cast, chance), chance):
        store(*batch)
    with database_role("worker"), unscoped_all_tenants("test"):
        visits = sorted(Visit.objects.filter(tenant=cast.tenant).values_list("id", flat=True))
        gone = chance.sample(visits, len(visits) // 2)

        with recounted(cast.tenant.id, gone):
            PageView.objects.filter(visit_id__in=gone).delete()
            Visit.objects.filter(id__in=gone).delete()

    assert rebuilt(cast.tenant) == kept(cast.tenant)


def test_nothing_is_left_when_every_visit_is_erased(cast: Cast):
    store(make_hit(cast.tenant, cast.site), make_hit(cast.tenant, cast.site, visitor="two", path="/prijzen"))
    with database_role("worker"), unscoped_all_tenants("test"):
        gone = list(Visit.objects.values_list("id", flat=True))

        with recounted(cast.tenant.id, gone):
            PageView.objects.filter(visit_id__in=gone).delete()
            Visit.objects.filter(id__in=gone).delete()

    found = kept(cast.tenant)
    assert {table for table, rows in found.items() if rows} == {"enrichment_sitepage"}


def test_sums_follow_when_a_visit_is_given_a_company_later(cast: Cast):
    at = datetime.now(UTC) - timedelta(hours=2)
    store(make_hit(cast.tenant, cast.site, at=at, visitor="known"))
    store(*(make_hit(cast.tenant, cast.site, at=at, visitor="late", address=HOME_ADDRESS, path=p) for p in PATHS))
    with database_role("worker"), unscoped_all_tenants("test"):
        known = Visit.objects.get(company_id__isnull=False)
        late = Visit.objects.get(company_id__isnull=True)

        with recounted(cast.tenant.id, [late.id]):
            Visit.objects.filter(id=late.id).update(
                company_id=known.company_id, network_id=known.network_id, kind=known.kind
            )
        lead = Lead.objects.get()

    assert (lead.visits, lead.page_views, lead.most_pages) == (2, 1 + len(PATHS), len(PATHS))
    before = kept(cast.tenant)
    assert rebuilt(cast.tenant) == before


def test_a_hidden_lead_counts_for_itself_but_not_for_the_site(cast: Cast):
    store(make_hit(cast.tenant, cast.site))
    with database_role("worker"), unscoped_all_tenants("test"):
        visits = list(Visit.objects.values_list("id", flat=True))
        with recounted(cast.tenant.id, visits):
            Lead.objects.update(hidden_at=datetime.now(UTC))
    store(make_hit(cast.tenant, cast.site, visitor="two"))

    with database_role("worker"), unscoped_all_tenants("test"):
        assert Lead.objects.get().visits == 2
        day = SiteDay.objects.get()
        assert (day.visits, day.lead_visits, day.page_views, day.lead_page_views) == (2, 0, 2, 0)
    assert rebuilt(cast.tenant) == kept(cast.tenant)


def test_a_lead_somebody_worked_on_outlives_its_visits(cast: Cast):
    store(make_hit(cast.tenant, cast.site))
    with database_role("worker"), unscoped_all_tenants("test"):
        Lead.objects.update(status="customer")
        gone = list(Visit.objects.values_list("id", flat=True))
        with recounted(cast.tenant.id, gone):
            PageView.objects.all().delete()
            Visit.objects.all().delete()

        assert Lead.objects.get().visits == 0
        assert not LeadDay.objects.exists()

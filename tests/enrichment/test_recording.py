"""What a batch of hits becomes, through the recording on a real database."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from connectleads.tenancy.models import Tenant
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from consent.models import ConsentReceipt
from enrichment.models import Company, Lead, LeadDay, Network
from tests.conftest import Cast, database_role
from tests.history import (
    COMPANY_ADDRESS,
    HOME_ADDRESS,
    OTHER_COMPANY_ADDRESS,
    UNIVERSITY_ADDRESS,
    make_hit,
    store,
)
from tracking.hit import HitKind
from tracking.models import Event, PageView, Visit

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def minutes(count: float) -> datetime:
    return NINE + timedelta(minutes=count)


@pytest.fixture
def at_home(cast: Cast):
    """Inside the scope of Ada's tenant."""
    with tenant_scope(cast.tenant.id):
        yield cast


def test_a_companys_visit_is_a_lead_with_its_evidence(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site, at=NINE, path="/prijzen"))

    lead, visit = Lead.objects.get(), Visit.objects.get()
    assert lead.company.name == "Adyen"
    assert (lead.visits, lead.page_views) == (1, 1)
    assert (visit.company_id, visit.kind, visit.entry_path) == (lead.company_id, "business", "/prijzen")
    assert lead.network.evidence
    assert lead.network.confidence >= 0.6


def test_a_home_users_visit_is_recorded_and_nobodys_lead(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site, address=HOME_ADDRESS))

    assert Visit.objects.get().kind == "isp"
    assert Visit.objects.get().company_id is None
    assert (Lead.objects.count(), Company.objects.count(), Network.objects.count()) == (0, 0, 0)


def test_education_becomes_a_lead_only_by_the_tenants_choice(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site, address=UNIVERSITY_ADDRESS, visitor="before"))
    assert Lead.objects.count() == 0

    Tenant.objects.filter(id=at_home.tenant.id).update(shows_education=True)
    store(make_hit(at_home.tenant, at_home.site, address=UNIVERSITY_ADDRESS, visitor="after"))

    assert Lead.objects.count() == 1


def test_hits_within_half_an_hour_are_one_visit_and_later_ones_another(at_home: Cast):
    for minute in (0, 20, 45, 80):
        store(make_hit(at_home.tenant, at_home.site, at=minutes(minute)))

    assert [visit.page_views for visit in Visit.objects.order_by("started_at")] == [3, 1]
    assert (Lead.objects.get().visits, Lead.objects.get().page_views) == (2, 4)


def test_late_and_unordered_hits_land_in_their_visit(at_home: Cast):
    for minute in (40, 0, 20):
        store(make_hit(at_home.tenant, at_home.site, at=minutes(minute)))

    visits = list(Visit.objects.order_by("started_at"))
    assert sum(visit.page_views for visit in visits) == 3
    assert visits[0].started_at == minutes(0)
    assert Lead.objects.get().first_seen_at == minutes(0)


def test_two_browsers_are_two_visits_of_one_lead(at_home: Cast):
    store(*(make_hit(at_home.tenant, at_home.site, at=NINE, visitor=name) for name in ("one", "two")))

    assert Visit.objects.count() == 2
    assert Lead.objects.get().visits == 2


def test_one_browser_in_two_companies_is_two_visits(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site, at=NINE, address=COMPANY_ADDRESS))
    store(make_hit(at_home.tenant, at_home.site, at=minutes(5), address=OTHER_COMPANY_ADDRESS))

    assert sorted(Lead.objects.values_list("company__name", "visits")) == [("Adyen", 1), ("DAF Trucks", 1)]


def test_a_visit_recognised_halfway_brings_its_earlier_pages(at_home: Cast):
    for minute, address in ((0, HOME_ADDRESS), (1, HOME_ADDRESS), (2, COMPANY_ADDRESS)):
        store(make_hit(at_home.tenant, at_home.site, at=minutes(minute), address=address))

    assert Visit.objects.count() == 1
    assert (Lead.objects.get().visits, Lead.objects.get().page_views) == (1, 3)


def test_a_repeated_hit_counts_once(at_home: Cast):
    hit = make_hit(at_home.tenant, at_home.site, at=NINE)

    first, second = store(hit, hit), store(hit)

    assert (first.views, first.repeats, second.views, second.repeats) == (1, 1, 0, 1)
    assert PageView.objects.count() == 1
    assert Lead.objects.get().page_views == 1


def test_reading_time_goes_to_the_page_the_visit_and_the_lead_and_only_grows(at_home: Cast):
    view = make_hit(at_home.tenant, at_home.site, at=NINE)
    store(view)
    for seconds in (20, 50, 30):
        store(make_hit(at_home.tenant, at_home.site, at=minutes(1), kind=HitKind.LEAVE, of=view.id, seconds=seconds))

    assert PageView.objects.get().seconds == 50
    assert Visit.objects.get().seconds == 50
    assert Lead.objects.get().seconds == 50
    assert LeadDay.objects.get().seconds == 50


def test_reading_time_cannot_be_longer_than_the_time_that_went_by(at_home: Cast):
    view = make_hit(at_home.tenant, at_home.site, at=NINE)
    store(view, make_hit(at_home.tenant, at_home.site, at=minutes(1), kind=HitKind.LEAVE, of=view.id, seconds=86400))

    assert PageView.objects.get().seconds == 62


def test_leaving_a_page_that_is_not_known_changes_nothing(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site, kind=HitKind.LEAVE, of=uuid4(), seconds=5))

    assert (Visit.objects.count(), PageView.objects.count()) == (0, 0)


def test_days_are_the_tenants_own(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site, at=datetime(2026, 11, 22, 23, 30, tzinfo=UTC)))

    assert LeadDay.objects.get().day.isoformat() == "2026-11-23"


def test_a_receipt_is_kept_once_per_choice(at_home: Cast):
    for minute in (0, 5, 200):
        store(make_hit(at_home.tenant, at_home.site, at=minutes(minute), choice_at=minutes(-60)))

    receipt = ConsentReceipt.objects.get()
    assert {visit.receipt_id for visit in Visit.objects.all()} == {receipt.id}
    assert receipt.last_used_at == minutes(200)


def test_a_choice_made_anew_gets_a_receipt_of_its_own(at_home: Cast):
    for minute in (0, 100):
        store(make_hit(at_home.tenant, at_home.site, at=minutes(minute), choice_at=minutes(minute)))

    assert ConsentReceipt.objects.count() == 2


def test_an_event_is_kept_once_with_the_visit_it_happened_in(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site, at=minutes(0)))
    event = make_hit(at_home.tenant, at_home.site, at=minutes(3), kind=HitKind.EVENT, event="download")

    store(event, event)
    store(event)

    kept = Event.objects.get()
    assert (kept.name, kept.visit_id) == ("download", Visit.objects.get().id)


def test_an_event_without_a_visit_is_not_kept(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site, at=minutes(0), visitor="one"))
    store(make_hit(at_home.tenant, at_home.site, at=minutes(3), visitor="two", kind=HitKind.EVENT, event="form"))

    assert not Event.objects.exists()


def test_a_visit_cannot_be_stored_without_a_receipt(at_home: Cast):
    from django.db import DatabaseError, connection, transaction

    store(make_hit(at_home.tenant, at_home.site))
    with database_role("worker"), unscoped_all_tenants("test"), connection.cursor() as cursor:
        for change in ("NULL", "gen_random_uuid()"):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(f"UPDATE tracking_visit SET receipt_id = {change}")
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_rollups_equal_the_rows(at_home: Cast):
    addresses = (COMPANY_ADDRESS, OTHER_COMPANY_ADDRESS, HOME_ADDRESS)
    views = [
        make_hit(at_home.tenant, at_home.site, at=minutes(17 * n), visitor=str(n % 4), address=addresses[n % 3])
        for n in range(60)
    ]
    leaves = [
        make_hit(at_home.tenant, at_home.site, at=minutes(17 * n + 2), kind=HitKind.LEAVE, of=view.id, seconds=n)
        for n, view in enumerate(views)
    ]
    for start in range(0, 60, 7):
        store(*views[start : start + 7], *leaves[start : start + 7])

    for lead in Lead.objects.all():
        visits = list(Visit.objects.filter(company_id=lead.company_id))
        pages = PageView.objects.filter(visit_id__in=[visit.id for visit in visits])
        days = list(LeadDay.objects.filter(lead_id=lead.id))
        assert lead.visits == len(visits) == sum(day.visits for day in days)
        assert lead.page_views == pages.count() == sum(day.page_views for day in days)
        assert lead.page_views == sum(visit.page_views for visit in visits)
        assert lead.seconds == sum(page.seconds for page in pages) == sum(day.seconds for day in days)


def test_two_tenants_share_the_company_and_nothing_else(cast: Cast):
    store(make_hit(cast.tenant, cast.site), make_hit(cast.rival, cast.rival_site))

    assert Company.objects.count() == 1
    for tenant in (cast.tenant, cast.rival):
        with tenant_scope(tenant.id):
            assert (Lead.objects.count(), Visit.objects.count()) == (1, 1)


def test_hits_of_a_tenant_that_is_gone_are_forgotten(cast: Cast):
    hit = make_hit(cast.tenant, cast.site)
    with database_role("worker"), unscoped_all_tenants("test"):
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM tenancy_membership")
            cursor.execute("DELETE FROM tenancy_site")
            cursor.execute("DELETE FROM tenancy_tenant")

    assert store(hit).views == 0

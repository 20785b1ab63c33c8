"""The seeded installation: the same for the same seed, whole, and with sums that are those of its visits."""

import io
from datetime import date
from random import Random

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from connectleads.demo.scale_load import LARGEST, load_scale
from connectleads.demo.scale_plan import Scale, companies, visits_of_tenants
from connectleads.tenancy.models import Tenant
from connectleads.tenancy.roles import ROLE_USERS
from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.models import Lead
from tests.conftest import database_role
from tests.enrichment.test_rollups import kept, rebuilt
from tracking.models import PageView, Visit

UNTIL = date(2026, 11, 20)
SMALL = Scale().part(0.0005)


@pytest.fixture
def filled(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'SET ROLE "{ROLE_USERS["owner"]}"')
    load_scale(SMALL, until=UNTIL, seed=1, say=lambda line: None)
    with connection.cursor() as cursor:
        cursor.execute(f'SET ROLE "{ROLE_USERS["web"]}"')


def test_the_full_size_is_what_speed_is_promised_for():
    full = Scale()

    assert (full.tenants, full.visits, full.visits * full.pages_per_visit) == (200, 1_000_000, 10_000_000)
    assert full.largest_leads == 40_000
    assert sum(visits_of_tenants(full)) == full.visits


def test_the_same_seed_makes_the_same_companies_each_with_a_name_of_its_own():
    scale = Scale().part(0.1)
    first, second = (list(companies(scale, Random("scale 1"))) for _ in range(2))

    assert first == second
    assert len({one.name for one in first}) == len(first) == scale.companies


def test_it_is_whole_and_its_sums_are_those_of_its_visits(filled: None):
    with database_role("worker"), unscoped_all_tenants("test"):
        tenant = Tenant.objects.get(slug=LARGEST)
        leads = Lead.objects.filter(tenant=tenant).count()
        visits, views = Visit.objects.count(), PageView.objects.count()

    assert leads == SMALL.largest_leads
    assert visits == pytest.approx(SMALL.visits, rel=0.15)
    assert views == pytest.approx(10 * visits, rel=0.1)
    before = kept(tenant)
    assert rebuilt(tenant) == before


def test_every_key_and_index_is_back(filled: None):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'f' AND convalidated "
            "AND conrelid = 'tracking_pageview'::regclass"
        )
        assert cursor.fetchall() == [("tracking_pageview_within_visit",)]
        cursor.execute("SELECT count(*) FROM pg_indexes WHERE tablename = 'tracking_pageview'")
        assert cursor.fetchone()[0] == 3


@pytest.mark.parametrize("part", ["0", "1.5"])
def test_a_part_that_is_none_is_refused(db: None, part: str):
    with pytest.raises(CommandError, match="--part"):
        call_command("seed_scale", "--part", part, stdout=io.StringIO())

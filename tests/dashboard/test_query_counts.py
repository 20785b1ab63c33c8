"""The pages that people wait for ask the database at most twelve things each, whatever they show."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from connectleads.tenancy.models import Plan, Tenant
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from dashboard.models import LastLook
from enrichment.models import Lead
from tests.conftest import Cast, database_role
from tests.history import OTHER_COMPANY_ADDRESS, make_hit, store

MOST = 12
STAGE = ("SAVEPOINT", "RELEASE SAVEPOINT", "SET LOCAL connectleads.tenant_id = ''")  # each test is a transaction


@pytest.fixture(params=["without a plan", "on a plan"])
def ada(request, cast: Cast, signed_in) -> Client:
    """Ada, with two leads, notes, a task, and segments of every kind of filter; once with a plan that locks nothing."""
    at = datetime.now(UTC) - timedelta(hours=2)
    store(*(make_hit(cast.tenant, cast.site, at=at, visitor=str(n), path="/prijzen") for n in range(30)))
    store(make_hit(cast.tenant, cast.site, at=at, visitor="other", address=OTHER_COMPANY_ADDRESS))
    if request.param == "on a plan":
        with database_role("worker"), unscoped_all_tenants("test"):
            plan = Plan.objects.create(key="test", name="Test", companies_per_month=100)
            Tenant.objects.filter(id=cast.tenant.id).update(plan=plan)
    client = signed_in(cast.ada)
    for n, query in enumerate(("status=new", f"site={cast.site.id}", f"site={cast.site.id}&heat=10", "owner=0")):
        client.post("/app/voorbeeld/segments/", {"name": f"segment {n}", "query": f"period=28&{query}"})
    page = lead_page(cast)
    for text in ("een", "twee"):
        client.post(f"{page}note/", {"text": text})
        client.post(f"{page}task/", {"text": text})
    return client


def lead_page(cast: Cast) -> str:
    with tenant_scope(cast.tenant.id):
        return f"/app/voorbeeld/leads/{Lead.objects.get(name='Adyen').id}/"


def asked(client: Client, address: str, **headers: str) -> list[str]:
    """What a second look at a page asks the database."""
    assert client.get(address, headers=headers).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        client.get(address, headers=headers)
    return [one["sql"] for one in queries.captured_queries if not one["sql"].startswith(STAGE)]


@pytest.mark.parametrize(
    "address",
    [
        "/app/voorbeeld/",
        "/app/voorbeeld/?period=90",
        "/app/voorbeeld/leads/",
        "/app/voorbeeld/leads/?period=28&country=NL&status=new&path=/prijzen",
        "/app/voorbeeld/leads/?period=28&heat=1&source=direct&size=1&sort=visits",
        "/app/voorbeeld/leads/filters/?period=28&status=new",
        "/app/voorbeeld/segments/",
        "/app/voorbeeld/segments/menu/",
    ],
)
def test_a_page_asks_little(ada: Client, address: str):
    found = asked(ada, address)

    assert len(found) <= MOST, "\n".join(found)


def test_the_page_of_a_lead_asks_little(ada: Client, cast: Cast):
    found = asked(ada, lead_page(cast))

    assert len(found) <= MOST, "\n".join(found)


def test_a_part_of_a_list_asks_no_more_than_the_page(ada: Client):
    address = "/app/voorbeeld/leads/?period=28&country=NL&status=new&path=/prijzen"

    assert len(asked(ada, address, **{"HX-Request": "true"})) <= MOST


def test_the_first_overview_of_a_morning_asks_no_more(ada: Client, cast: Cast):
    asked(ada, "/app/voorbeeld/")
    yesterday = datetime.now(UTC) - timedelta(hours=20)
    with tenant_scope(cast.tenant.id):
        LastLook.objects.update(seen_at=yesterday, before_at=None)

    with CaptureQueriesContext(connection) as queries:
        ada.get("/app/voorbeeld/")

    found = [one["sql"] for one in queries.captured_queries if not one["sql"].startswith(STAGE)]
    assert len(found) <= MOST, "\n".join(found)
    with tenant_scope(cast.tenant.id):
        assert [one.before_at for one in LastLook.objects.all()] == [yesterday]


@pytest.mark.parametrize("followed", ["", "&followed=1"])
def test_a_list_of_what_one_follows_on_one_site_asks_no_more(ada: Client, cast: Cast, followed: str):
    address = f"/app/voorbeeld/leads/?period=28&site={cast.site.id}&country=NL&path=/prijzen&tag=x&owner=0{followed}"

    found = asked(ada, address)

    assert len(found) <= MOST, "\n".join(found)

"""Programs read their own tenant's leads by a key, and nothing else."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from connectleads.tenancy.api_keys import make_key
from connectleads.tenancy.models import ApiKey, AuditEvent, Plan, Tenant
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment.models import Lead
from tests.conftest import Cast, database_role
from tests.history import OTHER_COMPANY_ADDRESS, make_hit, make_visit, store

LEADS = "/api/v1/leads/"


@pytest.fixture(autouse=True)
def _nothing_asked_yet():
    cache.clear()
    yield
    cache.clear()


def key_of(tenant: Tenant, user) -> str:
    with tenant_scope(tenant.id):
        key = make_key("test", by=user)
    assert key
    return key


def ask(key: str, address: str = LEADS):
    return Client().get(address, headers={"Authorization": f"Bearer {key}"})


def test_a_key_reads_its_own_tenants_leads_only(cast: Cast):
    make_visit(cast.tenant, cast.site)
    make_visit(cast.rival, cast.rival_site)
    with tenant_scope(cast.rival.id):
        foreign = Lead.objects.get().id
    key = key_of(cast.tenant, cast.ada)

    answer = ask(key).json()

    assert [(one["name"], one["is_locked"], one["page_views"]) for one in answer["leads"]] == [("Adyen", False, 1)]
    assert answer["next_page"] is None
    assert ask(key, f"{LEADS}{answer['leads'][0]['id']}/").json()["name"] == "Adyen"
    assert ask(key, f"{LEADS}{foreign}/").status_code == 404


@pytest.mark.parametrize("key", ["", "clk_wrong", "nonsense", "clk_" + "x" * 43])
def test_a_wrong_key_reads_nothing(cast: Cast, key: str):
    answer = ask(key)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_key_is_shown_once_kept_as_a_hash_and_in_the_audit(cast: Cast, signed_in):
    mia = signed_in(cast.mia)

    made = mia.post("/app/voorbeeld/settings/keys/", {"name": "CRM"}).context["made"]

    assert made not in mia.get("/app/voorbeeld/settings/keys/").content.decode()
    with connection.cursor() as cursor, tenant_scope(cast.tenant.id):
        cursor.execute("SELECT t::text FROM tenancy_apikey t")
        assert made not in cursor.fetchone()[0]
        assert AuditEvent.objects.filter(action="api_key_made", about="CRM").exists()
    assert ask(made).status_code == 200


def test_a_revoked_key_and_a_closed_tenant_read_nothing(cast: Cast, signed_in):
    key, other = key_of(cast.tenant, cast.ada), key_of(cast.tenant, cast.ada)
    with tenant_scope(cast.tenant.id):
        first = ApiKey.objects.earliest("id")
        assert first.last_used_on is None
    ask(key)
    with tenant_scope(cast.tenant.id):
        assert ApiKey.objects.get(id=first.id).last_used_on == datetime.now(UTC).date()

    signed_in(cast.ada).post(f"/app/voorbeeld/settings/keys/{first.id}/revoke/")
    assert ask(key).status_code == 401
    with database_role("worker"), unscoped_all_tenants("test"):
        Tenant.objects.filter(id=cast.tenant.id).update(suspended_at=datetime.now(UTC))
    assert ask(other).status_code == 401


def test_a_session_opens_nothing_and_writing_is_not_offered(cast: Cast, signed_in):
    key = key_of(cast.tenant, cast.ada)

    assert signed_in(cast.ada).get(LEADS).status_code == 401
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(Client(), method)(LEADS, headers={"Authorization": f"Bearer {key}"})
        assert answer.status_code == 405


def test_a_locked_lead_is_there_without_its_name(cast: Cast):
    store(make_hit(cast.tenant, cast.site))
    store(make_hit(cast.tenant, cast.site, address=OTHER_COMPANY_ADDRESS, visitor="two"))
    with database_role("worker"), unscoped_all_tenants("test"):
        plan = Plan.objects.create(key="one", name="One", companies_per_month=1)
        Tenant.objects.filter(id=cast.tenant.id).update(plan=plan)

    leads = ask(key_of(cast.tenant, cast.ada)).json()["leads"]

    assert sorted((one["is_locked"], one["name"] is None) for one in leads) == [(False, False), (True, True)]


@pytest.mark.parametrize("question", ["days=0", "days=many", "page=0", "days=401"])
def test_a_question_that_makes_no_sense_is_refused(cast: Cast, question: str):
    assert ask(key_of(cast.tenant, cast.ada), f"{LEADS}?{question}").status_code == 400


def test_a_key_asks_a_hundred_and_twenty_times_a_minute(cast: Cast):
    key = key_of(cast.tenant, cast.ada)

    answers = [ask(key).status_code for _ in range(122)]

    assert (answers[119], answers[-1]) == (200, 429)


def test_the_description_is_made_from_the_code_itself(db: None):
    text = Client().get("/api/v1/schema/?format=json").content.decode()

    assert "/api/v1/leads/" in text
    assert "is_locked" in text

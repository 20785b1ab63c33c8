"""Programs read their own tenant's leads by a key, and nothing else."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from connectleads.tenancy.api_keys import make_key
from connectleads.tenancy.models import ApiKey, AuditEvent, Plan, Tenant
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from consent.models import ConsentReceipt
from dashboard.api.lead_answers import LegalBasisAnswer
from enrichment.legal_basis import legal_basis
from enrichment.models import Lead
from tests.conftest import Cast, database_role
from tests.history import OTHER_COMPANY_ADDRESS, make_hit, make_visit, store
from tracking.models import Visit

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

    key = key_of(cast.tenant, cast.ada)
    leads = ask(key).json()["leads"]

    assert sorted((one["is_locked"], one["name"] is None) for one in leads) == [(False, False), (True, True)]
    assert {one["is_locked"]: one["legal_basis"] is None for one in leads} == {False: False, True: True}
    locked = next(one["id"] for one in leads if one["is_locked"])
    assert ask(key, f"{LEADS}{locked}/").json()["legal_basis"] is None


def test_each_lead_comes_with_its_own_dated_legal_basis(cast: Cast):
    now = datetime.now(UTC)
    store(
        make_hit(cast.tenant, cast.site, choice_at=now - timedelta(days=40)),
        make_hit(cast.tenant, cast.site, choice_at=now - timedelta(days=2), visitor="two"),
        make_hit(cast.tenant, cast.site, address=OTHER_COMPANY_ADDRESS, visitor="three"),
    )
    key = key_of(cast.tenant, cast.ada)

    listed = {one["name"]: one for one in ask(key).json()["leads"]}
    alone = ask(key, f"{LEADS}{listed['Adyen']['id']}/").json()

    assert {name: one["legal_basis"]["receipts"] for name, one in listed.items()} == {"Adyen": 2, "DAF Trucks": 1}
    told = alone["legal_basis"]
    assert (told["holds"], told["browsers"], told["platforms"], told["levels"]) == (True, 2, ["Cookiebot"], ["A"])
    assert datetime.fromisoformat(told["first_at"]) == now - timedelta(days=40)
    assert datetime.fromisoformat(told["last_at"]) == now - timedelta(days=2)
    stated_at = datetime.fromisoformat(told["stated_at"])
    with tenant_scope(cast.tenant.id):
        assert told["line"] == legal_basis(Lead.objects.get(company__name="Adyen").id).line(stated_at)


@pytest.mark.parametrize(("language", "words"), [("nl", "Toestemming, AVG"), ("en", "Consent, GDPR")])
def test_the_line_of_a_legal_basis_speaks_the_language_asked_for(cast: Cast, language: str, words: str):
    make_visit(cast.tenant, cast.site)
    key = key_of(cast.tenant, cast.ada)

    headers = {"Authorization": f"Bearer {key}", "Accept-Language": language}
    (lead,) = Client().get(LEADS, headers=headers).json()["leads"]

    assert lead["legal_basis"]["line"].startswith(words)


def test_a_lead_without_consent_in_force_says_so_and_without_visits_has_none(cast: Cast):
    make_visit(cast.tenant, cast.site)
    key = key_of(cast.tenant, cast.ada)
    with database_role("worker"), tenant_scope(cast.tenant.id):
        ConsentReceipt.objects.update(withdrawn_at=datetime.now(UTC), withdraw_reason="visitor")
    (withdrawn,) = ask(key).json()["leads"]
    with database_role("worker"), tenant_scope(cast.tenant.id):
        Visit.objects.all().delete()
    (bare,) = ask(key).json()["leads"]

    assert (withdrawn["legal_basis"]["holds"], withdrawn["legal_basis"]["good_until"]) == (False, None)
    assert bare["legal_basis"] is None


def test_the_legal_bases_of_a_page_take_one_question(cast: Cast):
    def questions() -> int:
        with CaptureQueriesContext(connection) as captured:
            ask(key)
        return len(captured)

    store(make_hit(cast.tenant, cast.site))
    key = key_of(cast.tenant, cast.ada)
    ask(key)
    one = questions()
    store(make_hit(cast.tenant, cast.site, address=OTHER_COMPANY_ADDRESS, visitor="two"))

    assert questions() == one


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
    described = json.loads(text)["components"]["schemas"]["LegalBasisAnswer"]["properties"]
    assert set(described) == set(LegalBasisAnswer().fields)

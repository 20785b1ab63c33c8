"""What counts and what is left out: previews first, kept from then on, and backwards when asked."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment.models import Exclusion, Lead, LeadDay, Scoring
from enrichment.rollup_changes import rebuild_rollups
from enrichment.tasks import apply_exclusion, rescore
from tests.conftest import Cast, database_role
from tests.enrichment.test_rollups import kept, rebuilt
from tests.history import COMPANY_ADDRESS, OTHER_COMPANY_ADDRESS, make_hit, store
from tracking.hit import HitKind
from tracking.models import PageView, Visit

SCORING = "/app/voorbeeld/tuning/"
LEFT_OUT = "/app/voorbeeld/tuning/left-out/"
WEIGHTS = {"half_life_days": "14", "per_visit": "0", "per_page": "0", "per_minute": "0"}


@pytest.fixture
def ada(cast: Cast, signed_in) -> Client:
    """Ada; Adyen read the prices once, DAF Trucks read the home page in three visits."""
    at = datetime.now(UTC) - timedelta(hours=5)
    store(make_hit(cast.tenant, cast.site, at=at, path="/prijzen/groot"))
    store(*(make_hit(cast.tenant, cast.site, at=at, address=OTHER_COMPANY_ADDRESS, visitor=str(n)) for n in range(3)))
    return signed_in(cast.ada)


def order(cast: Cast) -> list[str]:
    with tenant_scope(cast.tenant.id):
        return list(Lead.objects.order_by("-warmth").values_list("name", flat=True))


def run_rescore(cast: Cast) -> None:
    with database_role("worker"):
        rescore(tenant_id=str(cast.tenant.id))


def keys(**form: object) -> dict[str, object]:
    return {**WEIGHTS, "key_path": ["/prijzen*", ""], "key_points": ["9", "5"], **form}


def test_weights_are_tried_on_the_tenants_own_leads_before_they_hold(ada: Client, cast: Cast):
    before = order(cast)

    page = ada.post(SCORING, keys(do="preview"), headers={"Accept-Language": "en"}).content.decode()

    assert page.index(">Adyen<") < page.index(">DAF Trucks<")
    assert before == order(cast) == ["DAF Trucks", "Adyen"]
    with tenant_scope(cast.tenant.id):
        assert not Scoring.objects.exists()


def test_kept_weights_score_every_lead_anew(ada: Client, cast: Cast, monkeypatch, django_capture_on_commit_callbacks):
    sent: list[dict[str, str]] = []
    monkeypatch.setattr("enrichment.tasks.rescore.delay", lambda **arguments: sent.append(arguments))

    with django_capture_on_commit_callbacks(execute=True):
        ada.post(SCORING, keys(do="save"))
    assert sent == [{"tenant_id": str(cast.tenant.id)}]
    run_rescore(cast)

    assert order(cast) == ["Adyen", "DAF Trucks"]
    with tenant_scope(cast.tenant.id):
        assert LeadDay.objects.get(lead_id=Lead.objects.get(name="Adyen").id).key_points == 9
    before = kept(cast.tenant)
    assert rebuilt(cast.tenant) == before


def test_scoring_anew_goes_in_bounded_steps(ada: Client, cast: Cast, monkeypatch):
    monkeypatch.setattr("enrichment.rescoring.STEP", 1)
    sent: list[dict[str, str]] = []
    monkeypatch.setattr("enrichment.tasks.rescore.delay", lambda **arguments: sent.append(arguments))

    run_rescore(cast)
    with database_role("worker"):
        rescore(**sent[0])

    assert len(sent) == 2
    assert sent[0]["after"] < sent[1]["after"]


@pytest.mark.parametrize("form", [{}, {"per_visit": "999999", "half_life_days": "5", "key_path": ["nonsense"]}])
def test_weights_without_sense_are_the_usual_ones(ada: Client, cast: Cast, form: dict[str, object], monkeypatch):
    monkeypatch.setattr("enrichment.tasks.rescore.delay", lambda **arguments: None)

    ada.post(SCORING, {**form, "do": "save"})

    with tenant_scope(cast.tenant.id):
        scoring = Scoring.objects.get()
    assert (scoring.half_life_days, scoring.per_visit, scoring.key_pages) == (7, 3, [])


def test_a_lead_says_how_its_score_came_about(ada: Client, cast: Cast):
    with tenant_scope(cast.tenant.id):
        daf = Lead.objects.get(name="DAF Trucks")

    page = ada.get(f"/app/voorbeeld/leads/{daf.id}/", headers={"Accept-Language": "en"}).content.decode()

    assert '<span class="rank-name">3 visits</span><span class="rank-count">+9</span>' in page
    assert "half after 7 days" in page


def test_key_events_are_offered_weighed_and_explained(ada: Client, cast: Cast, monkeypatch):
    monkeypatch.setattr("enrichment.tasks.rescore.delay", lambda **arguments: None)
    at = datetime.now(UTC) - timedelta(hours=5)
    store(make_hit(cast.tenant, cast.site, at=at, kind=HitKind.EVENT, event="form"))
    page = ada.get(SCORING, headers={"Accept-Language": "en"}).content.decode()
    assert re.search(r'Form sent.*?1 time in 30 days.*?name="event" value="form".*?value="0"', page, re.DOTALL)

    ada.post(
        SCORING, {"event": ["form", " eigen  naam ", "leeg", ""], "event_points": ["12", "7", "0", "9"], "do": "save"}
    )
    run_rescore(cast)

    with tenant_scope(cast.tenant.id):
        assert Scoring.objects.get().key_events == [["form", 12], ["eigen naam", 7]]
        adyen = Lead.objects.get(name="Adyen")
    page = ada.get(f"/app/voorbeeld/leads/{adyen.id}/", headers={"Accept-Language": "en"}).content.decode()
    assert '<span class="rank-name">key events on 1 day</span><span class="rank-count">+12</span>' in page
    assert re.search(r'class="stop is-event">.*?Form sent', page, re.DOTALL)


def add(client: Client, kind: str, value: str) -> None:
    assert client.post(LEFT_OUT, {"kind": kind, "value": value, "because": "own"}).status_code == 302


def test_an_own_range_leaves_no_row(ada: Client, cast: Cast):
    add(ada, "range", f"{COMPANY_ADDRESS}/29")
    with database_role("worker"), unscoped_all_tenants("test"):
        before = Visit.objects.count()

    store(make_hit(cast.tenant, cast.site, visitor="own"), make_hit(cast.rival, cast.rival_site))

    with database_role("worker"), unscoped_all_tenants("test"):
        assert Visit.objects.filter(tenant=cast.tenant).count() == before
        assert Visit.objects.filter(tenant=cast.rival).count() == 1


def test_a_page_is_left_out_from_now_on_and_backwards_on_request(ada: Client, cast: Cast, monkeypatch):
    monkeypatch.setattr("enrichment.tasks.apply_exclusion.delay", lambda **arguments: None)
    add(ada, "page", "https://www.voorbeeld.nl/prijzen/*")
    store(make_hit(cast.tenant, cast.site, path="/prijzen/klein", visitor="later"))
    with tenant_scope(cast.tenant.id):
        rule = Exclusion.objects.get()
        assert [view.path for view in PageView.objects.filter(path__startswith="/prijzen")] == ["/prijzen/groot"]

    assert "1 view" in ada.get(f"{LEFT_OUT}{rule.id}/", headers={"Accept-Language": "en"}).content.decode()
    ada.post(f"{LEFT_OUT}{rule.id}/", {"do": "apply"})
    with database_role("worker"):
        apply_exclusion(tenant_id=str(cast.tenant.id), rule_id=str(rule.id))

    assert order(cast) == ["DAF Trucks"]  # the one who had read nothing else is gone
    assert rebuilt(cast.tenant) == kept(cast.tenant)


def test_a_country_is_left_out_from_now_on_and_backwards_on_request(ada: Client, cast: Cast):
    add(ada, "country", "nl")
    store(make_hit(cast.tenant, cast.site, visitor="later"))
    with tenant_scope(cast.tenant.id):
        rule = Exclusion.objects.get()
        assert Lead.objects.get(name="Adyen").visits == 1
        assert Visit.objects.filter(company_id=None).count() == 1

    assert "2 leads" in ada.get(f"{LEFT_OUT}{rule.id}/", headers={"Accept-Language": "en"}).content.decode()
    ada.post(f"{LEFT_OUT}{rule.id}/", {"do": "apply"})

    with tenant_scope(cast.tenant.id):
        assert Lead.objects.filter(hidden_at=None).count() == 0
    ada.post(f"{LEFT_OUT}{rule.id}/", {"do": "remove"})
    with tenant_scope(cast.tenant.id):
        assert Lead.objects.filter(hidden_at=None).count() == 2


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("range", "nonsense"),
        ("range", "0.0.0.0/0"),
        ("range", ""),
        ("page", "prijzen"),
        ("page", "/*"),
        ("country", "NLD"),
    ],
)
def test_a_rule_without_sense_is_refused_with_a_reason(ada: Client, cast: Cast, kind: str, value: str):
    page = ada.post(LEFT_OUT, {"kind": kind, "value": value}, follow=True).content.decode()

    assert 'class="alert error"' in page
    with tenant_scope(cast.tenant.id):
        assert not Exclusion.objects.exists()


def test_viewers_look_and_change_nothing(ada: Client, cast: Cast, signed_in):
    vera = signed_in(cast.vera)

    assert vera.get(SCORING).status_code == 200
    assert vera.post(SCORING, keys(do="save")).status_code == 403
    assert vera.post(LEFT_OUT, {"kind": "country", "value": "NL"}).status_code == 403


def test_rebuilding_keeps_what_people_decided(ada: Client, cast: Cast):
    with tenant_scope(cast.tenant.id):
        Lead.objects.filter(name="Adyen").update(status="customer", tags=["beurs"], owner_id=cast.ben.pk)

    with database_role("worker"), unscoped_all_tenants("test"):
        rebuild_rollups(cast.tenant.id)

    with tenant_scope(cast.tenant.id):
        lead = Lead.objects.get(name="Adyen")
    assert (lead.status, lead.tags, lead.owner_id) == ("customer", ["beurs"], cast.ben.pk)

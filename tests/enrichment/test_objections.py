"""An organisation that objects disappears from every tenant, stays away, and staff has the last word."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from connectleads.tenancy.scope import tenant_scope
from enrichment.actions import Organisation
from enrichment.identification import identify
from enrichment.models import Company, Lead, Objection
from enrichment.objection_matching import wish_of_company, wish_of_domain
from enrichment.objections import (
    ObjectionOutcome,
    ObjectionState,
    ObjectionWay,
    Wish,
    find_objection,
    object_to_being_shown,
    review,
)
from enrichment.tasks import hide_objecting
from tests.conftest import Cast, database_role
from tests.history import COMPANY_ADDRESS, OTHER_COMPANY_ADDRESS, make_hit, store
from tracking.models import Visit

NOW = datetime.now(UTC)


def visits_of_both_tenants(cast: Cast) -> None:
    store(
        make_hit(cast.tenant, cast.site),
        make_hit(cast.rival, cast.rival_site),
        make_hit(cast.tenant, cast.site, visitor="two", address=OTHER_COMPANY_ADDRESS),
    )


def adyen() -> Wish:
    company = Company.objects.get(name__startswith="Adyen")
    return Wish(way=ObjectionWay.NETWORK, name=company.name, normalised=company.normalised, country=company.country)


def hide() -> None:
    with database_role("worker"):
        hide_objecting()


def shown(cast: Cast) -> dict[str, list[str]]:
    names = {}
    for tenant in (cast.tenant, cast.rival):
        with tenant_scope(tenant.id):
            names[tenant.slug] = sorted(lead.company.name for lead in Lead.objects.select_related("company"))
    return names


def test_it_disappears_from_every_tenant_and_the_others_stay(cast: Cast):
    visits_of_both_tenants(cast)
    object_to_being_shown(adyen(), at=NOW)

    hide()

    assert shown(cast) == {"voorbeeld": ["DAF Trucks"], "rivaal": []}
    with tenant_scope(cast.tenant.id):
        assert Visit.objects.filter(company_id__isnull=True).count() == 1
    assert Objection.objects.get().leads == 2


def test_it_stays_away_when_it_visits_again(cast: Cast):
    visits_of_both_tenants(cast)
    object_to_being_shown(adyen(), at=NOW)

    store(make_hit(cast.tenant, cast.site, visitor="three"))
    hide()
    store(make_hit(cast.tenant, cast.site, visitor="four"), make_hit(cast.rival, cast.rival_site, visitor="five"))

    assert shown(cast) == {"voorbeeld": ["DAF Trucks"], "rivaal": []}
    with tenant_scope(cast.tenant.id):
        assert Visit.objects.count() == 4  # counted as visits of nobody known


def test_one_that_never_visited_is_away_from_its_first_visit(cast: Cast):
    found = Organisation.of(identify(COMPANY_ADDRESS))
    normalised, country = found.company_key
    name = found.verdict.organisation.display
    wish = Wish(way=ObjectionWay.NETWORK, name=name, normalised=normalised, country=country)
    object_to_being_shown(wish, at=NOW)

    store(make_hit(cast.tenant, cast.site))

    assert shown(cast)["voorbeeld"] == []


def test_the_receipt_tells_since_when(cast: Cast):
    visits_of_both_tenants(cast)
    _, number = object_to_being_shown(adyen(), at=NOW)
    before = find_objection(number)

    hide()

    after = find_objection(number.upper().replace("-", " "))
    assert (before.applied_at, after.name) == (None, adyen().name)
    assert after.applied_at - NOW < timedelta(hours=1)
    assert find_objection("nothing") is None


def test_a_second_objection_changes_nothing_and_gives_no_number(cast: Cast):
    visits_of_both_tenants(cast)
    object_to_being_shown(adyen(), at=NOW)

    assert object_to_being_shown(adyen(), at=NOW) == (ObjectionOutcome.HOLDS_ALREADY, "")


def test_what_staff_refuses_holds_no_longer_and_may_be_asked_again(cast: Cast):
    visits_of_both_tenants(cast)
    object_to_being_shown(adyen(), at=NOW)
    assert review(Objection.objects.get().id, ObjectionState.REFUSED, by="sam@example.nl", at=NOW)

    hide()

    assert "Adyen" in shown(cast)["rivaal"][0]
    assert object_to_being_shown(adyen(), at=NOW)[0] is ObjectionOutcome.TAKEN


def test_a_domain_is_matched_by_the_organisations_own_word(cast: Cast):
    visits_of_both_tenants(cast)

    assert wish_of_domain("www.adyen.com").normalised == adyen().normalised


def test_a_domain_of_nobody_known_waits_for_staff_who_match_it(cast: Cast):
    visits_of_both_tenants(cast)
    wish = wish_of_domain("betaalbedrijf.example")

    outcome, _ = object_to_being_shown(wish, at=NOW)
    row = Objection.objects.get()
    unmatched = review(row.id, ObjectionState.CONFIRMED, by="sam", at=NOW)
    company = Company.objects.get(name__startswith="Adyen")
    matched = review(row.id, ObjectionState.CONFIRMED, by="sam", at=NOW, match=wish_of_company(company.id))
    hide()

    assert (outcome, unmatched, matched) == (ObjectionOutcome.WAITS_FOR_STAFF, False, True)
    assert shown(cast)["rivaal"] == []


def test_nothing_is_kept_of_who_asked():
    assert {field.name for field in Objection._meta.fields} == {
        "id", "way", "state", "name", "normalised", "country", "domain", "number_hash", "made_at", "applied_at",
        "leads", "reviewed_at", "reviewed_by",
    }  # fmt: skip


@pytest.mark.parametrize("role", ["web"])
def test_the_web_process_may_not_remove_an_objection(cast: Cast, role: str):
    visits_of_both_tenants(cast)
    object_to_being_shown(adyen(), at=NOW)

    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('connectleads_web', 'enrichment_objection', 'DELETE')")
        assert cursor.fetchone() == (False,)

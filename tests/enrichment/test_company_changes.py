"""Staff merge and split companies: leads of every tenant follow, names remember, and the trail tells who and why."""

import pytest
from django.db import connection

from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment.actions import Organisation, keep_organisations
from enrichment.company_changes import carry_out_changes, changes_of_companies, merge_companies, split_company
from enrichment.correction_kind import CorrectionKind
from enrichment.corrections import correct_company, corrections
from enrichment.identification import installed
from enrichment.lead_moves import rehang
from enrichment.models import Company, CompanyChange, CompanyName, Lead, LeadDay, Network
from tests.conftest import Cast, database_role
from tests.history import COMPANY_ADDRESS, OTHER_COMPANY_ADDRESS, make_hit, store
from tracking.models import Visit


def carry_out() -> int:
    with database_role("worker"):
        return carry_out_changes()


def companies() -> dict[str, Company]:
    return {company.name: company for company in Company.objects.all()}


@pytest.fixture
def seen(cast: Cast) -> Cast:
    """Both companies visited Ada's tenant, one of them Rolf's too."""
    store(
        make_hit(cast.tenant, cast.site, address=COMPANY_ADDRESS),
        make_hit(cast.tenant, cast.site, address=OTHER_COMPANY_ADDRESS, visitor="two"),
        make_hit(cast.tenant, cast.site, address=OTHER_COMPANY_ADDRESS, visitor="two", path="/prices"),
        make_hit(cast.rival, cast.rival_site, address=OTHER_COMPANY_ADDRESS, visitor="three"),
    )
    return cast


def merged(cast: Cast) -> CompanyChange:
    found = companies()
    change = merge_companies(
        found["Adyen"].id, found["DAF Trucks"].id, by_id=cast.sam.id, by_name="Sam", reason="One house"
    )
    carry_out()
    return change


def leads_of(tenant) -> list[tuple[str, int, int]]:
    with tenant_scope(tenant.id):
        rows = Lead.objects.select_related("company").order_by("company__name")
        return [(lead.company.name, lead.visits, lead.page_views) for lead in rows]


def test_leads_visits_and_days_go_over_in_every_tenant(seen: Cast):
    merged(seen)

    assert leads_of(seen.tenant) == [("Adyen", 2, 3)]
    assert leads_of(seen.rival) == [("Adyen", 1, 1)]
    with tenant_scope(seen.tenant.id):
        assert sum(day.page_views for day in LeadDay.objects.all()) == 3
        assert set(Visit.objects.values_list("company_id", flat=True)) == {companies()["Adyen"].id}
        assert Lead.objects.get().network.company.name == "Adyen"


def test_a_merge_survives_the_next_visit(seen: Cast):
    merged(seen)

    store(make_hit(seen.tenant, seen.site, address=OTHER_COMPANY_ADDRESS, visitor="four"))

    assert list(companies()) == ["Adyen"]
    assert leads_of(seen.tenant) == [("Adyen", 3, 4)]


def test_the_trail_tells_who_what_why_and_the_outcome(seen: Cast):
    merged(seen)

    (change,) = changes_of_companies()
    assert (change.kind, change.by_name, change.reason) == ("merge", "Sam", "One house")
    assert change.details == {"keep": "Adyen", "gone": "DAF Trucks"}
    assert change.outcome == "2 leads went over"
    assert change.done_at is not None


def test_a_change_is_carried_out_once(seen: Cast):
    merged(seen)

    assert carry_out() == 0
    assert leads_of(seen.tenant) == [("Adyen", 2, 3)]


def test_the_web_process_only_writes_down_what_is_wanted(seen: Cast):
    found = companies()
    merge_companies(found["Adyen"].id, found["DAF Trucks"].id, by_id=seen.sam.id, by_name="Sam")

    assert len(companies()) == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege('connectleads_web', 'enrichment_company', 'UPDATE')")
        assert cursor.fetchone() == (False,)
        cursor.execute("SELECT has_table_privilege('connectleads_web', 'enrichment_companychange', 'UPDATE')")
        assert cursor.fetchone() == (False,)


def test_a_company_is_not_merged_with_itself(seen: Cast):
    company = companies()["Adyen"]

    with pytest.raises(ValueError, match="itself"):
        merge_companies(company.id, company.id, by_id=seen.sam.id, by_name="Sam")


def test_a_merge_with_a_company_that_is_gone_tells_so(seen: Cast):
    found = companies()
    for _ in range(2):
        merge_companies(found["Adyen"].id, found["DAF Trucks"].id, by_id=seen.sam.id, by_name="Sam")

    assert carry_out() == 2
    assert changes_of_companies()[0].outcome == "one of the companies was not there any more"


def test_what_a_tenant_said_goes_over_unless_it_said_something_of_the_other(seen: Cast):
    found = companies()
    with tenant_scope(seen.tenant.id):
        correct_company(found["Adyen"].id, CorrectionKind.CUSTOMER)
        correct_company(found["DAF Trucks"].id, CorrectionKind.WRONG)
    with tenant_scope(seen.rival.id):
        correct_company(found["DAF Trucks"].id, CorrectionKind.OWN_OFFICE)

    merged(seen)

    with tenant_scope(seen.tenant.id):
        assert [one.kind for one in corrections().values()] == ["customer"]
    with tenant_scope(seen.rival.id):
        assert list(corrections()) == [found["Adyen"].id]


def test_rows_that_other_rooms_hang_on_a_lead_go_with_it(seen: Cast):
    """A table as another room would make it: a mark that a lead can have once."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(
            "CREATE TEMPORARY TABLE mark (tenant_id uuid, lead_id uuid, word text, UNIQUE (tenant_id, lead_id, word))"
        )
        cursor.execute("GRANT ALL ON mark TO connectleads_worker, connectleads_web")
        cursor.execute('SET ROLE "connectleads_web"')
    with tenant_scope(seen.tenant.id):
        leads = {lead.company.name: lead.id for lead in Lead.objects.select_related("company")}
    rows = [("Adyen", "both"), ("DAF Trucks", "both"), ("DAF Trucks", "one")]
    with connection.cursor() as cursor:
        for company, word in rows:
            cursor.execute("INSERT INTO mark VALUES (%s, %s, %s)", [seen.tenant.id, leads[company], word])

    with database_role("worker"), unscoped_all_tenants("test"), connection.cursor() as cursor:
        values = {"tenant": seen.tenant.id, "gone": leads["DAF Trucks"], "keep": leads["Adyen"]}
        rehang(cursor.cursor, "mark", "lead_id", values)
        cursor.execute("SELECT word FROM mark WHERE lead_id = %s ORDER BY word", [leads["Adyen"]])
        kept = [row[0] for row in cursor.fetchall()]

    assert kept == ["both", "one"]


def test_a_split_gives_the_names_their_own_company_and_leads(seen: Cast):
    merged(seen)
    company = companies()["Adyen"]
    daf = CompanyName.objects.get(name="DAF Trucks")

    split_company(company.id, [daf.id], name="DAF Trucks", by_id=seen.sam.id, by_name="Sam", reason="Two houses")
    carry_out()

    assert leads_of(seen.tenant) == [("Adyen", 1, 1), ("DAF Trucks", 1, 2)]
    assert leads_of(seen.rival) == [("DAF Trucks", 1, 1)]  # nothing was left of the other, and nobody had worked on it
    assert {row.company.name for row in Network.objects.select_related("company")} == {"Adyen", "DAF Trucks"}
    store(make_hit(seen.tenant, seen.site, address=OTHER_COMPANY_ADDRESS, visitor="five"))
    assert leads_of(seen.tenant) == [("Adyen", 1, 1), ("DAF Trucks", 2, 3)]


def test_a_split_may_take_the_first_name_away(seen: Cast):
    merged(seen)
    company = companies()["Adyen"]
    first = CompanyName.objects.get(name="Adyen")

    split_company(company.id, [first.id], name="Adyen", by_id=seen.sam.id, by_name="Sam")
    carry_out()

    assert {row.name: row.normalised for row in Company.objects.all()} == {"Adyen": "adyen", "DAF Trucks": "daf trucks"}


@pytest.mark.parametrize("which", ["none", "all", "foreign"])
def test_a_split_needs_some_and_not_all_names(seen: Cast, which: str):
    found = companies()
    name_ids = {
        "none": [],
        "all": [CompanyName.objects.get(name="Adyen").id],
        "foreign": [CompanyName.objects.get(name="DAF Trucks").id],
    }[which]

    with pytest.raises(ValueError, match="some of the company's names"):
        split_company(found["Adyen"].id, name_ids, name="X", by_id=seen.sam.id, by_name="Sam")


def test_one_organisation_in_two_spellings_is_one_company(cast: Cast):
    first = Organisation.of(installed().identify(COMPANY_ADDRESS))
    with database_role("worker"), unscoped_all_tenants("test"):
        ids = keep_organisations([first])
        again = keep_organisations([first])

    assert ids[first] == again[first]
    assert CompanyName.objects.count() == Company.objects.count() == 1

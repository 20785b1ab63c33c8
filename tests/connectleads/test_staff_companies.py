"""Staff merges two spellings of one company, and parts two houses under one name."""

import pytest
from django.test import Client

from connectleads.tenancy.keys import new_id
from connectleads.tenancy.scope import tenant_scope
from connectleads.tenancy.staff_log import staff_lines
from enrichment.company_changes import carry_out_changes
from enrichment.correction_kind import CorrectionKind
from enrichment.corrections import correct_company
from enrichment.models import Company, CompanyChange, CompanyName, Lead
from tests.conftest import Cast, database_role
from tests.history import OTHER_COMPANY_ADDRESS, make_hit, make_visit, store

PAGE = "/staff/companies/"


@pytest.fixture
def two(cast: Cast) -> tuple[Company, Company]:
    """Two companies that visited."""
    make_visit(cast.tenant, cast.site)
    store(make_hit(cast.tenant, cast.site, address=OTHER_COMPANY_ADDRESS, visitor="two"))
    return Company.objects.get(name="Adyen"), Company.objects.get(name="DAF Trucks")


def carry_out() -> None:
    with database_role("worker"):
        assert carry_out_changes() == 1


def leads_of(cast: Cast) -> set[str]:
    with tenant_scope(cast.tenant.id):
        ids = [lead.company_id for lead in Lead.objects.all()]
    return set(Company.objects.filter(id__in=ids).values_list("name", flat=True))


def test_two_spellings_of_one_company_are_merged_by_the_worker(cast: Cast, sam: Client, two):
    keep, gone = two

    sam.post(PAGE, {"keep": str(keep.id), "gone": str(keep.id)})
    assert CompanyChange.objects.count() == 0
    sam.post(PAGE, {"keep": str(keep.id), "gone": str(gone.id), "reason": "one and the same"})

    assert "one and the same" in sam.get(PAGE).text
    carry_out()
    assert leads_of(cast) == {"Adyen"}
    assert [(line.action, line.about) for line in staff_lines(10)] == [("companies_merged", "DAF Trucks → Adyen")]


def test_two_houses_under_one_name_are_parted_again(cast: Cast, sam: Client, two):
    keep, gone = two
    sam.post(PAGE, {"keep": str(keep.id), "gone": str(gone.id)})
    carry_out()
    page = f"{PAGE}{keep.id}/"
    assert "DAF Trucks" in sam.get(page).text

    moved = [str(one.id) for one in CompanyName.objects.filter(company=keep) if "DAF" in one.name.upper()]
    sam.post(page, {"names": moved, "name": "DAF Trucks", "reason": "two houses"})
    carry_out()

    assert leads_of(cast) == {"Adyen", "DAF Trucks"}
    assert staff_lines(1)[0].about == "Adyen → DAF Trucks"


def test_what_cannot_be_parted_is_refused(cast: Cast, sam: Client, two):
    page = f"{PAGE}{two[0].id}/"
    every = [str(one.id) for one in CompanyName.objects.filter(company=two[0])]

    for form in ({"names": every, "name": "X"}, {"names": every[:1], "name": ""}, {"names": ["x"], "name": "X"}, {}):
        sam.post(page, form)

    assert not CompanyChange.objects.exists()
    assert not staff_lines(10)


def test_what_tenants_say_is_told_in_numbers(cast: Cast, sam: Client, two):
    with tenant_scope(cast.tenant.id):
        correct_company(two[0].id, CorrectionKind.WRONG, note="Dit zijn wij niet", by_id=cast.ada.pk)

    page = sam.get(PAGE, headers={"Accept-Language": "en"}).text

    assert "Not this company" in page
    assert "Dit zijn wij niet" not in page
    assert "Voorbeeld" not in page


def test_a_company_that_is_not_there_is_not_found(sam: Client):
    assert sam.get(f"{PAGE}{new_id()}/").status_code == 404

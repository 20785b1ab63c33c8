"""What a tenant says about a company changes its own view at once, and nobody else's."""

from datetime import UTC, datetime, timedelta

import pytest

from connectleads.tenancy.scope import tenant_scope
from enrichment.correction_kind import CorrectionKind
from enrichment.corrections import correct_company, corrections, reported_companies, withdraw_correction
from enrichment.lead_filter import LeadFilter, LeadOrder
from enrichment.lead_search import find_leads, viewpoint
from enrichment.models import Company, Lead, SiteDay
from tests.conftest import Cast
from tests.history import make_visit


@pytest.fixture
def company(cast: Cast) -> Company:
    make_visit(cast.tenant, cast.site)
    make_visit(cast.rival, cast.rival_site)
    return Company.objects.get()


def listed(tenant) -> int:
    """How many leads the tenant in scope is shown."""
    today = datetime.now(UTC).date()
    asked = LeadFilter(first=today - timedelta(days=2), last=today + timedelta(days=1))
    return find_leads(asked, LeadOrder(), viewpoint(tenant, today=today), limit=50).total


def lead(tenant) -> Lead:
    with tenant_scope(tenant.id):
        return Lead.objects.get()


@pytest.mark.parametrize("kind", list(CorrectionKind))
def test_what_is_wrong_or_ones_own_leaves_the_lists_at_once(cast: Cast, company: Company, kind: CorrectionKind):
    with tenant_scope(cast.tenant.id):
        correct_company(company.id, kind)
        shown = (listed(cast.tenant), SiteDay.objects.get().lead_visits)

    with tenant_scope(cast.rival.id):
        assert (listed(cast.rival), SiteDay.objects.get().lead_visits) == (1, 1)
    assert shown == ((0, 0) if kind.hides else (1, 1))


def test_what_was_taken_back_is_listed_again(cast: Cast, company: Company):
    with tenant_scope(cast.tenant.id):
        correct_company(company.id, CorrectionKind.WRONG)
        withdraw_correction(company.id)

        assert (listed(cast.tenant), SiteDay.objects.get().lead_visits) == (1, 1)


@pytest.mark.parametrize("kind", list(CorrectionKind))
def test_the_lead_is_marked_at_once_and_only_there(cast: Cast, company: Company, kind: CorrectionKind):
    with tenant_scope(cast.tenant.id):
        assert correct_company(company.id, kind, note="We know them", by_id=cast.ada.id)
        (said,) = corrections().values()

    assert lead(cast.tenant).correction == kind
    assert lead(cast.rival).correction == ""
    assert (said.kind, said.note, said.by_id) == (kind, "We know them", cast.ada.id)


def test_a_later_word_takes_the_place_of_an_earlier_one(cast: Cast, company: Company):
    with tenant_scope(cast.tenant.id):
        correct_company(company.id, CorrectionKind.WRONG)
        correct_company(company.id, CorrectionKind.CUSTOMER)
        assert [one.kind for one in corrections().values()] == ["customer"]


def test_a_word_can_be_taken_back(cast: Cast, company: Company):
    with tenant_scope(cast.tenant.id):
        correct_company(company.id, CorrectionKind.WRONG)
        assert withdraw_correction(company.id)
        assert not withdraw_correction(company.id)
        assert corrections() == {}

    assert lead(cast.tenant).correction == ""


def test_a_tenant_speaks_of_its_own_leads_only(cast: Cast):
    make_visit(cast.rival, cast.rival_site)
    company = Company.objects.get()

    with tenant_scope(cast.tenant.id):
        assert not correct_company(company.id, CorrectionKind.WRONG)
        assert corrections() == {}


def test_a_rival_sees_nothing_of_it(cast: Cast, company: Company):
    with tenant_scope(cast.tenant.id):
        correct_company(company.id, CorrectionKind.WRONG)

    with tenant_scope(cast.rival.id):
        assert corrections() == {}


def test_the_mark_stays_when_the_company_comes_again(cast: Cast, company: Company):
    with tenant_scope(cast.tenant.id):
        correct_company(company.id, CorrectionKind.OWN_OFFICE)

    make_visit(cast.tenant, cast.site, visitor="two")

    assert lead(cast.tenant).correction == "own-office"


def test_staff_learn_how_many_say_the_same_and_not_who(cast: Cast, company: Company):
    for tenant in (cast.tenant, cast.rival):
        with tenant_scope(tenant.id):
            correct_company(company.id, CorrectionKind.WRONG)

    (reported,) = reported_companies(cast.sam.id)

    assert (reported.company_id, reported.kind, reported.tenants) == (company.id, CorrectionKind.WRONG, 2)
    assert reported_companies(cast.ada.id) == []


def test_only_a_customer_stays_in_view():
    assert [kind for kind in CorrectionKind if not kind.hides] == [CorrectionKind.CUSTOMER]

"""What a lead rests on, dated, and what happens to it when consent ends."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from connectleads.tenancy.scope import tenant_scope
from consent.models import ConsentReceipt
from enrichment.legal_basis import legal_bases, legal_basis
from enrichment.models import Lead
from tests.conftest import Cast, database_role
from tests.history import OTHER_COMPANY_ADDRESS, make_hit, store

NOW = datetime.now(UTC)


@pytest.fixture
def lead(cast: Cast):
    store(
        make_hit(cast.tenant, cast.site, at=NOW - timedelta(hours=1), choice_at=NOW - timedelta(days=40)),
        make_hit(cast.tenant, cast.site, visitor="two", choice_at=NOW - timedelta(days=2)),
        make_hit(cast.tenant, cast.site, visitor="three", address=OTHER_COMPANY_ADDRESS),
    )
    with tenant_scope(cast.tenant.id):
        yield Lead.objects.get(company__name__startswith="Adyen")


def test_it_tells_which_consents_by_which_evidence_and_when(lead: Lead):
    basis = legal_basis(lead.id)

    assert (basis.browsers, basis.receipts) == (2, 2)
    assert (basis.platforms, basis.levels, basis.gate_versions) == (("Cookiebot",), ("A",), (1,))
    assert (basis.first_at, basis.last_at) == (NOW - timedelta(days=40), NOW - timedelta(days=2))
    assert basis.holds(NOW)
    assert not basis.holds(NOW + timedelta(days=400))


@pytest.mark.parametrize(("language", "words"), [("nl", "Toestemming, AVG art. 6"), ("en", "Consent, GDPR art. 6")])
def test_its_line_is_dated_and_names_the_law(lead: Lead, language: str, words: str):
    with translation.override(language):
        line = legal_basis(lead.id).line(NOW)

    assert line.startswith(words)
    assert "Cookiebot" in line
    assert f"{NOW:%Y-%m-%d}" in line
    assert "\n" not in line


def test_when_all_consent_is_withdrawn_the_line_says_so(cast: Cast, lead: Lead):
    with database_role("worker"):
        ConsentReceipt.objects.update(withdrawn_at=NOW, withdraw_reason="visitor")

    with translation.override("en"):
        assert legal_basis(lead.id).line(NOW).startswith("No consent in force")


def test_many_are_told_in_one_question(lead: Lead, django_assert_num_queries):
    ids = list(Lead.objects.values_list("id", flat=True))

    with django_assert_num_queries(1):
        assert set(legal_bases(ids)) == set(ids)


def test_another_tenants_lead_has_no_basis_here(cast: Cast):
    store(make_hit(cast.rival, cast.rival_site))
    with tenant_scope(cast.rival.id):
        other = Lead.objects.get()

    with tenant_scope(cast.tenant.id):
        assert legal_basis(other.id) is None

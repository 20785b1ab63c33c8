"""A tenant's own list of ranges: customers and offices, in its own view only."""

import pytest
from django.db import transaction

from connectleads.tenancy.audit import SYSTEM
from connectleads.tenancy.models import Site
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment.findings import Registry
from enrichment.hit_batch import store_hits
from enrichment.models import Company, Lead
from enrichment.range_actions import import_ranges
from enrichment.range_list import LineFault
from enrichment.waiting import queue_length
from tests.conftest import Cast, database_role
from tests.history import COMPANY_ADDRESS, HOME_ADDRESS, make_hit, make_visit, store


def import_tenant_ranges(lines: list[str]) -> tuple[int, dict[int, LineFault | None]]:
    found = import_ranges(lines, replaces=True, by=SYSTEM)
    return len(found.entries), {line.number: line.fault for line in found.faults}


def names(tenant) -> list[str]:
    with tenant_scope(tenant.id):
        return sorted(lead.company.name for lead in Lead.objects.select_related("company"))


def test_a_customers_range_is_that_companys_to_this_tenant_only(cast: Cast):
    make_visit(cast.tenant, cast.site)  # so that the company is known
    with tenant_scope(cast.tenant.id):
        imported = import_tenant_ranges(["range,name", "86.83.17.0/24,Adyen N.V."])

    store(
        make_hit(cast.tenant, cast.site, address=HOME_ADDRESS, visitor="two"),
        make_hit(cast.rival, cast.rival_site, address=HOME_ADDRESS, visitor="three"),
    )

    assert imported == (1, {})
    with tenant_scope(cast.tenant.id):
        assert Lead.objects.get().visits == 2
    assert names(cast.rival) == []


def test_an_own_office_is_nobodys_lead(cast: Cast):
    with tenant_scope(cast.tenant.id):
        import_tenant_ranges(["147.12.18.0/24"])

    store(
        make_hit(cast.tenant, cast.site, address=COMPANY_ADDRESS),
        make_hit(cast.rival, cast.rival_site, address=COMPANY_ADDRESS, visitor="two"),
    )

    assert names(cast.tenant) == []
    assert names(cast.rival) == ["Adyen"]


def test_what_a_tenant_types_makes_no_shared_record(cast: Cast):
    with tenant_scope(cast.tenant.id):
        imported = import_tenant_ranges(["86.83.17.0/24,Secret Customer B.V.", "bogus,Adyen", "", "5.0.0.0/24,"])

    assert imported == (1, {1: LineFault.COMPANY, 2: LineFault.RANGE})
    assert Company.objects.count() == 0


def test_a_wrong_range_is_told_by_its_line(cast: Cast):
    with tenant_scope(cast.tenant.id):
        assert import_tenant_ranges(["bogus,"]) == (0, {1: LineFault.RANGE})


def test_a_new_list_takes_the_place_of_the_old_one(cast: Cast):
    with tenant_scope(cast.tenant.id):
        import_tenant_ranges(["147.12.18.0/24"])
        import_tenant_ranges(["5.0.0.0/24"])

    store(make_hit(cast.tenant, cast.site, address=COMPANY_ADDRESS))

    assert names(cast.tenant) == ["Adyen"]


@pytest.mark.parametrize(("wanted", "shown"), [(0.6, ["aaff Accountants en Advies"]), (0.95, [])])
def test_a_stricter_site_shows_only_what_is_surer(cast: Cast, wanted: float, shown: list[str]):
    with database_role("worker"), unscoped_all_tenants("test"):
        Site.objects.filter(id=cast.site.id).update(min_confidence=wanted)

    store(make_hit(cast.tenant, cast.site, address="91.199.59.85"))  # a name and a trade: not as sure as can be

    assert names(cast.tenant) == shown


def test_of_an_own_office_no_registry_is_asked(committed_cast: Cast, stream: None, settings):
    cast = committed_cast
    settings.REGISTRIES = frozenset({"ripe"})
    with tenant_scope(cast.tenant.id), database_role("worker"):
        import_tenant_ranges(["86.83.17.0/24"])

    store_and_commit(make_hit(cast.tenant, cast.site, address=HOME_ADDRESS))
    assert queue_length(Registry.RIPE) == 0

    store_and_commit(make_hit(cast.rival, cast.rival_site, address=HOME_ADDRESS))
    assert queue_length(Registry.RIPE) == 1


def store_and_commit(hit) -> None:
    with database_role("worker"), unscoped_all_tenants("test"), transaction.atomic():
        store_hits([hit])

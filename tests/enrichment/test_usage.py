"""Usage: what counts, what never does, and that companies above a plan are kept and locked."""

from datetime import UTC, datetime, timedelta

import pytest

from connectleads.tenancy.models import Plan, Tenant
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment.models import Lead
from enrichment.usage import locked_leads, month_usage
from tests.conftest import Cast, database_role
from tests.history import COMPANY_ADDRESS, HOME_ADDRESS, OTHER_COMPANY_ADDRESS, UNIVERSITY_ADDRESS, make_hit, store

NOON = datetime(2026, 11, 15, 12, tzinfo=UTC)


def on_plan(cast: Cast, companies: int | None) -> Tenant:
    with database_role("worker"), unscoped_all_tenants("test"):
        plan = Plan.objects.create(key="test", name="Test", companies_per_month=companies)
        Tenant.objects.filter(id=cast.tenant.id).update(plan=plan)
        return Tenant.objects.get(id=cast.tenant.id)


def came(cast: Cast, address: str, *, minutes: int = 0, visitor: str = "one") -> None:
    store(make_hit(cast.tenant, cast.site, at=NOON + timedelta(minutes=minutes), address=address, visitor=visitor))


def test_a_company_counts_once_a_month_however_often_it_comes(cast: Cast):
    tenant = on_plan(cast, None)
    for minutes in (0, 60, 24 * 60):
        came(cast, COMPANY_ADDRESS, minutes=minutes, visitor=str(minutes))

    with tenant_scope(tenant.id):
        usage = month_usage(tenant, now=NOON)
    assert (usage.identified, usage.locked) == (1, 0)


@pytest.mark.parametrize("address", [HOME_ADDRESS, UNIVERSITY_ADDRESS])
def test_what_is_no_lead_never_counts(cast: Cast, address: str):
    tenant = on_plan(cast, None)
    came(cast, address)

    with tenant_scope(tenant.id):
        assert month_usage(tenant, now=NOON).identified == 0


def test_a_month_is_the_tenants_own(cast: Cast):
    tenant = on_plan(cast, None)
    just_after_midnight = datetime(2026, 10, 31, 23, 30, tzinfo=UTC)  # 1 November, 00:30 in Amsterdam
    store(make_hit(cast.tenant, cast.site, at=just_after_midnight))

    with tenant_scope(tenant.id):
        assert month_usage(tenant, now=NOON).identified == 1
        assert month_usage(tenant, now=just_after_midnight - timedelta(hours=1)).identified == 0
        assert month_usage(tenant, now=datetime(2026, 12, 1, 12, tzinfo=UTC)).identified == 0


def test_above_the_plan_the_later_company_is_kept_and_locked(cast: Cast):
    tenant = on_plan(cast, 1)
    came(cast, COMPANY_ADDRESS)
    came(cast, OTHER_COMPANY_ADDRESS, minutes=5, visitor="two")

    with tenant_scope(tenant.id):
        locked = locked_leads(tenant, now=NOON)
        assert [lead.company.name for lead in Lead.objects.select_related("company").filter(id__in=locked)] == [
            "DAF Trucks"
        ]
        assert Lead.objects.count() == 2
        assert month_usage(tenant, now=NOON).locked == 1


def test_a_later_visit_of_an_open_company_locks_nobody_else(cast: Cast):
    tenant = on_plan(cast, 1)
    came(cast, COMPANY_ADDRESS)
    came(cast, OTHER_COMPANY_ADDRESS, minutes=5, visitor="two")
    with tenant_scope(tenant.id):
        before = locked_leads(tenant, now=NOON)
    came(cast, OTHER_COMPANY_ADDRESS, minutes=90, visitor="three")

    with tenant_scope(tenant.id):
        assert locked_leads(tenant, now=NOON) == before


def test_a_locked_leads_page_says_so_without_its_name_and_changes_nothing(cast: Cast, signed_in):
    on_plan(cast, 1)
    store(make_hit(cast.tenant, cast.site))
    store(make_hit(cast.tenant, cast.site, address=OTHER_COMPANY_ADDRESS, visitor="two"))
    with tenant_scope(cast.tenant.id):
        names = {lead.company.name: lead.id for lead in Lead.objects.select_related("company")}
        [locked] = locked_leads(Tenant.objects.get(), now=datetime.now(UTC))
    name = next(name for name, lead_id in names.items() if lead_id == locked)
    ada = signed_in(cast.ada)

    page = ada.get(f"/app/voorbeeld/leads/{locked}/")
    changed = ada.post(f"/app/voorbeeld/leads/{locked}/status/", {"status": "lost"})

    assert (page.status_code, changed.status_code) == (200, 403)
    assert name not in page.content.decode()
    with tenant_scope(cast.tenant.id):
        assert Lead.objects.get(id=locked).status == "new"


def test_a_locked_lead_stands_in_lists_and_exports_without_its_name_and_is_not_found_by_it(cast: Cast, signed_in):
    on_plan(cast, 1)
    store(make_hit(cast.tenant, cast.site))
    store(make_hit(cast.tenant, cast.site, address=OTHER_COMPANY_ADDRESS, visitor="two"))
    with tenant_scope(cast.tenant.id):
        [locked] = locked_leads(Tenant.objects.get(), now=datetime.now(UTC))
        name = Lead.objects.get(id=locked).company.name
    ada = signed_in(cast.ada)

    listed = ada.get("/app/voorbeeld/leads/").context["report"].rows
    searched = ada.get(f"/app/voorbeeld/leads/?q={name}").context["report"].rows
    overview = ada.get("/app/voorbeeld/").content.decode()

    assert len(listed) == 2
    assert name not in [row.name for row in listed]
    assert searched == ()
    assert name not in overview


def test_everybody_sees_the_usage(cast: Cast, signed_in):
    on_plan(cast, 1)
    store(make_hit(cast.tenant, cast.site))

    report = signed_in(cast.vera).get("/app/voorbeeld/settings/plan/").context["report"]

    assert (report.companies.used, report.companies.most, report.companies.is_full) == (1, 1, True)
    assert (report.sites.used, report.seats.used) == (1, 4)

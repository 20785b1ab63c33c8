"""The database numbers and dates every change of a site's consent settings, whoever makes it."""

import pytest
from django.db import DatabaseError, connection, transaction

from connectleads.tenancy.models import Site
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from consent.models import ConsentReceipt, PolicyVersion
from tests.conftest import Cast, database_role
from tests.history import make_hit, store

CHANGES = {
    "platform": "onetrust",
    "purpose": "statistics",
    "purpose_reason": "The banner has no marketing category",
    "hosts": ["www.voorbeeld.nl", "shop.voorbeeld.nl"],
    "max_age_days": 90,
    "honours_dnt": True,
    "mapping": {"marketing": ["ads"]},
    "tcf_mode": "purposes",
    "tcf_vendor_id": 7,
    "min_revision": 2,
    "regions": ["nl"],
    "optin_checked_by": "Ada",
    "optin_checked_on": "2026-11-01",
    "banner_snapshot_id": "01890000-0000-7000-8000-000000000000",
    "listed_by": "Ada",
    "listed_on": "2026-11-01",
}
NO_CONSENT_SETTINGS = {
    "name", "key", "policy_version", "hash_routes", "verifying_until", "is_active", "created_at", "updated_at",
    "tenant", "id", "pk", "shows_own_banner", "banner_organisation", "privacy_url", "min_confidence",
}  # fmt: skip


@pytest.fixture
def at_home(cast: Cast):
    with tenant_scope(cast.tenant.id):
        yield cast


def test_a_new_site_has_its_first_version(at_home: Cast):
    version = PolicyVersion.objects.get(site_id=at_home.site.id)

    assert (version.version, version.policy["platform"]) == (1, "cookiebot")


@pytest.mark.parametrize("field", CHANGES)
def test_a_changed_setting_makes_a_new_version(at_home: Cast, field: str):
    Site.objects.filter(id=at_home.site.id).update(**{field: CHANGES[field]})

    versions = PolicyVersion.objects.filter(site_id=at_home.site.id).order_by("version")
    assert [version.version for version in versions] == [1, 2]
    assert versions[1].policy[field] == CHANGES[field]
    assert Site.objects.get(id=at_home.site.id).policy_version == 2


def test_every_field_of_a_site_is_a_consent_setting_or_known_to_be_none():
    assert {field.name for field in Site._meta.get_fields()} == CHANGES.keys() | NO_CONSENT_SETTINGS


def test_what_changes_nothing_makes_no_version(at_home: Cast):
    Site.objects.filter(id=at_home.site.id).update(name="Another name", platform="cookiebot", policy_version=9)

    assert PolicyVersion.objects.filter(site_id=at_home.site.id).count() == 1
    assert Site.objects.get(id=at_home.site.id).policy_version == 1


def test_a_receipt_names_a_version_that_there_was(at_home: Cast):
    store(make_hit(at_home.tenant, at_home.site))

    assert ConsentReceipt.objects.get().policy_version == 1
    with database_role("worker"), unscoped_all_tenants("test"), pytest.raises(DatabaseError), transaction.atomic():
        ConsentReceipt.objects.update(policy_version=5)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("statement", ["UPDATE", "DELETE", "INSERT"])
def test_nobody_who_serves_pages_can_rewrite_a_version(at_home: Cast, statement: str):
    sql = {
        "UPDATE": "UPDATE consent_policyversion SET version = 3",
        "DELETE": "DELETE FROM consent_policyversion",
        "INSERT": "INSERT INTO consent_policyversion (tenant_id, site_id, version, policy, made_at) "
        "SELECT tenant_id, site_id, 8, policy, made_at FROM consent_policyversion",
    }
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql[statement])

"""Published texts stay as they were, and know when a setting makes them untrue: each setting in turn."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import override_settings

from connectleads.config import Config
from connectleads.operator import Engaged, Operator
from connectleads.source_config import SourceConfig
from connectleads.tenancy.audit import SYSTEM, Actor
from connectleads.tenancy.models import AuditEvent, RetentionChoice, Site, Tenant
from connectleads.tenancy.retention import RetentionKind
from connectleads.tenancy.scope import tenant_scope
from connectleads.tenancy.tenant_settings import CHANGEABLE
from consent.document_facts import read_facts
from consent.documents.facts import Facts, Kind, Language
from consent.documents.kinds import NoSuchSite
from consent.models import PrivacyProfile
from consent.publishing import PROFILE_FIELDS, Signatory, accept_agreement, publish, save_profile
from consent.standing import Standing, TextKey
from consent.text_list import acceptances, published_at, published_document, published_versions, text_states
from tests.conftest import Cast, database_role

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OF_SITES = {Kind.COOKIE_POLICY, Kind.PRIVACY_STATEMENT, Kind.AGREEMENT}

# Every setting of a website, and the texts that it makes untrue; () where it is no matter of any text.
SITE_SETTINGS: dict[str, tuple[Any, set[Kind]]] = {
    "name": ("Anders", set()),
    "hosts": (["anders.voorbeeld.nl"], OF_SITES | {Kind.REGISTER, Kind.IMPACT_SCAN}),
    "platform": ("onetrust", OF_SITES),
    "purpose": ("statistics", OF_SITES | {Kind.IMPACT_SCAN}),
    "purpose_reason": ("Alleen tellen", {Kind.IMPACT_SCAN}),
    "max_age_days": (90, OF_SITES),
    "honours_dnt": (True, {Kind.COOKIE_POLICY, Kind.AGREEMENT}),
    "hash_routes": (True, {Kind.COOKIE_POLICY, Kind.AGREEMENT}),
    "mapping": ({"marketing": ["x"]}, set()),
    "tcf_mode": ("vendor", set()),
    "tcf_vendor_id": (7, set()),
    "min_revision": (3, set()),
    "regions": (["nl"], set()),
    "optin_checked_by": ("Ada", set()),
    "optin_checked_on": (NOW.date(), set()),
    "banner_snapshot_id": (None, set()),
    "listed_by": ("Ada", set()),
    "listed_on": (NOW.date(), set()),
    "verifying_until": (NOW, set()),
    "shows_own_banner": (False, set()),
    "banner_organisation": ("Anders", set()),
    "privacy_url": ("/anders", set()),
    "min_confidence": (0.9, set()),
}
# What an operator sets for the whole installation, and the test below that is about it.
OF_TEXTS = {"public_url", "collector_url", "retention_ceilings", "operator"}
OF_NO_TEXT = {
    "var_dir", "static_root", "embedded", "database_role", "database", "stream_url", "broker_url", "cache_url",
    "secret_key", "hit_keys", "hash_key", "allowed_hosts", "csrf_trusted_origins", "trusted_proxies", "shards",
    "hits_per_second_and_site", "hits_per_second_and_neighbourhood", "most_waiting_hits", "lag_alarm_seconds",
    "aside_alarm_entries", "asn_database", "debug", "secure", "log_level", "email_host", "email_port", "email_user",
    "email_password", "email_from", "sign_up_is_open", "identity_providers", "deletion_grace_days", "staff_path",
    "log_format",
}  # fmt: skip
SOURCES_OF_TEXTS = {"registries", "reverse_dns"}
SOURCES_OF_NO_TEXT = {
    "permitted", "registry_contact", "own_ranges", "network_database_url", "kind_lists_url", "kind_list_urls",
    "reverse_dns_per_day",
}  # fmt: skip
NOT_SETTINGS = {"tenant_id", "id", "key", "pk", "policy_version", "created_at", "updated_at", "is_active"}
LEAST = {Kind.PRIVACY_STATEMENT, Kind.CHECKLIST, Kind.AGREEMENT, Kind.REGISTER}
TENANT_SETTINGS: dict[str, tuple[Any, set[Kind]]] = {
    "name": ("Anders B.V.", {Kind.CHECKLIST, Kind.ROLES, Kind.AGREEMENT, Kind.REGISTER, Kind.IMPACT_SCAN}),
    "shows_education": (True, LEAST),
    "shows_government": (True, LEAST),
    "time_zone": ("Europe/Brussels", set()),
    "requires_second_factor": (True, set()),
    "plan_id": (None, set()),
}
NOT_OF_TENANT = {"id", "slug", "created_at", "suspended_at", "deletion_requested_at", "deletion_due_at"}
KEPT: dict[RetentionKind, set[Kind]] = {
    RetentionKind.PAGE_VIEWS: LEAST | {Kind.COOKIE_POLICY, Kind.IMPACT_SCAN, Kind.MEASURES},
    RetentionKind.VISITS: LEAST | {Kind.COOKIE_POLICY, Kind.IMPACT_SCAN, Kind.MEASURES},
    RetentionKind.LEADS: LEAST | {Kind.MEASURES},
    RetentionKind.RECEIPTS: LEAST | {Kind.IMPACT_SCAN, Kind.MEASURES},
    RetentionKind.REQUESTS: LEAST | {Kind.MEASURES},
    RetentionKind.AUDIT: {Kind.AGREEMENT, Kind.REGISTER, Kind.MEASURES},
}
OPERATOR = Operator(name="Dienstverlener B.V.", address="Kade 1", contact="privacy@dienst.example", engaged=())
OPERATED: dict[str, tuple[Any, set[Kind]]] = {
    "name": ("Anders B.V.", set(Kind) - {Kind.IMPACT_SCAN}),
    "address": ("Laan 2", {Kind.AGREEMENT, Kind.REGISTER, Kind.COOKIE_POLICY}),
    "contact": ("x@y.example", {Kind.AGREEMENT, Kind.REGISTER, Kind.MEASURES}),
    "engaged": (
        (Engaged(name="Mail Inc", service="mail", country="VS", safeguard="SCC"),),
        LEAST | {Kind.COOKIE_POLICY},
    ),
}
PROFILE: dict[str, set[Kind]] = {
    "legal_name": {Kind.CHECKLIST, Kind.ROLES, Kind.AGREEMENT, Kind.REGISTER, Kind.IMPACT_SCAN},
    "address": {Kind.CHECKLIST, Kind.AGREEMENT, Kind.REGISTER},
    "contact": {Kind.PRIVACY_STATEMENT, Kind.CHECKLIST, Kind.AGREEMENT, Kind.REGISTER},
    "officer": {Kind.PRIVACY_STATEMENT, Kind.CHECKLIST, Kind.REGISTER, Kind.IMPACT_SCAN},
    "recipients": {Kind.COOKIE_POLICY, Kind.PRIVACY_STATEMENT, Kind.CHECKLIST, Kind.REGISTER},
}


@pytest.fixture
def published(cast: Cast):
    """Everything of the cast's tenant, published by a known operator; inside its scope."""
    with override_settings(OPERATOR=OPERATOR), tenant_scope(cast.tenant.id):
        for state in text_states(read_facts()):
            publish(state.key, read_facts(), by=SYSTEM, at=NOW)
        assert outdated() == set()
        yield cast


def outdated() -> set[Kind]:
    return {one.key.kind for one in text_states(read_facts()) if one.standing is not Standing.TRUE}


def test_every_setting_of_a_website_is_in_the_table():
    assert {field.attname for field in Site._meta.local_fields} == set(SITE_SETTINGS) | NOT_SETTINGS


def test_every_setting_of_a_tenant_is_in_the_table():
    assert {field.attname for field in Tenant._meta.local_fields} == set(TENANT_SETTINGS) | NOT_OF_TENANT
    assert set(TENANT_SETTINGS) >= CHANGEABLE


def test_everything_that_a_tenant_says_about_itself_is_in_the_table():
    said = {field.attname for field in PrivacyProfile._meta.local_fields}

    assert set(PROFILE) == set(PROFILE_FIELDS) == said - {"pk", "tenant_id", "singleton", "changed_at"}


def test_every_setting_of_the_installation_is_in_a_table():
    assert names_of(Config) == OF_TEXTS | OF_NO_TEXT | {"sources"}
    assert names_of(SourceConfig) == SOURCES_OF_TEXTS | SOURCES_OF_NO_TEXT
    assert set(OPERATED) == names_of(Operator)
    assert set(KEPT) == set(RetentionKind)


def test_every_fact_comes_from_a_setting_that_is_changed_here():
    of_tenant = {"name": "controller_name", **{name: f"controller_{name}" for name in PROFILE}}
    from_settings = (
        {f"{kind.value}_days" for kind in RetentionKind}
        | {f"provider_{name}" for name in OPERATED if name != "engaged"}
        | {of_tenant.get(name, name) for name in (*TENANT_SETTINGS, *PROFILE)}
        | SOURCES_OF_TEXTS
        | {"sub_processors", "product_url", "collector_host", "gate_version", "sites"}
    )

    assert names_of(Facts) <= from_settings


def names_of(kind: type) -> set[str]:
    return {field.name for field in dataclasses.fields(kind)}


@pytest.mark.parametrize("name", SITE_SETTINGS)
def test_a_setting_of_a_website_makes_its_texts_outdated(published: Cast, name: str):
    value, kinds = SITE_SETTINGS[name]
    Site.objects.filter(id=published.site.id).update(**{name: value})

    assert outdated() == kinds


@pytest.mark.parametrize("name", TENANT_SETTINGS)
def test_a_setting_of_the_tenant_makes_its_texts_outdated(published: Cast, name: str):
    value, kinds = TENANT_SETTINGS[name]
    Tenant.objects.filter(id=published.tenant.id).update(**{name: value})

    assert outdated() == kinds


@pytest.mark.parametrize("kind", RetentionKind)
def test_a_lifetime_makes_its_texts_outdated(published: Cast, kind: RetentionKind):
    RetentionChoice.objects.create(kind=kind.value, days=100)
    if kind is RetentionKind.PAGE_VIEWS:
        RetentionChoice.objects.filter(kind=kind.value).update(days=33)

    assert outdated() == KEPT[kind]


@pytest.mark.parametrize("name", OPERATED)
def test_what_the_operator_says_makes_its_texts_outdated(published: Cast, name: str):
    value, kinds = OPERATED[name]

    with override_settings(OPERATOR=dataclasses.replace(OPERATOR, **{name: value})):
        assert outdated() == kinds


@pytest.mark.parametrize("name", PROFILE)
def test_what_the_tenant_says_about_itself_makes_its_texts_outdated(published: Cast, name: str):
    save_profile({name: "iets anders"}, by=SYSTEM)

    assert outdated() == PROFILE[name]


def test_a_new_version_of_the_gate_makes_its_texts_outdated(published: Cast, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("consent.document_facts.GATE_VERSION", 99)

    assert outdated() == {Kind.AGREEMENT, Kind.REGISTER, Kind.IMPACT_SCAN, Kind.MEASURES}


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("PUBLIC_URL", {Kind.COOKIE_POLICY, Kind.PRIVACY_STATEMENT, Kind.CHECKLIST}),
        ("COLLECTOR_URL", {Kind.COOKIE_POLICY}),
    ],
)
def test_another_address_of_the_installation_makes_its_texts_outdated(published: Cast, name: str, kinds: set[Kind]):
    with override_settings(**{name: "https://elders.example"}):
        assert outdated() == kinds


@pytest.mark.parametrize("kind", RetentionKind)
def test_a_lower_ceiling_makes_the_texts_of_what_it_shortens_outdated(published: Cast, kind: RetentionKind):
    with override_settings(RETENTION_CEILINGS={**settings.RETENTION_CEILINGS, kind: 20}):
        assert outdated() == KEPT[kind]


@pytest.mark.parametrize(("name", "value"), [("REGISTRIES", frozenset({"ripe", "arin"})), ("REVERSE_DNS", "system")])
def test_asking_somebody_about_addresses_makes_its_texts_outdated(published: Cast, name: str, value: object):
    with override_settings(**{name: value}):
        assert outdated() == LEAST | {Kind.COOKIE_POLICY}


def test_publishing_again_makes_a_text_true_and_keeps_the_older_one(published: Cast):
    key = TextKey(Kind.AGREEMENT)
    before = published_document(published_versions(key)[0].id, Language.DUTCH)
    RetentionChoice.objects.create(kind="receipts", days=400)

    publish(key, read_facts(), by=SYSTEM, at=NOW + timedelta(days=1))

    newest, oldest = published_versions(key)
    assert (newest.version, oldest.version) == (2, 1)
    assert published_document(oldest.id, Language.DUTCH) == before
    assert published_document(newest.id, Language.DUTCH) != before
    assert Kind.AGREEMENT not in outdated()


def test_a_receipt_finds_the_text_in_force_at_its_time(published: Cast):
    key = TextKey(Kind.COOKIE_POLICY, published.site.key)
    publish(key, read_facts(), by=SYSTEM, at=NOW + timedelta(days=2))

    assert published_at(key, NOW - timedelta(hours=1)) is None
    assert published_at(key, NOW + timedelta(days=1)).version == 1
    assert published_at(key, NOW + timedelta(days=3)).version == 2


def test_the_cookie_policy_of_a_website_that_is_switched_off_cannot_be_published(published: Cast):
    Site.objects.filter(id=published.site.id).update(is_active=False)

    with pytest.raises(NoSuchSite):
        publish(TextKey(Kind.COOKIE_POLICY, published.site.key), read_facts(), by=SYSTEM, at=NOW)


@pytest.mark.parametrize("role", ["web", "worker"])
@pytest.mark.parametrize("table", ["consent_publishedtext", "consent_acceptance"])
def test_what_was_published_or_accepted_is_never_changed(published: Cast, role: str, table: str):
    denied = pytest.raises(DatabaseError, match="permission denied")

    with database_role(role), denied, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET version = 9")


def test_the_agreement_is_accepted_once_with_name_and_time(published: Cast):
    text = published_versions(TextKey(Kind.AGREEMENT))[0]
    ada = Signatory(member_id=published.ada.pk, email="ada@example.nl", name="Ada Lovelace", position="Directeur")

    first = accept_agreement(text.id, ada, by=Actor.person(published.ada), at=NOW)
    second = accept_agreement(text.id, ada, by=Actor.person(published.ada), at=NOW)

    assert (first, second) == (True, False)
    (one,) = acceptances()
    assert (one.version, one.name, one.position, one.accepted_at) == (1, "Ada Lovelace", "Directeur", NOW)
    assert AuditEvent.objects.filter(action="agreement_accepted").count() == 1


def test_only_an_agreement_can_be_accepted(published: Cast):
    text = published_versions(TextKey(Kind.ROLES))[0]
    ada = Signatory(member_id=published.ada.pk, email="ada@example.nl", name="Ada", position="x")

    assert accept_agreement(text.id, ada, by=SYSTEM, at=NOW) is False


def test_texts_are_a_tenants_own(cast: Cast):
    with tenant_scope(cast.tenant.id):
        publish(TextKey(Kind.ROLES), read_facts(), by=SYSTEM, at=NOW)
    with tenant_scope(cast.rival.id):
        assert published_versions(TextKey(Kind.ROLES)) == []

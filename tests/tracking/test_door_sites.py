"""Which site a key belongs to, and what that site asks, as the door knows it: for each of its servers."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError

from connectleads.demo.cookiebot_value import value
from connectleads.tenancy.models import Site, Tenant
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from tests.conftest import Cast, database_role
from tests.tracking.doors import Client
from tests.tracking.test_door import dropped, post, recorded, send
from tracking import answers
from tracking.drops import DropReason
from tracking.sites import SITES
from tracking.stream import latest_verification, valkey

pytestmark = pytest.mark.usefixtures("stream", "door")


@pytest.mark.parametrize(
    ("reason", "settings"),
    [
        (DropReason.WRONG_PLATFORM, {"consent_platform": "onetrust"}),
        (DropReason.UNSUPPORTED_PLATFORM, {"platform": "no-such-banner"}),
        (DropReason.DNT, {"honours_dnt": True}),
        (DropReason.SITE_INACTIVE, {"is_active": False}),
    ],
)
def test_the_sites_settings_are_obeyed(cast: Cast, reason: DropReason, settings: dict):
    settings = dict(settings)
    platform = settings.pop("consent_platform", None)
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(**settings, updated_at=datetime.now(UTC))
    SITES.expire()

    consent = {"platform": platform or "cookiebot", "name": "CookieConsent", "value": value()}
    post(Client(), cast, {"consent": consent}, {"DNT": "1"})

    assert dropped() == {reason.value: 1}


@pytest.mark.parametrize("wanted", [True, False])
def test_routes_behind_a_hash_are_pages_where_the_site_says_so(cast: Cast, wanted: bool):
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(hash_routes=wanted)
    SITES.expire()

    send(cast, consent=value(), url="https://www.voorbeeld.nl/app#/prijzen?q=geheim")

    (hit,) = recorded(cast)
    assert hit.path == ("/app#/prijzen" if wanted else "/app")


def test_an_unknown_key_gets_the_same_answer_and_leaves_nothing(cast: Cast):
    cast.site.key = "nosuchkey2222222"

    answer = send(cast, consent=value())

    assert answer.status_code == 204
    assert valkey().keys() == []


def test_a_change_of_a_site_is_noticed_whatever_its_time_says(cast: Cast):
    send(cast, consent=value())
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(is_active=False, updated_at=long_ago)
    SITES._checked_at = float("-inf")  # two seconds went by

    send(cast, consent=value())

    assert dropped() == {"site_inactive": 1}


def test_one_suspended_while_another_is_released_is_noticed(cast: Cast):
    with database_role("worker"), unscoped_all_tenants("test"):
        Tenant.objects.filter(id=cast.rival.id).update(suspended_at=datetime.now(UTC))
    send(cast, consent=value())
    with database_role("worker"), unscoped_all_tenants("test"):
        Tenant.objects.filter(id=cast.rival.id).update(suspended_at=None)
        Tenant.objects.filter(id=cast.tenant.id).update(suspended_at=datetime.now(UTC))
    SITES._checked_at = float("-inf")  # two seconds went by

    send(cast, consent=value())

    assert dropped() == {"site_inactive": 1}


def test_a_key_that_two_sites_claim_belongs_to_neither(cast: Cast):
    with tenant_scope(cast.rival.id):
        Site.objects.update(key=cast.site.key)
    SITES.expire()

    send(cast, consent=value())

    assert valkey().keys() == []


def test_only_a_site_in_verification_is_told_the_reason(cast: Cast):
    assert answers.REASON_HEADER not in send(cast).headers

    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(verifying_until=datetime.now(UTC) + timedelta(hours=1))
    SITES.expire()

    assert send(cast).headers[answers.REASON_HEADER] == "no_evidence"
    assert send(cast, consent=value()).headers[answers.REASON_HEADER] == "recorded"
    outcome, at = latest_verification(cast.site.id)
    assert (outcome, at.date()) == ("recorded", datetime.now(UTC).date())


def test_a_verification_that_ended_tells_nothing_more(cast: Cast):
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(verifying_until=datetime.now(UTC) - timedelta(seconds=1))
    SITES.expire()

    assert answers.REASON_HEADER not in send(cast).headers
    assert latest_verification(cast.site.id) is None


def test_the_door_asks_the_database_nothing_while_its_snapshot_is_fresh(cast: Cast, django_assert_num_queries):
    send(cast, consent=value())

    with django_assert_num_queries(0):
        send(cast, consent=value())


def test_while_postgresql_is_away_known_sites_are_served_and_a_new_process_says_503(cast: Cast, monkeypatch):
    send(cast, consent=value())
    SITES._checked_at = float("-inf")  # two seconds went by
    monkeypatch.setattr("tracking.sites.connection", Away())

    assert send(cast, consent=value()).status_code == 204
    assert len(recorded(cast)) == 2
    SITES.expire()
    assert send(cast, consent=value()).status_code == 503


class Away:
    """A connection to a PostgreSQL that is not there."""

    def cursor(self):
        raise OperationalError("connection refused")

    def close(self) -> None:
        pass

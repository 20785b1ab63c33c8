"""Where one is signed in, and signing out everywhere else."""

import pytest
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client

from connectleads.accounts.coarse_address import coarse
from connectleads.tenancy.models import AuditEvent
from connectleads.tenancy.scope import tenant_scope
from tests.conftest import Cast

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()
    yield
    cache.clear()


def sign_in(**headers: str) -> Client:
    client = Client(headers=headers, REMOTE_ADDR="198.51.100.77")
    client.post("/accounts/login/", {"login": "ada@example.nl", "password": "a long password"})
    return client


def test_other_sessions_end_and_this_one_stays(cast: Cast):
    here, elsewhere = sign_in(user_agent=FIREFOX), sign_in()

    assert "Firefox · Windows" in here.get("/accounts/sessions/").content.decode()
    here.post("/accounts/sessions/")

    assert here.get("/app/voorbeeld/leads/").status_code == 200
    assert elsewhere.get("/app/voorbeeld/leads/").status_code == 302


def test_a_session_keeps_the_network_and_not_the_address(cast: Cast):
    sign_in()

    assert str(UserSession.objects.get().ip) == "198.51.100.0"


@pytest.mark.parametrize(
    ("address", "kept"), [("203.0.113.77", "203.0.113.0"), ("2001:db8:1:2::7", "2001:db8:1::"), ("nonsense", "::")]
)
def test_addresses_are_blurred(address: str, kept: str):
    assert coarse(address) == kept


def test_a_failed_sign_in_is_in_the_audit_of_that_persons_tenants(cast: Cast):
    Client().post("/accounts/login/", {"login": "ada@example.nl", "password": "wrong"})

    with tenant_scope(cast.tenant.id):
        assert [(one.action, one.actor) for one in AuditEvent.objects.all()] == [("sign_in_failed", "ada@example.nl")]
    with tenant_scope(cast.rival.id):
        assert not AuditEvent.objects.exists()

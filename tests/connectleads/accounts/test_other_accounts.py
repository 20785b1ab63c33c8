"""Signing in with an account elsewhere, by OpenID Connect with a real provider on loopback."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from connectleads.identity_providers import IdentityProvider, allauth_apps
from connectleads.tenancy.invitations import invite
from connectleads.tenancy.models import MemberRole, User
from connectleads.tenancy.queries import tenants_of
from connectleads.tenancy.scope import tenant_scope
from tests.conftest import Cast
from tests.connectleads.accounts.openid_provider import Provider, openid_provider

EVA = {"sub": "42", "email": "eva@bakker.nl", "email_verified": True, "name": "Eva Bakker"}


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def provider(settings):
    with openid_provider("our-client") as found:
        told = IdentityProvider("google", "Google", found.address, "our-client", "a secret of the client")
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": allauth_apps((told,))}}
        yield found


def go_there(client: Client) -> dict[str, list[str]]:
    """Press the button; what the provider is asked."""
    there = client.post("/accounts/oidc/google/login/")
    assert there.status_code == 302
    return parse_qs(urlsplit(there.headers["Location"]).query)


def come_back(client: Client, provider: Provider, person: dict[str, object]):
    provider.person = person
    state = go_there(client)["state"][0]
    return client.get("/accounts/oidc/google/login/callback/", {"code": "c", "state": state}, follow=True)


def test_the_button_is_there_and_proof_of_the_exchange_is_asked(db: None, provider: Provider):
    client = Client()

    assert "Google" in client.get("/accounts/login/").content.decode()
    asked = go_there(client)

    assert asked["code_challenge_method"] == ["S256"]
    assert asked["response_type"] == ["code"]


def test_somebody_new_comes_in_with_a_proven_address_and_may_start_an_organisation(db: None, provider: Provider):
    client = Client()

    answer = come_back(client, provider, EVA)
    eva = User.objects.get(email="eva@bakker.nl")

    assert eva.name == "Eva Bakker"
    assert answer.status_code == 200
    client.post("/organisations/new/", {"name": "Bakker & Zn"})
    assert [one.slug for one in tenants_of(eva.pk)] == ["bakker-zn"]
    assert "code_verifier=" in "".join(provider.asked)


def test_a_providers_word_for_an_address_opens_no_account_that_is_here(cast: Cast, provider: Provider):
    client = Client()

    come_back(client, provider, {**EVA, "email": "ada@example.nl"})

    assert client.get("/app/voorbeeld/leads/").status_code == 302
    assert User.objects.filter(email="ada@example.nl").count() == 1


def test_an_address_that_the_provider_has_not_proven_is_proven_here_first(db: None, provider: Provider):
    client = Client()

    answer = come_back(client, provider, {**EVA, "email_verified": False})

    assert answer.redirect_chain[-1][0] == "/accounts/confirm-email/"
    assert client.get("/").status_code == 302


def test_an_answer_that_was_not_asked_for_is_refused(db: None, provider: Provider):
    provider.person = EVA

    answer = Client().get("/accounts/oidc/google/login/callback/", {"code": "c", "state": "made-up"})

    assert answer.status_code == 401
    assert not User.objects.exists()


@pytest.mark.parametrize(("address", "is_let_in"), [("eva@bakker.nl", True), ("mallory@example.nl", False)])
def test_where_sign_up_is_closed_only_the_invited_address_gets_an_account(
    cast: Cast, provider: Provider, settings, address: str, is_let_in: bool
):
    settings.SIGN_UP_IS_OPEN = False
    with tenant_scope(cast.tenant.id):
        role = MemberRole.OWNER
        _, token = invite("eva@bakker.nl", MemberRole.VIEWER, by=cast.ada, as_role=role, now=timezone.now())
    client = Client()
    client.get(f"/invitations/{token}/")

    come_back(client, provider, {**EVA, "email": address})

    assert User.objects.filter(email=address).exists() is is_let_in


def test_where_sign_up_is_closed_a_stranger_gets_no_account(db: None, provider: Provider, settings):
    settings.SIGN_UP_IS_OPEN = False

    come_back(Client(), provider, EVA)

    assert not User.objects.exists()

"""Sign-in where many directories share one endpoint: only people of ours come in, and only by their own directory."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client

from connectleads.accounts import directories
from connectleads.identity_providers import IdentityProvider, allauth_apps, issuer_of
from connectleads.tenancy.models import User
from tests.connectleads.accounts.openid_provider import Provider, openid_provider
from tests.connectleads.accounts.test_other_accounts import go_there

OURS = "11111111-2222-4333-8444-555555555555"
FOREIGN = "99999999-2222-4333-8444-555555555555"
PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad"
PATTERN = "https://login.microsoftonline.com/{tenantid}/v2.0"
EVA = {"sub": "42", "tid": OURS, "email": "eva@bakker.nl", "email_verified": True, "name": "Eva Bakker"}


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def provider(settings, request):
    """A shared endpoint on loopback; people of `request.param` may sign in, everybody when that is empty."""
    with openid_provider("our-client") as found:
        allowed = frozenset(getattr(request, "param", [OURS]))
        told = IdentityProvider("google", "Google", found.address, "our-client", "a secret of the client", allowed)
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": allauth_apps((told,))}}
        found.issuer = f"{found.address}/{{tenantid}}/v2.0"
        found.signs_as = f"{found.address}/{OURS}/v2.0"
        yield found


def come_back(provider: Provider, person: dict[str, object]) -> Client:
    client = Client()
    provider.person = person
    state = go_there(client)["state"][0]
    client.get("/accounts/oidc/google/login/callback/", {"code": "c", "state": state}, follow=True)
    return client


def test_somebody_of_our_directory_proves_the_address_here_and_is_told_apart_by_directory(db: None, provider: Provider):
    client = come_back(provider, EVA)

    assert client.get("/").headers["Location"].startswith("/accounts/login/")  # until the code from the mail is entered
    assert User.objects.get().email == "eva@bakker.nl"
    assert SocialAccount.objects.get().uid == f"{OURS}:42"


def linked(uid: str, directory: str | None) -> SocialAccount:
    """Eva, who linked her account when its id was `uid`, by a token that named the directory."""
    eva = User.objects.create_user("eva@bakker.nl", "a long password", name="Eva")
    told = {"userinfo": {"sub": "42"}, "id_token": {"sub": "42", **({"tid": directory} if directory else {})}}
    return SocialAccount.objects.create(user=eva, provider="google", uid=uid, extra_data=told)


def alone(settings) -> None:
    """From now on one directory has an endpoint of its own."""
    one = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]
    del one["directories"], one["fetch_userinfo"]


@pytest.mark.parametrize("uid", ["42", f"{OURS}:42"])
def test_whoever_linked_an_account_finds_it_when_one_directory_becomes_several(db: None, provider: Provider, uid: str):
    before = linked(uid, OURS)

    come_back(provider, EVA)

    (account,) = SocialAccount.objects.all()
    assert (account.pk, account.user_id, account.uid) == (before.pk, before.user_id, f"{OURS}:42")


@pytest.mark.parametrize("uid", ["42", f"{OURS}:42"])
def test_and_when_several_become_one(db: None, provider: Provider, settings, uid: str):
    before = linked(uid, OURS)
    alone(settings)
    provider.issuer = provider.signs_as

    come_back(provider, EVA)

    (account,) = SocialAccount.objects.all()
    assert (account.pk, account.user_id, account.uid) == (before.pk, before.user_id, f"{OURS}:42")
    assert any(asked.startswith("/userinfo_endpoint") for asked in provider.asked)


@pytest.mark.parametrize("directory", [FOREIGN, None])
def test_the_same_id_in_another_directory_is_somebody_else(db: None, provider: Provider, directory: str | None):
    linked("42", directory)

    come_back(provider, {**EVA, "email": "another@bakker.nl"})

    assert not SocialAccount.objects.filter(user__email="eva@bakker.nl", uid=f"{OURS}:42").exists()
    assert SocialAccount.objects.get(user__email="eva@bakker.nl").uid == "42"


@pytest.mark.parametrize("provider", [[], [OURS]], indirect=True)
@pytest.mark.parametrize(
    ("directory", "signs_as"),
    [
        (FOREIGN, OURS),  # it names another directory than the one that issued it
        (OURS, FOREIGN),
        (PERSONAL, PERSONAL),
        ("", OURS),
        ("{tenantid}", "{tenantid}"),
        ("../common", "../common"),
    ],
)
def test_a_token_of_another_issuer_than_its_directory_opens_nothing(
    db: None, provider: Provider, directory: str, signs_as: str
):
    provider.signs_as = f"{provider.address}/{signs_as}/v2.0"

    come_back(provider, {**EVA, "tid": directory})

    assert not User.objects.exists()


def test_a_directory_that_is_not_ours_is_refused_though_its_token_is_right(db: None, provider: Provider):
    provider.signs_as = f"{provider.address}/{FOREIGN}/v2.0"

    come_back(provider, {**EVA, "tid": FOREIGN})

    assert not User.objects.exists()


@pytest.mark.parametrize("provider", [[]], indirect=True)
def test_where_every_organisation_may_it_comes_in(db: None, provider: Provider):
    provider.signs_as = f"{provider.address}/{FOREIGN}/v2.0"

    come_back(provider, {**EVA, "tid": FOREIGN})

    assert SocialAccount.objects.get().uid == f"{FOREIGN}:42"


def test_a_key_that_signs_for_another_issuer_is_not_believed(db: None, provider: Provider):
    provider.of_key = {"issuer": f"{provider.address}/{FOREIGN}/v2.0"}
    come_back(provider, EVA)
    assert not User.objects.exists()

    provider.of_key = {"issuer": provider.issuer}
    come_back(provider, EVA)
    assert User.objects.exists()


def test_a_token_that_another_key_signed_opens_nothing(db: None, provider: Provider, monkeypatch: pytest.MonkeyPatch):
    from cryptography.hazmat.primitives.asymmetric import rsa

    other = rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key()
    monkeypatch.setattr(directories.jwtkit, "lookup_kid_jwk", lambda *_: other)

    come_back(provider, EVA)

    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("pattern", "directory", "allowed", "issuer"),
    [
        (PATTERN, OURS, [OURS], f"https://login.microsoftonline.com/{OURS}/v2.0"),
        (PATTERN, OURS.upper(), [OURS], f"https://login.microsoftonline.com/{OURS}/v2.0"),
        (PATTERN, OURS, [], f"https://login.microsoftonline.com/{OURS}/v2.0"),
        (PATTERN, FOREIGN, [OURS], None),
        (PATTERN, PERSONAL, [], None),
        (PATTERN, PERSONAL, [PERSONAL], None),
        (PATTERN, "", [], None),
        (PATTERN, "common", [], None),
        ("https://login.microsoftonline.com/v2.0", OURS, [], None),
    ],
)
def test_the_issuer_is_the_directorys_own(pattern: str, directory: str, allowed: list[str], issuer: str | None):
    assert issuer_of(pattern, directory, allowed) == issuer

"""A tenant is made by one command, whole or not at all."""

import pytest
from django.core.management import CommandError, call_command

from connectleads.tenancy.models import Membership, Site, Tenant, User
from connectleads.tenancy.queries import tenants_of
from connectleads.tenancy.scope import unscoped_all_tenants
from tests.conftest import Cast, database_role

PASSWORD = "a password nobody knows"


@pytest.fixture(autouse=True)
def _typed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("getpass.getpass", lambda prompt: PASSWORD)


def create(*arguments: str) -> None:
    with database_role("worker"):
        call_command("create_tenant", *arguments)


def test_it_makes_tenant_owner_and_site_and_prints_the_snippet(db: None, capsys):
    create("Nieuw B.V.", "--owner", "Eva@Nieuw.nl", "--host", "www.nieuw.nl", "--host", "nieuw.nl")

    owner = User.objects.get(email="eva@nieuw.nl")
    assert owner.check_password(PASSWORD)
    assert [(one.slug, one.role.value) for one in tenants_of(owner.pk)] == [("nieuw-bv", "owner")]
    with database_role("worker"), unscoped_all_tenants("test"):
        site = Site.objects.get()
    assert site.hosts == ["www.nieuw.nl", "nieuw.nl"]
    assert f"/s/{site.key}.js" in capsys.readouterr().out


def test_an_owner_with_an_account_keeps_it(cast: Cast):
    create("Tweede B.V.", "--owner", "ada@example.nl", "--host", "www.tweede.nl")

    assert [one.slug for one in tenants_of(cast.ada.pk)] == ["tweede-bv", "voorbeeld"]
    assert not User.objects.get(pk=cast.ada.pk).check_password(PASSWORD)


@pytest.mark.parametrize(
    ("name", "host"),
    [("Voorbeeld", "www.x.nl"), ("!!!", "www.x.nl"), ("Goed", "https://www.x.nl"), ("Goed", "www.x.nl/pad")],
)
def test_what_cannot_be_made_is_refused_in_one_line_and_nothing_is_made(cast: Cast, name: str, host: str):
    with pytest.raises(CommandError) as caught:
        create(name, "--owner", "new@example.nl", "--host", host)

    assert "\n" not in str(caught.value)
    with database_role("worker"), unscoped_all_tenants("test"):
        assert (Tenant.objects.count(), Membership.objects.count()) == (2, 5)


def test_a_weak_password_is_refused(db: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("getpass.getpass", lambda prompt: "123")

    with pytest.raises(CommandError):
        create("Nieuw", "--owner", "eva@nieuw.nl", "--host", "www.nieuw.nl")

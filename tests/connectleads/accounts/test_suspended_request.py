"""A change that waits for the password is carried out after it, and nothing of who asked waits in the database."""

from urllib.parse import unquote

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from connectleads.tenancy.models import Tenant
from connectleads.tenancy.scope import tenant_scope
from tests.conftest import Cast

ADDRESS, PROXIED, BROWSER = "147.12.18.170", "147.12.19.23", "Zoeker/1.0 (unique)"
DELETE = "/app/voorbeeld/settings/delete/"
PASSWORD = "/accounts/reauthenticate/"
HEADERS = {"REMOTE_ADDR": ADDRESS, "HTTP_X_FORWARDED_FOR": PROXIED, "HTTP_USER_AGENT": BROWSER}


@pytest.fixture
def ada(cast: Cast, signed_in) -> Client:
    client: Client = signed_in(cast.ada)
    return client


def stored() -> str:
    """All that the sessions in PostgreSQL hold, as text."""
    return "".join(str(session.get_decoded()) for session in Session.objects.all())


def is_due(cast: Cast) -> bool:
    with tenant_scope(cast.tenant.id):
        return Tenant.objects.get(id=cast.tenant.id).deletion_requested_at is not None


def test_what_waits_holds_no_address_no_cookie_and_no_browser(ada: Client):
    ada.post(DELETE, {"name": "Voorbeeld B.V."}, **HEADERS)

    kept = stored()
    assert DELETE in kept
    assert "Voorbeeld" in kept
    for trace in (ADDRESS, PROXIED, BROWSER, "HTTP_COOKIE", "REMOTE_ADDR", ada.cookies["connectleads_session"].value):
        assert trace not in kept


def test_the_change_is_made_once_the_password_is_given(cast: Cast, ada: Client):
    asked = ada.post(DELETE, {"name": "Voorbeeld B.V."}, **HEADERS)
    assert unquote(asked.headers["Location"]) == f"{PASSWORD}?next={DELETE}"
    assert not is_due(cast)

    answer = ada.post(asked.headers["Location"], {"password": "a long password", "next": DELETE}, **HEADERS)

    assert answer.status_code == 302
    assert is_due(cast)
    assert ADDRESS not in stored()


def test_after_a_wrong_password_it_waits_still_and_without_an_address(cast: Cast, ada: Client):
    ada.post(DELETE, {"name": "Voorbeeld B.V."}, **HEADERS)

    ada.post(PASSWORD, {"password": "a wrong password", "next": DELETE}, **HEADERS)

    assert DELETE in stored()
    for trace in (ADDRESS, PROXIED, BROWSER, "HTTP_COOKIE"):
        assert trace not in stored()

    ada.post(PASSWORD, {"password": "a long password", "next": DELETE}, **HEADERS)
    assert is_due(cast)


def test_the_request_that_brings_the_password_says_who_asks(cast: Cast, ada: Client, monkeypatch: pytest.MonkeyPatch):
    seen: list[tuple[str, str]] = []

    def note(request, *_: object, **__: object) -> None:
        seen.append((request.META["REMOTE_ADDR"], request.get_host()))

    ada.post(DELETE, {"name": "Voorbeeld B.V."}, **HEADERS)
    monkeypatch.setattr("dashboard.access.raise_if_reauthentication_required", note)

    ada.post(PASSWORD, {"password": "a long password", "next": DELETE}, REMOTE_ADDR="147.12.20.9")

    assert seen == [("147.12.20.9", "testserver")]

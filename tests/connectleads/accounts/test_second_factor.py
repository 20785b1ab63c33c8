"""Second factors: an authenticator app, recovery codes, and a tenant that asks for them."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client

from connectleads.tenancy.models import AuditEvent, Tenant, User
from connectleads.tenancy.scope import tenant_scope
from tests.conftest import Cast

LOGIN = {"login": "ada@example.nl", "password": "a long password"}


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()
    yield
    cache.clear()


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[1]))


@pytest.fixture
def ada(cast: Cast) -> Client:
    """Ada, who has just given her password."""
    client = Client()
    client.post("/accounts/login/", LOGIN)
    client.post("/accounts/reauthenticate/", {"password": LOGIN["password"]})
    return client


def set_up_app(client: Client) -> str:
    secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret
    answer = client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    assert answer.status_code == 302
    return str(secret)


def test_with_an_app_the_password_alone_does_not_come_in(ada: Client):
    secret = set_up_app(ada)
    cache.clear()
    client = Client()

    asked = client.post("/accounts/login/", LOGIN)
    assert asked.headers["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/app/voorbeeld/leads/").status_code == 302
    assert client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})

    assert client.get("/app/voorbeeld/leads/").status_code == 200


def test_a_recovery_code_comes_in_once(ada: Client, cast: Cast):
    set_up_app(ada)
    code = ada.get("/accounts/2fa/recovery-codes/").context["unused_codes"][0]
    answers = []
    for _ in range(2):
        cache.clear()
        client = Client()
        client.post("/accounts/login/", LOGIN)
        answers.append(client.post("/accounts/2fa/authenticate/", {"code": code}).status_code)

    assert answers == [302, 200]


def test_the_database_holds_no_secret_in_clear(ada: Client, cast: Cast):
    secret = set_up_app(ada)

    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        stored = "".join(row[0] for row in cursor.fetchall())
    assert secret not in stored
    assert Authenticator.objects.get(type="totp", user=cast.ada).wrap().validate_code(code_for(secret))


def test_codes_are_asked_a_few_times_only(ada: Client):
    set_up_app(ada)
    cache.clear()
    client = Client()
    client.post("/accounts/login/", LOGIN)

    answers = [client.post("/accounts/2fa/authenticate/", {"code": f"{at:06}"}) for at in range(12)]

    refusals = [answer.context["form"].errors.as_data()["code"][0].code for answer in answers]
    assert (refusals[0], refusals[-1]) == ("incorrect_code", "too_many_login_attempts")


def test_a_factor_is_added_only_by_somebody_who_has_just_shown_who_it_is(cast: Cast, signed_in):
    answer = signed_in(cast.ada).get("/accounts/2fa/totp/activate/")

    assert answer.headers["Location"].startswith("/accounts/reauthenticate/")


def test_adding_and_removing_are_in_the_audit_of_the_tenant(
    ada: Client, cast: Cast, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        set_up_app(ada)
    ada.post("/accounts/2fa/totp/deactivate/")

    with tenant_scope(cast.tenant.id):
        actions = list(AuditEvent.objects.order_by("id").values_list("action", "about"))
    assert ("second_factor_added", "totp") in actions
    assert ("second_factor_removed", "totp") in actions
    assert [message.to for message in mail.outbox] == [["ada@example.nl"]] * 2
    assert all("198." not in str(message.body) and "127." not in str(message.body) for message in mail.outbox)


def test_a_tenant_that_asks_for_a_factor_is_closed_without_one(cast: Cast, signed_in, ada: Client):
    set_up_app(ada)
    ada.post(
        "/app/voorbeeld/settings/",
        {"name": "Voorbeeld", "time_zone": "Europe/Amsterdam", "requires_second_factor": "on"},
    )

    answer = signed_in(cast.ben).get("/app/voorbeeld/leads/")

    assert answer.headers["Location"] == "/accounts/2fa/"
    assert ada.get("/app/voorbeeld/leads/").status_code == 200
    assert signed_in(cast.rolf).get("/app/rivaal/leads/").status_code == 200


def test_nobody_asks_for_a_factor_without_having_one(cast: Cast, signed_in):
    form = {"name": "Voorbeeld", "time_zone": "Europe/Amsterdam", "requires_second_factor": "on"}

    answer = signed_in(cast.ada).post("/app/voorbeeld/settings/", form)

    assert list(answer.context["form"].errors) == ["requires_second_factor"]
    with tenant_scope(cast.tenant.id):
        assert not Tenant.objects.get().requires_second_factor


def test_the_secret_of_before_still_opens_factors(ada: Client, cast: Cast, settings):
    secret = set_up_app(ada)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret of the installation, long enough"

    assert Authenticator.objects.get(type="totp", user=cast.ada).wrap().validate_code(code_for(secret))
    assert User.objects.filter(pk=cast.ada.pk).exists()

"""Signing in and out, and the account pages that allauth brings."""

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.conftest import Cast

LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()
    yield
    cache.clear()


def test_the_right_password_signs_in_whatever_the_case_of_the_address(cast: Cast):
    client = Client()

    answer = client.post(LOGIN, {"login": "ADA@example.nl", "password": "a long password"})

    assert answer.status_code == 302
    assert client.get("/").headers["Location"] == "/app/voorbeeld/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(cast: Cast):
    answers = [
        Client().post(LOGIN, {"login": login, "password": "wrong"}, headers={"Accept-Language": "nl"})
        for login in ("ada@example.nl", "nobody@example.nl")
    ]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].context["form"].errors == answers[1].context["form"].errors


def test_signing_out_takes_a_form(cast: Cast, signed_in):
    client = signed_in(cast.ada)

    assert client.get("/accounts/logout/").status_code == 200
    client.post("/accounts/logout/")

    assert client.get("/app/voorbeeld/").status_code == 302


@pytest.mark.parametrize("login", ["ada@example.nl", "nobody@example.nl"])
def test_a_password_reset_does_not_tell_whether_an_account_exists(cast: Cast, login: str):
    answer = Client().post(reverse("account_reset_password"), {"email": login})

    assert answer.headers["Location"] == reverse("account_reset_password_done")
    assert len(mail.outbox) == 1


def test_nobody_signs_up_by_himself(cast: Cast):
    from connectleads.tenancy.models import User

    answer = Client().post("/accounts/signup/", {"email": "new@example.nl", "password1": "a long password"})

    assert answer.status_code == 200
    assert not User.objects.filter(email="new@example.nl").exists()


@pytest.mark.parametrize("address", [LOGIN, "/accounts/password/reset/", "/accounts/signup/"])
def test_account_pages_are_in_the_products_own_design(cast: Cast, address: str):
    page = Client().get(address).content.decode()

    assert "/static/css/" in page
    assert "ConnectLeads" in page


def test_failures_of_one_client_do_not_lock_out_another_behind_the_same_proxy(cast: Cast):
    for n in range(15):
        wrong = {"login": f"x{n}@example.nl", "password": "wrong"}
        Client().post(LOGIN, wrong, headers={"X-Forwarded-For": "203.0.113.9"})

    right = {"login": "ada@example.nl", "password": "a long password"}
    assert Client().post(LOGIN, right, headers={"X-Forwarded-For": "198.51.100.7"}).status_code == 302
    assert Client().post(LOGIN, right, headers={"X-Forwarded-For": "203.0.113.9"}).status_code == 200


@pytest.mark.parametrize("address", ["login/code/", "3rdparty/", "phone/verify/", "signup/passkey/"])
def test_account_pages_that_nobody_needs_are_closed(cast: Cast, signed_in, address: str):
    assert signed_in(cast.ada).get(f"/accounts/{address}").status_code == 404


def test_an_expired_session_sends_htmx_to_the_sign_in_page_and_back_to_the_page_that_was_open(cast: Cast):
    page = "http://testserver/app/voorbeeld/leads/?q=a"
    headers = {"HX-Request": "true", "HX-Current-URL": page}
    status = "/app/voorbeeld/leads/0190a000-0000-7000-8000-000000000000/status/"
    for answer in (
        Client().get("/app/voorbeeld/leads/?period=28", headers=headers),
        Client().post(status, headers=headers),
    ):
        assert answer.headers["HX-Redirect"] == "/accounts/login/?next=/app/voorbeeld/leads/"


def test_a_form_posted_after_the_session_ended_comes_back_to_its_page(cast: Cast):
    address = "/app/voorbeeld/leads/0190a000-0000-7000-8000-000000000000/"
    answer = Client().post(f"{address}status/", headers={"Referer": f"http://testserver{address}"})

    assert answer.headers["Location"] == f"/accounts/login/?next={address}"


def test_a_stale_token_makes_htmx_load_the_page_anew(cast: Cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.ada)

    answer = client.post("/language/setlang/", {"language": "en"}, headers={"HX-Request": "true"})

    assert answer.headers["HX-Refresh"] == "true"


def test_cache_keys_hold_no_address_and_no_mail_address():
    from connectleads.cache_keys import private_key

    key = private_key("allauth:rl:login:ip:203.0.113.7:wilma@example.nl", "", 1)

    assert "203.0.113.7" not in key
    assert "wilma" not in key, "a name that no hexadecimal digest can hold by chance"
    assert key == private_key("allauth:rl:login:ip:203.0.113.7:wilma@example.nl", "", 1)

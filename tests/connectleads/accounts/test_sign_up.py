"""From a form to an organisation of one's own: the address is proven first, and nobody learns who has an account."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from connectleads.tenancy.models import AuditEvent, Tenant, User
from connectleads.tenancy.queries import tenants_of
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from tests.conftest import Cast, database_role

SIGN_UP = "/accounts/signup/"
CODE = "/accounts/confirm-email/"
EVA = {
    "name": "Eva Bakker",
    "organisation": "Bakker & Zn",
    "email": "Eva@bakker.nl",
    "password1": "een lang wachtwoord",
}


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()
    yield
    cache.clear()


def code_in_mail() -> str:
    found = re.search(r"^([A-Z0-9]+(?:-[A-Z0-9]+)*)$", str(mail.outbox[-1].body), re.MULTILINE)
    assert found
    return found.group(1)


def tenants() -> list[str]:
    with database_role("worker"), unscoped_all_tenants("test"):
        return list(Tenant.objects.order_by("slug").values_list("slug", flat=True))


def test_one_form_and_one_code_make_an_account_and_its_organisation(db: None):
    client = Client()

    asked = client.post(SIGN_UP, EVA)
    assert (asked.status_code, asked.headers["Location"]) == (302, CODE)
    assert tenants() == []
    done = client.post(CODE, {"code": code_in_mail()}, follow=True)

    eva = User.objects.get(email="eva@bakker.nl")
    assert [(one.slug, one.role.value) for one in tenants_of(eva.pk)] == [("bakker-zn", "owner")]
    assert done.request["PATH_INFO"] == "/app/bakker-zn/"
    assert eva.wanted_tenant == ""


def test_founding_and_signing_in_are_in_the_audit_of_the_new_tenant(db: None):
    client = Client()
    client.post(SIGN_UP, EVA)
    client.post(CODE, {"code": code_in_mail()})

    with tenant_scope(tenants_of(User.objects.get().pk)[0].tenant_id):
        assert list(AuditEvent.objects.order_by("id").values_list("action", flat=True)) == [
            "tenant_founded",
            "signed_in",
        ]


def test_a_wrong_code_founds_nothing_and_three_of_them_end_it(db: None):
    client = Client()
    client.post(SIGN_UP, EVA)
    code = code_in_mail()

    for _ in range(3):
        client.post(CODE, {"code": "WRONG1"})
    client.post(CODE, {"code": code})

    assert tenants() == []


def test_an_address_that_has_an_account_gets_the_same_answer_and_a_mail_that_says_so(cast: Cast):
    fresh, known = Client(), Client()

    answers = [
        fresh.post(SIGN_UP, EVA, follow=True),
        known.post(SIGN_UP, {**EVA, "email": "ada@example.nl"}, follow=True),
    ]

    assert [answer.redirect_chain for answer in answers] == [[(CODE, 302)], [(CODE, 302)]]
    assert answers[0].context["form"].errors == answers[1].context["form"].errors
    assert [message.to for message in mail.outbox] == [["eva@bakker.nl"], ["ada@example.nl"]]
    assert "/accounts/password/reset/" in mail.outbox[1].body
    assert User.objects.filter(email="ada@example.nl").count() == 1


def test_two_organisations_of_one_name_get_addresses_of_their_own(cast: Cast):
    client = Client()
    client.post(SIGN_UP, {**EVA, "organisation": "Voorbeeld"})
    client.post(CODE, {"code": code_in_mail()})

    [belonging] = tenants_of(User.objects.get(email="eva@bakker.nl").pk)
    assert re.fullmatch(r"voorbeeld-[a-z0-9]{4}", belonging.slug)
    assert belonging.name == "Voorbeeld"


@pytest.mark.parametrize(
    ("field", "value"),
    [("organisation", "!!!"), ("password1", "qz7-elf-rij"), ("email", "eva@"), ("name", "")],  # eleven are too few
)
def test_what_cannot_be_is_said_beside_its_field(db: None, field: str, value: str):
    answer = Client().post(SIGN_UP, {**EVA, field: value})

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert not User.objects.exists()


def test_sign_up_can_be_closed(db: None, settings):
    settings.SIGN_UP_IS_OPEN = False

    answer = Client().post(SIGN_UP, EVA)

    assert "account/signup_closed.html" in [template.name for template in answer.templates]
    assert not User.objects.exists()


def test_sign_ups_are_counted_by_client(db: None):
    answers = [Client().post(SIGN_UP, {**EVA, "email": "x"}).status_code for _ in range(25)]

    assert answers[0] == 200
    assert answers[-1] == 429


def test_an_account_without_a_proven_address_does_not_come_in(db: None):
    Client().post(SIGN_UP, EVA)
    cache.clear()

    client = Client()
    answer = client.post("/accounts/login/", {"login": "eva@bakker.nl", "password": EVA["password1"]})

    assert answer.headers["Location"] == CODE
    assert client.get("/").headers["Location"].startswith("/accounts/login/")


def test_a_new_address_holds_only_once_its_code_was_entered(cast: Cast, signed_in):
    client = Client()
    client.post("/accounts/login/", {"login": "ada@example.nl", "password": "a long password"})

    client.post("/accounts/email/", {"email": "ada@elders.nl", "action_add": ""}, follow=True)
    assert User.objects.get(pk=cast.ada.pk).email == "ada@example.nl"
    client.post(CODE, {"code": code_in_mail()}, follow=True)

    assert User.objects.get(pk=cast.ada.pk).email == "ada@elders.nl"

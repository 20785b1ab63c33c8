"""An owner of another tenant asks under their own address for what is ours: every page, every form, every id."""

from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from connectleads.tenancy.api_keys import make_key
from connectleads.tenancy.keys import new_id
from connectleads.tenancy.scope import tenant_scope
from dashboard.websites.outbound import FetchProblem
from tests.conftest import Cast, database_role
from tests.connectleads.tenancy.test_row_security import tenant_tables
from tests.dashboard.test_access import CALLED, EXPECTED, Things, address_of, things_of

LINES = [line for line in EXPECTED if "/app/{slug}/" in line]
SAID_IN_A_MESSAGE = ("POST /app/{slug}/privacy/versions/{text}/accept/",)  # the same words as for a text nobody has
HX = {"HX-Request": "true"}


@pytest.fixture
def rolf(cast: Cast, stream: None, signed_in, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Rolf, who owns the rival tenant and has just given his password."""
    monkeypatch.setattr("dashboard.websites.views.fetch_page", lambda _: FetchProblem.UNREACHABLE)
    client: Client = signed_in(cast.rolf)
    client.post("/accounts/reauthenticate/", {"password": "a long password"})
    return client


def path_of(line: str) -> str:
    path = line.split()[1]
    for short, name in CALLED.items():
        path = path.replace(short, name)
    return path


def ours(cast: Cast) -> dict[str, str]:
    """Every row of our tenant, table by table."""
    found = {}
    with database_role("worker"), connection.cursor() as cursor:
        for table, column in tenant_tables().items():
            rows = f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t WHERE {column} = %s"
            cursor.execute(rows, [cast.tenant.id])
            found[table] = cursor.fetchone()[0]
    return found


def form_with_what_is_ours(cast: Cast, things: Things) -> dict[str, Any]:
    """Our ids in every field that any form has, and words that would change something."""
    lead, people = str(things.lead_id), str(cast.ben.pk)
    return {
        "lead": lead, "lead_id": lead, "note": str(things.note_id), "task": str(things.task_id),
        "segment": str(things.segment_id), "rule": str(things.rule_id), "owner": people, "assignee": people,
        "member": str(things.member_id), "site": str(things.site_id), "tenant": str(cast.tenant.id),
        "tenant_id": str(cast.tenant.id), "slug": "voorbeeld", "company": str(things.company_id), "do": "status",
        "status": "lost", "tag": "gestolen", "text": "Gestolen", "name": "Gestolen", "role": "owner", "hide": "1",
        "email": "rolf@example.nl", "because": "customer", "done": "1", "follow": "1", "shared": "1",
        "is_authorised": "1", "position": "Baas",
    }  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_our_ids_under_their_address_open_and_change_nothing(cast: Cast, rolf: Client, line: str):
    things = things_of(cast)
    path = path_of(line)
    address = address_of(path, cast, things).replace("/app/voorbeeld/", "/app/rivaal/")
    before = ours(cast)

    for headers in ({}, HX):
        with transaction.atomic():
            if line.startswith("POST"):
                answer = rolf.post(address, form_with_what_is_ours(cast, things), headers=headers)
            else:
                answer = rolf.get(address, form_with_what_is_ours(cast, things), headers=headers)
            text = b"".join(answer.streaming_content) if answer.streaming else answer.content
            if "_id}" in path:
                assert answer.status_code == (302 if line in SAID_IN_A_MESSAGE else 404)
            assert b"Adyen" not in text
            assert b"Gebeld" not in text  # our note
            assert b"ada@example.nl" not in text
            assert ours(cast) == before
            transaction.set_rollback(True)


def test_several_of_our_leads_at_once_are_not_theirs_to_change(cast: Cast, rolf: Client):
    things = things_of(cast)
    before = ours(cast)

    for what in ("owner", "status", "tag", "hide", "show", "export"):
        form = {**form_with_what_is_ours(cast, things), "do": what, "query": "period=28"}
        answer = rolf.post("/app/rivaal/leads/select/", form)
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"Adyen" not in text

    assert ours(cast) == before


def test_their_key_reads_no_lead_of_ours(cast: Cast, stream: None):
    things = things_of(cast)
    with tenant_scope(cast.rival.id):
        key = make_key("evil", by=cast.rolf)
    bearer = {"Authorization": f"Bearer {key}"}

    assert Client().get("/api/v1/leads/", headers=bearer).json()["leads"] == []
    for lead_id in (things.lead_id, new_id()):
        assert Client().get(f"/api/v1/leads/{lead_id}/", headers=bearer).status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "voorbeeld.localhost.evil.example", "localhost:80@evil.example"])
def test_another_host_name_is_not_answered_and_gets_into_no_mail(cast: Cast, settings, host: str):
    from django.core import mail

    settings.ALLOWED_HOSTS = ["leads.example.nl"]

    answer = Client().post("/accounts/password/reset/", {"email": "ada@example.nl"}, headers={"Host": host})
    behind = Client().post(
        "/accounts/password/reset/",
        {"email": "ada@example.nl"},
        headers={"Host": "leads.example.nl", "X-Forwarded-Host": host},
    )

    assert answer.status_code == 400
    assert behind.status_code == 302
    assert len(mail.outbox) == 1
    assert "evil" not in mail.outbox[0].body


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_elsewhere_after_signing_in(cast: Cast, target: str):
    from django.core.cache import cache

    cache.clear()
    form = {"login": "ada@example.nl", "password": "a long password", "next": target}

    answer = Client().post(f"/accounts/login/?next={target}", form)

    assert "evil" not in answer.headers.get("Location", "")
    assert "javascript" not in answer.headers.get("Location", "")


def test_a_look_of_staff_in_one_tenant_opens_no_other(cast: Cast, signed_in):
    sam = signed_in(cast.sam)
    sam.post("/accounts/reauthenticate/", {"password": "a long password"})
    sam.post(f"/staff/tenants/{cast.rival.id}/look/", {"reason": "Rolf asked for it by mail"})

    assert sam.get("/app/rivaal/leads/").status_code == 200
    assert sam.get("/app/voorbeeld/leads/").status_code == 404


def test_a_session_that_says_it_looks_opens_nothing_to_who_is_not_staff(cast: Cast, signed_in):
    sam, ben = signed_in(cast.sam), signed_in(cast.rolf)
    sam.post("/accounts/reauthenticate/", {"password": "a long password"})
    sam.post(f"/staff/tenants/{cast.tenant.id}/look/", {"reason": "Ada asked for it by mail"})
    session = ben.session
    session["connectleads_look"] = sam.session["connectleads_look"]
    session.save()

    assert ben.get("/app/voorbeeld/leads/").status_code == 404

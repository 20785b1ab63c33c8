"""The staff's pages, and looking along: reading only, for a while, told to the tenant and written down."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone

from connectleads.staff.reports import recent_audit, tenants
from connectleads.tenancy.models import AuditEvent, StaffLook, Tenant, User
from connectleads.tenancy.scope import tenant_scope
from connectleads.tenancy.staff_log import staff_lines
from enrichment.models import Lead
from tests.conftest import Cast, database_role
from tests.history import make_visit

LEADS = "/app/voorbeeld/leads/"
REASON = "Ada asked why a lead is missing"


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()
    yield
    cache.clear()


def begin(sam: Client, cast: Cast, reason: str = REASON):
    return sam.post(f"/staff/tenants/{cast.tenant.id}/look/", {"reason": reason})


def test_staff_without_a_second_factor_is_sent_to_add_one(cast: Cast, signed_in):
    Authenticator.objects.filter(user=cast.sam).delete()

    answer = signed_in(cast.sam).get("/staff/", follow=True)

    assert answer.redirect_chain[-1][0] == "/accounts/2fa/"


def test_every_tenant_is_shown_in_sums(cast: Cast, sam: Client):
    make_visit(cast.tenant, cast.site)

    page = sam.get("/staff/tenants/")

    assert {one.name: (one.members, one.sites, one.leads) for one in page.context["tenants"]} == {
        "Rivaal B.V.": (1, 1, 0),
        "Voorbeeld B.V.": (4, 1, 1),
    }


@pytest.mark.parametrize("address", ["", "tenants/", "retention/", "sources/", "streams/", "companies/?q=a", "audit/"])
def test_each_page_opens_in_both_languages(cast: Cast, sam: Client, address: str):
    make_visit(cast.tenant, cast.site)

    for language in ("nl", "en"):
        answer = sam.get(f"/staff/{address}", headers={"Accept-Language": language})
        assert (address, answer.status_code) == (address, 200)


def test_the_doors_tell_nobody_but_staff(cast: Cast):
    assert len(tenants(cast.sam.pk)) == 2
    assert tenants(cast.ada.pk) == []
    assert recent_audit(cast.ada.pk, most=10) == []


def test_a_change_is_made_after_the_password_only_and_is_in_the_tenants_audit(cast: Cast, sam: Client, signed_in):
    address = f"/staff/tenants/{cast.tenant.id}/"

    assert signed_in(cast.sam).post(address, {"plan": "team"}).headers["Location"].startswith("/accounts/")
    sam.post(address, {"plan": "team"})
    sam.post(address, {"suspended": "yes"})

    with tenant_scope(cast.tenant.id):
        assert Tenant.objects.get().plan_id == "team"
        lines = list(AuditEvent.objects.order_by("id").values_list("action", "actor", "is_staff"))
    assert lines == [("plan_changed", "sam@example.nl", True), ("staff_changed", "sam@example.nl", True)]
    assert signed_in(cast.ada).get(LEADS).status_code == 404


def test_looking_along_reads_and_changes_nothing(cast: Cast, sam: Client):
    make_visit(cast.tenant, cast.site)
    with tenant_scope(cast.tenant.id):
        lead = Lead.objects.get()
    assert sam.get(LEADS).status_code == 404

    assert begin(sam, cast).headers["Location"] == LEADS

    page = sam.get(LEADS)
    assert page.status_code == 200
    assert "look-bar" in page.content.decode()
    assert sam.get(f"{LEADS}{lead.id}/").status_code == 200
    assert sam.post(f"{LEADS}{lead.id}/status/", {"status": "lost"}).status_code == 403
    assert sam.post("/app/voorbeeld/settings/members/leave/").status_code == 403
    assert sam.get("/app/voorbeeld/settings/audit/").status_code == 403
    assert sam.get(f"{LEADS}export.csv").status_code == 403
    assert sam.get("/app/rivaal/leads/").status_code == 404


def test_it_is_told_by_mail_and_in_the_audit(cast: Cast, sam: Client):
    begin(sam, cast)
    sam.post("/look/end/")

    assert [message.to for message in mail.outbox] == [["ada@example.nl"]]
    assert REASON in mail.outbox[0].body
    with tenant_scope(cast.tenant.id):
        assert list(AuditEvent.objects.order_by("id").values_list("action", "about")) == [
            ("staff_look_began", REASON),
            ("staff_look_ended", ""),
        ]


def test_it_ends_by_itself_and_by_hand(cast: Cast, sam: Client):
    begin(sam, cast)
    sam.post("/look/end/")
    assert sam.get(LEADS).status_code == 404

    begin(sam, cast)
    with time_machine.travel(timezone.now() + timedelta(minutes=31), tick=True):
        assert sam.get(LEADS).status_code == 404


def test_without_a_reason_nobody_looks(cast: Cast, sam: Client):
    begin(sam, cast, "x")

    assert sam.get(LEADS).status_code == 404
    with tenant_scope(cast.tenant.id):
        assert not StaffLook.objects.exists()


def test_whoever_is_no_longer_staff_no_longer_looks(cast: Cast, sam: Client):
    begin(sam, cast)
    with database_role("owner"):
        User.objects.filter(pk=cast.sam.pk).update(is_staff=False)

    assert sam.get(LEADS).status_code == 404


def test_the_staffs_pages_have_the_strict_policy_of_all(cast: Cast, sam: Client, signed_in):
    def policy(client: Client, address: str) -> str:
        return re.sub(r"nonce-[^']+", "nonce", client.get(address).headers["Content-Security-Policy"])

    assert policy(sam, "/staff/") == policy(signed_in(cast.ada), LEADS)
    assert "unsafe" not in policy(sam, "/staff/")


def test_what_staff_does_is_written_down_where_no_tenant_is_concerned(cast: Cast, sam: Client):
    Client().post("/accounts/login/", {"login": "sam@example.nl", "password": "wrong"})
    Client().post("/accounts/login/", {"login": "ada@example.nl", "password": "wrong"})

    assert [(line.action, line.staff) for line in staff_lines(10)] == [("sign_in_failed", "sam@example.nl")]
    assert "sam@example.nl" in sam.get("/staff/audit/").content.decode()


def test_the_web_role_reads_no_tenants_without_the_door(cast: Cast):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM tenancy_tenant")
        assert cursor.fetchone() == (0,)

"""Who may open what: every address of the URL configuration, for everyone in the cast."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from connectleads.tenancy.models import User
from connectleads.tenancy.scope import tenant_scope
from consent.actions import keep_snapshot
from dashboard.websites.outbound import FetchProblem
from enrichment.models import Lead
from tests.conftest import Cast
from tests.history import make_visit

# Status by who asks; a dash means that the address is no business of roles (the public door, the account pages).
EXPECTED = {
    #  address                               nobody vera ben ada rolf sam
    "GET /": (302, 302, 302, 302, 302, 200),
    "GET /app/{slug}/leads/": (302, 200, 200, 200, 404, 404),
    "GET /app/{slug}/leads/{lead}/": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/leads/{lead}/status/": (302, 403, 302, 302, 404, 404),
    "GET /app/{slug}/websites/": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/websites/new/": (302, 403, 403, 302, 404, 404),
    "GET /app/{slug}/websites/{site}/": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/websites/{site}/settings/": (302, 403, 403, 422, 404, 404),
    "POST /app/{slug}/websites/{site}/detect/": (302, 403, 403, 200, 404, 404),
    "POST /app/{slug}/websites/{site}/verify/": (302, 403, 302, 302, 404, 404),
    "GET /app/{slug}/websites/{site}/live/": (302, 200, 200, 200, 404, 404),
    "GET /app/{slug}/websites/{site}/banners/{banner}/": (302, 200, 200, 200, 404, 404),
    "POST /language/setlang/": (302, 302, 302, 302, 302, 302),
}
PEOPLE = ("nobody", "vera", "ben", "ada", "rolf", "sam")
OPEN_TO_ALL = {
    "hit",
    "withdraw",
    "pixel",
    "snippet",
    "pinned-snippet",
    "healthz",
}  # tests/tracking/test_door.py, tests/test_compose.py
ACCOUNT_PAGES = "accounts/"  # django-allauth's own, tests/dashboard/test_accounts.py


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, str | None]]:
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLPattern):
            yield prefix + str(one.pattern), one.name
        else:
            yield from patterns(one, prefix + str(one.pattern))


def test_no_address_is_missing_from_the_table():
    listed = {
        line.split()[1]
        .replace("{slug}", "<slug:slug>")
        .replace("{lead}", "<uuid:lead_id>")
        .replace("{site}", "<uuid:site_id>")
        .replace("{banner}", "<uuid:snapshot_id>")
        .lstrip("/")
        for line in EXPECTED
    }
    found = {path for path, name in patterns() if name not in OPEN_TO_ALL and not path.startswith(ACCOUNT_PAGES)}
    assert found == listed


@pytest.mark.parametrize("line", EXPECTED)
@pytest.mark.parametrize("person", PEOPLE)
def test_everyone_gets_what_the_table_says(
    cast: Cast,
    stream: None,
    signed_in: Callable[[User], Client],
    monkeypatch: pytest.MonkeyPatch,
    line: str,
    person: str,
):
    make_visit(cast.tenant, cast.site)
    monkeypatch.setattr("dashboard.websites.views.fetch_page", lambda _: FetchProblem.UNREACHABLE)
    with tenant_scope(cast.tenant.id):
        lead = Lead.objects.get()
        banner = keep_snapshot(
            cast.site.id, "x", by="Ada", at=datetime.now(UTC), picture=b"\x89PNG", picture_type="image/png"
        )
    client = Client() if person == "nobody" else signed_in(getattr(cast, person))
    method, path = line.split()
    address = path.format(slug=cast.tenant.slug, lead=lead.id, site=cast.site.id, banner=banner)

    answer = (
        client.post(address, {"status": "talking", "language": "en", "host": "x.example"})
        if method == "POST"
        else client.get(address)
    )

    assert answer.status_code == EXPECTED[line][PEOPLE.index(person)]


def test_a_lead_of_another_tenant_does_not_exist_under_ones_own_address(cast: Cast, signed_in):
    make_visit(cast.tenant, cast.site)
    with tenant_scope(cast.tenant.id):
        lead = Lead.objects.get()

    for path in (f"/app/rivaal/leads/{lead.id}/", f"/app/rivaal/leads/{lead.id}/status/"):
        client = signed_in(cast.rolf)
        answer = client.post(path, {"status": "lost"}) if "status" in path else client.get(path)
        assert answer.status_code == 404
    with tenant_scope(cast.tenant.id):
        assert Lead.objects.get().status == "new"


def test_a_suspended_tenant_is_closed_to_its_members(cast: Cast, signed_in):
    from django.utils import timezone

    from connectleads.tenancy.models import Tenant
    from connectleads.tenancy.scope import unscoped_all_tenants
    from tests.conftest import database_role

    with database_role("worker"), unscoped_all_tenants("test"):
        Tenant.objects.filter(id=cast.tenant.id).update(suspended_at=timezone.now())

    assert signed_in(cast.ada).get("/app/voorbeeld/leads/").status_code == 404


def test_a_nobody_comes_back_to_the_page_after_signing_in(cast: Cast):
    answer = Client().get("/app/voorbeeld/leads/?period=28")

    assert answer.headers["Location"] == "/accounts/login/?next=/app/voorbeeld/leads/%3Fperiod%3D28"


@pytest.mark.parametrize("status", ["nonsense", ""])
def test_a_status_that_does_not_exist_is_refused(cast: Cast, signed_in, status: str):
    make_visit(cast.tenant, cast.site)
    with tenant_scope(cast.tenant.id):
        lead = Lead.objects.get()

    assert signed_in(cast.ada).post(f"/app/voorbeeld/leads/{lead.id}/status/", {"status": status}).status_code == 404


def test_forms_need_their_token(cast: Cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.ada)

    assert client.post("/language/setlang/", {"language": "en"}).status_code == 403

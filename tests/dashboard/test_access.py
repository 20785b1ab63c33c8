"""Who may open what: every address of the URL configuration, for everyone in the cast."""

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from connectleads.tenancy.api_keys import make_key
from connectleads.tenancy.audit import SYSTEM
from connectleads.tenancy.invitations import invite
from connectleads.tenancy.models import ApiKey, Invitation, MemberRole, Membership, User
from connectleads.tenancy.scope import tenant_scope
from consent.actions import keep_snapshot
from consent.document_facts import read_facts
from consent.documents.facts import Kind
from consent.publishing import publish
from consent.standing import TextKey
from dashboard.actions import add_task, save_segment, write_note
from dashboard.models import Note, Task
from dashboard.websites.outbound import FetchProblem
from enrichment.exclusion_actions import add_rule
from enrichment.exclusions import ExcludedBecause, ExclusionKind
from enrichment.models import Lead
from enrichment.range_actions import add_range, kept_ranges
from tests.conftest import Cast
from tests.history import make_visit

# Status by who asks. A row of two says what nobody gets and what everybody who is signed in gets, whatever the role.
# A row of six leaves out Mia: an admin gets what the owner gets.
EXPECTED = {
    #  address                               nobody vera ben (mia) ada rolf sam
    "GET /": (302, 302, 302, 302, 302, 200),
    "GET /app/{slug}/": (302, 200, 200, 200, 404, 404),
    "GET /app/{slug}/leads/": (302, 200, 200, 200, 404, 404),
    "GET /app/{slug}/leads/filters/": (302, 200, 200, 200, 404, 404),
    "GET /app/{slug}/leads/export.csv": (302, 200, 200, 200, 404, 404),
    "GET /app/{slug}/leads/export.xlsx": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/leads/select/": (302, 403, 302, 302, 404, 404),
    "GET /app/{slug}/leads/{lead_id}/": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/status/": (302, 403, 302, 302, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/owner/": (302, 403, 302, 302, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/tag/": (302, 403, 302, 302, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/untag/": (302, 403, 302, 302, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/hide/": (302, 403, 302, 302, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/leave-out/": (302, 403, 302, 302, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/follow/": (302, 302, 302, 302, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/note/": (302, 403, 302, 302, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/remove-note/": (302, 403, 404, 404, 302, 404, 404),  # one's own only
    "POST /app/{slug}/leads/{lead_id}/task/": (302, 403, 302, 302, 404, 404),
    "POST /app/{slug}/leads/{lead_id}/tick/": (302, 403, 302, 302, 404, 404),
    "GET /app/{slug}/segments/": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/segments/": (302, 302, 302, 302, 404, 404),
    "GET /app/{slug}/segments/menu/": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/segments/{segment_id}/": (
        302,
        403,
        404,
        404,
        302,
        404,
        404,
    ),  # one's own only; sharing is for editors
    "GET /app/{slug}/tuning/": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/tuning/": (302, 403, 200, 200, 404, 404),
    "GET /app/{slug}/tuning/left-out/": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/tuning/left-out/": (302, 403, 302, 302, 404, 404),
    "GET /app/{slug}/tuning/left-out/{rule_id}/": (302, 200, 200, 200, 404, 404),
    "GET /app/{slug}/tuning/left-out/browser/{site}/": (302, 403, 200, 200, 404, 404),
    "POST /app/{slug}/tuning/left-out/{rule_id}/": (302, 403, 302, 302, 404, 404),
    "GET /app/{slug}/websites/": (302, 200, 200, 200, 404, 404),
    "GET /app/{slug}/settings/": (302, 403, 403, 200, 200, 404, 404),
    "POST /app/{slug}/settings/": (302, 403, 403, 200, 200, 404, 404),
    "GET /app/{slug}/settings/members/": (302, 200, 200, 200, 200, 404, 404),
    "POST /app/{slug}/settings/members/invite/": (302, 403, 403, 302, 302, 404, 404),
    "POST /app/{slug}/settings/members/invitations/{invitation_id}/withdraw/": (302, 403, 403, 302, 302, 404, 404),
    "POST /app/{slug}/settings/members/{member_id}/role/": (302, 403, 403, 302, 302, 404, 404),
    "POST /app/{slug}/settings/members/{member_id}/remove/": (302, 403, 403, 302, 302, 404, 404),
    "POST /app/{slug}/settings/members/{member_id}/transfer/": (302, 403, 403, 403, 302, 404, 404),
    "POST /app/{slug}/settings/members/leave/": (302, 302, 302, 302, 302, 404, 404),
    "GET /app/{slug}/settings/plan/": (302, 200, 200, 200, 200, 404, 404),
    "GET /app/{slug}/settings/retention/": (302, 403, 403, 200, 200, 404, 404),
    "POST /app/{slug}/settings/retention/": (302, 403, 403, 200, 200, 404, 404),
    "GET /app/{slug}/settings/audit/": (302, 403, 403, 200, 200, 404, 404),
    "GET /app/{slug}/settings/audit/export/": (302, 403, 403, 200, 200, 404, 404),
    "GET /app/{slug}/settings/keys/": (302, 403, 403, 200, 200, 404, 404),
    "POST /app/{slug}/settings/keys/": (302, 403, 403, 200, 200, 404, 404),
    "POST /app/{slug}/settings/keys/{key_id}/revoke/": (302, 403, 403, 302, 302, 404, 404),
    "GET /app/{slug}/settings/ranges/": (302, 403, 403, 200, 200, 404, 404),
    "POST /app/{slug}/settings/ranges/": (302, 403, 403, 302, 302, 404, 404),
    "GET /app/{slug}/settings/ranges/import/": (302, 403, 403, 302, 302, 404, 404),
    "POST /app/{slug}/settings/ranges/import/": (302, 403, 403, 200, 200, 404, 404),
    "POST /app/{slug}/settings/ranges/{range_id}/remove/": (302, 403, 403, 302, 302, 404, 404),
    "GET /app/{slug}/settings/delete/": (302, 403, 403, 403, 200, 404, 404),
    "POST /app/{slug}/settings/delete/": (302, 403, 403, 403, 302, 404, 404),
    "POST /app/{slug}/settings/delete/cancel/": (302, 403, 403, 403, 302, 404, 404),
    "GET /app/{slug}/privacy/": (302, 200, 200, 200, 200, 404, 404),
    "GET /app/{slug}/privacy/status/": (302, 200, 200, 200, 200, 404, 404),
    "POST /app/{slug}/privacy/details/": (302, 403, 403, 302, 302, 404, 404),
    "GET /app/{slug}/privacy/versions/{text}.{form}": (302, 200, 200, 200, 200, 404, 404),
    "POST /app/{slug}/privacy/versions/{text}/accept/": (302, 403, 403, 422, 422, 404, 404),
    "GET /app/{slug}/privacy/{kind}/": (302, 200, 200, 200, 200, 404, 404),
    "POST /app/{slug}/privacy/{kind}/publish/": (302, 403, 403, 302, 302, 404, 404),
    "GET /app/{slug}/privacy/{kind}.{form}": (302, 200, 200, 200, 200, 404, 404),
    "POST /app/{slug}/websites/new/": (302, 403, 403, 302, 404, 404),
    "GET /app/{slug}/websites/{site}/": (302, 200, 200, 200, 404, 404),
    "POST /app/{slug}/websites/{site}/settings/": (302, 403, 403, 422, 404, 404),
    "POST /app/{slug}/websites/{site}/detect/": (302, 403, 403, 200, 404, 404),
    "POST /app/{slug}/websites/{site}/verify/": (302, 403, 302, 302, 404, 404),
    "GET /app/{slug}/websites/{site}/live/": (302, 200, 200, 200, 404, 404),
    "GET /app/{slug}/websites/{site}/banners/{banner}/": (302, 200, 200, 200, 404, 404),
    "GET /organisations/new/": (302, 200),
    "POST /organisations/new/": (302, 200),
    "GET /invitations/{token}/": (200, 200),
    "POST /invitations/{token}/": (200, 200),
    "POST /look/end/": (302, 302),
    "POST /language/setlang/": (302, 302),
    # Programs: a session opens nothing here, whoever's it is. By key: tests/dashboard/test_api.py
    "GET /api/v1/schema/": (200, 200),
    "GET /api/v1/leads/": (401, 401),
    "GET /api/v1/leads/{lead_id}/": (401, 401),
    # The staff's pages: nobody is sent to sign in, members to their own pages.
    "GET /staff/": (302, 302, 302, 302, 302, 302, 200),
    "GET /staff/login/": (302, 302),
    "GET /staff/logout/": (302, 302),
    "GET /staff/password/": (302, 302),
    "GET /staff/tenants/": (302, 302, 302, 302, 302, 302, 200),
    "GET /staff/tenants/{tenant_id}/": (302, 302, 302, 302, 302, 302, 200),
    "GET /staff/objections/": (302, 302, 302, 302, 302, 302, 200),
    "POST /staff/objections/": (302, 302),
    "POST /staff/tenants/{tenant_id}/": (302, 302),
    "POST /staff/tenants/{tenant_id}/look/": (302, 302),
    "GET /staff/retention/": (302, 302, 302, 302, 302, 302, 200),
    "GET /staff/sources/": (302, 302, 302, 302, 302, 302, 200),
    "GET /staff/streams/": (302, 302, 302, 302, 302, 302, 200),
    "GET /staff/streams/entries/": (302, 302),
    "POST /staff/streams/entries/": (302, 302),
    "GET /staff/companies/{company_id}/": (302, 302, 302, 302, 302, 302, 200),
    "POST /staff/companies/{company_id}/": (302, 302),
    "GET /staff/companies/": (302, 302, 302, 302, 302, 302, 200),
    "POST /staff/companies/": (302, 302),
    "GET /staff/audit/": (302, 302, 302, 302, 302, 302, 200),
    # The public door asks nobody who they are: tests/tracking/test_door.py, tests/test_compose.py
    "GET /healthz": (200, 200),
    "GET /readyz": (200, 200),
    "GET /s/{key}.js": (404, 404),
    "GET /s/{key}.{digest}.js": (404, 404),
    "POST /t/{key}": (204, 204),
    "GET /t/{key}.gif": (200, 200),
    "POST /t/{key}/withdraw": (204, 204),
    # The pages for visitors ask nobody who they are: tests/dashboard/privacy/test_visitor.py
    "GET /privacy/{key}/cookies.{form}": (404, 404),
    "GET /privacy/organisations/": (200, 200),
    "POST /privacy/organisations/": (422, 422),
    "GET /v/{key}/": (404, 404),
    "POST /v/{key}/": (404, 404),
    "GET /v/{key}/receipt/": (404, 404),
    "GET /v/{key}/link.js": (404, 404),
    # Account pages know a person and no tenant: tests/connectleads/accounts/
    "GET /accounts/login/": (200, 302),
    "GET /accounts/logout/": (302, 200),
    "GET /accounts/signup/": (200, 302),
    "GET /accounts/confirm-email/": (302, 302),
    "GET /accounts/email/": (302, 200),
    "GET /accounts/inactive/": (200, 200),
    "GET /accounts/reauthenticate/": (302, 200),
    "GET /accounts/password/change/": (302, 200),
    "GET /accounts/password/set/": (302, 302),
    "GET /accounts/password/reset/": (200, 200),
    "GET /accounts/password/reset/done/": (200, 200),
    "GET /accounts/password/reset/key/{uidb36}-{key}/": (200, 200),
    "GET /accounts/password/reset/key/done/": (200, 200),
    "GET /accounts/2fa/": (302, 200),
    "GET /accounts/2fa/authenticate/": (302, 302),
    "GET /accounts/2fa/reauthenticate/": (302, 302, 302, 302, 302, 302, 200),
    "GET /accounts/2fa/totp/activate/": (302, 302),
    "GET /accounts/2fa/totp/deactivate/": (302, 404, 404, 404, 404, 404, 302),
    "GET /accounts/2fa/recovery-codes/": (302, 404),
    "GET /accounts/2fa/recovery-codes/generate/": (302, 302),
    "GET /accounts/2fa/recovery-codes/download/": (302, 404),
    "GET /accounts/2fa/webauthn/": (302, 200),
    "GET /accounts/2fa/webauthn/add/": (302, 302),
    "GET /accounts/2fa/webauthn/reauthenticate/": (302, 302),
    "GET /accounts/2fa/webauthn/keys/{pk}/remove/": (302, 302),
    "GET /accounts/2fa/webauthn/keys/{pk}/edit/": (302, 302),
    "GET /accounts/2fa/webauthn/login/": (302, 302),
    "GET /accounts/sessions/": (302, 200),
    "GET /accounts/other/": (302, 200),
    "GET /accounts/other/login/cancelled/": (200, 200),
    "GET /accounts/other/login/error/": (401, 401),
    "GET /accounts/other/signup/": (302, 302),
    "GET /accounts/oidc/{provider_id}/login/": (404, 404),
    "GET /accounts/oidc/{provider_id}/login/callback/": (404, 404),
}
PEOPLE = ("nobody", "vera", "ben", "mia", "ada", "rolf", "sam")
FORMS = {
    "/status/": {"status": "talking"},
    "/select/": {"do": "show", "query": "period=28"},
    "/leave-out/": {"because": "customer"},
    "/segments/{segment_id}/": {"name": "Prijzen", "shared": "1"},
    "/invite/": {"email": "new@example.nl", "role": "member"},
    "/role/": {"role": "viewer"},
    "/setlang/": {"language": "en"},
    "/ranges/": {"range": "5.0.1.0/24"},
    "/ranges/import/": {"lines": "5.0.2.0/24"},
    "/websites/new/": {"host": "x.example"},
}
# Names that the table uses for the arguments of addresses.
CALLED = {"{lead}": "{lead_id}", "{site}": "{site_id}", "{banner}": "{snapshot_id}", "{text}": "{text_id}"}


def expected(line: str, person: str) -> int:
    row = EXPECTED[line]
    if len(row) == 2:
        return row[0] if person == "nobody" else row[1]
    return (row[:3] + row[3:4] + row[3:] if len(row) == 6 else row)[PEOPLE.index(person)]


def patterns(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[str]:
    """Every address, with its arguments as {name}."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLPattern):
            path = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"{\1}", prefix + str(one.pattern))
            yield "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path).replace("^", "").replace("$", "").replace("\\.", ".")
        else:
            yield from patterns(one, prefix + str(one.pattern))


@dataclass(frozen=True)
class Things:
    """What the addresses of the cast's tenant name."""

    tenant_id: UUID
    lead_id: UUID
    company_id: UUID
    site_id: UUID
    snapshot_id: UUID
    member_id: UUID
    invitation_id: UUID
    key_id: UUID
    token: str
    text_id: UUID
    segment_id: UUID | None
    rule_id: UUID
    note_id: UUID
    task_id: UUID
    range_id: UUID


def things_of(cast: Cast) -> Things:
    make_visit(cast.tenant, cast.site)
    with tenant_scope(cast.tenant.id):
        role = MemberRole.OWNER
        _, token = invite("new@example.nl", MemberRole.VIEWER, by=cast.ada, as_role=role, now=timezone.now())
        lead, member, invitation = Lead.objects.get(), Membership.objects.get(user=cast.ben), Invitation.objects.get()
        make_key("test", by=cast.ada)
        key = ApiKey.objects.get()
        picture = {"picture": b"\x89PNG", "picture_type": "image/png"}
        banner = keep_snapshot(cast.site.id, "x", by="Ada", at=timezone.now(), **picture)
        text = publish(TextKey(Kind.AGREEMENT), read_facts(), by=SYSTEM, at=timezone.now())
        segment = save_segment(cast.ada.pk, "Prijzen", "period=28", is_shared=True)
        rule = add_rule(ExclusionKind.COUNTRY, "NL", "Nederland", ExcludedBecause.OTHER, by=cast.ada.pk)
        write_note(lead.id, cast.ada.pk, "Gebeld")
        add_task(lead.id, "Bellen", due_on=date(2026, 11, 30), assignee_id=cast.ada.pk, created_by_id=cast.ada.pk)
        add_range("5.0.0.0/24", "", by=SYSTEM)
        more = (segment, rule, Note.objects.get().id, Task.objects.get().id, kept_ranges(after=0, limit=1)[0].id)
    ids = (cast.tenant.id, lead.id, lead.company_id, cast.site.id, banner, member.id, invitation.id, key.id)
    return Things(*ids, token, text.id, *more)


def test_no_address_is_missing_from_the_table():
    listed = {line.split()[1] for line in EXPECTED}
    for short, name in CALLED.items():
        listed = {path.replace(short, name) for path in listed}
    assert listed == set(patterns())


def test_no_method_of_our_own_addresses_is_missing_from_the_table(cast: Cast, stream: None, signed_in):
    """allauth's pages take GET and POST of one form each; what these do is tested with accounts."""
    listed: dict[str, set[str]] = {}
    for line in EXPECTED:
        method, path = line.split()
        for short, name in CALLED.items():
            path = path.replace(short, name)
        listed.setdefault(path, set()).add(method)
    members, staff, things = signed_in(cast.ada), signed_in(cast.sam), things_of(cast)
    staff.post("/accounts/reauthenticate/", {"password": "a long password"})
    unlisted = {}

    for path in {path for path in patterns() if not path.startswith("/accounts/")}:
        client = staff if path.startswith("/staff/") else members
        with transaction.atomic():
            told = client.put(address_of(path, cast, things)).headers.get("Allow", "")
            transaction.set_rollback(True)
        more = {word.strip() for word in told.split(",")} - listed[path] - {"", "HEAD", "OPTIONS"}
        if more:
            unlisted[path] = more

    assert unlisted == {}


def address_of(path: str, cast: Cast, things: Things) -> str:
    """An address with what the cast's tenant has in place of its arguments."""
    names = {"slug": cast.tenant.slug, "key": "nokey", "digest": "0", "uidb36": "1", "pk": "1", "provider_id": "google"}
    return path.format(**names, kind="agreement", form="md", **asdict(things))


@pytest.mark.parametrize("line", EXPECTED)
def test_everyone_gets_what_the_table_says(
    cast: Cast, stream: None, signed_in: Callable[[User], Client], monkeypatch: pytest.MonkeyPatch, line: str
):
    monkeypatch.setattr("dashboard.websites.views.fetch_page", lambda _: FetchProblem.UNREACHABLE)
    things = things_of(cast)
    method, path = line.split()
    for short, name in CALLED.items():
        path = path.replace(short, name)
    address = address_of(path, cast, things)
    form = next((form for end, form in FORMS.items() if path.endswith(end)), {})
    form = {**form, "note": str(things.note_id), "task": str(things.task_id)}
    answers = {}

    for person in PEOPLE:
        with transaction.atomic():
            client = Client() if person == "nobody" else signed_in(getattr(cast, person))
            answer = client.post(address, form) if method == "POST" else client.get(address)
            if answer.streaming:
                for let_go in answer._resource_closers:  # answer.close() would close the test's connection
                    let_go()
            answers[person] = answer.status_code
            transaction.set_rollback(True)

    assert answers == {person: expected(line, person) for person in PEOPLE}


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

"""The pages of websites: what is told, what is refused, and what is kept of it."""

import base64
import hashlib
import html
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from connectleads.demo.cookiebot_value import value
from connectleads.tenancy.models import AuditAction, AuditEvent, Plan, Site, Tenant, User
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from consent.models import BannerSnapshot, PolicyVersion
from dashboard.websites import views
from dashboard.websites.outbound import FetchedPage, FetchProblem
from tests.conftest import Cast, database_role
from tests.tracking.test_door import send
from tracking.sites import SITES

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
pytestmark = pytest.mark.usefixtures("stream")


@pytest.fixture
def ada(cast: Cast, signed_in: Callable[[User], Client]) -> Client:
    return signed_in(cast.ada)


def address(cast: Cast, part: str = "") -> str:
    return f"/app/voorbeeld/websites/{cast.site.id}/{part}"


def told(**changes) -> dict:
    usual = {
        "name": "www.voorbeeld.nl",
        "hosts": "www.voorbeeld.nl",
        "platform": "cookiebot",
        "purpose": "marketing",
        "max_age_days": "180",
        "min_revision": "0",
        "is_listed": "on",
        "is_active": "on",
    }
    return {key: value for key, value in (usual | changes).items() if value is not None}


def stored(cast: Cast) -> Site:
    with tenant_scope(cast.tenant.id):
        return Site.objects.get(id=cast.site.id)


def save(client: Client, cast: Cast, **changes):
    return client.post(address(cast, "settings/"), told(**changes))


def test_settings_that_were_saved_hold_at_the_door(cast: Cast, ada: Client):
    assert save(ada, cast, platform="onetrust", hosts="WWW.voorbeeld.nl, shop.voorbeeld.nl").status_code == 302

    SITES.expire()
    policy = SITES.find(cast.site.key).policy
    assert (policy.platform, policy.hosts) == ("onetrust", {"www.voorbeeld.nl", "shop.voorbeeld.nl"})
    site = stored(cast)
    assert (site.listed_by, site.policy_version) == ("Ada", 2)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("hosts", {"hosts": "https://www.voorbeeld.nl/pagina"}),
        ("hosts", {"hosts": "voorbeeld"}),
        ("max_age_days", {"max_age_days": "366"}),
        ("max_age_days", {"max_age_days": "0"}),
        ("purpose_reason", {"purpose": "statistics"}),
        ("is_listed", {"is_listed": None}),
        ("marketing", {"platform": "didomi"}),
        ("tcf_mode", {"platform": "tcf"}),
        ("tcf_vendor_id", {"platform": "tcf", "tcf_mode": "vendor"}),
        ("optin_checked", {"platform": "klaro", "marketing": "ads", "banner_text": "Wij gebruiken cookies."}),
        ("banner_text", {"platform": "klaro", "marketing": "ads", "optin_checked": "on"}),
        ("regions", {"regions": "Nederland"}),
        ("platform", {"platform": "no-such-banner"}),
    ],
)
def test_what_is_missing_or_wrong_is_marked_and_nothing_is_saved(cast: Cast, ada: Client, field: str, changes: dict):
    answer = save(ada, cast, **changes)

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert stored(cast).policy_version == 1


def test_a_site_that_is_switched_off_may_be_half_finished(cast: Cast, ada: Client):
    assert save(ada, cast, platform="klaro", is_active=None, is_listed=None).status_code == 302

    assert stored(cast).is_active is False


def test_who_looked_at_the_banner_is_kept_with_what_was_seen(cast: Cast, ada: Client):
    picture = SimpleUploadedFile("banner.png", PNG, "application/octet-stream")
    seen = {"platform": "klaro", "marketing": "ads", "optin_checked": "on", "banner_text": "Wij gebruiken cookies."}

    assert save(ada, cast, **seen, banner_picture=picture).status_code == 302

    site = stored(cast)
    with tenant_scope(cast.tenant.id):
        snapshot = BannerSnapshot.objects.get()
    assert (site.banner_snapshot_id, site.optin_checked_by) == (snapshot.id, "Ada")
    assert (snapshot.text, bytes(snapshot.picture), snapshot.picture_type) == (seen["banner_text"], PNG, "image/png")
    shown = ada.get(address(cast, f"banners/{snapshot.id}/"))
    assert (shown.content, shown.headers["Content-Type"]) == (PNG, "image/png")
    SITES.expire()
    assert SITES.find(cast.site.key).policy.optin_assertion.snapshot == str(snapshot.id)


def test_saving_again_keeps_who_looked_and_when(cast: Cast, ada: Client, signed_in):
    seen = {"platform": "klaro", "marketing": "ads", "optin_checked": "on"}
    save(ada, cast, **seen, banner_text="Wij gebruiken cookies.")

    save(ada, cast, **seen, max_age_days="90")

    with tenant_scope(cast.tenant.id):
        assert BannerSnapshot.objects.count() == 1
        assert PolicyVersion.objects.filter(site_id=cast.site.id).count() == 3
    assert (stored(cast).optin_checked_by, stored(cast).max_age_days) == ("Ada", 90)


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 900_000])
def test_a_picture_is_known_by_its_bytes_and_bounded(cast: Cast, ada: Client, content: bytes):
    picture = SimpleUploadedFile("banner.png", content, "image/png")

    answer = save(ada, cast, banner_text="Wij gebruiken cookies.", banner_picture=picture)

    assert "banner_picture" in answer.context["form"].errors


def test_the_pinned_line_is_answered_with_exactly_those_bytes(cast: Cast, ada: Client):
    page = html.unescape(ada.get(address(cast)).content.decode())
    source, integrity = re.search(r'src="[^"]*(/s/[^"]*)"\s+integrity="sha384-([^"]*)"', page).groups()

    script = ada.get(source)

    assert script.status_code == 200
    assert base64.b64encode(hashlib.sha384(script.content).digest()).decode() == integrity


@pytest.mark.parametrize("text", ["text-html", "text-gtm", "text-wordpress", "text-pinned"])
def test_every_text_to_paste_names_the_sites_own_script(cast: Cast, ada: Client, text: str):
    page = html.unescape(ada.get(address(cast)).content.decode())

    assert f"/s/{cast.site.key}." in re.search(rf'id="{text}">(.*?)</code>', page, re.DOTALL)[1]


def test_choosing_another_banner_shows_what_that_one_needs(cast: Cast, ada: Client):
    page = ada.get(address(cast), {"platform": "klaro"}, headers={"HX-Request": "true", "HX-Target": "settings"})

    assert 'name="optin_checked"' in page.content.decode()
    assert "<html" not in page.content.decode()


def test_the_page_shows_how_the_latest_request_went_while_it_is_tried(cast: Cast, ada: Client):
    ada.post(address(cast, "verify/"))
    SITES.expire()

    send(cast)
    refused = ada.get(address(cast, "live/"), headers={"Accept-Language": "en"}).content.decode()
    send(cast, consent=value())
    counted = ada.get(address(cast, "live/"), headers={"Accept-Language": "en"}).content.decode()

    assert "The visitor has not chosen in the cookie banner yet" in refused
    assert "Counted" in counted


def test_trying_ends_by_itself_or_when_told(cast: Cast, ada: Client):
    ada.post(address(cast, "verify/"))
    assert timedelta(minutes=59) < stored(cast).verifying_until - datetime.now(UTC) <= timedelta(hours=1)

    ada.post(address(cast, "verify/"), {"end": "1"})
    assert stored(cast).verifying_until is None


def test_trying_changes_no_consent_settings(cast: Cast, ada: Client):
    ada.post(address(cast, "verify/"))

    assert stored(cast).policy_version == 1


def test_a_new_website_stays_shut_until_its_settings_are_confirmed(cast: Cast, ada: Client):
    answer = ada.post("/app/voorbeeld/websites/new/", {"host": "https://Nieuw.voorbeeld.nl/"})

    assert ada.get(answer.headers["Location"]).status_code == 200
    with tenant_scope(cast.tenant.id):
        site = Site.objects.get(name="nieuw.voorbeeld.nl")
    assert (site.hosts, site.is_active) == (["nieuw.voorbeeld.nl"], False)


def test_a_plan_without_room_adds_no_website(cast: Cast, ada: Client):
    with database_role("worker"), unscoped_all_tenants("test"):
        plan = Plan.objects.create(key="one", name="One", sites=1, order=9)
        Tenant.objects.filter(id=cast.tenant.id).update(plan=plan)

    page = ada.post("/app/voorbeeld/websites/new/", {"host": "nieuw.voorbeeld.nl"}, follow=True)

    assert "abonnement" in page.content.decode()
    with tenant_scope(cast.tenant.id):
        assert Site.objects.count() == 1


def test_the_log_says_who_changed_which_website(cast: Cast, ada: Client):
    save(ada, cast, max_age_days="90")

    with tenant_scope(cast.tenant.id):
        event = AuditEvent.objects.get(action=AuditAction.SITE_CHANGED)
    assert (event.actor, event.about) == ("ada@example.nl", "www.voorbeeld.nl")
    assert event.details == {"change": "settings", "version": 2, "is_active": True}


def test_what_is_no_host_name_adds_no_website(cast: Cast, ada: Client):
    ada.post("/app/voorbeeld/websites/new/", {"host": "javascript:alert(1)"})

    with tenant_scope(cast.tenant.id):
        assert Site.objects.count() == 1


def test_the_home_page_proposes_and_changes_nothing(cast: Cast, ada: Client, monkeypatch: pytest.MonkeyPatch):
    html = '<script id="Cookiebot" src="https://consent.cookiebot.com/uc.js" data-cbid="x"></script>'
    monkeypatch.setattr(views, "fetch_page", lambda url: FetchedPage(url, html))

    answer = ada.post(address(cast, "detect/"), headers={"HX-Request": "true"}).content.decode()

    assert "Cookiebot" in answer
    assert "consent.cookiebot.com/uc.js" in answer
    assert stored(cast).policy_version == 1


def test_a_home_page_that_cannot_be_read_is_said_so(cast: Cast, ada: Client, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(views, "fetch_page", lambda url: FetchProblem.PRIVATE)

    page = ada.post(address(cast, "detect/"), headers={"Accept-Language": "en"}).content.decode()

    assert "private network" in page
    assert 'name="platform"' in page


def test_looking_is_limited(cast: Cast, ada: Client, monkeypatch: pytest.MonkeyPatch):
    looks = []
    monkeypatch.setattr(views, "fetch_page", lambda url: looks.append(url) or FetchProblem.UNREACHABLE)

    for _ in range(12):
        ada.post(address(cast, "detect/"))

    assert len(looks) == 10


def test_the_page_costs_a_bounded_number_of_queries(cast: Cast, ada: Client, django_assert_max_num_queries):
    send(cast)
    with django_assert_max_num_queries(22):
        ada.get(address(cast))

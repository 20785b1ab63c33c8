"""A member leaves out the browser that is read with: by a link, from then on, and backwards when asked."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import Client

from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment.erasure import erase_visitors
from enrichment.models import Exclusion, Lead
from enrichment.own_browser import MEDIUM, SOURCE, claim
from enrichment.tasks import apply_exclusion
from tests.conftest import Cast, database_role
from tests.enrichment.test_rollups import kept, rebuilt
from tests.history import HASHER, OTHER_COMPANY_ADDRESS, make_hit, store
from tracking.hit import HitKind
from tracking.models import Event, Visit
from tracking.withdrawal import Withdrawn

LEFT_OUT = "/app/voorbeeld/tuning/left-out/"
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def ada(cast: Cast, signed_in) -> Client:
    """Ada, who visited the website twice herself; another company was there too."""
    at = datetime.now(UTC) - timedelta(hours=5)
    store(
        make_hit(cast.tenant, cast.site, at=at, visitor="ada"),
        make_hit(cast.tenant, cast.site, at=at + timedelta(hours=2), visitor="ada", path="/prijzen"),
        make_hit(cast.tenant, cast.site, at=at, visitor="other", address=OTHER_COMPANY_ADDRESS),
    )
    return signed_in(cast.ada)


def page_of(cast: Cast) -> str:
    return f"{LEFT_OUT}browser/{cast.site.id}/"


def text(client: Client, address: str, **headers: str) -> str:
    return client.get(address, headers={**ENGLISH, **headers}).content.decode()


def open_link(client: Client, cast: Cast, **changes) -> None:
    """Open the website by the link on the page, as a browser that agreed does."""
    link = re.search(r'href="(https://www\.voorbeeld\.nl/\?[^"]+)"', text(client, page_of(cast)))
    assert link
    query = parse_qs(urlsplit(link[1].replace("&amp;", "&")).query)
    tagged = {name: query[f"utm_{name}"][0] for name in ("source", "medium", "campaign")}
    store(make_hit(cast.tenant, cast.site, **{"visitor": "ada", **tagged, **changes}))


def visits(cast: Cast) -> int:
    with database_role("worker"), unscoped_all_tenants("test"):
        return Visit.objects.filter(tenant=cast.tenant).count()


def only_rule(cast: Cast) -> Exclusion:
    with tenant_scope(cast.tenant.id):
        return Exclusion.objects.get()


def test_after_the_link_nothing_of_the_browser_is_recorded(ada: Client, cast: Cast):
    before = visits(cast)

    open_link(ada, cast)
    store(
        make_hit(cast.tenant, cast.site, visitor="ada", path="/contact"),
        make_hit(cast.tenant, cast.site, visitor="ada", kind=HitKind.EVENT, event="form"),
        make_hit(cast.rival, cast.rival_site, visitor="ada"),
    )

    assert visits(cast) == before
    with database_role("worker"), unscoped_all_tenants("test"):
        assert not Event.objects.exists()
        assert Visit.objects.filter(tenant=cast.rival).count() == 1
    store(make_hit(cast.tenant, cast.site, visitor="somebody else"))
    assert visits(cast) == before + 1


def test_of_the_browser_only_its_keyed_hash_is_kept(ada: Client, cast: Cast):
    open_link(ada, cast)

    rule = only_rule(cast)
    assert rule.value == f"{cast.site.id}:{HASHER.visitor(cast.site.id, 'ada').hex()}"
    assert (rule.label, rule.because, rule.created_by_id) == ("www.voorbeeld.nl", "own", cast.ada.pk)


def test_the_page_says_when_the_browser_has_arrived(ada: Client, cast: Cast):
    page = text(ada, page_of(cast))
    poll = re.search(r'hx-get="([^"]+)"[^>]*every 3s', page)
    assert poll
    assert "Not seen yet" in text(ada, poll[1], **{"HX-Request": "true"})

    open_link(ada, cast)

    answer = ada.get(poll[1], headers={**ENGLISH, "HX-Request": "true"})
    assert answer.status_code == 286
    assert f"{LEFT_OUT}{only_rule(cast).id}/" in answer.content.decode()
    assert "This browser is left out" in text(ada, page_of(cast) + "?" + poll[1].partition("?")[2])


def test_the_page_stops_asking_when_the_link_no_longer_holds(ada: Client, cast: Cast):
    long_ago = int((datetime.now(UTC) - timedelta(minutes=31)).timestamp())

    answer = ada.get(f"{page_of(cast)}?since={long_ago}", headers={**ENGLISH, "HX-Request": "true"})

    assert answer.status_code == 286
    assert "no longer holds" in answer.content.decode()


@pytest.mark.parametrize("age", [timedelta(0), timedelta(hours=1)])
def test_a_link_that_does_not_hold_leaves_out_nothing_and_is_no_visit(ada: Client, cast: Cast, age: timedelta):
    before = visits(cast)
    made = claim(
        settings.HASH_KEY if age else bytes(32),
        tenant_id=cast.tenant.id,
        site_id=cast.site.id,
        user_id=1,
        now=datetime.now(UTC) - age,
    )

    store(make_hit(cast.tenant, cast.site, visitor="ada", source=SOURCE, medium=MEDIUM, campaign=made))

    with tenant_scope(cast.tenant.id):
        assert not Exclusion.objects.exists()
    assert visits(cast) == before


def test_what_it_did_before_is_shown_and_erased_on_request(ada: Client, cast: Cast, monkeypatch):
    sent: list[dict[str, str]] = []
    monkeypatch.setattr("dashboard.tuning_views.later", lambda _, **arguments: sent.append(arguments))
    open_link(ada, cast)
    rule = only_rule(cast)
    address = f"{LEFT_OUT}{rule.id}/"
    assert "2 visits of this browser are on record, with 2 pages" in text(ada, address)

    ada.post(address, {"do": "apply"})
    with database_role("worker"):
        apply_exclusion(**sent[0])

    assert visits(cast) == 1
    with tenant_scope(cast.tenant.id):
        assert list(Lead.objects.values_list("name", flat=True)) == ["DAF Trucks"]
    assert rebuilt(cast.tenant) == kept(cast.tenant)
    assert "backwards too" in text(ada, LEFT_OUT)


def test_opening_the_link_again_is_one_rule_and_says_so(ada: Client, cast: Cast):
    open_link(ada, cast)
    first = only_rule(cast).created_at

    open_link(ada, cast)

    assert only_rule(cast).created_at > first


def test_a_removed_rule_counts_the_browser_again(ada: Client, cast: Cast):
    open_link(ada, cast)
    before = visits(cast)

    ada.post(f"{LEFT_OUT}{only_rule(cast).id}/", {"do": "remove"})
    store(make_hit(cast.tenant, cast.site, visitor="ada"))

    assert visits(cast) == before + 1


def test_withdrawing_consent_forgets_the_rule_too(ada: Client, cast: Cast):
    open_link(ada, cast)
    withdrawn = Withdrawn(cast.tenant.id, cast.site.id, HASHER.visitor(cast.site.id, "ada"), datetime.now(UTC))

    with database_role("worker"), unscoped_all_tenants("test"):
        erase_visitors([withdrawn])

    with tenant_scope(cast.tenant.id):
        assert not Exclusion.objects.exists()


def test_viewers_and_strangers_get_no_link(ada: Client, cast: Cast, signed_in):
    assert signed_in(cast.vera).get(page_of(cast)).status_code == 403
    assert signed_in(cast.rolf).get(page_of(cast)).status_code == 404
    assert ada.get(f"{LEFT_OUT}browser/{cast.rival_site.id}/").status_code == 404

"""The traffic of one website: its own visits by day, and how its key pages are read."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from connectleads.tenancy.models import Site
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment.rescoring import keep_weights
from enrichment.scoring import KeyPage, Weights
from tests.conftest import Cast, database_role
from tests.history import HOME_ADDRESS, make_hit, store

AT = datetime.now(UTC) - timedelta(minutes=5)
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def ada(cast: Cast, signed_in) -> Client:
    """Ada; a company and a home user read the prices of one website, and a company the home page of another."""
    with database_role("worker"), unscoped_all_tenants("test"):
        other = Site.objects.create(tenant=cast.tenant, name="shop.voorbeeld.nl", hosts=["shop.voorbeeld.nl"])
    store(
        make_hit(cast.tenant, cast.site, at=AT, path="/prijzen/klein", title="Prijzen"),
        make_hit(cast.tenant, cast.site, at=AT, path="/prijzen/groot", visitor="home", address=HOME_ADDRESS),
        make_hit(cast.tenant, other, at=AT, path="/", visitor="shop"),
    )
    return signed_in(cast.ada)


def page(client: Client, cast: Cast) -> str:
    answer = client.get(f"/app/voorbeeld/websites/{cast.site.id}/", headers=ENGLISH)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_chart_counts_this_website_alone(ada: Client, cast: Cast):
    assert "1 by companies of 2 in all" in page(ada, cast)


def test_key_pages_tell_how_often_they_were_read_and_lead_to_who_read_them(ada: Client, cast: Cast):
    with tenant_scope(cast.tenant.id):
        keep_weights(Weights(key_pages=(KeyPage("/prijzen/*", 5), KeyPage("/contact", 8))))

    shown = page(ada, cast)

    rows = re.findall(r'path=([^&"]+)&amp;site=([^"]+)">.*?\+(\d+)</td>.*?>(\d+)</td>.*?>(\d+)</td>', shown)
    site = str(cast.site.id)
    assert rows == [("/prijzen/%2A", site, "5", "1", "2"), ("/contact", site, "8", "0", "0")]
    assert "Adyen" in ada.get(f"/app/voorbeeld/leads/?path=/prijzen/%2A&site={site}").content.decode()


def test_without_visits_and_key_pages_the_next_step_is_shown(cast: Cast, signed_in):
    shown = page(signed_in(cast.ada), cast)

    assert "as soon as somebody agrees" in shown
    assert "Say which pages show interest" in shown
    assert "data-plot" not in shown

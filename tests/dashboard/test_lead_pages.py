"""The lead list and the page of a lead, as their readers get them."""

import html
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from connectleads.tenancy.scope import tenant_scope
from enrichment.lead_filter import LeadSort
from enrichment.models import Lead
from tests.conftest import Cast
from tests.history import (
    COMPANY_ADDRESS,
    HOME_ADDRESS,
    OTHER_COMPANY_ADDRESS,
    make_hit,
    store,
)

NOW = datetime.now(UTC)
LIST = "/app/voorbeeld/leads/"


@pytest.fixture
def ada(cast: Cast, signed_in) -> Client:
    """Ada, with two leads: Adyen today, DAF Trucks more often, but three weeks ago; and a home user."""
    hits = [
        make_hit(cast.tenant, cast.site, at=NOW - timedelta(minutes=3), path="/prijzen", title="Prijzen – Voorbeeld"),
        make_hit(cast.tenant, cast.site, at=NOW - timedelta(minutes=2), path="/contact", title="Contact – Voorbeeld"),
        *(
            make_hit(cast.tenant, cast.site, at=NOW - timedelta(days=20, hours=2 * n), address=OTHER_COMPANY_ADDRESS)
            for n in range(4)
        ),
        make_hit(cast.tenant, cast.site, at=NOW - timedelta(minutes=1), address=HOME_ADDRESS, visitor="home"),
    ]
    store(*hits)
    return signed_in(cast.ada)


def names(page: str) -> list[str]:
    return re.findall(r'/leads/[0-9a-f-]{36}/">([^<]+)</a>', page)


def text(client: Client, address: str, **headers) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def lead(cast: Cast, name: str) -> Lead:
    with tenant_scope(cast.tenant.id):
        return Lead.objects.get(company__name=name)


def test_the_list_shows_the_periods_companies_and_no_home_user(ada: Client):
    assert names(text(ada, LIST)) == ["Adyen", "DAF Trucks"]
    assert names(text(ada, f"{LIST}?period=7")) == ["Adyen"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=daf", ["DAF Trucks"]),
        ("q=NL", ["Adyen", "DAF Trucks"]),
        ("q=%25", []),
        ("q=_", []),
        ("q=zzz", []),
        ("q=%00daf", ["DAF Trucks"]),
        ("status=new", ["Adyen", "DAF Trucks"]),
        ("status=customer", []),
        ("status=nonsense", ["Adyen", "DAF Trucks"]),
        ("sort=name", ["Adyen", "DAF Trucks"]),
        ("sort=last", ["Adyen", "DAF Trucks"]),
        ("sort=visits", ["DAF Trucks", "Adyen"]),
        ("sort=pages", ["DAF Trucks", "Adyen"]),
        ("sort=nonsense", ["Adyen", "DAF Trucks"]),
        ("sort=-last", ["DAF Trucks", "Adyen"]),
        ("after=nonsense", ["Adyen", "DAF Trucks"]),
        ("after=" + "0" * 32 + "nonsense", ["Adyen", "DAF Trucks"]),
        ("after=" + "9" * 5000, ["Adyen", "DAF Trucks"]),
        ("path=/prijzen", ["Adyen"]),
        ("path=/pri*", ["Adyen"]),
        ("path=/prijzen&path=/", ["Adyen", "DAF Trucks"]),
        ("path=/prijzen&country=BE", []),
        ("path=nonsense", ["Adyen", "DAF Trucks"]),
        ("country=NL&country=BE", ["Adyen", "DAF Trucks"]),
        ("region=benelux", ["Adyen", "DAF Trucks"]),
        ("region=nordics", []),
        ("novelty=new", ["Adyen", "DAF Trucks"]),
        ("novelty=back", []),
        ("size=2", ["Adyen"]),
        ("size=9", []),
        ("source=direct", ["Adyen", "DAF Trucks"]),
        ("source=google", []),
        ("owner=0", ["Adyen", "DAF Trucks"]),
        ("owner=1", []),
        ("tag=beurs", []),
        ("heat=1", ["Adyen", "DAF Trucks"]),
        ("heat=99", []),
        ("sure=50", ["Adyen", "DAF Trucks"]),
        ("hidden=1", []),
        ("followed=1", []),
        ("kind=business", ["Adyen", "DAF Trucks"]),
        ("kind=education", []),
        ("site=00000000-0000-0000-0000-000000000000", []),
    ],
)
def test_the_address_says_what_is_shown(ada: Client, query: str, expected: list[str]):
    assert names(text(ada, f"{LIST}?period=28&{query}")) == expected


def test_htmx_gets_the_part_that_changes(ada: Client):
    part = text(ada, f"{LIST}?period=7", **{"HX-Request": "true"})

    assert names(part) == ["Adyen"]
    assert "<html" not in part


@pytest.mark.parametrize("sort", [sort.value for sort in LeadSort])
@pytest.mark.parametrize("sign", ["", "-"])
def test_pages_of_a_list_lead_on_and_back_in_every_order(ada: Client, monkeypatch, sort: str, sign: str):
    monkeypatch.setattr("dashboard.lead_list.PAGE_SIZE", 1)
    address = f"{LIST}?period=28&sort={sign}{sort}"

    first = text(ada, address)
    second = text(ada, LIST + onwards(first, "next"))

    assert sorted(names(first) + names(second)) == ["Adyen", "DAF Trucks"]
    assert names(text(ada, LIST + onwards(second, "prev"))) == names(first)
    assert 'rel="next"' not in second
    assert 'rel="prev"' not in first


def onwards(page: str, rel: str) -> str:
    found = re.search(rf'rel="{rel}" href="([^"]+)"', page)
    assert found
    return html.unescape(found.group(1))


def test_the_lead_page_says_who_why_and_what(ada: Client, cast: Cast):
    page = text(ada, f"{LIST}{lead(cast, 'Adyen').id}/", **{"Accept-Language": "nl"})

    for words in ("Adyen", "N.V.", "147.12.16.0–147.12.23.255", "AS200596", "Prijzen", "Contact", "Mag ik bellen?"):
        assert words in page
    assert COMPANY_ADDRESS not in page


def test_pages_speak_dutch_by_default_and_english_on_request(ada: Client):
    assert 'lang="nl"' in text(ada, LIST)
    assert 'lang="en"' in text(ada, LIST, **{"Accept-Language": "en"})

    ada.post("/language/setlang/", {"language": "en"})
    assert 'lang="en"' in text(ada, LIST, **{"Accept-Language": "nl"})


def test_a_status_is_set_with_and_without_javascript(ada: Client, cast: Cast):
    address = f"{LIST}{lead(cast, 'Adyen').id}/status/"

    plain = ada.post(address, {"status": "talking"})
    assert (plain.status_code, lead(cast, "Adyen").status) == (302, "talking")

    by_htmx = ada.post(address, {"status": "customer"}, headers={"HX-Request": "true"})
    assert (by_htmx.status_code, lead(cast, "Adyen").status) == (200, "customer")


def test_a_viewer_is_offered_no_status_to_change(ada: Client, cast: Cast, signed_in):
    address = f"{LIST}{lead(cast, 'Adyen').id}/"

    assert 'name="status"' in text(ada, address)
    assert 'name="status"' not in text(signed_in(cast.vera), address)


@pytest.mark.parametrize("address", [LIST, f"{LIST}?period=28&q=a&sort=last", "/app/voorbeeld/websites/"])
def test_pages_take_few_queries_however_many_rows(ada: Client, cast: Cast, address: str, django_assert_max_num_queries):
    store(*(make_hit(cast.tenant, cast.site, visitor=str(n)) for n in range(30)))
    text(ada, address)

    with django_assert_max_num_queries(14):
        text(ada, address)


def test_the_lead_page_takes_few_queries(ada: Client, cast: Cast, django_assert_max_num_queries):
    store(*(make_hit(cast.tenant, cast.site, visitor=str(n)) for n in range(30)))
    address = f"{LIST}{lead(cast, 'Adyen').id}/"

    with django_assert_max_num_queries(18):
        text(ada, address)


def test_a_tenant_without_any_visit_is_shown_the_next_step(cast: Cast, signed_in):
    page = text(signed_in(cast.ada), LIST)

    assert names(page) == []
    assert "/app/voorbeeld/websites/" in page


def test_the_websites_page_has_the_snippet_to_paste(ada: Client, cast: Cast):
    page = text(ada, "/app/voorbeeld/websites/")

    assert f"/s/{cast.site.key}.js" in page
    assert "www.voorbeeld.nl" in page
    assert cast.rival_site.key not in page


def test_somebody_without_a_tenant_is_told_so(cast: Cast, signed_in):
    assert signed_in(cast.sam).get("/").status_code == 200


def test_every_page_of_results_names_the_source_of_its_data(ada: Client, cast: Cast):
    for address in (LIST, f"{LIST}{lead(cast, 'Adyen').id}/"):
        assert "https://db-ip.com" in text(ada, address)


def test_pages_allow_no_inline_script_and_no_other_host(ada: Client):
    policy = ada.get(LIST).headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    page = text(ada, LIST)
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r'\sstyle="', page)
    assert not re.search(r'\son\w+="', page)

"""Every order of the lead list: leads on a tie, and leads that lack what is sorted by, come exactly once."""

import html
import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.lead_filter import LeadSort
from enrichment.models import Company, Lead, LeadDay, Network
from tests.conftest import Cast, database_role

LIST = "/app/voorbeeld/leads/"
NOW = datetime.now(UTC)
LEADS = 11
EVERY = [f"{sign}{sort.value}" for sort in LeadSort for sign in ("", "-")]


@pytest.fixture
def ada(cast: Cast, signed_in, monkeypatch) -> Client:
    """Ada, with leads most of which are on a tie; every third lacks a country, an owner, tags, a source and points."""
    monkeypatch.setattr("dashboard.lead_list.PAGE_SIZE", 3)
    with database_role("worker"), unscoped_all_tenants("test"):
        for n in range(LEADS):
            make_lead(cast, n)
    return signed_in(cast.ada)


def make_lead(cast: Cast, n: int) -> None:
    is_bare, at = n % 3 == 0, NOW - timedelta(hours=n % 2)
    name = f"Firma {n:02}" if n % 4 else "Dubbel B.V."
    company = Company.objects.create(name=name, normalised=f"firma {n}", country="", kind="business")
    network = Network.objects.create(
        asn=n, holder=name, company=company, kind="business", confidence=0.9, rule="test", learnt_at=NOW
    )
    lead = Lead.objects.create(
        tenant=cast.tenant,
        company=company,
        network=network,
        name=name,
        kind="business",
        confidence=0.9 if n % 2 else 0.8,
        country="" if is_bare else "NL",
        owner_id=None if is_bare else (cast.ada, cast.ben)[n % 2].pk,
        tags=[] if is_bare else ["beurs", "koel"][: n % 3],
        source="" if is_bare else "google",
        status="new" if n % 2 else "customer",
        warmth=-1000 if is_bare else 20,
        first_seen_at=at,
        last_seen_at=at,
        visits=1,
        page_views=1,
    )
    LeadDay.objects.create(
        tenant=cast.tenant, lead_id=lead.id, site_id=cast.site.id, day=NOW.date(), visits=1 + n % 2, page_views=1
    )


def ids(page: str) -> list[str]:
    return re.findall(r'/leads/([0-9a-f-]{36})/">', page)


def text(client: Client, address: str) -> str:
    answer = client.get(address, headers={"Accept-Language": "en"})
    assert answer.status_code == 200
    return answer.content.decode()


def follow(page: str, rel: str) -> str:
    found = re.search(rf'rel="{rel}" href="([^"]+)"', page)
    return LIST + html.unescape(found[1]) if found else ""


@pytest.mark.parametrize("sort", EVERY)
def test_all_leads_come_once_forwards_and_the_same_backwards(ada: Client, sort: str):
    page = text(ada, f"{LIST}?period=28&sort={sort}")
    pages = [ids(page)]
    while onwards := follow(page, "next"):
        page = text(ada, onwards)
        pages.append(ids(page))
    there = [one for some in pages for one in some]

    assert len(there) == len(set(there)) == LEADS
    back = [ids(page)]
    while backwards := follow(page, "prev"):
        page = text(ada, backwards)
        back.insert(0, ids(page))
    assert back == pages


@pytest.mark.parametrize("sort", [sort.value for sort in LeadSort])
def test_an_order_turned_around_is_its_reverse(ada: Client, monkeypatch, sort: str):
    monkeypatch.setattr("dashboard.lead_list.PAGE_SIZE", LEADS)

    there = ids(text(ada, f"{LIST}?period=28&sort={sort}"))

    assert ids(text(ada, f"{LIST}?period=28&sort=-{sort}")) == there[::-1]


@pytest.mark.parametrize("sort", ["tags", "country", "first", "sure", "name", "owner"])
def test_a_head_and_the_menu_lead_to_the_order_and_say_which_it_is(ada: Client, sort: str):
    page = text(ada, f"{LIST}?period=28")
    (head,) = re.findall(rf'id="sort-{sort}" href="([^"]+)"', page)
    (choice,) = re.findall(rf'id="sort-by-{sort}" href="([^"]+)"', page)
    assert head == choice

    chosen = text(ada, LIST + html.unescape(head))

    assert re.search(rf'aria-sort="(a|de)scending"><a id="sort-{sort}"', chosen)
    assert re.search(rf'id="sort-by-{sort}"[^>]*aria-current="true"', chosen)


def test_the_menu_offers_every_order(ada: Client):
    page = text(ada, f"{LIST}?period=28")

    assert {sort.value for sort in LeadSort} == set(re.findall(r'id="sort-by-(\w+)"', page))


@pytest.mark.parametrize(
    ("sort", "mark"),
    [
        ("tags", "zz"),
        ("tags", "99999999999"),
        ("sure", "NaN"),
        ("sure", "zz"),
        ("first", "2026-13-99"),
        ("visits", ""),
        ("owner", "1.5"),
    ],
)
def test_a_mark_without_sense_begins_at_the_beginning(ada: Client, sort: str, mark: str):
    first = ids(text(ada, f"{LIST}?period=28&sort={sort}"))

    assert ids(text(ada, f"{LIST}?period=28&sort={sort}&after={uuid4().hex}{mark}")) == first

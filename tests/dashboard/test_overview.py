"""The overview: what is new since its reader was last here, and the numbers of a period."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from connectleads.tenancy.scope import tenant_scope
from dashboard.actions import add_task, write_note
from dashboard.models import LastLook
from enrichment.models import Lead
from tests.conftest import Cast, database_role
from tests.history import COMPANY_ADDRESS, HOME_ADDRESS, OTHER_COMPANY_ADDRESS, make_hit, store
from tracking.actions import add_drops
from tracking.drops import DropReason

NOW = datetime.now(UTC)
PAGE = "/app/voorbeeld/"


def visit(cast: Cast, address: str, *, days: float, visitor: str = "one", path: str = "/prijzen") -> None:
    store(
        make_hit(
            cast.tenant,
            cast.site,
            at=NOW - timedelta(days=days),
            address=address,
            visitor=visitor,
            path=path,
            title="Prijzen",
        )
    )


@pytest.fixture
def ada(cast: Cast, signed_in) -> Client:
    """Ada; DAF Trucks came nine days ago and an hour ago, Adyen first between two and three hours ago."""
    visit(cast, OTHER_COMPANY_ADDRESS, days=9)
    visit(cast, COMPANY_ADDRESS, days=0.1, visitor="two")
    visit(cast, OTHER_COMPANY_ADDRESS, days=0.04)
    visit(cast, HOME_ADDRESS, days=0.04, visitor="home")
    return signed_in(cast.ada)


def page(client: Client, query: str = "", **headers: str) -> str:
    answer = client.get(PAGE + query, headers={"Accept-Language": "en", **headers})
    assert answer.status_code == 200
    return answer.content.decode()


def listed(text: str, name: str) -> list[str]:
    part = re.search(rf'<section[^>]*aria-labelledby="list-{name}".*?</section>', text, re.S)
    assert part
    return re.findall(r'class="org-name">([^<]+)<', part.group(0))


def tiles(text: str) -> list[str]:
    return re.findall(r'class="tile-value">([\d.,]+)', text)


def look_at(cast: Cast, seen_at: datetime) -> None:
    with tenant_scope(cast.tenant.id):
        LastLook.objects.update_or_create(user_id=cast.ada.pk, defaults={"seen_at": seen_at})


def test_somebody_here_for_the_first_time_sees_the_last_seven_days(ada: Client):
    text = page(ada)

    assert listed(text, "new") == ["Adyen"]
    assert listed(text, "back") == ["DAF Trucks"]
    assert "What the last seven days brought" in text


def test_what_is_new_is_new_since_the_last_look(ada: Client, cast: Cast):
    look_at(cast, NOW - timedelta(minutes=90) - timedelta(hours=1))

    text = page(ada)
    assert (listed(text, "new"), listed(text, "back")) == (["Adyen"], ["DAF Trucks"])

    look_at(cast, NOW - timedelta(minutes=70) - timedelta(hours=1))
    assert listed(page(ada), "new") == []


def test_what_is_new_stays_new_while_it_is_read(ada: Client, cast: Cast):
    look_at(cast, NOW - timedelta(days=1))

    assert listed(page(ada), "new") == ["Adyen"]
    assert listed(page(ada), "new") == ["Adyen"]
    with tenant_scope(cast.tenant.id):
        assert LastLook.objects.get().seen_at >= NOW


def test_a_company_that_reads_more_than_last_week_is_rising(ada: Client, cast: Cast):
    for n in range(5):
        visit(cast, OTHER_COMPANY_ADDRESS, days=1 + n / 10, visitor=str(n))

    assert listed(page(ada), "rising") == ["DAF Trucks"]


def test_the_numbers_of_a_period_beside_the_one_before(ada: Client):
    week = page(ada, "?period=7")

    assert tiles(week) == ["1", "1", "2", "67"]  # new, came back, visits by companies, per cent of three visits
    assert "as many as the 7 days before" not in tiles(week)
    assert tiles(page(ada, "?period=28"))[:3] == ["2", "0", "3"]


def test_consent_is_the_share_of_page_views_and_refusals_have_reasons(ada: Client, cast: Cast):
    today = NOW.astimezone(UTC).date()
    key = (cast.tenant.id, cast.site.id, today)
    with database_role("worker"), tenant_scope(cast.tenant.id):
        add_drops({(*key, DropReason.REFUSED.value): 1, (*key, DropReason.WRONG_HOST.value): 7})

    text = page(ada, "?period=28")

    assert re.search(r'class="consent-rate"><strong>80<', text)  # four with, one without; the wrong host says nothing
    assert "The visitor did not agree" in text


def test_sources_and_pages_lead_to_the_leads_behind_them(ada: Client):
    text = page(ada, "?period=28")

    assert "/app/voorbeeld/leads/?source=direct" in text
    assert "/app/voorbeeld/leads/?path=%2Fprijzen" in text


def test_tasks_and_mentions_wait_for_their_reader(ada: Client, cast: Cast):
    with tenant_scope(cast.tenant.id):
        lead = Lead.objects.get(name="Adyen")
        write_note(lead.id, cast.ben.pk, "Belde vandaag, @Ada neem jij dit over?")
        add_task(lead.id, "Offerte sturen", due_on=NOW.date(), assignee_id=cast.ada.pk, created_by_id=cast.ben.pk)

    text = page(ada)

    assert "Waiting for you" in text
    assert "Offerte sturen" in text
    assert "neem jij dit over" in text


def test_a_tenant_without_any_visit_is_shown_the_next_step(cast: Cast, signed_in):
    text = page(signed_in(cast.ada))

    assert "No leads yet" in text
    assert "/app/voorbeeld/websites/" in text


def test_htmx_gets_the_part_that_a_period_changes(ada: Client):
    part = page(ada, "?period=28", **{"HX-Request": "true"})

    assert "<html" not in part
    assert len(tiles(part)) == 4


def test_a_second_look_is_no_second_row(ada: Client, cast: Cast):
    page(ada)
    with tenant_scope(cast.tenant.id):
        assert LastLook.objects.count() == 1


@pytest.mark.parametrize("query", ["?period=today", "?period=7", "?period=90", "?period=month"])
def test_the_overview_takes_at_most_twelve_queries(ada: Client, query: str, django_assert_max_num_queries):
    page(ada, query)

    with django_assert_max_num_queries(12 + 2):  # and the two of the savepoint around a request within a test
        page(ada, query)

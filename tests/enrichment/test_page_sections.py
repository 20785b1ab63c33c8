"""Sections of a website: the same in Python and in SQL, and filters on them find what filters on pages would."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from connectleads.tenancy.scope import tenant_scope
from enrichment.lead_filter import LeadFilter
from enrichment.lead_search import count_leads, viewpoint
from enrichment.models import LeadSection
from enrichment.page_sections import SECTION_SQL, is_section, section_of
from tests.conftest import Cast
from tests.history import OTHER_COMPANY_ADDRESS, make_hit, store

NOW = datetime.now(UTC)
paths = st.text("/ab%_\\.\n", max_size=8).map(lambda text: "/" + text)


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("/", ""),
        ("/prijzen", ""),
        ("/kennis/", "/kennis/"),
        ("/kennis/koelen", "/kennis/"),
        ("/kennis/koelen/lucht", "/kennis/"),
        ("//twice", "//"),
        ("", ""),
    ],
)
def test_a_section_ends_at_the_second_slash(path: str, section: str):
    assert section_of(path) == section


@given(paths, paths)
def test_a_page_lies_in_a_section_when_it_begins_like_it(path: str, beginning: str):
    if is_section(beginning):
        assert path.startswith(beginning) == (section_of(path) == beginning)


@pytest.mark.django_db
def test_sql_finds_the_same_section():
    known = ["/", "/prijzen", "/kennis/", "/kennis/koelen", "/a/b/c", "//twice", "/a%_\\/b", "/a\n/b"]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {SECTION_SQL.format(path='p')} FROM unnest(%s::text[]) p", [known])
        found = [row[0] or "" for row in cursor.fetchall()]

    assert found == [section_of(path) for path in known]


@pytest.fixture
def readers(cast: Cast) -> Iterator[Cast]:
    """Adyen read two pages of a section and one beside it today; DAF Trucks read another section last week."""
    week_ago = NOW - timedelta(days=7)
    store(
        *(
            make_hit(cast.tenant, cast.site, at=NOW, path=path)
            for path in ("/kennis/koelen", "/kennis/lucht", "/kennisbank")
        ),
        make_hit(cast.tenant, cast.site, at=week_ago, visitor="b", address=OTHER_COMPANY_ADDRESS, path="/kennis2/a"),
    )
    with tenant_scope(cast.tenant.id):
        yield cast


@pytest.mark.parametrize(
    ("pages", "count"),
    [
        (("/kennis/*",), 1),
        (("/kennis2/*",), 1),
        (("/kennis*",), 2),
        (("/kennis/k*",), 1),
        (("/kennis/*", "/kennis2/*"), 2),
        (("/kennis/*", "/kennis2/a"), 2),
        (("/kennis2/*", "/kennis/k*", "/nowhere"), 2),
        (("/ken/*",), 0),
    ],
)
def test_a_filter_on_a_section_finds_who_read_any_of_its_pages(readers: Cast, pages: tuple[str, ...], count: int):
    view = viewpoint(readers.tenant, today=NOW.date())
    asked = LeadFilter(first=NOW.date() - timedelta(days=27), last=NOW.date(), paths=pages)

    assert count_leads([asked], view) == [count]


def test_a_section_read_before_the_period_does_not_count(readers: Cast):
    view = viewpoint(readers.tenant, today=NOW.date())
    asked = LeadFilter(first=NOW.date() - timedelta(days=2), last=NOW.date(), paths=("/kennis2/*",))

    assert count_leads([asked], view) == [0]


def test_a_section_can_be_asked_of_one_website(readers: Cast):
    view = viewpoint(readers.tenant, today=NOW.date())
    period = {"first": NOW.date() - timedelta(days=27), "last": NOW.date()}
    here = LeadFilter(**period, paths=("/kennis/*",), sites=(readers.site.id,))
    elsewhere = LeadFilter(**period, paths=("/kennis/*",), sites=(readers.tenant.id,))

    assert count_leads([here, elsewhere], view) == [1, 0]


def test_a_section_holds_the_sum_of_its_pages(readers: Cast):
    assert set(LeadSection.objects.values_list("section", "views")) == {("/kennis/", 2), ("/kennis2/", 1)}

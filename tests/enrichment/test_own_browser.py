"""The claim in the link that leaves a member's own browser out."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrichment.own_browser import LIFE, MEDIUM, SOURCE, claim, claim_query, claimant, is_claim
from tracking.page_url import read_source

KEY = bytes(range(32))
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TENANT, SITE = UUID(int=1), UUID(int=2)


def made(user_id: int = 7, key: bytes = KEY) -> str:
    return claim(key, tenant_id=TENANT, site_id=SITE, user_id=user_id, now=NOW)


def read(text: str, **changed) -> int | None:
    return claimant(KEY, text, **{"tenant_id": TENANT, "site_id": SITE, "at": NOW, **changed})


@given(st.integers(0, 2**53))
def test_a_claim_names_who_made_it(user_id: int):
    assert read(made(user_id)) == user_id


@pytest.mark.parametrize(
    "changed",
    [
        {"tenant_id": UUID(int=3)},
        {"site_id": UUID(int=3)},
        {"at": NOW + LIFE + timedelta(seconds=1)},
    ],
)
def test_a_claim_holds_for_one_website_and_half_an_hour(changed: dict[str, object]):
    assert read(made(), at=NOW + LIFE) == 7
    assert read(made(), **changed) is None


@given(st.text(max_size=80))
def test_no_text_is_a_claim_by_chance(text: str):
    assert read(text) is None


def test_a_claim_of_another_installation_or_with_another_name_means_nothing():
    text = made()

    assert read(made(key=bytes(32))) is None
    assert read(text[:21] + "8" + text[22:]) is None


def test_the_link_passes_the_door_as_any_campaign_does():
    text = made(2**53)

    source = read_source(f"https://www.voorbeeld.nl/?{claim_query(text)}", "", frozenset())

    assert (source.source, source.medium, source.campaign) == (SOURCE, MEDIUM, text)
    assert is_claim(source.source, source.medium)
    assert not is_claim(SOURCE, "cpc")

"""How long what is kept: defaults, choices, ceilings."""

from datetime import UTC, datetime

import pytest

from connectleads.tenancy.retention import (
    CEILING_DAYS,
    DEFAULT_DAYS,
    RetentionFault,
    RetentionKind,
    ceilings,
    faults,
    lifetimes,
)

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_without_a_choice_the_defaults_hold():
    kept = lifetimes({}, CEILING_DAYS)

    assert kept.days == DEFAULT_DAYS
    assert kept.cutoff(RetentionKind.PAGE_VIEWS, now=NOW) == datetime(2026, 8, 26, tzinfo=UTC)


def test_a_ceiling_lowered_later_holds_for_choices_and_defaults():
    kept = lifetimes({"visits": 700}, {**CEILING_DAYS, RetentionKind.VISITS: 100, RetentionKind.LEADS: 30})

    assert (kept.days[RetentionKind.VISITS], kept.days[RetentionKind.LEADS]) == (100, 30)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, {}),
        ({RetentionKind.LEADS: 0}, {RetentionKind.LEADS: RetentionFault.TOO_SHORT}),
        ({RetentionKind.REQUESTS: 365}, {RetentionKind.REQUESTS: RetentionFault.TOO_SHORT}),
        ({RetentionKind.AUDIT: 89}, {RetentionKind.AUDIT: RetentionFault.TOO_SHORT}),
        ({RetentionKind.VISITS: 763}, {RetentionKind.VISITS: RetentionFault.ABOVE_CEILING}),
        ({RetentionKind.VISITS: 30}, {RetentionKind.PAGE_VIEWS: RetentionFault.VIEWS_OUTLIVE_VISITS}),
    ],
)
def test_choices_are_judged(change, found):
    assert faults({**DEFAULT_DAYS, **change}, CEILING_DAYS) == found


def test_the_installation_sets_its_ceilings():
    assert ceilings("page_views=30, audit=400")[RetentionKind.PAGE_VIEWS] == 30
    assert ceilings("")[RetentionKind.VISITS] == CEILING_DAYS[RetentionKind.VISITS]


@pytest.mark.parametrize("text", ["pages=3", "visits=many", "visits=0", "audit=10", "visits"])
def test_a_wrong_ceiling_is_named(text: str):
    with pytest.raises(ValueError, match="RETENTION_CEILINGS"):
        ceilings(text)

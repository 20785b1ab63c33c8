"""Visits are windows over the time of hits."""

import itertools
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from tracking.sessions import GAP, Window, window_of

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MORNING = Window(UUID(int=1), NINE, NINE + timedelta(minutes=10))
LATER = Window(UUID(int=2), NINE + timedelta(minutes=60), NINE + timedelta(minutes=70))


def at(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def test_a_hit_within_half_an_hour_goes_on_with_the_visit():
    assert window_of(at(40), [MORNING]) is MORNING


def test_a_hit_after_more_than_half_an_hour_begins_a_new_visit():
    assert window_of(at(40) + timedelta(seconds=1), [MORNING]) is None


def test_a_late_hit_from_before_the_visit_belongs_to_it():
    assert window_of(at(-30), [MORNING]) is MORNING
    assert MORNING.with_hit(at(-30)).started_at == at(-30)


def test_a_hit_between_two_visits_goes_to_the_one_that_is_going_on():
    assert window_of(at(35), [LATER, MORNING]) is LATER


@given(st.lists(st.integers(0, 600), min_size=1))
def test_in_order_hits_end_up_in_visits_without_a_gap(minutes: list[int]):
    windows: list[Window] = []
    for number, minute in enumerate(sorted(minutes)):
        window = window_of(at(minute), windows) or Window(UUID(int=number), at(minute), at(minute))
        windows = [one for one in windows if one.visit_id != window.visit_id] + [window.with_hit(at(minute))]

    windows.sort(key=lambda window: window.started_at)
    for earlier, later in itertools.pairwise(windows):
        assert later.started_at - earlier.last_hit_at > GAP

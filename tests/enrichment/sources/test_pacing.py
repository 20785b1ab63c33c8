"""When a registry may be asked."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from enrichment.sources.pacing import (
    FAILURES_ALLOWED,
    FIRST_REST,
    LONGEST_REST,
    Manners,
    Pace,
    answered,
    ask_permission,
    failed,
    retry_in,
    told_to_wait,
)

MANNERS = Manners(per_second=1.0, burst=3, per_day=5)
NOON, TODAY = 1_767_268_800.0, date(2026, 1, 1)


def test_a_burst_is_granted_and_then_one_a_second() -> None:
    pace, waits = Pace(), []
    for _ in range(5):
        allowed = ask_permission(pace, MANNERS, now=NOON, today=TODAY)
        pace = allowed.pace
        waits.append(allowed.wait)

    assert waits == [None, None, None, 1.0, 1.0]
    assert ask_permission(pace, MANNERS, now=NOON + 1, today=TODAY).wait is None


def test_the_budget_begins_anew_each_day() -> None:
    spent = Pace(tokens=3, filled_at=NOON, day=TODAY.isoformat(), asked=5)

    today = ask_permission(spent, MANNERS, now=NOON, today=TODAY)
    tomorrow = ask_permission(spent, MANNERS, now=NOON + 86_400, today=date(2026, 1, 2))

    assert (today.wait, today.is_budget) == (43_200.0, True)
    assert (tomorrow.wait, tomorrow.pace.asked) == (None, 1)


def test_a_registry_rests_longer_with_each_failure_after_the_first_ones() -> None:
    pace, rests = Pace(), []
    for _ in range(FAILURES_ALLOWED + 12):
        pace = failed(pace, now=NOON)
        rests.append(max(0.0, pace.rests_until - NOON))

    assert rests[:FAILURES_ALLOWED] == [0.0] * FAILURES_ALLOWED
    assert rests[FAILURES_ALLOWED : FAILURES_ALLOWED + 3] == [FIRST_REST, 2 * FIRST_REST, 4 * FIRST_REST]
    assert rests[-1] == LONGEST_REST
    assert ask_permission(pace, MANNERS, now=NOON, today=TODAY).wait == LONGEST_REST


def test_an_answer_closes_the_breaker() -> None:
    assert answered(failed(Pace(failures=9), now=NOON)).rests_until == 0.0


def test_a_registry_is_left_alone_as_long_as_it_says() -> None:
    assert told_to_wait(Pace(), 7.0, now=NOON).rests_until == NOON + 7
    assert told_to_wait(Pace(), None, now=NOON).rests_until == NOON + FIRST_REST
    assert told_to_wait(Pace(rests_until=NOON + 90), 7.0, now=NOON).rests_until == NOON + 90


@given(st.integers(0, 50), st.floats(0, 1))
def test_an_address_is_asked_for_again_after_growing_minutes(attempts: int, jitter: float) -> None:
    assert 60 <= retry_in(attempts, jitter=jitter) <= 1800 * 1.25
    assert retry_in(attempts + 1, jitter=0) >= retry_in(attempts, jitter=0)


@given(st.lists(st.floats(0, 5), max_size=60))
def test_never_more_is_asked_than_the_rate_allows(pauses: list[float]) -> None:
    manners = Manners(per_second=0.5, burst=2, per_day=1_000)
    pace, now, granted = Pace(), NOON, 0
    for pause in pauses:
        now += pause
        allowed = ask_permission(pace, manners, now=now, today=TODAY)
        pace = allowed.pace
        granted += allowed.wait is None

    assert granted <= 2 + (now - NOON) * 0.5 + 1e-6

"""What runs every second goes on when the clock is set back."""

import pickle
from datetime import UTC, datetime, timedelta

from connectleads.celery import app
from connectleads.steady_schedule import Every

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def every(seconds: float) -> Every:
    return Every(seconds, nowfun=lambda: NOW, app=app)


def test_it_is_due_when_its_time_has_come_and_not_before():
    assert every(10).is_due(NOW - timedelta(seconds=10)).is_due
    assert not every(10).is_due(NOW - timedelta(seconds=4)).is_due
    assert every(10).is_due(NOW - timedelta(seconds=4)).next == 6


def test_a_run_that_lies_ahead_was_told_by_another_clock_and_holds_nothing_up():
    assert every(10).is_due(NOW + timedelta(minutes=90)).is_due


def test_beat_may_keep_it_in_its_file():
    kept = pickle.loads(pickle.dumps(every(10)))

    assert (type(kept), kept.run_every) == (Every, timedelta(seconds=10))


def test_everything_that_runs_every_so_often_goes_on():
    plain = [name for name, entry in app.conf.beat_schedule.items() if isinstance(entry["schedule"], int | float)]

    assert not plain

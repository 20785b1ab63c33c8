"""A schedule that goes on when the machine's clock is set back (edge: Celery's own class underneath)."""

from datetime import datetime, timedelta
from typing import Any

from celery.schedules import schedule


class Every(schedule):
    """Every so many seconds. A last run that lies ahead was told by a clock that has been put right since: it is due.

    Celery's own schedule would wait until the clock has come that far again, and no hit would be drained meanwhile.
    """

    def __init__(self, seconds: float, **more: Any) -> None:
        self._every = timedelta(seconds=seconds)
        super().__init__(self._every, **more)

    def remaining_estimate(self, last_run_at: datetime) -> timedelta:
        """How long until the next run."""
        if self.maybe_make_aware(last_run_at) > self.maybe_make_aware(self.now()) + self._every:
            return timedelta(0)
        return super().remaining_estimate(last_run_at)

    def __reduce__(self) -> tuple[Any, ...]:
        return self.__class__, (self._every.total_seconds(),)  # beat keeps its schedule in a file

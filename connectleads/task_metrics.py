"""One measurement for each task that a worker ends, by its name and how it ended (edge of Celery's signals)."""

import time
from typing import Any

from celery.signals import task_postrun, task_prerun
from prometheus_client import Counter, Histogram

TASKS = Counter("connectleads_tasks_total", "Tasks ended, by name and state", ("task", "state"))
SECONDS = Histogram(
    "connectleads_task_seconds",
    "How long tasks took",
    ("task",),
    buckets=(0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 240),
)
_began: dict[str, float] = {}  # by the task's id; a worker's process runs one at a time


@task_prerun.connect
def note_beginning(task_id: str, **_: Any) -> None:
    """A task begins."""
    _began[task_id] = time.perf_counter()


@task_postrun.connect
def note_end(task_id: str, task: Any, state: str | None = None, **_: Any) -> None:
    """A task ended, well or not."""
    TASKS.labels(task.name, state or "UNKNOWN").inc()
    began = _began.pop(task_id, None)
    if began is not None:
        SECONDS.labels(task.name).observe(time.perf_counter() - began)

"""Hands work to the worker once what it is about is committed (edge)."""

from functools import partial
from typing import Any

from django.db import transaction


def later(task: Any, **arguments: str) -> None:
    """Send a Celery task after the transaction that is open now; nothing is sent when that one is rolled back."""
    transaction.on_commit(partial(task.delay, **arguments))

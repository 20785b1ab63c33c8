"""The worker for questions to registries, a process of its own so that none is ever in the way of a batch (edge)."""

import os
import signal
import sys
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand


def worker_command(concurrency: int) -> list[str]:
    """Celery's worker for the queue of lookups alone."""
    queue = ["--queues", "lookups", "--concurrency", str(concurrency), "--loglevel", "WARNING"]
    return [sys.executable, "-m", "celery", "-A", "connectleads.celery", "worker", *queue]


class Command(BaseCommand):
    """manage.py serve_lookups"""

    help = "Ask the registries in REGISTRIES about what waits; with none switched on, wait idly until SIGTERM."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many questions at once, over all registries."""
        parser.add_argument("--concurrency", type=int, default=2)

    def handle(self, *, concurrency: int, **_: Any) -> None:
        """Become the worker, or the process that waits in its place."""
        if settings.REGISTRIES:
            self.stdout.write(f"asking {', '.join(sorted(settings.REGISTRIES))}")
            self.stdout.flush()
            os.execv(sys.executable, worker_command(concurrency))  # nosec B606 # noqa: S606
        self.stdout.write("No registry is switched on (REGISTRIES): there is nothing to ask.")
        self.stdout.flush()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _end)  # the first process of a container has no default for them
        while True:
            signal.pause()


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(0)

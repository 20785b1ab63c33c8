"""The collector as a process: `manage.py collect` (edge)."""

import gc
from argparse import ArgumentParser
from typing import Any

import uvloop
from django.core.management import BaseCommand, CommandError

from connectleads.config import ConfigError
from connectleads.startup import refuse_unsafe_start
from tracking.collecting import collect


class Command(BaseCommand):
    help = "Serve the public door (/t/ and /s/) by the collector, until SIGTERM."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8003)

    def handle(self, *, host: str, port: int, **_: Any) -> None:
        """Serve until the end, after the stores were found safe."""
        try:
            refuse_unsafe_start()
        except ConfigError as error:
            raise CommandError(str(error)) from None
        gc.freeze()  # what is loaded by now stays: looking through it again and again would only cost time
        gc.set_threshold(50_000, 20, 100)  # what a hit leaves behind forms no cycles
        try:
            uvloop.run(collect(host, port, ready=lambda taken: self.stdout.write(f"collecting on {host}:{taken}")))
        except OSError as error:
            raise CommandError(f"cannot listen on {host}:{port}: {error.strerror}") from None

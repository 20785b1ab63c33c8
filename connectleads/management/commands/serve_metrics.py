"""`manage.py serve_metrics`: what a Prometheus server asks for, on a port of its own (edge)."""

import os
import threading
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from prometheus_client import CollectorRegistry, Metric, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from connectleads.store_metrics import StoreCollector


class Counted(Collector):
    """What processes counted into files of a folder and of the folders in it, added up.

    In containers processes have the same numbers, after which the files are named: so each has a folder of its own.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def collect(self) -> Iterable[Metric]:
        """Every counter and histogram."""
        files = [str(path) for pattern in ("*.db", "*/*.db") for path in sorted(self._folder.glob(pattern))]
        merged: Iterable[Metric] = MultiProcessCollector.merge(files, accumulate=True)  # type: ignore[no-untyped-call]
        return merged


class Command(BaseCommand):
    help = (
        "Serve /metrics for Prometheus, on loopback unless told otherwise: what the stores tell, and what processes "
        "counted in the folder that each was given as PROMETHEUS_MULTIPROC_DIR."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen."""
        parser.add_argument("--port", type=int, default=9464)
        parser.add_argument("--address", default="127.0.0.1")
        folder = os.environ.get("PROMETHEUS_MULTIPROC_DIR")
        parser.add_argument(
            "--counted-in", type=Path, default=Path(folder) if folder else None, metavar="FOLDER",
            help="where processes count, or a folder of such folders (PROMETHEUS_MULTIPROC_DIR)",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until the process is ended."""
        registry = CollectorRegistry()
        registry.register(StoreCollector())
        if options["counted_in"]:
            registry.register(Counted(options["counted_in"]))
        start_http_server(options["port"], addr=options["address"], registry=registry)
        self.stdout.write(f"Metrics on http://{options['address']}:{options['port']}/metrics")
        threading.Event().wait()

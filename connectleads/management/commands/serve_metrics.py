"""`manage.py serve_metrics`: what a Prometheus server asks for, on a port of its own (edge)."""

import os
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

from connectleads.store_metrics import StoreCollector


class Command(BaseCommand):
    help = (
        "Serve /metrics for Prometheus, on loopback unless told otherwise. With PROMETHEUS_MULTIPROC_DIR set to a "
        "folder that all processes share, what they counted is in it too."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen."""
        parser.add_argument("--port", type=int, default=9464)
        parser.add_argument("--address", default="127.0.0.1")

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until the process is ended."""
        registry = CollectorRegistry()
        registry.register(StoreCollector())
        if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # it registers itself
        start_http_server(options["port"], addr=options["address"], registry=registry)
        self.stdout.write(f"Metrics on http://{options['address']}:{options['port']}/metrics")
        threading.Event().wait()

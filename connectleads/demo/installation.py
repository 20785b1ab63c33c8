"""The demo as a whole: engines, tables, people, and the six processes (edge)."""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.management import call_command

from connectleads.config import ROOT
from connectleads.demo.cast import PASSWORD, TENANTS, VORSTKADE
from connectleads.demo.processes import Processes, free_port
from connectleads.demo.seed_process import seed_in_worker_role
from connectleads.local_stack import LocalStack

# Whoever runs the demo is invented, so that its privacy texts are whole.
OPERATOR = {
    "PROVIDER_NAME": "Voorbeelddienst B.V.",
    "PROVIDER_ADDRESS": "Voorbeeldkade 1, 1000 AA Amsterdam",
    "PROVIDER_CONTACT": "privacy@voorbeelddienst.example",
    "SUBPROCESSORS": "Voorbeeldcentrum B.V.; servers; Nederland",
}
USUAL_PORTS = (8000, 8001, 8002, 8003)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the parts of a running demo answer."""

    product: str
    front: str
    website: str


class AlreadyRunning(Exception):
    """Another demo runs from this folder; `addresses` says where."""

    def __init__(self, addresses: Addresses | None) -> None:
        super().__init__("the demo is running already")
        self.addresses = addresses


class Installation:
    """Starts the demo under the var directory, step by step, and ends it."""

    def __init__(self, var_dir: Path, stack: LocalStack) -> None:
        self._stack = stack
        self._folder = var_dir / "run"
        self._folder.mkdir(parents=True, exist_ok=True)
        self.logs = var_dir / "log"
        self.processes = Processes(self._folder / "demo-processes.json", self.logs)
        self._lock: IO[str] | None = None
        self.is_owner = False

    def start(self) -> Addresses:
        """Start everything. Raises AlreadyRunning, ProcessDied or TimeoutError."""
        self._take_lock()
        with step("Clearing what an earlier demo left") as note:
            ended = self.processes.end_leftovers()
            note.append(f"{ended} processes ended" if ended else "nothing was left")
        with step("PostgreSQL and Valkey"):
            self._stack.postgres()
            self._stack.valkey()
        with step("Tables, translations and static files"):
            call_command("migrate", verbosity=0, skip_checks=True)
            call_command("compile_translations", verbosity=0)
            call_command("collectstatic", verbosity=0, interactive=False)
        with step("Two tenants and four weeks of history") as note:
            note.append(seed_in_worker_role())
        return self._start_processes()

    def stop(self) -> None:
        """End the processes, and the engines unless another process uses them."""
        self.processes.stop()
        self._stack.release()
        (self._folder / "demo.json").unlink(missing_ok=True)

    def _take_lock(self) -> None:
        self._lock = (self._folder / "demo.lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(self._running()) from None
        self.is_owner = True

    def _running(self) -> Addresses | None:
        try:
            return Addresses(**json.loads((self._folder / "demo.json").read_text()))
        except (FileNotFoundError, ValueError, TypeError):
            return None

    def _start_processes(self) -> Addresses:
        ports: list[int] = []
        for usual in USUAL_PORTS:
            ports.append(free_port(usual, ports))
        addresses = Addresses(*(f"http://127.0.0.1:{port}" for port in ports[:3]))
        collector = f"http://127.0.0.1:{ports[3]}"
        common = {
            "PUBLIC_URL": addresses.product,
            "COLLECTOR_URL": addresses.front,
            "CSRF_TRUSTED_ORIGINS": addresses.product,
            **OPERATOR,
        }
        with step("Web"):
            self.processes.start("web", web_command(ports[0]), {**common, "CONNECTLEADS_DATABASE_ROLE": "web"})
            self.processes.wait_for("web", addresses.product)
        with step("Collector"):
            role = {"CONNECTLEADS_DATABASE_ROLE": "web"}
            self.processes.start("collector", collector_command(ports[3]), {**common, **role})
            self.processes.wait_for("collector", collector)
        with step("Worker and beat"):
            worker = {**common, "CONNECTLEADS_DATABASE_ROLE": "worker"}
            self.processes.start("worker", worker_command(), worker)
            self.processes.start("beat", beat_command(self._folder / "beat"), worker)
            if settings.REGISTRIES:
                self.processes.start("lookups", lookups_command(), worker)
        with step("Demo website and its front proxy"):
            self.processes.start("website", website_command(ports[2], ports[1], collector), {})
            self.processes.wait_for("website", addresses.website)
        (self._folder / "demo.json").write_text(json.dumps(asdict(addresses)))
        return addresses


def web_command(port: int, host: str = "127.0.0.1") -> list[str]:
    """Granian serving Django by WSGI; no access log, for it would hold addresses."""
    return [
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        "1",
        "--blocking-threads",
        "4",
        "--no-access-log",
        "connectleads.wsgi:application",
    ]


def collector_command(port: int) -> list[str]:
    """The public door."""
    return [str(ROOT / "manage.py"), "collect", "--port", str(port)]


def worker_command() -> list[str]:
    """One Celery worker."""
    return ["-m", "celery", "-A", "connectleads.celery", "worker", "--concurrency", "1", "--loglevel", "WARNING"]


def lookups_command() -> list[str]:
    """Who asks registries, where any is switched on."""
    return [str(ROOT / "manage.py"), "serve_lookups", "--concurrency", "1"]


def beat_command(schedule: Path) -> list[str]:
    """Celery's clock."""
    return ["-m", "celery", "-A", "connectleads.celery", "beat", "--schedule", str(schedule), "--loglevel", "WARNING"]


def website_command(site_port: int, front_port: int, product: str) -> list[str]:
    """The demo website and the proxy that decides who visits."""
    ports = ["--site-port", str(site_port), "--front-port", str(front_port)]
    return ["-m", "connectleads.demo.front", *ports, "--product", product, "--site-key", VORSTKADE.site_key]


@contextmanager
def step(title: str) -> Iterator[list[str]]:
    """Print what is being done and how long it took; what is put in the list is printed behind it."""
    began, note = time.monotonic(), list[str]()
    print(f"  {title} … ", end="", flush=True)
    try:
        yield note
    except BaseException:
        print("failed", flush=True)
        raise
    detail = f"  ({', '.join(note)})" if note and note[0] else ""
    print(f"{time.monotonic() - began:.1f} s{detail}", flush=True)


def welcome(addresses: Addresses) -> str:
    """What to open and how to sign in."""
    people = "\n".join(
        f"    {person.email:<26} {person.role:<7} of {tenant.name}" for tenant in TENANTS for person in tenant.people
    )
    return f"""
  Open the demo website, choose who you are, and agree to its cookies:
    {addresses.website}/
  Then look at the leads, as anyone of
{people}
    password: {PASSWORD}
    {addresses.product}/

  Logs are in {os.path.relpath(settings.VAR_DIR / "log")}. Ctrl-C ends everything.
"""

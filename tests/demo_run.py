"""Runs the demo as a person would, as a process of its own under a var directory of its own."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import psycopg2
import redis

from connectleads.config import ROOT, socket_folder
from connectleads.demo.installation import Addresses

READY_WITHIN = 90
ENVIRONMENT_NAMES = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "CONNECTLEADS_DATABASE_ROLE", "PUBLIC_URL")


@dataclass
class RunningDemo:
    """A demo that is ready: its process, where it answers, and all it has printed so far."""

    process: subprocess.Popen[str]
    var_dir: Path
    addresses: Addresses
    lines: list[str] = field(default_factory=list)

    @property
    def output(self) -> str:
        return "".join(self.lines)

    @property
    def ready_after(self) -> float:
        """Seconds, as the demo itself says."""
        found = re.search(r"Ready in ([\d.]+) s", self.output)
        assert found
        return float(found.group(1))

    def family(self) -> list[psutil.Process]:
        """The demo's process and everything below it, and its engines."""
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True), *engines_of(self.var_dir)]

    def query(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Ask the demo's database as its administrator."""
        login = psycopg2.connect(host=str(socket_folder(self.var_dir)), user="postgres", dbname="connectleads")
        try:
            login.autocommit = True
            with login.cursor() as cursor:
                cursor.execute(sql, values)
                return cursor.fetchall() if cursor.description else []
        finally:
            login.close()

    def valkey(self) -> redis.Redis:
        return redis.Redis(unix_socket_path=str(socket_folder(self.var_dir) / "valkey.sock"))


def environment(var_dir: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ENVIRONMENT_NAMES}
    return {**kept, "CONNECTLEADS_VAR": str(var_dir), "PYTHONUNBUFFERED": "1"}


def command(*arguments: str) -> list[str]:
    return [sys.executable, str(ROOT / "manage.py"), *arguments]


def engines_of(var_dir: Path) -> list[psutil.Process]:
    """PostgreSQL's and Valkey's processes under a var directory."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        line = " ".join(process.info["cmdline"] or ())
        if str(var_dir / "postgres") in line or str(var_dir / "valkey") in line:
            found += [process, *process.children(recursive=True)]
        elif str(socket_folder(var_dir)) in line and "valkey" in line:
            found.append(process)
    return list(dict.fromkeys(found))


@contextmanager
def running_demo(var_dir: Path, *, by: Sequence[str] = ()) -> Iterator[RunningDemo]:
    """Start a demo and wait until it is ready; end it by Ctrl-C. `by` is another command that starts it."""
    process = subprocess.Popen(
        by or command("demo"),
        cwd=ROOT,
        env=environment(var_dir),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    lines: list[str] = []
    ready = threading.Event()
    reader = threading.Thread(target=_read, args=(process, lines, ready), daemon=True)
    reader.start()
    try:
        assert ready.wait(READY_WITHIN + 30), "".join(lines)
        assert "Ready in" in "".join(lines), "".join(lines)
        stored = json.loads((var_dir / "run" / "demo.json").read_text())
        yield RunningDemo(process, var_dir, Addresses(**stored), lines)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(5)
        assert process.stdout
        process.stdout.close()


def _read(process: subprocess.Popen[str], lines: list[str], ready: threading.Event) -> None:
    assert process.stdout
    for line in process.stdout:
        lines.append(line)
        if "Ctrl-C ends everything" in line:
            ready.set()
    ready.set()

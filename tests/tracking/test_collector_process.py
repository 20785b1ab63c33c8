"""The collector as the process it is deployed as: by its own server, and under granian."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection

from connectleads.demo.cookiebot_value import value
from connectleads.demo.processes import free_port
from connectleads.tenancy.models import Site
from connectleads.tenancy.scope import tenant_scope
from tests.conftest import ROOT, Cast
from tests.http_question import ask
from tracking.stream import BEGINNING, open_entry, read_after, shard_of

COMMANDS = {
    "collect": ["manage.py", "collect", "--port"],
    "granian": ["-m", "granian", "--interface", "rsgi", "--no-ws", "connectleads.rsgi:application", "--port"],
}


@pytest.fixture(params=COMMANDS)
def process(request: pytest.FixtureRequest, committed_cast: Cast, tmp_path: Path) -> Iterator[tuple]:
    """(process, its address, the cast), open for hits."""
    port = free_port(0)
    with (tmp_path / "log").open("wb") as log:
        running = subprocess.Popen(
            [sys.executable, *COMMANDS[request.param], str(port)],
            cwd=ROOT,
            env=environment() | {"CONNECTLEADS_VAR": str(tmp_path)},
            stdout=log,
            stderr=log,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        until(lambda: status(address) == 200, lambda: (tmp_path / "log").read_text())
        yield running, address, committed_cast
    finally:
        if running.poll() is None:
            running.terminate()  # granian's own workers end with it only when it is asked politely
        running.wait(30)


def environment() -> dict[str, str]:
    """The same stores as the test's own."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("CONNECTLEADS", "DJANGO"))}
    sockets = settings.LOCAL_STACK.folder
    database = connection.settings_dict["NAME"]
    hit_keys = ",".join(f"{name}:{_base64(key)}" for name, key in settings.HIT_KEYS)
    return kept | {
        "DATABASE_URL": f"postgres://connectleads_web@{quote(str(sockets), safe='')}/{database}",
        "REDIS_URL": "redis://localhost",
        "STREAM_URL": f"unix://{sockets}/valkey.sock?db=0",
        "CACHE_URL": f"unix://{sockets}/valkey.sock?db=2",
        "SECRET_KEY": "s" * 50,
        "HIT_KEYS": hit_keys,
        "HASH_KEY": _base64(settings.HASH_KEY),
        "ALLOWED_HOSTS": "localhost",
        "PUBLIC_URL": "http://localhost",
        "EMAIL_HOST": "localhost",
        "EMAIL_FROM": "x@example.nl",
    }


def _base64(key: bytes) -> str:
    from base64 import b64encode

    return b64encode(key).decode()


def until(holds: Callable[[], bool], complaint: Callable[[], str], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, complaint()
        time.sleep(0.05)


def status(address: str) -> int:
    with suppress(OSError):
        return ask(address, "/healthz")[0].status
    return 0


def send(address: str, cast: Cast) -> int:
    body = {
        "id": uuid4().hex,
        "kind": "view",
        "url": "https://www.voorbeeld.nl/",
        "consent": {"platform": "cookiebot", "name": "CookieConsent", "value": value()},
    }
    headers = {"X-Forwarded-For": "203.0.113.9"}
    return ask(address, f"/t/{cast.site.key}", method="POST", body=json.dumps(body).encode(), headers=headers)[0].status


def recorded(cast: Cast) -> int:
    shard = shard_of(cast.site.id)
    return sum(len(open_entry(shard, entry)) for entry in read_after(shard, BEGINNING, 100))


def test_it_serves_the_door_notices_a_change_within_two_seconds_and_ends_politely(process: tuple):
    running, address, cast = process

    assert send(address, cast) == 204
    assert recorded(cast) == 1
    with tenant_scope(cast.tenant.id):
        Site.objects.filter(id=cast.site.id).update(is_active=False)
    began = time.monotonic()
    until(lambda: _goes_unrecorded(address, cast), lambda: "the change was not noticed", 10)
    noticed_after = time.monotonic() - began
    running.send_signal(signal.SIGTERM)

    assert noticed_after < 5  # two seconds on a machine that has the time
    assert running.wait(30) == 0


def _goes_unrecorded(address: str, cast: Cast) -> bool:
    before = recorded(cast)
    assert send(address, cast) == 204
    return recorded(cast) == before


def test_a_port_that_is_taken_is_one_line(committed_cast: Cast):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = subprocess.run(
            [sys.executable, "manage.py", "collect", "--port", str(taken.getsockname()[1])],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
        )

    assert done.returncode == 1
    assert "cannot listen on 127.0.0.1" in done.stderr.strip().splitlines()[-1]

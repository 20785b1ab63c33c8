"""Alive, ready, measured: what a supervisor, a load balancer and a Prometheus server are told."""

import json
import logging
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from datetime import UTC, datetime, timedelta

import pytest
import redis
from django.conf import settings
from django.db import DatabaseError
from django.test import Client
from prometheus_client import generate_latest
from prometheus_client.registry import CollectorRegistry

from connectleads import request_log, task_metrics
from connectleads.celery import app
from connectleads.readiness import Readiness, readiness
from connectleads.request_log import REQUESTS, RequestIdFilter, current_request_id
from connectleads.source_metrics import source_gauges
from connectleads.store_metrics import StoreCollector
from connectleads.task_metrics import TASKS
from enrichment.identification import forget_installed
from enrichment.reverse_budget import may_ask_names
from tests.conftest import ROOT, Cast, database_role
from tests.history import make_hit
from tracking.stream import append

NOW = datetime.now(UTC)


def test_both_stores_a_read_stream_and_fresh_data_are_ready(db: None, stream: None):
    answer = Client().get("/readyz")

    assert answer.status_code == 200
    assert {name: answer.json()[name] for name in ("database", "stream", "lag")} == {
        "database": "ok",
        "stream": "ok",
        "lag": "ok",
    }


def test_a_hit_that_waits_too_long_makes_it_unready(cast: Cast, stream: None):
    append([make_hit(cast.tenant, cast.site)])

    assert readiness(datetime.now(UTC)).is_ready
    assert not readiness(datetime.now(UTC) + timedelta(seconds=settings.LAG_ALARM_SECONDS + 2)).is_ready


def test_a_store_that_is_away_makes_it_unready_and_it_still_answers(db: None, monkeypatch: pytest.MonkeyPatch):
    def away(*_: object, **__: object) -> None:
        raise redis.ConnectionError

    monkeypatch.setattr("connectleads.readiness.valkey", away)
    answer = Client().get("/readyz")

    assert answer.status_code == 503
    assert (answer.json()["stream"], answer.json()["lag"], answer.json()["database"]) == ("failing", "failing", "ok")


def test_a_network_database_that_cannot_be_opened_is_told_and_stops_nothing(db: None, stream: None, settings, tmp_path):
    broken = tmp_path / "broken.mmdb"
    broken.write_bytes(b"nothing")
    settings.ASN_DATABASE = str(broken)
    forget_installed()
    try:
        answer = Client().get("/readyz")
    finally:
        forget_installed()

    assert (answer.status_code, answer.json()["data"]) == (200, "stale")


def test_a_database_that_is_away_makes_it_unready(stream: None, db: None, monkeypatch: pytest.MonkeyPatch):
    def away() -> None:
        raise DatabaseError

    with monkeypatch.context() as patched:
        patched.setattr("connectleads.readiness.connection.cursor", away)
        answer = Client().get("/readyz")

    assert (answer.status_code, answer.json()["database"]) == (503, "failing")


def test_stale_data_is_told_and_stops_nothing():
    found = Readiness(database=True, stream=True, lag=timedelta(0), data_age=timedelta(days=400))

    assert found.is_ready
    assert not found.data_is_fresh


def test_each_answer_has_an_id_and_keeps_a_good_one_that_it_was_given(db: None):
    given = Client().get("/healthz", headers={"X-Request-ID": "abcdef-123456"})
    made_up = Client().get("/healthz", headers={"X-Request-ID": "evil\tid with spaces"})

    assert given.headers["X-Request-ID"] == "abcdef-123456"
    assert len(made_up.headers["X-Request-ID"]) == 32
    assert current_request_id() == ""


def test_the_line_of_a_request_names_the_page_and_no_token(db: None, caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.INFO, logger="connectleads.requests"):
        Client().get("/invitations/a-secret-token/", headers={"X-Request-ID": "abcdef-123456"})

    [line] = [record for record in caplog.records if record.name == "connectleads.requests"]
    assert line.getMessage().startswith("GET invitation 404 in ")
    assert "secret" not in line.getMessage()


def test_a_record_carries_the_id_of_its_request():
    record = logging.LogRecord("x", logging.INFO, "x", 1, "x", (), None)

    assert RequestIdFilter().filter(record)
    assert record.request_id == ""  # type: ignore[attr-defined]


def test_the_stores_are_measured(cast: Cast, stream: None):
    append([make_hit(cast.tenant, cast.site)])
    registry = CollectorRegistry()
    registry.register(StoreCollector())

    with database_role("worker"):
        text = generate_latest(registry).decode()

    assert "connectleads_database_up 1.0" in text
    assert "connectleads_tenants 2.0" in text
    assert 'connectleads_waiting_batches{shard="' in text
    waiting = [line.split()[-1] for line in text.splitlines() if line.startswith("connectleads_waiting_hits")]
    assert sum(map(float, waiting)) == 1.0


def test_registries_and_reverse_names_are_measured_where_they_are_on(cast: Cast, stream: None, settings):
    settings.REGISTRIES, settings.REVERSE_DNS = frozenset({"ripe"}), "system"
    may_ask_names(datetime.now(UTC).date())

    found = {sample.name: (sample.labels, sample.value) for one in source_gauges() for sample in one.samples}

    assert found["connectleads_lookups_waiting"] == ({"registry": "ripe"}, 0)
    assert found["connectleads_lookups_resting"] == ({"registry": "ripe"}, 0)
    assert found["connectleads_reverse_names_asked_today"] == ({}, 1)
    settings.REGISTRIES, settings.REVERSE_DNS = frozenset(), ""
    assert list(source_gauges()) == []


def test_the_guide_names_every_metric_and_no_other(cast: Cast, stream: None):
    guide = (ROOT / "docs" / "metrics.md").read_text()
    named = {name for row in guide.splitlines() if row.startswith("| `") for name in re.findall(r"`(\w+)`", row)}

    with database_role("worker"):
        gauges = {metric.name for metric in StoreCollector().collect()}
    counted = {f"{metric._name}_total" for metric in (REQUESTS, TASKS)} | {
        metric._name for metric in (request_log.SECONDS, task_metrics.SECONDS)
    }

    files = [*(ROOT / "connectleads").glob("*_metrics.py"), ROOT / "connectleads" / "request_log.py"]
    code = "".join(path.read_text() for path in files)
    assert gauges | counted <= named
    assert [name for name in named if f'"{name}"' not in code] == []


def test_a_task_is_counted_by_how_it_ended_and_how_long_it_took():
    @app.task
    def fails(does: bool) -> None:
        if does:
            raise ValueError

    for does in (False, True, True):
        fails.apply(args=[does])

    text = generate_latest().decode()
    assert f'connectleads_tasks_total{{state="SUCCESS",task="{fails.name}"}} 1.0' in text
    assert f'connectleads_tasks_total{{state="FAILURE",task="{fails.name}"}} 2.0' in text
    assert f'connectleads_task_seconds_count{{task="{fails.name}"}} 3.0' in text


def test_metrics_have_a_port_of_their_own(db: None):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "manage.py", "serve_metrics", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        assert f":{port}/metrics" in process.stdout.readline()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
            assert b"connectleads_stream_up" in answer.read()
    finally:
        process.terminate()
        process.wait(timeout=10)
        if process.stdout:
            process.stdout.close()


def test_log_lines_can_be_objects_without_addresses(tmp_path):
    code = (
        "import logging, django, connectleads.settings as s; django.setup();"
        "logging.getLogger('connectleads.test').warning('hit from %s', '203.0.113.7')"
    )
    environment = {**os.environ, "LOG_FORMAT": "json", "DJANGO_SETTINGS_MODULE": "connectleads.settings"}
    environment["CONNECTLEADS_VAR"] = str(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60
    )

    line = json.loads(done.stderr.splitlines()[-1])
    assert (line["message"], line["level"], line["request_id"]) == ("hit from [address]", "WARNING", "")
    assert time.strptime(line["at"][:19], "%Y-%m-%d %H:%M:%S")

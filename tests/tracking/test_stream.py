"""The stream database: what it must be set to, and what it gives back."""

import os
import subprocess
import sys
from uuid import UUID

import pytest

from tests.conftest import ROOT
from tracking.checks import check_stream_is_safe
from tracking.drops import DropReason
from tracking.stream import count_drop, drop_fold_done, take_drops, unsafe_settings, valkey

SAFE = {"aof_enabled": 1, "maxmemory_policy": "noeviction"}
SITE = (UUID(int=1), UUID(int=2))


def test_a_safe_database_has_no_faults():
    assert list(unsafe_settings(SAFE)) == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"aof_enabled": 0}, "appendonly"),
        ({"maxmemory_policy": "allkeys-lru"}, "noeviction"),
        ({"maxmemory_policy": None}, "noeviction"),
    ],
)
def test_a_database_that_may_lose_hits_is_refused(change: dict, word: str):
    (sentence,) = unsafe_settings(SAFE | change)

    assert word in sentence


def test_the_embedded_database_passes_the_check(stream: None):
    assert check_stream_is_safe() == []


@pytest.mark.parametrize(
    ("setting", "unsafe", "safe"), [("maxmemory-policy", "allkeys-lru", "noeviction"), ("appendonly", "no", "yes")]
)
def test_a_real_unsafe_database_fails_the_check(stream: None, setting: str, unsafe: str, safe: str):
    valkey().config_set(setting, unsafe)
    try:
        assert [message.id for message in check_stream_is_safe()] == ["tracking.E001"]
    finally:
        valkey().config_set(setting, safe)


def test_counts_are_given_again_until_they_are_done(stream: None):
    count_drop(*SITE, "2026-11-23", DropReason.GPC)
    count_drop(*SITE, "2026-11-23", DropReason.GPC)

    first = take_drops()
    count_drop(*SITE, "2026-11-23", DropReason.GPC)

    assert first == take_drops()
    assert list(first[1].values()) == [2]
    drop_fold_done()
    assert list(take_drops()[1].values()) == [1]
    drop_fold_done()
    assert take_drops() == ("", {})


@pytest.mark.parametrize(
    "process",
    [["-c", "import connectleads.wsgi"], ["-m", "celery", "-A", "connectleads.celery", "worker", "--pool", "solo"]],
    ids=["web", "worker"],
)
def test_no_process_starts_on_an_unsafe_database(stream: None, process: list[str]):
    environment = {name: text for name, text in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    environment["CONNECTLEADS_DATABASE_ROLE"] = "web"
    valkey().config_set("maxmemory-policy", "volatile-lru")
    try:
        done = subprocess.run(
            [sys.executable, *process], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
        )
    finally:
        valkey().config_set("maxmemory-policy", "noeviction")

    assert done.returncode == 2
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("connectleads:")]
    assert "maxmemory-policy noeviction" in line

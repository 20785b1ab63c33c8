"""The demo: ready in time, small, at home beside others, and gone without a trace."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from tests.conftest import ROOT
from tests.demo_run import (
    READY_WITHIN,
    RunningDemo,
    command,
    engines_of,
    environment,
    running_demo,
)

MEMORY_LIMIT = 1.5 * 1000**3


def test_the_demo_says_what_it_does_and_is_ready_in_time(demo: RunningDemo):
    assert demo.ready_after < READY_WITHIN
    for step in ("PostgreSQL and Valkey", "Two tenants and four weeks", "Web", "Worker and beat", "Demo website"):
        assert f"{step}" in demo.output
    assert demo.addresses.website in demo.output
    assert "ada@vorstkade.example" in demo.output


def test_the_first_page_has_something_new(demo: RunningDemo):
    """Since its owner was last here some days ago, whenever the demo was begun."""
    new = demo.query(
        "SELECT count(*) FROM enrichment_lead l JOIN dashboard_lastlook s ON s.tenant_id = l.tenant_id"
        " WHERE l.kind = 'business' AND l.first_seen_at > coalesce(s.before_at, s.seen_at)"
    )

    assert new[0][0] > 0


def test_the_whole_demo_stays_under_one_and_a_half_gigabytes(demo: RunningDemo):
    used = sum(_memory(process) for process in demo.family())

    assert used < MEMORY_LIMIT


def test_the_journey_goes_as_it_must(demo: RunningDemo):
    done = subprocess.run(
        command("demo", "--check"), cwd=ROOT, env=environment(demo.var_dir), capture_output=True, text=True, timeout=180
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "running already" in done.stdout
    assert "✗" not in done.stdout
    assert done.stdout.count("✓") >= 12


def test_a_second_start_says_where_the_first_one_is(demo: RunningDemo):
    done = subprocess.run(
        command("demo"), cwd=ROOT, env=environment(demo.var_dir), capture_output=True, text=True, timeout=60
    )

    assert done.returncode == 0
    assert "running already" in done.stdout
    assert demo.addresses.product in done.stdout


def test_two_demos_take_different_ports_and_ctrl_c_leaves_no_process(tmp_path: Path):
    with socket.socket() as busy:
        busy.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            busy.bind(("127.0.0.1", 8000))
            busy.listen()
        except OSError:
            pass  # taken already, which serves as well
        with running_demo(tmp_path / "var") as running:
            assert not running.addresses.product.endswith(":8000")
            family = running.family()
            assert len(family) > 8

            running.process.send_signal(signal.SIGINT)
            running.process.wait(60)

    assert running.process.returncode == 0
    assert _alive(family) == []
    assert engines_of(tmp_path / "var") == []


def test_an_impatient_ctrl_c_in_a_terminal_leaves_no_process_either(tmp_path: Path):
    var_dir = tmp_path / "var"
    with running_demo(var_dir, by=["make", "--no-print-directory", "demo"]) as running:
        family = running.family()
        for _ in range(3):  # a terminal sends it to make and to all that make started
            os.killpg(running.process.pid, signal.SIGINT)
            time.sleep(0.7)
        running.process.wait(60)

    _until(lambda: _alive(family) == [])
    assert engines_of(var_dir) == []
    assert "Traceback" not in running.output


def test_a_demo_that_was_killed_starts_again_and_leaves_nothing_of_the_first(tmp_path: Path):
    var_dir = tmp_path / "var"
    with running_demo(var_dir) as first:
        family = first.family()
        os.kill(first.process.pid, signal.SIGKILL)
        first.process.wait(10)
    children = [one for one in family if one not in engines_of(var_dir)]
    _until(lambda: _alive(children) == [])

    with running_demo(var_dir) as second:
        assert "there already" in second.output
        assert second.query("SELECT count(*) > 500 FROM tracking_pageview") == [(True,)]
    assert engines_of(var_dir) == []


def test_children_left_by_a_killed_demo_are_ended_by_the_next_one(tmp_path: Path):
    from connectleads.demo.processes import Processes

    record = tmp_path / "processes.json"
    child = subprocess.Popen(["sleep", "600"])
    try:
        started = psutil.Process(child.pid).create_time()
        record.write_text(
            f'[{{"pid": {child.pid}, "started_at": {started}}}, {{"pid": {os.getpid()}, "started_at": 1}}]'
        )

        assert Processes(record, tmp_path / "log").end_leftovers() == 1
        assert not psutil.pid_exists(child.pid)
    finally:
        child.kill()
        child.wait()


def test_a_bare_command_starts_the_engines_it_needs_and_leaves_none(tmp_path: Path):
    var_dir = tmp_path / "var"
    migrated = subprocess.run(
        command("migrate", "-v0"), cwd=ROOT, env=environment(var_dir), capture_output=True, text=True, timeout=120
    )
    assert migrated.returncode == 0, migrated.stderr
    assert engines_of(var_dir) == []

    asked = subprocess.run(
        command("identify", "147.12.18.33"),
        cwd=ROOT,
        env=environment(var_dir),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Adyen" in asked.stdout
    assert engines_of(var_dir) == []


def test_a_bare_command_leaves_running_engines_running(demo: RunningDemo):
    before = {process.pid for process in engines_of(demo.var_dir)}
    subprocess.run(
        command("showmigrations"), cwd=ROOT, env=environment(demo.var_dir), capture_output=True, timeout=60, check=True
    )

    postmaster = min(before)
    assert psutil.pid_exists(postmaster)
    assert demo.query("SELECT 1") == [(1,)]


def _memory(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().pss
    except psutil.NoSuchProcess:
        return 0


def _alive(processes: list[psutil.Process]) -> list[psutil.Process]:
    return [one for one in processes if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def _until(holds, seconds: float = 40) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            pytest.fail("it did not come to that in time")
        time.sleep(0.1)

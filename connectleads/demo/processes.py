"""Starts, watches and ends the processes of the demo, so that none outlives it (edge)."""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

STOP_SECONDS = 15
_PR_SET_PDEATHSIG = 1


class ProcessDied(Exception):
    """A process ended before it should; `name` says which and `log` where it says why."""

    def __init__(self, name: str, log: Path) -> None:
        super().__init__(f"{name} ended unexpectedly; its log is {log}")
        self.name = name
        self.log = log


class Processes:
    """Children in groups of their own, so that Ctrl-C reaches this process only and the end is orderly.

    On Linux the kernel ends a child when its parent dies, however that happens. A file with the children's ids lets
    the next start end what was left behind elsewhere.
    """

    def __init__(self, record: Path, logs: Path) -> None:
        self._record = record
        self._logs = logs
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        logs.mkdir(parents=True, exist_ok=True)

    def start(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start a child whose output goes to `<logs>/<name>.log`."""
        with (self._logs / f"{name}.log").open("ab") as log:
            self._children[name] = subprocess.Popen(
                [sys.executable, *command],
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                process_group=0,
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 (no threads here)
            )
        self._write_record()

    def check(self) -> None:
        """Raise ProcessDied when a child has ended."""
        for name, child in self._children.items():
            if child.poll() is not None:
                raise ProcessDied(name, self._logs / f"{name}.log")

    def wait_for(self, name: str, url: str, seconds: float = 60) -> None:
        """Wait until something listens at `url`'s host and port. Raises ProcessDied or TimeoutError."""
        host, _, port = url.split("//")[1].partition("/")[0].partition(":")
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.check()
            with suppress(OSError), socket.create_connection((host, int(port)), timeout=1):
                return
            time.sleep(0.05)
        raise TimeoutError(f"{name} did not answer within {seconds:.0f} seconds")

    def memory(self) -> int:
        """Bytes of memory that the children and their children use, shared pages counted once (PSS)."""
        return sum(_proportional(process) for process in self._all())

    def stop(self) -> None:
        """End all children: politely, and after 15 seconds by force."""
        alive = self._all()
        for child in self._children.values():
            with suppress(ProcessLookupError):
                child.send_signal(signal.SIGTERM)
        _, stubborn = psutil.wait_procs(alive, timeout=STOP_SECONDS)
        for process in stubborn:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        for child in self._children.values():
            child.wait()
        self._record.unlink(missing_ok=True)

    def end_leftovers(self) -> int:
        """End what an earlier run, killed on the way, left running; how many processes that were."""
        try:
            recorded = json.loads(self._record.read_text())
        except (FileNotFoundError, ValueError):
            return 0
        leftovers = [process for one in recorded for process in _same_process(one["pid"], one["started_at"])]
        for process in leftovers:
            with suppress(psutil.NoSuchProcess):
                process.terminate()
        _, stubborn = psutil.wait_procs(leftovers, timeout=STOP_SECONDS)
        for process in stubborn:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        self._record.unlink(missing_ok=True)
        return len(leftovers)

    def _all(self) -> list[psutil.Process]:
        found = []
        for child in self._children.values():
            with suppress(psutil.NoSuchProcess):
                process = psutil.Process(child.pid)
                found += [process, *process.children(recursive=True)]
        return found

    def _write_record(self) -> None:
        rows = []
        for child in self._children.values():
            with suppress(psutil.NoSuchProcess):
                rows.append({"pid": child.pid, "started_at": psutil.Process(child.pid).create_time()})
        self._record.write_text(json.dumps(rows))


def free_port(wanted: int, taken: Iterable[int] = ()) -> int:
    """`wanted` when nothing listens there on this machine, otherwise a free port that is not in `taken`."""
    for port in (wanted, 0):
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            found = int(probe.getsockname()[1])
            if found not in taken:
                return found
    return free_port(0, taken)


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _proportional(process: psutil.Process) -> int:
    try:
        return int(getattr(process.memory_full_info(), "pss", 0)) or int(process.memory_info().rss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0


def _same_process(pid: int, started_at: float) -> list[psutil.Process]:
    """The process with that id and all below it, if it is still the one that was started then."""
    try:
        process = psutil.Process(pid)
        if abs(process.create_time() - started_at) > 1:
            return []
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []

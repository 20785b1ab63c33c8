"""One core for everything that serves, another for the load; and how much processor time a process took (edge)."""

import os
from collections.abc import Iterable
from contextlib import suppress

import psutil

SERVER = min(os.sched_getaffinity(0))
LOAD = max(os.sched_getaffinity(0))


def work_on(core: int) -> None:
    """This process, and the children it starts from now on, run on that core only."""
    os.sched_setaffinity(0, {core})


def take_precedence() -> None:
    """Go before other programs of this machine, where the system lets us: a measurement is of us and not of them."""
    with suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, -15)


def pin(pid: int, core: int) -> None:
    """A running process, its threads and all below it run on that core only."""
    for process in family(pid):
        with suppress(psutil.NoSuchProcess, ProcessLookupError):
            for thread in process.threads():
                os.sched_setaffinity(thread.id, {core})


def family(pid: int) -> list[psutil.Process]:
    """A process and all below it."""
    with suppress(psutil.NoSuchProcess):
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    return []


def seconds_used(pids: Iterable[int]) -> float:
    """Processor seconds that processes and all below them have used since they began, ended children too."""
    total = 0.0
    for pid in pids:
        for process in family(pid):
            with suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                total += times.user + times.system + times.children_user + times.children_system
    return total

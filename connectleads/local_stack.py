"""The embedded engines: a real PostgreSQL and a real Valkey under var/, started when needed (edge).

Who uses an engine holds a shared lock on var/run/users.lock. The kernel drops it with the process, however that ends,
so the last user out can tell that it is the last one, and stops what is running.
"""

import atexit
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from connectleads.config import ConfigError, socket_folder
from connectleads.embedded_postgres import EmbeddedPostgres
from connectleads.embedded_valkey import EmbeddedValkey


class LocalStack:
    """The two engines of one var directory. `postgres()` and `valkey()` start what is not running yet."""

    def __init__(self, var_dir: Path) -> None:
        self.var_dir = var_dir
        self.folder = socket_folder(var_dir)
        self._held: IO[str] | None = None
        self._owner_pid = os.getpid()
        self._postgres = EmbeddedPostgres(var_dir / "postgres", self.folder)
        self._valkey = EmbeddedValkey(var_dir / "valkey", self.folder)

    def postgres(self) -> None:
        """Make sure that PostgreSQL runs and has the three roles and the database. Raises ConfigError if it cannot."""
        self._hold()
        with self._starting():
            self._postgres.ensure()

    def valkey(self) -> None:
        """Make sure that Valkey runs with its append-only file on. Raises ConfigError if it cannot."""
        self._hold()
        with self._starting():
            self._valkey.ensure()

    def release(self) -> None:
        """Let go; when nobody else holds on, stop both engines."""
        held, self._held = self._held, None
        if held is None or self._owner_pid != os.getpid():
            return
        with held, suppress(BlockingIOError):
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._valkey.stop()
            self._postgres.stop()

    def _hold(self) -> None:
        if self._held is not None and self._owner_pid == os.getpid():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        self._refuse_foreign_folder()
        self._owner_pid = os.getpid()
        self._held = (self.folder / "users.lock").open("w")
        fcntl.flock(self._held, fcntl.LOCK_SH)
        atexit.register(self.release)

    def _refuse_foreign_folder(self) -> None:
        """A folder in a place that everybody may write to must not have been put there by somebody else."""
        mine = {os.getuid(), self.var_dir.stat().st_uid if self.var_dir.exists() else os.getuid()}
        if os.getuid() != 0 and self.folder.stat().st_uid not in mine:
            raise ConfigError(f"{self.folder} belongs to somebody else: remove it, or set CONNECTLEADS_VAR.")

    @contextmanager
    def _starting(self) -> Iterator[None]:
        with (self.folder / "start.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

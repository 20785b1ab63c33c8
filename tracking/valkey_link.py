"""One connection to the stream database for an event loop: a few commands out, their replies back (edge).

The client library's own asyncio connection costs about as much per command as everything else the collector does.
"""

import asyncio
import logging
import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import Any, cast

import hiredis
from redis.connection import SSLConnection, parse_url

log = logging.getLogger(__name__)
REPLY_SECONDS = 2.0
CONNECT_SECONDS = 2.0
RETRY_SECONDS = 0.25
Done = Callable[[bool], None]


class ValkeyLink:
    """Keeps a connection to the database at `url` and makes a new one when it is lost; `is_up` while it is there.

    `before` is called in a thread before each connecting: the embedded engine is started there.
    """

    def __init__(self, url: str, *, before: Callable[[], None] | None = None) -> None:
        self._address: dict[str, Any] = dict(parse_url(url))  # type: ignore[no-untyped-call]
        self._before = before
        self._wire: _Wire | None = None
        self._closing = False
        self.is_up = False

    def send(self, commands: bytes, replies: int, done: Done) -> None:
        """Send packed commands and call `done` once: with True when all `replies` are in and none is an error.

        At most one set of commands may be on its way. Only while `is_up`.
        """
        assert self._wire is not None
        self._wire.send(commands, replies, done)

    async def stay_connected(self) -> None:
        """Connect, and connect again whenever the connection is lost, until `close`."""
        while not self._closing:
            try:
                wire = await asyncio.wait_for(self._connected(), CONNECT_SECONDS)
            except (OSError, TimeoutError, hiredis.HiredisError, _Refused) as error:
                log.debug("Valkey cannot be reached: %s", type(error).__name__)
            else:
                self._wire, self.is_up = wire, True
                log.info("connected to Valkey")
                await wire.lost.wait()
                self._wire, self.is_up = None, False
                log.log(logging.INFO if self._closing else logging.ERROR, "the connection to Valkey ended")
            if not self._closing:
                await asyncio.sleep(RETRY_SECONDS)

    def close(self) -> None:
        """End the connection and do not make another."""
        self._closing = True
        if self._wire is not None:
            self._wire.end()

    async def _connected(self) -> "_Wire":
        loop = asyncio.get_running_loop()
        if self._before is not None:
            await loop.run_in_executor(None, self._before)
        address = self._address
        if "path" in address:
            _, wire = await loop.create_unix_connection(_Wire, address["path"])
        else:
            tls = ssl.create_default_context() if address.get("connection_class") is SSLConnection else None
            host, port = address.get("host", "localhost"), address.get("port", 6379)
            _, wire = await loop.create_connection(_Wire, host, port, ssl=tls)
        try:
            await self._greet(wire)
        except BaseException:
            wire.end()
            raise
        return wire

    async def _greet(self, wire: "_Wire") -> None:
        address = self._address
        # Unlike PING, EXISTS is refused while Valkey is still reading its files.
        greetings: list[tuple[str | bytes, ...]] = [("SELECT", str(address.get("db", 0))), ("EXISTS", "drops")]
        if address.get("password"):
            user = (address["username"],) if address.get("username") else ()
            greetings.insert(0, ("AUTH", *user, address["password"]))
        answered: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        wire.send(b"".join(map(packed, greetings)), len(greetings), answered.set_result)
        if not await answered:
            raise _Refused


class _Refused(Exception):
    """Valkey answers, but not to us: it is still reading its files, or the password is wrong."""


class _Wire(asyncio.Protocol):
    """One connection while it lasts. `lost` is set at its end."""

    def __init__(self) -> None:
        self.lost = asyncio.Event()
        self._transport: asyncio.Transport | None = None
        self._reader = hiredis.Reader()
        self._missing = 0
        self._all_well = True
        self._done: Done | None = None
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def send(self, commands: bytes, replies: int, done: Done) -> None:
        assert self._done is None
        if self._transport is None or self._transport.is_closing():
            done(False)
            return
        self._missing, self._all_well, self._done = replies, True, done
        self._deadline = asyncio.get_running_loop().call_later(REPLY_SECONDS, self._give_up)
        self._transport.write(commands)

    def data_received(self, data: bytes) -> None:
        self._reader.feed(data)
        try:
            while self._missing and (reply := self._reader.gets()) is not False:
                self._missing -= 1
                if isinstance(reply, hiredis.ReplyError):
                    self._all_well = False
                    log.error("Valkey refused a batch: %s", str(reply).split(" ", 1)[0])
        except hiredis.ProtocolError:
            self.end()
            return
        if not self._missing:
            self._finish(self._all_well)

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost.set()
        self._finish(False)

    def end(self) -> None:
        if self._transport is not None:
            with suppress(RuntimeError):
                self._transport.abort()

    def _give_up(self) -> None:
        """What was sent may yet arrive, so this connection's later replies must not be taken for those of others."""
        log.error("Valkey did not reply within %s seconds", REPLY_SECONDS)
        self.end()

    def _finish(self, well: bool) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        done, self._done, self._deadline, self._missing = self._done, None, None, 0
        if done is not None:
            done(well)


def packed(words: tuple[str | bytes, ...]) -> bytes:
    """A command as it goes over the wire (pure)."""
    return cast(bytes, hiredis.pack_command(words))  # type: ignore[arg-type]

"""Puts a collector together from the settings, keeps its sites fresh, and runs it until it is told to stop (edge)."""

import asyncio
import contextlib
import logging
import signal
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from django.conf import settings
from django.db import OperationalError, connection

from tracking.collector import Collector
from tracking.doorkeeper import Doorkeeper
from tracking.fingerprints import Hasher
from tracking.group_commit import GroupCommit
from tracking.http_server import Application, HttpServer
from tracking.machine_ranges import MACHINES
from tracking.rate_limits import Limits
from tracking.sites import SITES
from tracking.stream import sealer, shard_among
from tracking.valkey_link import ValkeyLink

log = logging.getLogger(__name__)
LOOK_SECONDS = 1.0
FORGET_SECONDS = 1.0


class SiteWatch(threading.Thread):
    """Looks for changed sites every second in a thread of its own, so that the loop never waits for PostgreSQL."""

    def __init__(self) -> None:
        super().__init__(name="sites", daemon=True)
        self._stop = threading.Event()
        self._is_away = False

    def run(self) -> None:
        """Look until `end`; while PostgreSQL is away what was known serves."""
        self.look()
        while not self._stop.wait(LOOK_SECONDS):
            self.look()
        connection.close()

    def look(self) -> None:
        """Look once, also for fresh lists of machines. Never raises."""
        try:
            SITES.look()
            self._is_away = False
        except OperationalError as error:
            if not self._is_away:
                log.error("PostgreSQL is away (%s); the sites known so far are served", type(error).__name__)
            self._is_away = True
        except Exception as error:  # this thread must go on, or a site that is switched off would stay on
            log.error("the sites could not be read (%s); those known so far are served", type(error).__name__)
        MACHINES.look()

    def end(self) -> None:
        """Stop looking."""
        self._stop.set()


def make_doorkeeper() -> Doorkeeper:
    """A doorkeeper with this installation's keys, proxies and limits."""
    return Doorkeeper(
        hasher=Hasher(settings.HASH_KEY),
        trusted=settings.TRUSTED_PROXIES,
        limits=Limits(settings.HITS_PER_SECOND_AND_SITE, settings.HITS_PER_SECOND_AND_NEIGHBOURHOOD),
        is_machine=MACHINES.holds,
    )


class Collecting:
    """A collector at work on the running loop: its connection to Valkey and the watch on sites beside it."""

    def __init__(self) -> None:
        self.link = ValkeyLink(settings.STREAM_URL, before=settings.STREAM_BEFORE_CONNECT)
        self.commits = GroupCommit(
            self.link,
            sealer=sealer(),
            shard_of=partial(shard_among, int(settings.STREAM_SHARDS)),
            most_waiting=settings.MOST_WAITING_HITS,
        )
        self._watch = SiteWatch()
        self._connecting: asyncio.Task[None] | None = None
        self._forgetting: asyncio.TimerHandle | None = None

    def begin(self) -> Application:
        """Begin to connect and to watch; the application that answers requests, with 503 until both are there."""
        self._connecting = asyncio.get_running_loop().create_task(self.link.stay_connected())
        self._watch.start()
        doorkeeper = make_doorkeeper()
        self._forget_soon(doorkeeper)
        return Collector(sites=SITES, doorkeeper=doorkeeper, commits=self.commits).answer

    def _forget_soon(self, doorkeeper: Doorkeeper) -> None:
        """Memories age by the clock, or the last visitor of an evening would be remembered all night."""
        doorkeeper.age(now=datetime.now(UTC), clock=time.monotonic())
        self._forgetting = asyncio.get_running_loop().call_later(FORGET_SECONDS, self._forget_soon, doorkeeper)

    async def end(self) -> None:
        """Wait for the batch on its way, then stop."""
        for _ in range(100):
            if not self.commits.waiting:
                break
            await asyncio.sleep(0.02)
        self.link.close()
        self._watch.end()
        if self._forgetting is not None:
            self._forgetting.cancel()
        if self._connecting is not None:
            self._connecting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._connecting


async def collect(host: str, port: int, *, ready: Callable[[int], None] = lambda port: None) -> None:
    """Serve the public door until SIGTERM or SIGINT. `ready` is told the port. Raises OSError when it is taken."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    collecting = Collecting()
    server = HttpServer(collecting.begin())
    try:
        ready(await server.start(host, port))
        await stop.wait()
        await server.stop()
    finally:
        await collecting.end()

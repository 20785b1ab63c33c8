"""Puts a collector together from the settings, keeps its sites fresh, and runs it until it is told to stop (edge)."""

import asyncio
import contextlib
import logging
import signal
import threading
from collections.abc import Callable

from django.conf import settings
from django.db import OperationalError, connection

from tracking.collector import Collector
from tracking.doorkeeper import Doorkeeper
from tracking.fingerprints import Hasher
from tracking.group_commit import GroupCommit
from tracking.http_server import HttpServer
from tracking.rate_limits import Limits
from tracking.sites import SITES
from tracking.stream import sealer, shard_of
from tracking.valkey_link import ValkeyLink

log = logging.getLogger(__name__)
LOOK_SECONDS = 1.0


class SiteWatch(threading.Thread):
    """Looks for changed sites every second in a thread of its own, so that the loop never waits for PostgreSQL."""

    def __init__(self) -> None:
        super().__init__(name="sites", daemon=True)
        self._stop = threading.Event()
        self._is_away = False

    def run(self) -> None:
        """Look until `end`; while PostgreSQL is away what was known serves."""
        while not self._stop.wait(LOOK_SECONDS):
            self.look()
        connection.close()

    def look(self) -> None:
        """Look once. Never raises."""
        try:
            SITES.look()
            self._is_away = False
        except OperationalError as error:
            if not self._is_away:
                log.error("PostgreSQL is away (%s); the sites known so far are served", type(error).__name__)
            self._is_away = True

    def end(self) -> None:
        """Stop looking."""
        self._stop.set()


def make_doorkeeper() -> Doorkeeper:
    """A doorkeeper with this installation's keys, proxies and limits."""
    return Doorkeeper(
        hasher=Hasher(settings.HASH_KEY),
        trusted=settings.TRUSTED_PROXIES,
        limits=Limits(settings.HITS_PER_SECOND_AND_SITE, settings.HITS_PER_SECOND_AND_NEIGHBOURHOOD),
    )


def make_link() -> ValkeyLink:
    """A connection to the stream database; not connected yet."""
    return ValkeyLink(settings.STREAM_URL, before=settings.STREAM_BEFORE_CONNECT)


def make_collector(link: ValkeyLink) -> Collector:
    """A collector that appends through `link`."""
    commits = GroupCommit(link, sealer=sealer(), shard_of=shard_of, most_waiting=settings.MOST_WAITING_HITS)
    return Collector(sites=SITES, doorkeeper=make_doorkeeper(), commits=commits)


async def collect(host: str, port: int, *, ready: Callable[[int], None] = lambda port: None) -> None:
    """Serve the public door until SIGTERM or SIGINT. `ready` is told the port. Raises OSError when it is taken."""
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    link, watch = make_link(), SiteWatch()
    connecting = asyncio.create_task(link.stay_connected())
    await loop.run_in_executor(None, watch.look)
    watch.start()
    server = HttpServer(make_collector(link).answer)
    try:
        ready(await server.start(host, port))
        await stop.wait()
        await server.stop()
    finally:
        link.close()
        watch.end()
        connecting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await connecting

"""The collector: the public door on an event loop, without Django's request cycle (edge).

It answers a hit when the batch that the hit is in has been appended. It is a server's application in two shapes:
`answer` for tracking.http_server, and RSGI for granian.
"""

import asyncio
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Protocol
from uuid import uuid4

from tracking.answers import (
    FOR_A_WHILE,
    FOR_GOOD,
    HIT_TAKEN,
    NO_SCRIPT,
    NOT_FOUND,
    ONLY_GET,
    ONLY_POST,
    PIXEL_TAKEN,
    UNAVAILABLE,
    Answer,
    explained,
    script_answer,
)
from tracking.doorkeeper import Doorkeeper
from tracking.drops import DropReason
from tracking.group_commit import GroupCommit
from tracking.hit import Hit
from tracking.http_request import DoorRequest
from tracking.pinned import pinned_script
from tracking.routes import Route, route_of
from tracking.site import TrackedSite
from tracking.snippet import Script, script_for
from tracking.stream import RECORDED, verification_words

Respond = Callable[[Answer], None]
HEALTHY = Answer(200, (("Content-Type", "text/plain"), ("Cache-Control", "no-store")), b"ok\n")
UNHEALTHY = Answer(503, (("Content-Type", "text/plain"), ("Cache-Control", "no-store")), b"the hit stream is away\n")


class Sites(Protocol):
    """The sites as they were at most two seconds ago; somebody else keeps them fresh."""

    @property
    def is_known(self) -> bool:
        """Whether they were ever read."""

    def peek(self, key: str) -> TrackedSite | None:
        """The site with that key, without looking anywhere else."""


class Collector:
    """Answers requests, each exactly once and perhaps later."""

    def __init__(self, *, sites: Sites, doorkeeper: Doorkeeper, commits: GroupCommit) -> None:
        self._sites, self._doorkeeper, self._commits = sites, doorkeeper, commits
        self._routes: Mapping[Route, Callable[[DoorRequest, str, Respond], None]] = {
            Route.HIT: self._hit,
            Route.PIXEL: self._pixel,
            Route.WITHDRAWAL: self._withdrawal,
            Route.SNIPPET: self._snippet,
            Route.PINNED: self._pinned,
        }

    def answer(self, request: DoorRequest, respond: Respond) -> None:
        """Answer through `respond`, at once or when the batch is in."""
        path = request.path
        if path[:3] == "/t/" and request.method == "POST":
            site = self._sites.peek(path[3:])
            if site is not None:
                self._take(site, request, respond)  # nearly every request: no need to look further
                return
        found = route_of(path)
        if found is None:
            respond(self._health() if path == "/healthz" else NOT_FOUND)
        else:
            self._routes[found[0]](request, found[1], respond)

    def _health(self) -> Answer:
        return HEALTHY if self._commits.is_up and self._sites.is_known else UNHEALTHY

    def _hit(self, request: DoorRequest, key: str, respond: Respond) -> None:
        if request.method != "POST":
            respond(ONLY_POST)
            return
        site = self._sites.peek(key)
        if site is None:
            respond(self._without(site, HIT_TAKEN))
        else:
            self._take(site, request, respond)

    def _take(self, site: TrackedSite, request: DoorRequest, respond: Respond) -> None:
        if not self._commits.is_open:
            respond(UNAVAILABLE)
            return
        now = datetime.now(UTC)
        outcome = self._doorkeeper.hit(site, request, now=now, clock=time.monotonic())
        self._commit(site, outcome, now, HIT_TAKEN, respond)

    def _pixel(self, request: DoorRequest, key: str, respond: Respond) -> None:
        if request.method != "GET":
            respond(ONLY_GET)
            return
        site = self._sites.peek(key)
        if site is None or not self._commits.is_open:
            respond(self._without(site, PIXEL_TAKEN))
            return
        now = datetime.now(UTC)
        outcome = self._doorkeeper.pixel(site, request, uuid4(), now=now, clock=time.monotonic())
        self._commit(site, outcome, now, PIXEL_TAKEN, respond)

    def _without(self, site: TrackedSite | None, usual: Answer) -> Answer:
        """For a key that nobody has: the usual answer, and nothing else happens. 503 when nothing can be stored."""
        return usual if site is None and self._sites.is_known else UNAVAILABLE

    def _withdrawal(self, request: DoorRequest, key: str, respond: Respond) -> None:
        if request.method != "POST":
            respond(ONLY_POST)
            return
        site = self._sites.peek(key)
        if site is None or not self._commits.is_open:
            respond(self._without(site, HIT_TAKEN))
            return
        withdrawn = self._doorkeeper.withdrawal(site, request, now=datetime.now(UTC))
        if withdrawn is None:
            respond(HIT_TAKEN)
        else:
            self._commits.withdraw(withdrawn, respond, HIT_TAKEN)

    def _commit(
        self, site: TrackedSite, outcome: Hit | DropReason, now: datetime, usual: Answer, respond: Respond
    ) -> None:
        answer = usual
        if site.verifying_until is not None and site.explains_refusals(now):
            told = outcome.value if isinstance(outcome, DropReason) else RECORDED
            answer = explained(usual, told)
            self._commits.also(*verification_words(site.site_id, told, now))
        if type(outcome) is Hit:
            self._commits.add(outcome, respond, answer)
        else:
            drop = (site.tenant_id, site.site_id, now.date().isoformat(), outcome)
            self._commits.count(drop, respond, answer)

    def _snippet(self, request: DoorRequest, key: str, respond: Respond) -> None:
        if request.method != "GET":
            respond(ONLY_GET)
            return
        self._script(request, key, respond, script_for, FOR_A_WHILE)

    def _pinned(self, request: DoorRequest, key: str, respond: Respond) -> None:
        if request.method != "GET":
            respond(ONLY_GET)
            return
        key, _, digest = key.partition(".")
        self._script(request, key, respond, lambda site: pinned_script(site, digest), FOR_GOOD)

    def _script(
        self,
        request: DoorRequest,
        key: str,
        respond: Respond,
        find: Callable[[TrackedSite], Script | None],
        caching: str,
    ) -> None:
        """In a thread: making a script for the first time takes longer than the loop may wait."""
        site = self._sites.peek(key)
        if site is None:
            respond(NO_SCRIPT if self._sites.is_known else UNAVAILABLE)
            return
        known = request.headers.get("if-none-match", "")
        making = asyncio.get_running_loop().run_in_executor(None, find, site)
        making.add_done_callback(lambda made: respond(_script_answer(made, caching, known)))


def _script_answer(made: "asyncio.Future[Script | None]", caching: str, known: str) -> Answer:
    if made.cancelled() or made.exception() is not None:
        return UNAVAILABLE
    script = made.result()
    return NO_SCRIPT if script is None else script_answer(script, caching, known)

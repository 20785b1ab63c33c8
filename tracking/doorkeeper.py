"""Judges requests at the door in one process: robots, rates, then consent (pure but for what it remembers)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

import msgspec

from tracking.body import Body, read_body, read_withdrawal
from tracking.client_ip import ClientAddresses, Network
from tracking.drops import DropReason
from tracking.fingerprints import Hasher
from tracking.hit import Hit
from tracking.http_request import DoorRequest
from tracking.rate_limits import Limits, RateLimits
from tracking.reception import Arrival, body_of_pixel, receive, withdrawn
from tracking.remembering import RememberingJudge
from tracking.robots import robot_reason
from tracking.site import TrackedSite
from tracking.withdrawal import Withdrawn


class _Sender(msgspec.Struct, frozen=True):
    """What a request's head alone tells of who sends it."""

    address: bytes | None
    robot: DropReason | None
    cookie_header: str
    gpc: bool
    dnt: bool

    def __repr__(self) -> str:
        return "<_Sender>"  # without the address, so that no log or traceback can hold it


class Doorkeeper:
    """One for each process: it counts rates and remembers, for a minute, what it judged. Nothing of it is stored.

    `is_machine` tells whether a packed address lies in a published range of machines.
    """

    def __init__(
        self,
        *,
        hasher: Hasher,
        trusted: Sequence[Network],
        limits: Limits,
        is_machine: Callable[[bytes | None], bool] = lambda address: False,
    ) -> None:
        self._hasher = hasher
        self._is_machine = is_machine
        self._judge = RememberingJudge(hasher)
        self._addresses = ClientAddresses(trusted)
        self._rates = RateLimits(limits)

    def age(self, *, now: datetime, clock: float) -> None:
        """Forget what is old, also while nobody comes; to be called every second or so."""
        self._judge.age(now.timestamp())
        self._rates.age(clock)

    def hit(self, site: TrackedSite, request: DoorRequest, *, now: datetime, clock: float) -> Hit | DropReason:
        """What becomes of POST /t/<key>. `now` is the server's time (aware), `clock` monotonic seconds."""
        if not site.policy.is_active:
            return DropReason.SITE_INACTIVE
        return self._judged(site, request, read_body(request.body), now, clock)

    def pixel(
        self, site: TrackedSite, request: DoorRequest, hit_id: UUID, *, now: datetime, clock: float
    ) -> Hit | DropReason:
        """What becomes of GET /t/<key>.gif: the page is the referring one, the evidence the request's own cookie."""
        body = body_of_pixel(hit_id, request.headers.get("referer", ""))
        return self._judged(site, request, body, now, clock)

    def withdrawal(self, site: TrackedSite, request: DoorRequest, *, now: datetime) -> Withdrawn | None:
        """What POST /t/<key>/withdraw asks to be forgotten, or None when it is no withdrawal."""
        body = read_withdrawal(request.body)
        return withdrawn(site, body, at=now, hasher=self._hasher) if body is not None else None

    def _judged(
        self, site: TrackedSite, request: DoorRequest, body: Body | None, now: datetime, clock: float
    ) -> Hit | DropReason:
        sender = self._sender(request)
        if not self._rates.admits(site.key, sender.address, clock):
            return DropReason.RATE_LIMITED
        if sender.robot is not None:
            return sender.robot
        arrival = Arrival(
            at=now, address=sender.address, cookie_header=sender.cookie_header, gpc=sender.gpc, dnt=sender.dnt
        )
        outcome = receive(site, arrival, body, judge=self._judge)
        if request.keep is not None and type(outcome) is Hit:
            request.keep(request)
        return outcome

    def _sender(self, request: DoorRequest) -> _Sender:
        known: _Sender | None = request.memory.get(self) if request.memory is not None else None
        if known is None:
            headers = request.headers
            address = self._addresses.of(request.peer, headers.get("x-forwarded-for", ""))
            known = _Sender(
                address=address,
                robot=robot_reason(headers, is_in_machine_range=partial(self._is_machine, address)),
                cookie_header=headers.get("cookie", ""),
                gpc="1" in headers.get("sec-gpc", ""),
                dnt=headers.get("dnt") == "1",
            )
            if request.memory is not None:
                request.memory[self] = known
        return known

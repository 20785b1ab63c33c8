"""Concurrent hits become one sealed batch, appended at once and acknowledged together (edge).

While a batch is on its way the next one gathers, so batches are as long as Valkey takes to answer: under load they
grow by themselves, and a hit that comes alone waits for nobody.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from itertools import chain
from typing import Protocol
from uuid import UUID

from tracking.answers import UNAVAILABLE, Answer
from tracking.drops import DropReason, drop_name
from tracking.hit import Hit, encode_batch
from tracking.sealing import Sealer
from tracking.stream import DROPS, FIELD, WITHDRAWALS, entry_fields, stream_name
from tracking.valkey_link import Done, packed
from tracking.withdrawal import Withdrawn, encode_withdrawal

MAX_HITS_PER_ENTRY = 1000
Respond = Callable[[Answer], None]
Waiting = tuple[Respond, Answer]
DropKey = tuple[UUID, UUID, str, DropReason]


class Link(Protocol):
    """What a batch is sent by: see tracking.valkey_link."""

    @property
    def is_up(self) -> bool:
        """Whether commands can be sent."""

    def send(self, commands: bytes, replies: int, done: Done) -> None:
        """Send them, and tell whether every reply was well."""


class GroupCommit:
    """Gathers hits and counts of drops, and answers each who waits: 503 when Valkey does not have them.

    `shard_of` names the shard of a site; at most `most_waiting` requests wait, others are turned away at once.
    """

    def __init__(self, link: Link, *, sealer: Sealer, shard_of: Callable[[UUID], int], most_waiting: int) -> None:
        self._link, self._sealer, self._shard_of, self._most = link, sealer, shard_of, most_waiting
        self._hits: dict[int, list[Hit]] = defaultdict(list)
        self._drops: dict[DropKey, int] = defaultdict(int)
        self._others: list[bytes] = []
        self._waiting: list[Waiting] = []
        self._under_way: list[Waiting] = []
        self._is_due = False

    @property
    def is_open(self) -> bool:
        """Whether another request may wait: Valkey is there, and not too many are waiting already."""
        return self._link.is_up and len(self._waiting) + len(self._under_way) < self._most

    @property
    def is_up(self) -> bool:
        """Whether Valkey can be reached."""
        return self._link.is_up

    @property
    def waiting(self) -> int:
        """Requests that are not answered yet."""
        return len(self._waiting) + len(self._under_way)

    def add(self, hit: Hit, respond: Respond, answer: Answer) -> None:
        """Append the hit with the next batch, and answer when it is in. Only while `is_open`."""
        self._hits[self._shard_of(hit.site_id)].append(hit)
        self._wait(respond, answer)

    def count(self, drop: DropKey, respond: Respond, answer: Answer) -> None:
        """Add one to a count of drops with the next batch, and answer when it is in. Only while `is_open`."""
        self._drops[drop] += 1
        self._wait(respond, answer)

    def also(self, *words: str | bytes) -> None:
        """Send another command with the next batch, for a request that waits already."""
        self._others.append(packed(words))

    def withdraw(self, withdrawn: Withdrawn, respond: Respond, answer: Answer) -> None:
        """Append a withdrawal with the next batch, and answer when it is in. Only while `is_open`."""
        sealed = self._sealer.seal(encode_withdrawal(withdrawn), stream=WITHDRAWALS)
        self.also("XADD", WITHDRAWALS, "*", FIELD, sealed)
        self._wait(respond, answer)

    def _wait(self, respond: Respond, answer: Answer) -> None:
        self._waiting.append((respond, answer))
        if not self._is_due and not self._under_way:
            self._is_due = True
            asyncio.get_running_loop().call_soon(self._send)  # behind what has arrived in this very moment

    def _send(self) -> None:
        self._is_due = False
        commands = [*self._appends(), *self._counts(), *self._others]
        self._under_way, self._waiting = self._waiting, []
        self._hits, self._drops, self._others = defaultdict(list), defaultdict(int), []
        if self._link.is_up:
            self._link.send(b"".join(commands), len(commands), self._sent)
        else:
            self._sent(False)

    def _sent(self, well: bool) -> None:
        told, self._under_way = self._under_way, []
        for respond, answer in told:
            respond(answer if well else UNAVAILABLE)
        if self._waiting and not self._is_due:
            self._is_due = True
            asyncio.get_running_loop().call_soon(self._send)

    def _appends(self) -> list[bytes]:
        return [
            self._append(stream_name(shard), tuple(hits[start : start + MAX_HITS_PER_ENTRY]))
            for shard, hits in self._hits.items()
            for start in range(0, len(hits), MAX_HITS_PER_ENTRY)
        ]

    def _append(self, stream: str, hits: tuple[Hit, ...]) -> bytes:
        fields = entry_fields(self._sealer.seal(encode_batch(hits), stream=stream), len(hits))
        return packed(("XADD", stream, "*", *chain.from_iterable(fields.items())))

    def _counts(self) -> list[bytes]:
        return [packed(("HINCRBY", DROPS, drop_name(*drop), str(count))) for drop, count in self._drops.items()]

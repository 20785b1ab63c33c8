"""Concurrent hits become one batch, and each is answered by what became of it."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID, uuid4

import hiredis
import pytest

from tests.history import make_hit
from tracking.answers import HIT_TAKEN, UNAVAILABLE, Answer
from tracking.drops import DropReason
from tracking.group_commit import MAX_HITS_PER_ENTRY, GroupCommit
from tracking.hit import Hit, decode_batch
from tracking.sealing import Sealer

SEALER = Sealer([("k1", bytes(32))])
TENANT = SimpleNamespace(id=UUID(int=1))
SITE, OTHER_SITE = SimpleNamespace(id=UUID(int=4)), SimpleNamespace(id=UUID(int=5))
DROP = (TENANT.id, SITE.id, "2026-11-24", DropReason.GPC)


class RecordingLink:
    """A link that keeps what was sent, and answers when it is told to."""

    def __init__(self) -> None:
        self.is_up = True
        self.sent: list[list[list[bytes]]] = []
        self.done: Callable[[bool], None] | None = None

    def send(self, commands: bytes, replies: int, done: Callable[[bool], None]) -> None:
        assert self.done is None, "one batch at a time"
        reader = hiredis.Reader()
        reader.feed(commands)
        self.sent.append([reader.gets() for _ in range(replies)])
        self.done = done

    def answer(self, well: bool) -> None:
        done, self.done = self.done, None
        assert done
        done(well)


def run(scenario) -> None:
    async def play() -> None:
        link = RecordingLink()
        commits = GroupCommit(link, sealer=SEALER, shard_of=lambda site_id: site_id.int % 4, most_waiting=3000)
        await scenario(link, commits)

    asyncio.run(play())


def hits_in(command: list[bytes]) -> tuple[Hit, ...]:
    return decode_batch(SEALER.open(command[4], stream=command[1].decode()))


async def turn() -> None:
    await asyncio.sleep(0)
    await asyncio.sleep(0)


def test_hits_of_one_moment_are_one_entry_and_are_answered_together():
    async def scenario(link: RecordingLink, commits: GroupCommit) -> None:
        answers: list[Answer] = []
        hits = [make_hit(TENANT, SITE) for _ in range(5)]
        for hit in hits:
            commits.add(hit, answers.append, HIT_TAKEN)
        await turn()

        ((command,),) = link.sent
        assert command[:2] == [b"XADD", b"hits:0"]
        assert [hit.id for hit in hits_in(command)] == [hit.id for hit in hits]
        assert answers == []
        link.answer(True)
        assert answers == [HIT_TAKEN] * 5

    run(scenario)


def test_a_lone_hit_waits_for_nobody():
    async def scenario(link: RecordingLink, commits: GroupCommit) -> None:
        commits.add(make_hit(TENANT, SITE), lambda answer: None, HIT_TAKEN)
        await turn()

        assert len(link.sent) == 1

    run(scenario)


def test_what_comes_while_a_batch_is_under_way_is_the_next_batch():
    async def scenario(link: RecordingLink, commits: GroupCommit) -> None:
        answers: list[Answer] = []
        commits.add(make_hit(TENANT, SITE), answers.append, HIT_TAKEN)
        await turn()
        for _ in range(3):
            commits.add(make_hit(TENANT, SITE), answers.append, HIT_TAKEN)
        await turn()
        assert len(link.sent) == 1

        link.answer(True)
        await turn()

        assert len(link.sent) == 2
        assert len(hits_in(link.sent[1][0])) == 3
        assert len(answers) == 1

    run(scenario)


def test_each_shard_gets_its_own_entry_and_a_refusal_is_counted_in_the_same_batch():
    async def scenario(link: RecordingLink, commits: GroupCommit) -> None:
        answers: list[Answer] = []
        commits.add(make_hit(TENANT, SITE), answers.append, HIT_TAKEN)
        commits.add(make_hit(TENANT, OTHER_SITE), answers.append, HIT_TAKEN)
        for _ in range(2):
            commits.count(DROP, answers.append, HIT_TAKEN)
        await turn()

        (commands,) = link.sent
        assert {tuple(command[:2]) for command in commands[:2]} == {(b"XADD", b"hits:0"), (b"XADD", b"hits:1")}
        name = f"{TENANT.id}|{SITE.id}|2026-11-24|gpc".encode()
        assert commands[2] == [b"HINCRBY", b"drops", name, b"2"]
        link.answer(True)
        assert answers == [HIT_TAKEN] * 4

    run(scenario)


def test_a_batch_that_valkey_did_not_take_is_not_acknowledged_for_anybody():
    async def scenario(link: RecordingLink, commits: GroupCommit) -> None:
        answers: list[Answer] = []
        commits.add(make_hit(TENANT, SITE), answers.append, HIT_TAKEN)
        commits.count(DROP, answers.append, HIT_TAKEN)
        await turn()
        link.answer(False)

        assert answers == [UNAVAILABLE] * 2

    run(scenario)


def test_a_link_that_is_lost_before_the_batch_goes_acknowledges_nothing():
    async def scenario(link: RecordingLink, commits: GroupCommit) -> None:
        answers: list[Answer] = []
        commits.add(make_hit(TENANT, SITE), answers.append, HIT_TAKEN)
        link.is_up = False
        await turn()

        assert answers == [UNAVAILABLE]
        assert not commits.is_open

    run(scenario)


def test_no_more_than_so_many_wait():
    async def scenario(link: RecordingLink, commits: GroupCommit) -> None:
        for _ in range(3000):
            assert commits.is_open
            commits.add(make_hit(TENANT, SITE), lambda answer: None, HIT_TAKEN)

        assert not commits.is_open
        await turn()
        assert not commits.is_open
        link.answer(True)
        assert commits.is_open

    run(scenario)


def test_a_great_batch_is_cut_into_entries_of_a_bounded_size():
    async def scenario(link: RecordingLink, commits: GroupCommit) -> None:
        for _ in range(2 * MAX_HITS_PER_ENTRY + 1):
            commits.add(make_hit(TENANT, SITE), lambda answer: None, HIT_TAKEN)
        await turn()

        assert [len(hits_in(command)) for command in link.sent[0]] == [MAX_HITS_PER_ENTRY, MAX_HITS_PER_ENTRY, 1]

    run(scenario)


@pytest.mark.parametrize("at", [datetime(2026, 11, 24, tzinfo=UTC)])
def test_ids_travel_as_bytes_and_arrive_as_they_were(at: datetime):
    hit = make_hit(TENANT, SITE, at=at, hit_id=uuid4(), of=uuid4())

    async def scenario(link: RecordingLink, commits: GroupCommit) -> None:
        commits.add(hit, lambda answer: None, HIT_TAKEN)
        await turn()
        assert hits_in(link.sent[0][0]) == (hit,)

    run(scenario)

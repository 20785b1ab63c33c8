"""The collector's connection to a real Valkey: what is sent is in, and what is lost is said to be lost."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from django.conf import settings

from tracking import valkey_link
from tracking.stream import valkey
from tracking.valkey_link import ValkeyLink, packed

pytestmark = pytest.mark.usefixtures("stream")


def run(scenario: Callable[[ValkeyLink], Awaitable[None]], url: str = "") -> None:
    async def play() -> None:
        link = ValkeyLink(url or settings.STREAM_URL)
        connecting = asyncio.create_task(link.stay_connected())
        try:
            await scenario(link)
        finally:
            link.close()
            connecting.cancel()

    asyncio.run(play())


async def until_up(link: ValkeyLink) -> None:
    async with asyncio.timeout(10):
        while not link.is_up:
            await asyncio.sleep(0.005)


async def sent(link: ValkeyLink, *commands: tuple[str, ...]) -> bool:
    answer: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    link.send(b"".join(map(packed, commands)), len(commands), answer.set_result)
    return await asyncio.wait_for(answer, 10)


def test_commands_are_done_when_all_replies_are_in():
    async def scenario(link: ValkeyLink) -> None:
        await until_up(link)
        assert await sent(link, ("SET", "a", "1"), ("INCR", "a"), ("XADD", "s", "*", "f", "x" * 300_000))

    run(scenario)

    assert valkey().get("a") == b"2"
    assert valkey().xlen("s") == 1


def test_one_error_among_the_replies_is_an_error():
    async def scenario(link: ValkeyLink) -> None:
        await until_up(link)
        assert not await sent(link, ("SET", "a", "x"), ("INCR", "a"), ("SET", "b", "1"))
        assert await sent(link, ("SET", "c", "1"))

    run(scenario)


def test_a_connection_that_is_lost_is_made_again():
    async def scenario(link: ValkeyLink) -> None:
        await until_up(link)
        valkey().client_kill_filter(_type="normal", skipme=True)
        async with asyncio.timeout(10):
            while link.is_up:
                await asyncio.sleep(0.005)
        await until_up(link)
        assert await sent(link, ("PING",))

    run(scenario)


def test_what_is_under_way_when_the_connection_is_lost_is_not_done():
    async def scenario(link: ValkeyLink) -> None:
        await until_up(link)
        waiting = asyncio.create_task(sent(link, ("BLPOP", "nothing", "5")))
        await asyncio.sleep(0)
        valkey().client_kill_filter(_type="normal", skipme=True)
        assert await waiting is False

    run(scenario)


def test_a_valkey_that_does_not_reply_in_time_is_given_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(valkey_link, "REPLY_SECONDS", 0.05)

    async def scenario(link: ValkeyLink) -> None:
        await until_up(link)
        assert await sent(link, ("BLPOP", "nothing", "5")) is False
        await until_up(link)

    run(scenario)


def test_while_nobody_is_there_it_is_down():
    async def scenario(link: ValkeyLink) -> None:
        await asyncio.sleep(0.05)
        assert not link.is_up

    run(scenario, "unix:///nonexistent/valkey.sock?db=0")


def test_a_wrong_password_is_no_connection():
    async def scenario(link: ValkeyLink) -> None:
        await asyncio.sleep(0.1)
        assert not link.is_up

    run(scenario, settings.STREAM_URL.replace("unix://", "unix://user:wrong@"))

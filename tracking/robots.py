"""Tells robots and prefetches from visitors (pure but for the library's list).

A robot that says what it is is believed. A visitor who looks like a person is called a robot on two independent signals
only: one alone may be a company's proxy, an odd browser, or a careful person's.
"""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from functools import lru_cache

from crawleruseragents import CRAWLER_USER_AGENTS_DATA, is_crawler, matching_crawlers

from tracking.drops import DropReason

_AHEAD = ("prefetch", "prerender", "preview")
_TOOLS = frozenset({"http-library", "browser-automation"})
MAX_AGENT = 1024


class Agent(Enum):
    """What a user agent says of itself."""

    BROWSER = auto()
    TOOL = auto()
    ROBOT = auto()


def robot_reason(
    headers: Mapping[str, str], *, is_in_machine_range: Callable[[], bool] = lambda: False
) -> DropReason | None:
    """Why a request is no person's visit, or None. `headers` by lower-case name.

    `is_in_machine_range` tells whether its address is in a published range of machines; it is asked where that decides.

    Sec-Purpose (Fetch standard, "Sec-Purpose header") and its forerunners tell of a page that is fetched ahead and was
    perhaps never seen.
    """
    for name in ("sec-purpose", "purpose", "x-purpose", "x-moz"):
        if name in headers and any(word in headers[name].lower() for word in _AHEAD):
            return DropReason.PREFETCH
    agent = headers.get("user-agent", "")
    said = agent_of(agent)
    if said is Agent.ROBOT:
        return DropReason.ROBOT
    looks_automated = said is Agent.TOOL or "headless" in headers.get("sec-ch-ua", "").lower()
    is_silent = agent.startswith("Mozilla/") and "accept-language" not in headers  # a browser with a window says it
    signs = looks_automated + is_silent
    return DropReason.ROBOT if signs == 2 or (signs == 1 and is_in_machine_range()) else None


@lru_cache(maxsize=4096)
def agent_of(agent: str) -> Agent:
    """A robot names itself; a library or a remote-controlled browser is a tool, which a person may use too."""
    agent = agent[:MAX_AGENT]
    if not is_crawler(agent):
        return Agent.BROWSER
    tags = (set(CRAWLER_USER_AGENTS_DATA[index].get("tags", ())) for index in matching_crawlers(agent))
    return Agent.TOOL if all(one and one <= _TOOLS for one in tags) else Agent.ROBOT

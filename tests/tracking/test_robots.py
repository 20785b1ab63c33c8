"""Robots and prefetches are told from visitors, and a visitor is not called a robot on one sign alone."""

import pytest

from tracking.drops import DropReason
from tracking.robots import Agent, agent_of, robot_reason

CHROME = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
)
HEADLESS = CHROME.replace("Chrome/", "HeadlessChrome/")
PERSON = {"user-agent": CHROME, "accept-language": "nl-NL,nl;q=0.9"}


def test_a_persons_browser_is_no_robot():
    assert robot_reason(PERSON) is None


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
        "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
        "Mozilla/5.0 (compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
    ],
)
def test_a_robot_that_says_so_is_believed(agent: str):
    assert robot_reason(PERSON | {"user-agent": agent}) is DropReason.ROBOT


@pytest.mark.parametrize("name", ["sec-purpose", "purpose", "x-purpose", "x-moz"])
@pytest.mark.parametrize("word", ["prefetch", "prefetch;prerender", "Prefetch;anonymous-client-ip"])
def test_a_page_that_is_fetched_ahead_is_not_a_visit(name: str, word: str):
    assert robot_reason(PERSON | {name: word}) is DropReason.PREFETCH


@pytest.mark.parametrize(
    "sign",
    [
        {"user-agent": HEADLESS},
        {"sec-ch-ua": '"HeadlessChrome";v="140"'},
        {"is_in_machine_range": True},
        {"accept-language": None},
        {"user-agent": "python-requests/2.32"},
    ],
    ids=["agent", "brands", "network", "silent", "library"],
)
def test_one_sign_alone_makes_nobody_a_robot(sign: dict):
    assert asked(sign) is None


@pytest.mark.parametrize(
    "signs",
    [
        {"user-agent": HEADLESS, "is_in_machine_range": True},
        {"sec-ch-ua": '"HeadlessChrome";v="140"', "accept-language": None},
        {"is_in_machine_range": True, "accept-language": None},
        {"user-agent": "python-requests/2.32", "is_in_machine_range": True},
    ],
)
def test_two_independent_signs_do(signs: dict):
    assert asked(signs) is DropReason.ROBOT


def test_two_forms_of_the_same_sign_are_one():
    assert asked({"user-agent": HEADLESS, "sec-ch-ua": '"HeadlessChrome";v="140"'}) is None


def test_an_agent_of_any_length_and_none_at_all_is_judged():
    assert agent_of("") is Agent.BROWSER
    assert agent_of("x" * 100_000) is Agent.BROWSER


def asked(signs: dict) -> DropReason | None:
    signs = dict(signs)
    is_in_range = signs.pop("is_in_machine_range", False)
    headers = {name: text for name, text in (PERSON | signs).items() if text is not None}
    return robot_reason(headers, is_in_machine_range=lambda: is_in_range)

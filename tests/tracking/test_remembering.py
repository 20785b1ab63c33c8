"""A judge who remembers gives the same answers as one who does not."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectleads.demo.cookiebot_value import value
from consent.policy import SitePolicy
from tracking.body import Body, ConsentClaim
from tracking.drops import DropReason
from tracking.fingerprints import Hasher
from tracking.hit import Hit, HitKind
from tracking.reception import Arrival, Judge, receive
from tracking.recollection import Recollection
from tracking.remembering import RememberingJudge
from tracking.site import TrackedSite

HASHER = Hasher(bytes(32))
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def site(**policy) -> TrackedSite:
    given = {"platform": "cookiebot", "hosts": frozenset({"www.voorbeeld.nl"})} | policy
    return TrackedSite(key="k", tenant_id=UUID(int=1), site_id=UUID(int=2), policy=SitePolicy(**given))


def hit_at(judge: Judge, at: datetime, *, of: TrackedSite, choice_at: datetime = NOON - DAY, **said):
    claim = ConsentClaim(platform="cookiebot", name="CookieConsent", value=value(at=choice_at), **said.pop("more", {}))
    body = Body(id=UUID(int=9), kind=HitKind.VIEW, url="https://www.voorbeeld.nl/a", consent=claim, visitor="ab" * 16)
    return receive(of, Arrival(at=at, address=b"1234", **said), body, judge=judge)


def test_the_second_answer_is_the_first_one_again():
    judge, plain, shop = RememberingJudge(HASHER), Judge(HASHER), site()

    for seconds in (0, 1, 20, 45, 90):
        at = NOON + timedelta(seconds=seconds)
        assert hit_at(judge, at, of=shop) == hit_at(plain, at, of=shop)


def test_a_choice_that_runs_out_while_it_is_remembered_is_refused_at_that_very_second():
    judge, shop = RememberingJudge(HASHER), site(max_age_days=1)
    choice_at = NOON - DAY + timedelta(seconds=25)

    answers = {
        seconds: hit_at(judge, NOON + timedelta(seconds=seconds), of=shop, choice_at=choice_at)
        for seconds in range(0, 50, 5)
    }

    assert all(isinstance(answers[seconds], Hit) for seconds in range(0, 26, 5))
    assert all(answers[seconds] is DropReason.EXPIRED for seconds in range(30, 50, 5))


@pytest.mark.parametrize(
    "said",
    [
        {"gpc": True},
        {"dnt": True},
        {"cookie_header": "CookieConsent=0"},
        {"more": {"mode": {"ad_storage": "denied"}}},
        {"more": {"extra": {"CookieConsent": "0"}}},
    ],
    ids=lambda said: next(iter(said)),
)
def test_whatever_else_is_said_is_another_question(said: dict):
    judge, shop = RememberingJudge(HASHER), site(honours_dnt=True)
    assert isinstance(hit_at(judge, NOON, of=shop), Hit)

    assert isinstance(hit_at(judge, NOON, of=shop, **said), DropReason)


def test_a_site_whose_settings_changed_is_judged_anew():
    judge = RememberingJudge(HASHER)
    assert isinstance(hit_at(judge, NOON, of=site()), Hit)

    assert hit_at(judge, NOON, of=site(is_active=False)) is DropReason.SITE_INACTIVE


def test_a_refusal_is_not_remembered():
    judge, shop = RememberingJudge(HASHER), site(max_age_days=1)

    assert hit_at(judge, NOON, of=shop, choice_at=NOON - 2 * DAY) is DropReason.EXPIRED
    assert judge._standings._younger == judge._standings._elder == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(-100, 200), st.integers(0, 3)), min_size=1, max_size=20))
def test_no_order_of_hits_and_no_clock_changes_an_answer(hits: list[tuple[int, int]]):
    """Seconds by a clock that jumps about, and which of four visitors; their choices run out within that time."""
    judge, plain, shop = RememberingJudge(HASHER), Judge(HASHER), site(max_age_days=1)

    for seconds, visitor in hits:
        at, choice_at = NOON + timedelta(seconds=seconds), NOON - DAY + timedelta(seconds=30 * visitor)
        assert hit_at(judge, at, of=shop, choice_at=choice_at) == hit_at(plain, at, of=shop, choice_at=choice_at)


def test_growing_older_forgets_nothing_that_is_young(monkeypatch):
    """The clock ticks between two hits; the page and the proof of the first serve the second."""
    judge, shop = RememberingJudge(HASHER), site()
    assert isinstance(hit_at(judge, NOON, of=shop), Hit)
    for name in ("place", "followed"):
        monkeypatch.setattr(Judge, name, lambda *_: pytest.fail("judged again"))

    for second in range(1, 20):
        judge.age((NOON + timedelta(seconds=second)).timestamp())
        assert isinstance(hit_at(judge, NOON + timedelta(seconds=second, milliseconds=300), of=shop), Hit)


def test_nothing_is_remembered_longer_than_its_lifetime_or_beyond_its_size():
    memory: Recollection[int, str] = Recollection(seconds=10, size=3)
    memory.find(0, 100)
    memory.note(0, "a")

    assert memory.find(0, 105) == "a"
    assert memory.find(0, 119) == "a"
    assert memory.find(0, 100 + memory.lifetime) is None
    for key in range(20):
        memory.find(key, 130)
        memory.note(key, "b")
    assert len(memory._younger) + len(memory._elder) <= 6


def test_a_clock_that_goes_back_forgets_everything():
    memory: Recollection[int, str] = Recollection(seconds=10, size=3)
    memory.find(0, 100)
    memory.note(0, "a")

    assert memory.find(0, 99.9) is None


def test_what_was_judged_is_forgotten_though_nobody_comes():
    judge = RememberingJudge(HASHER)
    hit_at(judge, NOON, of=site(), cookie_header="secret=1")

    for second in range(90):
        judge.age((NOON + timedelta(seconds=second)).timestamp())

    for memory in (judge._standings, judge._places):
        assert (memory._younger, memory._elder) == ({}, {})

"""Entries that could not be recorded, on the staff's page: seen by numbers, confirmed, tried again or dropped."""

import pytest
from django.core.management import call_command
from django.db import DataError
from django.test import Client

from connectleads.tenancy.staff_log import staff_lines
from enrichment import drain as drain_module
from enrichment.drain import drain_shard
from tests.conftest import Cast, database_role
from tests.connectleads.conftest import shown
from tests.history import make_hit
from tracking.dead_letters import dead_letters
from tracking.stream import SealedEntry, append, aside_count, backlog, set_aside, shard_of

STREAMS = "/staff/streams/"
ENTRIES = "/staff/streams/entries/"


def refuse(hits) -> None:
    raise DataError("no")


@pytest.fixture
def shard(committed_cast: Cast, monkeypatch: pytest.MonkeyPatch) -> int:
    """A shard with two hits in one entry that PostgreSQL refused for a while."""
    cast = committed_cast
    append([make_hit(cast.tenant, cast.site, title="Geheim", path="/geheim"), make_hit(cast.tenant, cast.site)])
    with monkeypatch.context() as patch, database_role("worker"):
        patch.setattr(drain_module, "store_hits", refuse)
        drain_shard(shard_of(cast.site.id))
    return shard_of(cast.site.id)


@pytest.fixture
def staff(committed_cast: Cast, shard: int, signed_in) -> Client:
    return shown(signed_in(committed_cast.sam))


def entry() -> str:
    return next(dead_letters()).address


@pytest.mark.parametrize(("language", "word"), [("nl", "Apart gelegd"), ("en", "Set aside")])
def test_an_entry_is_shown_by_its_numbers_and_tells_of_no_visitor(staff: Client, language: str, word: str):
    page = staff.get(STREAMS, headers={"Accept-Language": language}).text

    assert word in page
    assert entry() in page
    for secret in ("Geheim", "geheim", "147.12.18.33", "visitor"):
        assert secret not in page


@pytest.mark.parametrize("reason", ["form", "key", "tag", "content", "rows"])
def test_every_reason_is_told_in_words(cast: Cast, stream: None, sam: Client, reason: str):
    set_aside(0, SealedEntry("1-1", b"x"), reason)

    page = sam.get(STREAMS, headers={"Accept-Language": "nl"}).text

    assert f"<td>{reason}" not in page


@pytest.mark.parametrize("what", ["retry", "drop"])
def test_nothing_happens_before_it_was_confirmed(staff: Client, shard: int, what: str):
    asked = staff.post(ENTRIES, {"what": what, "entry": entry()}, headers={"Accept-Language": "en"})

    assert "Are you sure?" in asked.text
    assert "1 entry with 2 hits" in asked.text
    assert aside_count(shard) == 1
    assert not staff_lines(10)


@pytest.mark.parametrize(
    ("what", "action", "waiting"), [("retry", "entries_retried", 1), ("drop", "entries_dropped", 0)]
)
def test_then_it_is_done_and_written_down(staff: Client, shard: int, what: str, action: str, waiting: int):
    name = entry()

    staff.post(ENTRIES, {"what": what, "entry": name, "sure": "yes"})

    assert (aside_count(shard), backlog(shard)) == (0, waiting)
    assert [(line.action, line.staff, line.about) for line in staff_lines(10)] == [(action, "sam@example.nl", name)]


@pytest.mark.parametrize(
    "form", [{"what": "retry"}, {"what": "burn", "entry": "0"}, {"what": "drop", "entry": "9/9-9", "sure": "yes"}]
)
def test_nonsense_and_what_is_gone_changes_nothing(staff: Client, shard: int, form: dict[str, str]):
    staff.post(ENTRIES, form)

    assert aside_count(shard) == 1
    assert not staff_lines(10)


def test_without_the_password_of_a_moment_ago_nothing_changes(committed_cast: Cast, shard: int, signed_in):
    answer = signed_in(committed_cast.sam).post(ENTRIES, {"what": "drop", "entry": entry(), "sure": "yes"})

    assert answer.headers["Location"].startswith("/accounts/reauthenticate/")
    assert aside_count(shard) == 1


def test_the_command_is_written_down_too(shard: int):
    call_command("dead_letters", "drop")

    assert [(line.action, line.staff) for line in staff_lines(10)] == [("entries_dropped", "")]


def test_a_valkey_that_is_away_is_said(cast: Cast, sam: Client, monkeypatch: pytest.MonkeyPatch):
    import redis

    def away(*_: object):
        raise redis.ConnectionError

    monkeypatch.setattr("connectleads.staff.stream_pages.shard_states", away)

    answer = sam.get(STREAMS, headers={"Accept-Language": "en"})

    assert answer.status_code == 503
    assert "Valkey does not answer" in answer.text

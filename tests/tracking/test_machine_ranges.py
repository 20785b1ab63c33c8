"""Published ranges of machines, as the door asks them."""

import logging
from collections.abc import Iterator

import pytest

from connectleads.demo.cookiebot_value import value
from enrichment.machine_ranges import OPENED
from enrichment.sources.data_files import kind_lists_file
from tests.conftest import Cast
from tests.tracking.test_door import dropped, recorded, send
from tracking.machine_ranges import MACHINES, MachineRanges

GOOGLEBOT, NOBODYS_LIST = bytes((66, 249, 66, 1)), bytes((147, 12, 18, 33))
SILENT = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"}


@pytest.fixture(autouse=True)
def _opened_anew() -> Iterator[None]:
    yield
    OPENED.forget()
    MACHINES.look()


def test_an_address_of_a_robots_range_is_known_and_another_is_not():
    ranges = MachineRanges()
    ranges.look()

    assert ranges.holds(GOOGLEBOT)
    assert not ranges.holds(NOBODYS_LIST)
    assert not ranges.holds(None)


def test_nobody_is_a_machine_before_the_lists_were_looked_at():
    assert not MachineRanges().holds(GOOGLEBOT)


def test_a_list_that_cannot_be_opened_is_said_once_and_the_last_one_serves_on(settings, tmp_path, caplog):
    ranges = MachineRanges()
    ranges.look()
    settings.VAR_DIR = tmp_path
    broken = kind_lists_file(tmp_path)
    broken.parent.mkdir()
    broken.write_bytes(b"no database")
    OPENED.forget()
    with caplog.at_level(logging.ERROR):
        ranges.look()
        ranges.look()

    assert ranges.holds(GOOGLEBOT)
    assert [one.getMessage() for one in caplog.records] == [
        "the lists of machines cannot be opened (InvalidDatabaseError)"
    ]


@pytest.mark.usefixtures("stream", "door")
def test_a_list_that_breaks_while_it_is_read_reaches_no_visitor_and_no_log(cast: Cast, monkeypatch, caplog):
    def broken(address: bytes) -> bool:
        raise RuntimeError("while looking up 203.0.113.77")

    send(cast)
    monkeypatch.setattr(MACHINES, "look", lambda: None)
    monkeypatch.setattr(MACHINES, "_holds", broken)
    answer = send(cast, consent=value(), headers=SILENT)

    assert answer.status_code == 204
    assert len(recorded(cast)) == 1
    assert "robot" not in dropped()
    assert "203.0.113" not in caplog.text

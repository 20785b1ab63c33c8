"""Published ranges of machines, as the door asks them."""

import logging

import pytest

from enrichment.identification import forget_installed
from enrichment.sources.data_files import kind_lists_file
from tracking.machine_ranges import MachineRanges

GOOGLEBOT, NOBODYS_LIST = bytes((66, 249, 66, 1)), bytes((147, 12, 18, 33))


def test_an_address_of_a_robots_range_is_known_and_another_is_not():
    ranges = MachineRanges()
    ranges.look()

    assert ranges.holds(GOOGLEBOT)
    assert not ranges.holds(NOBODYS_LIST)
    assert not ranges.holds(None)


def test_nobody_is_a_machine_before_the_lists_were_looked_at():
    assert not MachineRanges().holds(GOOGLEBOT)


def test_lists_that_cannot_be_read_are_said_once_and_the_last_ones_serve_on(settings, tmp_path, caplog):
    ranges = MachineRanges()
    ranges.look()
    settings.VAR_DIR = tmp_path
    broken = kind_lists_file(tmp_path)
    broken.parent.mkdir()
    broken.write_bytes(b"no database")
    forget_installed()
    try:
        with caplog.at_level(logging.ERROR):
            ranges.look()
            ranges.look()
    finally:
        forget_installed()

    assert ranges.holds(GOOGLEBOT)
    assert [one.levelname for one in caplog.records if "machines" in one.message] == ["ERROR"]


@pytest.fixture(autouse=True)
def _opened_anew():
    yield
    forget_installed()

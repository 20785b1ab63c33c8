"""Acknowledged means counted exactly once, whatever breaks meanwhile: each fault once, in an order from a seed."""

import random
import shutil
import time

import pytest

from connectleads.config import ROOT
from tests.chaos.events import EVENTS, schedule
from tests.chaos.installation import Installation
from tests.chaos.load import Load
from tests.chaos.verdict import check


def test_acknowledged_hits_are_stored_exactly_once_through_every_fault(pytestconfig: pytest.Config):
    seed = random.SystemRandom().randrange(1_000_000)
    print(f"chaos seed {seed}")  # shown when the test fails
    folder = ROOT / "var" / "chaos"
    shutil.rmtree(folder, ignore_errors=True)
    place, order = Installation(folder), random.Random(seed).sample(sorted(EVENTS), len(EVENTS))
    try:
        place.start()
        load = Load(place.port, seed)
        load.start()
        for name in order:
            EVENTS[name](place, 0.3)
            time.sleep(0.2)
        load.stop()
        place.until(place.is_drained, "not everything was drained")

        assert len(load.acknowledged) > 300
        check(place, load)
    finally:
        place.stop()


def test_a_seed_gives_one_schedule():
    assert schedule(7, 20) == schedule(7, 20)
    assert schedule(7, 20) != schedule(8, 20)

"""The thread that keeps a collector's sites fresh goes on whatever happens."""

import logging

import pytest
from django.db import OperationalError

from tracking.collecting import SiteWatch
from tracking.sites import SITES


@pytest.mark.parametrize(
    "error", [OperationalError("host db.internal"), ValueError("a row of nonsense"), KeyError("platform")]
)
def test_no_error_ends_it_or_is_told_in_full(monkeypatch, caplog, error: Exception):
    looks = []

    def look() -> None:
        looks.append(1)
        raise error

    monkeypatch.setattr(SITES, "look", look)
    watch = SiteWatch()
    with caplog.at_level(logging.ERROR):
        watch.look()
        watch.look()

    assert len(looks) == 2
    assert type(error).__name__ in caplog.text
    assert str(error) not in caplog.text

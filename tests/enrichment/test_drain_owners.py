"""Drains beside each other: one owner of a shard, and no batch lost to a lock."""

import time

import psycopg2
import pytest
from django.db import OperationalError, connection

from connectleads.tenancy.locks import Work
from enrichment import drain as drain_module
from enrichment.hit_batch import store_hits
from tests.conftest import Cast
from tests.enrichment.test_drain import drain, page_views
from tests.history import make_hit
from tracking.stream import append, shard_of


def test_a_shard_has_one_owner_at_a_time(committed_cast: Cast):
    append([make_hit(committed_cast.tenant, committed_cast.site)])
    shard = shard_of(committed_cast.site.id)
    other = psycopg2.connect(
        host=connection.settings_dict["HOST"], dbname=connection.settings_dict["NAME"], user="postgres"
    )
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [int(Work.DRAIN), shard])
        assert drain(committed_cast).hits == 0
    finally:
        other.close()
    deadline = time.monotonic() + 10
    while drain(committed_cast).hits == 0:  # the server notices a moment later that the other one left
        assert time.monotonic() < deadline


def test_a_batch_that_waits_in_a_circle_is_done_again_and_loses_nothing(committed_cast: Cast, monkeypatch):
    class DeadlockError(psycopg2.errors.DeadlockDetected):
        pgcode = "40P01"

    calls = []

    def once(hits):
        calls.append(len(hits))
        if len(calls) == 1:
            raise OperationalError("deadlock detected") from DeadlockError()
        return store_hits(hits)

    append([make_hit(committed_cast.tenant, committed_cast.site)])
    monkeypatch.setattr(drain_module, "store_hits", once)

    assert drain(committed_cast).views == 1
    assert calls == [1, 1]
    assert page_views(committed_cast) == 1


def test_a_database_that_goes_away_is_no_deadlock(committed_cast: Cast, monkeypatch):
    def gone(hits):
        raise OperationalError("the server closed the connection")

    append([make_hit(committed_cast.tenant, committed_cast.site)])
    monkeypatch.setattr(drain_module, "store_hits", gone)

    with pytest.raises(OperationalError):
        drain(committed_cast)

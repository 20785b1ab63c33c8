"""The drain: exactly once, one owner at a time, and no address left behind."""

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from enrichment import drain as drain_module
from enrichment.drain import drain_shard
from enrichment.models import Lead
from enrichment.tasks import drain_all
from tests.conftest import Cast, database_role
from tests.history import make_hit
from tracking.actions import save_position
from tracking.models import PageView, Visit
from tracking.sealing import Sealer
from tracking.stream import (
    FIELD,
    append,
    backlog,
    shard_of,
    stream_name,
    valkey,
)
from tracking.tasks import forget_in_files


def drain(cast: Cast):
    with database_role("worker"):
        return drain_shard(shard_of(cast.site.id))


def page_views(cast: Cast) -> int:
    with tenant_scope(cast.tenant.id):
        return PageView.objects.count()


def test_what_waits_on_the_stream_becomes_rows_and_leaves_the_stream(committed_cast: Cast):
    cast = committed_cast
    for n in range(5):
        append([make_hit(cast.tenant, cast.site, visitor=str(n))])

    report = drain(cast)

    assert (report.hits, report.views) == (5, 5)
    assert page_views(cast) == 5
    assert backlog(shard_of(cast.site.id)) == 0
    with tenant_scope(cast.tenant.id):
        assert Lead.objects.get().company.name == "Adyen"


def test_draining_again_changes_nothing(committed_cast: Cast):
    append([make_hit(committed_cast.tenant, committed_cast.site)])
    drain(committed_cast)

    assert drain(committed_cast).hits == 0
    assert page_views(committed_cast) == 1


def test_a_drain_that_dies_before_its_commit_has_done_nothing_and_is_repeated(committed_cast: Cast, monkeypatch):
    append([make_hit(committed_cast.tenant, committed_cast.site)])
    monkeypatch.setattr(drain_module, "save_position", _die)
    with pytest.raises(RuntimeError):
        drain(committed_cast)
    connection.close()
    assert page_views(committed_cast) == 0

    monkeypatch.undo()
    assert drain(committed_cast).views == 1
    assert page_views(committed_cast) == 1


def test_a_drain_that_dies_after_its_commit_is_not_counted_twice(committed_cast: Cast, monkeypatch):
    append([make_hit(committed_cast.tenant, committed_cast.site)])
    monkeypatch.setattr(drain_module, "forget_through", _die)
    with pytest.raises(RuntimeError):
        drain(committed_cast)
    connection.close()
    assert backlog(shard_of(committed_cast.site.id)) == 1

    monkeypatch.undo()
    assert drain(committed_cast).hits == 0
    append([make_hit(committed_cast.tenant, committed_cast.site)])
    drain(committed_cast)
    assert page_views(committed_cast) == 2
    assert backlog(shard_of(committed_cast.site.id)) == 0


@pytest.mark.parametrize(
    ("sealed", "reason"),
    [
        (b"nonsense", b"form"),
        (Sealer([("kx", os.urandom(32))]).seal(b"x", stream="hits:0"), b"key"),
        (None, b"content"),
    ],
    ids=["form", "key", "content"],
)
def test_an_unreadable_entry_is_set_aside_and_blocks_nothing(committed_cast: Cast, sealed: bytes | None, reason: bytes):
    stream = stream_name(shard_of(committed_cast.site.id))
    sealed = sealed or Sealer(settings.HIT_KEYS).seal(b"not a batch", stream=stream)
    valkey().xadd(stream, {FIELD: sealed})
    append([make_hit(committed_cast.tenant, committed_cast.site)])

    report = drain(committed_cast)

    assert (report.unreadable, report.views) == (1, 1)
    ((_, aside),) = valkey().xrange(f"{stream}:aside")
    assert (aside[b"reason"], aside[FIELD]) == (reason, sealed)


def test_more_than_one_batch_is_drained_in_one_run(committed_cast: Cast, monkeypatch):
    monkeypatch.setattr(drain_module, "ENTRIES_PER_READ", 2)
    monkeypatch.setattr(drain_module, "HITS_PER_BATCH", 3)
    for n in range(8):
        append([make_hit(committed_cast.tenant, committed_cast.site, visitor=str(n))])

    assert drain(committed_cast).views == 8


def test_the_task_looks_at_every_shard_and_sends_drains_to_those_with_hits(committed_cast: Cast, monkeypatch):
    sent = []
    monkeypatch.setattr("enrichment.tasks.drain_shard.apply_async", lambda **call: sent.append(call["kwargs"]["shard"]))
    append([make_hit(committed_cast.tenant, committed_cast.site)])

    drain_all(unknown_keyword=1)

    assert sent == [shard_of(committed_cast.site.id)]


def test_no_column_of_a_recorded_visit_holds_the_address(committed_cast: Cast):
    append([make_hit(committed_cast.tenant, committed_cast.site)])
    drain(committed_cast)

    with tenant_scope(committed_cast.tenant.id):
        row = Visit.objects.values().get()
    assert "147.12.18.33" not in repr(row)
    assert bytes((147, 12, 18, 33)) not in b"".join(bytes(one) for one in row.values() if isinstance(one, memoryview))


def _die(*_args, **_kwargs):
    raise RuntimeError("killed")


def test_an_entry_that_postgresql_refuses_is_set_aside_and_the_rest_of_its_batch_is_recorded(committed_cast: Cast):
    cast = committed_cast
    poison = make_hit(cast.tenant, cast.site, title="x\0y")
    for hit in (make_hit(cast.tenant, cast.site), poison, make_hit(cast.tenant, cast.site)):
        append([hit])

    report = drain(cast)

    assert (report.unreadable, report.views) == (1, 2)
    assert page_views(cast) == 2
    ((_, aside),) = valkey().xrange(f"{stream_name(shard_of(cast.site.id))}:aside")
    assert aside[b"reason"] == b"rows"
    append([make_hit(cast.tenant, cast.site)])
    drain(cast)
    assert page_views(cast) == 3


def test_hits_of_a_site_that_was_deleted_meanwhile_block_nothing(committed_cast: Cast):
    cast = committed_cast
    append([make_hit(cast.tenant, cast.site)])
    with tenant_scope(cast.tenant.id):
        type(cast.site).objects.filter(id=cast.site.id).delete()

    assert drain(cast).views == 0
    assert backlog(shard_of(cast.site.id)) == 0


def test_a_tenants_odd_time_zone_blocks_nothing(committed_cast: Cast):
    cast = committed_cast
    with tenant_scope(cast.tenant.id):
        type(cast.tenant).objects.update(time_zone="Europe/Atlantis")
    append([make_hit(cast.tenant, cast.site)])

    assert drain(cast).views == 1


def test_what_a_dead_drain_left_on_the_stream_is_removed_by_the_next_one(committed_cast: Cast, monkeypatch):
    append([make_hit(committed_cast.tenant, committed_cast.site)])
    with monkeypatch.context() as patch:
        patch.setattr(drain_module, "forget_through", _die)
        with pytest.raises(RuntimeError):
            drain(committed_cast)

    assert drain(committed_cast).hits == 0
    assert backlog(shard_of(committed_cast.site.id)) == 0


def test_a_stream_that_went_back_in_time_is_read_again(committed_cast: Cast):
    shard = shard_of(committed_cast.site.id)
    with database_role("worker"):
        save_position(stream_name(shard), "99999999999999-0")
    append([make_hit(committed_cast.tenant, committed_cast.site)])

    drain(committed_cast)
    drain(committed_cast)

    assert page_views(committed_cast) == 1


def test_hits_of_an_earlier_larger_number_of_shards_are_drained(committed_cast: Cast, settings, monkeypatch):
    settings.STREAM_SHARDS = 997
    append([make_hit(committed_cast.tenant, committed_cast.site)])
    shard = shard_of(committed_cast.site.id)
    settings.STREAM_SHARDS = 1
    sent = []
    monkeypatch.setattr("enrichment.tasks.drain_shard.apply_async", lambda **call: sent.append(call["kwargs"]["shard"]))

    drain_all()

    assert sent == [shard]


def test_what_was_set_aside_has_a_lifetime(committed_cast: Cast):
    stream = stream_name(shard_of(committed_cast.site.id))
    valkey().xadd(stream, {FIELD: b"nonsense"})
    drain(committed_cast)

    assert 0 < valkey().ttl(f"{stream}:aside") <= 3600


def holds(folder: Path, needle: bytes) -> bool:
    """Whether any file in it holds those bytes; one that Valkey removes meanwhile holds none."""
    found = False
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            found = found or needle in path.read_bytes()
    return found


def test_after_the_drain_the_append_only_file_forgets_the_entry_too(committed_cast: Cast):
    append([make_hit(committed_cast.tenant, committed_cast.site)])
    ((_, entry),) = valkey().xrange(stream_name(shard_of(committed_cast.site.id)))
    drain(committed_cast)
    files = settings.VAR_DIR / "valkey" / "appendonlydir"
    assert holds(files, entry[FIELD])

    forget_in_files()

    deadline = time.monotonic() + 20
    while holds(files, entry[FIELD]):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_page_view_lies_on_the_site_of_its_visit(committed_cast: Cast):
    cast = committed_cast
    append([make_hit(cast.tenant, cast.site)])
    drain(cast)

    with database_role("worker"), unscoped_all_tenants("test"), pytest.raises(IntegrityError), transaction.atomic():
        PageView.objects.update(site_id=cast.rival_site.id)

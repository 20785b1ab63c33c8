"""The drain: from sealed batches on a stream to committed rows, exactly once (edge).

One owner per shard, by an advisory lock. The stream position is written in the transaction of the rows, so a process
that dies at any moment has either done both or neither. Addresses end here.
"""

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

import msgspec
from django.db import DataError, IntegrityError, OperationalError, transaction
from psycopg2 import errorcodes

from connectleads.tenancy.locks import Work, hold_shared, sole_owner
from connectleads.tenancy.planner import look_up_by_key
from connectleads.tenancy.scope import unscoped_all_tenants
from enrichment.hit_batch import store_hits
from enrichment.known_ranges import forget_ranges
from tracking.actions import save_position
from tracking.hit import Hit
from tracking.queries import position_of
from tracking.sealing import UnsealError
from tracking.stream import (
    BEGINNING,
    SealedEntry,
    backlog,
    forget_through,
    is_before,
    last_position,
    open_entry,
    read_after,
    set_aside,
    stream_name,
)

log = logging.getLogger(__name__)
ENTRIES_PER_READ = 20
DEADLOCK = errorcodes.DEADLOCK_DETECTED
HITS_PER_BATCH = 8000  # so many make the cost of a transaction small, and need some 20 MB


@dataclass(slots=True)
class DrainReport:
    """What one run did: `hits` read, `views` recorded, `repeats` seen before, `unreadable` entries set aside."""

    hits: int = 0
    views: int = 0
    repeats: int = 0
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry with the hits in it, or with the `fault` for which it could not be opened."""

    entry: SealedEntry
    hits: tuple[Hit, ...] = ()
    fault: str = ""


def drain_shard(shard: int, *, seconds: float = 20.0) -> DrainReport:
    """Record what waits in a shard's stream, for at most about `seconds`. Does nothing when another process does it."""
    report = DrainReport()
    until = monotonic() + seconds
    with sole_owner(Work.DRAIN, shard) as is_owner, _no_cycles_sought():
        while is_owner and monotonic() < until:
            if not _drain_batch(shard, report):
                break
    return report


@contextmanager
def _no_cycles_sought() -> Iterator[None]:
    """Python would look through the rows of a batch again and again for cycles, which they never form."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _drain_batch(shard: int, report: DrainReport) -> int:
    """Record the next entries in one transaction; how many it read.

    When PostgreSQL refuses what they hold, each is tried by itself, so that the one at fault is set aside alone.
    """
    with unscoped_all_tenants("drain"):
        position = position_of(stream_name(shard))
        batch = _next_batch(shard, position)
        if not batch:
            _tidy(shard, position)
            return 0
        try:
            _record(shard, batch, report)
        except OperationalError as error:
            if getattr(error.__cause__, "pgcode", "") != DEADLOCK:
                raise
            log.warning("%s waited for another drain that waited for it; its batch is done again", stream_name(shard))
            return len(batch)
        except (DataError, IntegrityError):
            forget_ranges()  # it may have named a company that staff has merged into another meanwhile
            for one in batch:
                _record_or_set_aside(shard, one, report)
        forget_through(shard, batch[-1].entry.position)
    return len(batch)


def _next_batch(shard: int, position: str) -> list[Opened]:
    """The entries after a position, opened, until they hold enough hits for one transaction."""
    batch: list[Opened] = []
    hits = 0
    while hits < HITS_PER_BATCH:
        entries = read_after(shard, position, ENTRIES_PER_READ)
        opened = [_open(shard, entry) for entry in entries]
        batch += opened
        hits += sum(len(one.hits) for one in opened)
        if len(entries) < ENTRIES_PER_READ:
            break
        position = entries[-1].position
    return batch


def _record(shard: int, batch: Sequence[Opened], report: DrainReport) -> None:
    """Rows and position in one transaction; what could not be opened is set aside once that is committed."""
    with transaction.atomic():
        hold_shared(Work.WITHDRAW)
        look_up_by_key()
        stored = store_hits([hit for one in batch for hit in one.hits])
        save_position(stream_name(shard), batch[-1].entry.position)
    report.views += stored.views
    report.repeats += stored.repeats
    for one in batch:
        report.hits += len(one.hits)
        if one.fault:
            _set_aside(shard, one.entry, one.fault, report)


def _record_or_set_aside(shard: int, one: Opened, report: DrainReport) -> None:
    try:
        _record(shard, [one], report)
    except (DataError, IntegrityError):
        _set_aside(shard, one.entry, "rows", report)  # first, so that a process that dies here loses nothing
        save_position(stream_name(shard), one.entry.position)


def _open(shard: int, entry: SealedEntry) -> Opened:
    try:
        return Opened(entry, open_entry(shard, entry))
    except UnsealError as error:
        return Opened(entry, fault=error.reason)
    except msgspec.DecodeError:
        return Opened(entry, fault="content")


def _set_aside(shard: int, entry: SealedEntry, reason: str, report: DrainReport) -> None:
    report.unreadable += 1
    set_aside(shard, entry, reason)
    log.error("an entry of %s could not be recorded (%s) and was set aside", stream_name(shard), reason)


def _tidy(shard: int, position: str) -> None:
    """Nothing lies behind the position: remove what a drain that died left before it, or begin a lost stream anew."""
    if backlog(shard) == 0:
        return
    if is_before(last_position(shard), position):
        log.error("%s went back in time, so it is read again from its beginning", stream_name(shard))
        save_position(stream_name(shard), BEGINNING)
    else:
        forget_through(shard, position)

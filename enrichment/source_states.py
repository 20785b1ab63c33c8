"""Which sources name companies here, of which day their data are, and how each of them is doing (edge: it reads)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import redis
from django.conf import settings
from django.db.models import Count, Max, Q
from maxminddb import InvalidDatabaseError

from enrichment.findings import Registry
from enrichment.identification import Identifier, installed
from enrichment.models import KnownRange
from enrichment.registry_pace import MANNERS, pace_of
from enrichment.sources.data_files import kind_lists_file, network_database_file
from enrichment.sources.shape import Health
from enrichment.waiting import queue_length


@dataclass(frozen=True, slots=True)
class FileState:
    """A source that is a file. `on` is the day of its data; `is_fetched` when it was fetched and not shipped."""

    health: Health
    is_used: bool
    is_fetched: bool = False
    refreshes: bool = False

    def age(self, today: date) -> timedelta | None:
        """How old its data are."""
        return today - self.health.on if self.health.on else None


@dataclass(frozen=True, slots=True)
class RegistryState:
    """A regional registry: whether it is switched on and permitted, what was asked today, and how it answers.

    `rests_until` is set while its breaker is open. `waiting` are addresses in its queue.
    """

    registry: Registry
    is_on: bool
    is_permitted: bool
    asked: int
    budget: int
    failures: int
    rests_until: datetime | None
    waiting: int


@dataclass(frozen=True, slots=True)
class CacheState:
    """What registries answered before: ranges that still hold, those that are over, and when one was last learnt."""

    ranges: int
    over: int
    learnt_at: datetime | None


@dataclass(frozen=True, slots=True)
class SourceStates:
    """All of them. `registries` is None when Valkey does not answer, `problem` tells why no file could be opened."""

    files: tuple[FileState, ...]
    problem: str
    cache: CacheState
    registries: tuple[RegistryState, ...] | None
    reverse_dns: str


def source_states(now: datetime) -> SourceStates:
    """How every source of this installation is doing, without asking any of them."""
    files, problem = _files()
    return SourceStates(files, problem, _cache(now), _registries(now), settings.REVERSE_DNS)


def _files() -> tuple[tuple[FileState, ...], str]:
    try:
        found = installed()
    except (OSError, ValueError, InvalidDatabaseError) as error:
        return (), type(error).__name__
    return _file_states(found, Path(settings.VAR_DIR)), ""


def _file_states(found: Identifier, var_dir: Path) -> tuple[FileState, ...]:
    network = FileState(
        found.networks.health(),
        is_used=True,
        is_fetched=found.networks.path == network_database_file(var_dir),
        refreshes=bool(settings.NETWORK_DATABASE_URL),
    )
    lists = FileState(
        found.lists.health() if found.lists else Health("kind lists", False),
        is_used=found.lists is not None,
        is_fetched=bool(found.lists) and kind_lists_file(var_dir).is_file(),
        refreshes=bool(settings.KIND_LISTS_URL),
    )
    own = FileState(found.own.health() if found.own else Health("own ranges", True), is_used=found.own is not None)
    return (network, lists, own)


def _cache(now: datetime) -> CacheState:
    told = KnownRange.objects.aggregate(
        held=Count("id", filter=Q(expires_at__gt=now)),
        over=Count("id", filter=Q(expires_at__lte=now)),
        at=Max("learnt_at"),
    )
    return CacheState(told["held"], told["over"], told["at"])


def _registries(now: datetime) -> tuple[RegistryState, ...] | None:
    try:
        return tuple(_registry(one, now) for one in Registry)
    except redis.RedisError:
        return None


def _registry(registry: Registry, now: datetime) -> RegistryState:
    pace = pace_of(registry)
    rests = pace.rests_until > now.timestamp()
    return RegistryState(
        registry=registry,
        is_on=registry.value in settings.REGISTRIES,
        is_permitted=registry.value in settings.REGISTRIES_PERMITTED,
        asked=pace.asked if pace.day == now.date().isoformat() else 0,
        budget=MANNERS[registry].per_day,
        failures=pace.failures,
        rests_until=datetime.fromtimestamp(pace.rests_until, UTC) if rests else None,
        waiting=queue_length(registry),
    )

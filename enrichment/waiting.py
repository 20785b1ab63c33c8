"""Addresses that wait for a registry's answer: sealed in Valkey, for an hour at most, gone at the verdict (edge).

Three keys per address, all with the same lifetime, and a place in the queue of its registry:
the sealed address, the visits that wait for it, and how often it was asked for. An address is known to the queue by a
keyed hash, so that neither the queue nor a task's message holds it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Any, cast
from uuid import UUID

from django.conf import settings

from enrichment.addresses import Address
from enrichment.findings import Registry
from tracking.sealing import UnsealError
from tracking.stream import sealer, valkey

LIFETIME = timedelta(minutes=60)
LEASE_SECONDS = 60.0  # while one process works on an address, no other takes it
FLIGHT_SECONDS = 30
FLIGHT_PREFIX = {4: 24, 6: 48}
PURPOSE = "lookups"

# Take the first address that is due and put it back for later, so that a process that dies loses nothing.
_CLAIM = """
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, 1)
if due[1] then redis.call('ZADD', KEYS[1], ARGV[2], due[1]) end
return due[1]
"""


@dataclass(frozen=True, slots=True)
class WaitingVisit:
    """A visit whose organisation is not known yet, and when its address was received."""

    tenant_id: UUID
    visit_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """An address in the queue. `address` is None once its time is over."""

    id: str
    address: Address | None
    visits: frozenset[tuple[UUID, UUID]]
    attempts: int


def wait(registry: Registry, visits: Mapping[bytes, Iterable[WaitingVisit]], *, now: datetime) -> int:
    """Put addresses (packed) with their visits into a registry's queue; how many were put there.

    The lifetime counts from the first visit, and later visits of the same address do not lengthen it.
    """
    pipe = valkey().pipeline()
    count = 0
    for packed, waiting in visits.items():
        found = list(waiting)
        left = int((min(one.at for one in found) + LIFETIME - now).total_seconds())
        if left <= 0:
            continue
        key = _id(packed)
        members = [f"{one.tenant_id}|{one.visit_id}" for one in found]
        pipe.set(_address_key(key), sealer().seal(packed, stream=PURPOSE), ex=left, nx=True)
        pipe.sadd(_visits_key(key), *members)
        pipe.expire(_visits_key(key), left, nx=True)
        pipe.zadd(_queue_key(registry), {key: now.timestamp()}, nx=True)
        for member in members:
            pipe.set(_visit_key(member), f"{registry.value}|{key}", ex=left)
        count += 1
    pipe.expire(_queue_key(registry), int(LIFETIME.total_seconds()))
    pipe.execute()
    return count


def claim(registry: Registry, *, now: datetime) -> Waiting | None:
    """The next address that is due in a registry's queue, leased to this process; None when none is."""
    at = now.timestamp()
    key = cast(Any, valkey().eval(_CLAIM, 1, _queue_key(registry), str(at), str(at + LEASE_SECONDS)))
    if not key:
        return None
    name = key.decode()
    sealed, attempts = cast("list[bytes | None]", valkey().mget(_address_key(name), _attempts_key(name)))
    members = (member.decode().split("|") for member in cast(Any, valkey().smembers(_visits_key(name))))
    visits = frozenset((UUID(tenant), UUID(visit)) for tenant, visit in members)
    return Waiting(name, _opened(sealed), visits, int(attempts or 0))


def postpone(registry: Registry, waiting: Waiting, *, until: datetime, counts: bool = True) -> None:
    """Ask again at that time, if the address still waits then; `counts` where it was really asked for."""
    pipe = valkey().pipeline()
    if counts:
        pipe.incr(_attempts_key(waiting.id))
        pipe.expire(_attempts_key(waiting.id), int(LIFETIME.total_seconds()))
    pipe.zadd(_queue_key(registry), {waiting.id: until.timestamp()}, xx=True)
    pipe.execute()


def hand_over(registry: Registry, other: Registry, waiting: Waiting, *, now: datetime) -> None:
    """Another registry keeps this address: move it to that one's queue."""
    pipe = valkey().pipeline()
    pipe.incr(_attempts_key(waiting.id))
    pipe.expire(_attempts_key(waiting.id), int(LIFETIME.total_seconds()))
    pipe.zrem(_queue_key(registry), waiting.id)
    pipe.zadd(_queue_key(other), {waiting.id: now.timestamp()})
    pipe.execute()


def forget(registry: Registry, waiting: Waiting) -> None:
    """The verdict is there, or never will be: nothing of the address stays."""
    pipe = valkey().pipeline()
    pipe.zrem(_queue_key(registry), waiting.id)
    members = (_visit_key(f"{tenant_id}|{visit_id}") for tenant_id, visit_id in waiting.visits)
    pipe.delete(_address_key(waiting.id), _visits_key(waiting.id), _attempts_key(waiting.id), *members)
    pipe.execute()


def forget_waiting(visits: Iterable[tuple[UUID, UUID]]) -> int:
    """These visits (tenant, id) are gone, so what waits for them alone is forgotten too; how many addresses went."""
    gone = 0
    for tenant_id, visit_id in visits:
        member = f"{tenant_id}|{visit_id}"
        found = cast("bytes | None", valkey().getdel(_visit_key(member)))
        if found is None:
            continue
        registry, _, key = found.decode().partition("|")
        valkey().srem(_visits_key(key), member)
        if not valkey().scard(_visits_key(key)):
            forget(Registry(registry), Waiting(key, None, frozenset(), 0))
            gone += 1
    return gone


def begin_flight(address: Address) -> bool:
    """Whether nobody else asks about this address or its neighbours now."""
    return bool(valkey().set(_flight_key(address), b"1", nx=True, ex=FLIGHT_SECONDS))


def end_flight(address: Address) -> None:
    """Others may ask again."""
    valkey().delete(_flight_key(address))


def is_due(registry: Registry, *, now: datetime) -> bool:
    """Whether anything in a registry's queue may be asked for now."""
    return bool(valkey().zcount(_queue_key(registry), "-inf", now.timestamp()))


def queue_length(registry: Registry) -> int:
    """How many addresses wait for a registry."""
    return int(cast(Any, valkey().zcard(_queue_key(registry))))


def _opened(sealed: bytes | None) -> Address | None:
    if sealed is None:
        return None
    try:
        return ip_address(sealer().open(sealed, stream=PURPOSE))
    except (UnsealError, ValueError):
        return None


def _id(packed: bytes) -> str:
    return hashlib.blake2b(packed, key=settings.HASH_KEY, person=b"lookups", digest_size=16).hexdigest()


def _flight_key(address: Address) -> str:
    block = ip_network((address, FLIGHT_PREFIX[address.version]), strict=False)
    return f"lookups:flight:{_id(block.network_address.packed)}"


def _queue_key(registry: Registry) -> str:
    return f"lookups:queue:{registry.value}"


def _address_key(key: str) -> str:
    return f"lookups:address:{key}"


def _visits_key(key: str) -> str:
    return f"lookups:visits:{key}"


def _visit_key(member: str) -> str:
    """Where the address is found that a visit waits for."""
    return f"lookups:visit:{member}"


def _attempts_key(key: str) -> str:
    return f"lookups:attempts:{key}"

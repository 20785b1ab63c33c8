"""A backlog of hits as many visitors leave it: sealed entries on the streams (edge)."""

import hashlib
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from ipaddress import IPv4Address
from uuid import UUID

from django.conf import settings

from enrichment.identification import installed_database
from tracking.fingerprints import Hasher
from tracking.hit import Hit, HitKind, Proof
from tracking.stream import append, shard_of

HITS_PER_ENTRY = 64
READING, TURNING = timedelta(seconds=40), timedelta(seconds=2)
_PATHS = tuple(f"/{part}/{number}" for part in ("product", "nieuws", "blog", "dienst") for number in range(50))


def addresses(count: int) -> list[bytes]:
    """That many distinct public addresses from all over the network database, the same at each run."""
    chance, found, database = random.Random(1), dict[bytes, None](), installed_database()  # noqa: S311 (no secret)
    while len(found) < count:
        address = IPv4Address(chance.randrange(0x01000000, 0xDF000000))
        if database.lookup(address).asn:
            found[address.packed] = None
    return list(found)


def fill(sites: Sequence[tuple[str, UUID, UUID]], hits: int, visitors: int, *, run: int = 0) -> int:
    """Put that many hits of that many visitors on the streams; how many views are among them."""
    waiting: dict[int, list[Hit]] = defaultdict(list)
    views = 0
    for hit in made(sites, hits, visitors, run=run):
        views += hit.kind is HitKind.VIEW
        batch = waiting[shard_of(hit.site_id)]
        batch.append(hit)
        if len(batch) == HITS_PER_ENTRY:
            append(batch)
            batch.clear()
    for batch in filter(None, waiting.values()):
        append(batch)
    return views


def made(sites: Sequence[tuple[str, UUID, UUID]], hits: int, visitors: int, *, run: int = 0) -> Iterator[Hit]:
    """Hits in the order of time: visitors arrive one after the other, and each views a page, leaves it, views the next.

    A page is read for forty seconds. All of it happens within the last 25 minutes; `hits` must be twice `visitors` or
    more.
    """
    places = addresses(visitors)
    begin = datetime.now(UTC) - timedelta(minutes=25)
    apart = timedelta(minutes=20) / visitors
    waiting: list[tuple[datetime, int, int]] = [(begin + apart * number, number, 0) for number in range(visitors)]
    turns = [hits * (number + 1) // visitors - hits * number // visitors for number in range(visitors)]
    while waiting:
        at, visitor, turn = heappop(waiting)
        if turn + 1 < turns[visitor]:
            heappush(waiting, (at + (READING if turn % 2 == 0 else TURNING), visitor, turn + 1))
        yield _hit(sites[visitor % len(sites)], at, visitor, turn, places[visitor], run)


def _hit(site: tuple[str, UUID, UUID], at: datetime, visitor: int, turn: int, address: bytes, run: int) -> Hit:
    hasher = Hasher(settings.HASH_KEY)
    _, tenant_id, site_id = site
    name, is_view = f"{run} {visitor}", turn % 2 == 0
    choice_at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=visitor)
    return Hit(
        tenant_id=tenant_id,
        site_id=site_id,
        id=_view_id(run, visitor, turn) if is_view else _view_id(run + 1000, visitor, turn),
        kind=HitKind.VIEW if is_view else HitKind.LEAVE,
        at=at,
        address=address,
        visitor_hash=hasher.visitor(site_id, name),
        path=_PATHS[(visitor + turn) % len(_PATHS)],
        title="Voorbeeld",
        source="google",
        medium="organic",
        campaign="",
        seconds=0 if is_view else 38,
        of=None if is_view else _view_id(run, visitor, turn - 1),
        proof=Proof(
            platform="cookiebot", level="A", gate_version=2, statistics=True, marketing=True, choice_at=choice_at,
            choice_at_is_from_cookie=True, expires_at=at + timedelta(days=100),
            reference_hash=hasher.reference(site_id, name), value_hash=hasher.value(site_id, name), policy_version=1,
        ),
    )  # fmt: skip


def _view_id(run: int, visitor: int, turn: int) -> UUID:
    """Random-looking, as a browser's are: neighbours in time are none in the index."""
    return UUID(bytes=hashlib.md5(f"{run} {visitor} {turn}".encode(), usedforsecurity=False).digest())

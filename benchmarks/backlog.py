"""A backlog of hits as many visitors leave it: sealed entries on the streams (edge)."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from uuid import UUID

HITS_PER_ENTRY = 64
_PATHS = tuple(f"/{part}/{number}" for part in ("product", "nieuws", "blog", "dienst") for number in range(50))


def addresses(count: int) -> list[bytes]:
    """That many distinct public addresses from all over the network database, the same at each run."""
    from enrichment.identification import installed_database

    chance, found, database = random.Random(1), dict[bytes, None](), installed_database()  # noqa: S311 (no secret)
    while len(found) < count:
        address = IPv4Address(chance.randrange(0x01000000, 0xDF000000))
        if database.lookup(address).asn:
            found[address.packed] = None
    return list(found)


def fill(sites: Sequence[tuple[str, UUID, UUID]], hits: int, visitors: int, *, run: int = 0) -> None:
    """Put that many hits of that many visitors on the streams, in the order of time, visitors mixed."""
    from tracking.stream import append

    waiting: dict[int, list] = {}
    from tracking.stream import shard_of

    for hit in made(sites, hits, visitors, run=run):
        batch = waiting.setdefault(shard_of(hit.site_id), [])
        batch.append(hit)
        if len(batch) == HITS_PER_ENTRY:
            append(batch)
            batch.clear()
    for batch in waiting.values():
        if batch:
            append(batch)


def made(sites: Sequence[tuple[str, UUID, UUID]], hits: int, visitors: int, *, run: int = 0) -> Iterator:
    """Hits, each visitor's spread evenly over the last 25 minutes: a page is viewed, left, viewed, left …"""
    from django.conf import settings

    from tracking.fingerprints import Hasher
    from tracking.hit import Hit, HitKind, Proof

    hasher, places = Hasher(settings.HASH_KEY), addresses(visitors)
    now = datetime.now(UTC)
    begin, choice_at = now - timedelta(minutes=25), now - timedelta(days=3)
    step = timedelta(minutes=25) / hits
    viewed: dict[int, UUID] = {}
    for number in range(hits):
        visitor, turn = number % visitors, number // visitors
        _, tenant_id, site_id = sites[visitor % len(sites)]
        hit_id = UUID(int=(run << 96) | (0x4000 << 64) | number)
        is_view = turn % 2 == 0
        if is_view:
            viewed[visitor] = hit_id
        name = f"{run} {visitor}"
        yield Hit(
            tenant_id=tenant_id,
            site_id=site_id,
            id=hit_id,
            kind=HitKind.VIEW if is_view else HitKind.LEAVE,
            at=begin + step * number,
            address=places[visitor],
            visitor_hash=hasher.visitor(site_id, name),
            path=_PATHS[(visitor + turn) % len(_PATHS)],
            title="Voorbeeld",
            source="google",
            medium="organic",
            campaign="",
            seconds=0 if is_view else 12,
            of=None if is_view else viewed[visitor],
            proof=Proof(
                platform="cookiebot", level="A", gate_version=2, statistics=True, marketing=True, choice_at=choice_at,
                choice_at_is_from_cookie=True, expires_at=choice_at + timedelta(days=180),
                reference_hash=hasher.reference(site_id, name), value_hash=hasher.value(site_id, name),
                policy_version=1,
            ),
        )  # fmt: skip

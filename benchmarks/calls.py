"""What single calls cost: one decision on consent, one sealed hit, one identified address; and the snippet's size."""

import gzip
import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import IPv4Address, ip_network
from uuid import uuid4

from benchmarks import cores, stage

ROUNDS = 15
ADDRESSES = 20_000


def run() -> dict[str, float]:
    """decide_us, seal_us, identify_per_s and snippet_gz_bytes."""
    cores.work_on(cores.SERVER)
    try:
        return {
            "decide_us": _decide(),
            "judge_again_us": _judge_again(),
            "seal_us": _seal(),
            "identify_per_s": _identify(),
            "snippet_gz_bytes": _snippet(),
        }
    finally:
        cores.work_on(cores.LOAD)


def best_us(work: Callable[[], object], times: int) -> float:
    """Processor µs for one call: the best of some rounds, which others on the machine disturbed least."""
    found = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(times):
            work()
        found.append((time.process_time() - began) / times * 1e6)
    return min(found)


def _decide() -> float:
    from connectleads.demo.cookiebot_value import value
    from consent.decision import decide
    from consent.evidence import Evidence
    from consent.policy import SitePolicy

    policy = SitePolicy(platform="cookiebot", hosts=frozenset({stage.HOST}))
    evidence = Evidence(platform="cookiebot", name="CookieConsent", value=value())
    now = datetime.now(UTC)
    assert decide(policy, evidence, host=stage.HOST, now=now).is_granted
    return best_us(lambda: decide(policy, evidence, host=stage.HOST, now=now), 2000)


def _judge_again() -> float:
    """A hit of a visitor who was judged a moment ago, from bytes to what is sealed."""
    from connectleads.demo.cookiebot_value import value
    from consent.policy import SitePolicy
    from tracking.doorkeeper import Doorkeeper
    from tracking.fingerprints import Hasher
    from tracking.hit import Hit
    from tracking.http_request import DoorRequest
    from tracking.rate_limits import Limits
    from tracking.site import TrackedSite

    policy = SitePolicy(platform="cookiebot", hosts=frozenset({stage.HOST}))
    site = TrackedSite(key="k", tenant_id=uuid4(), site_id=uuid4(), policy=policy)
    door = Doorkeeper(hasher=Hasher(os.urandom(32)), trusted=[ip_network("127.0.0.1/32")], limits=Limits(10**9, 10**9))
    body = (
        f'{{"id":"{uuid4().hex}","kind":"view","url":"https://{stage.HOST}/prijzen","title":"Prijzen","visitor":'
        f'"{"ab" * 16}","consent":{{"platform":"cookiebot","name":"CookieConsent","value":"{value()}"}}}}'
    )
    headers = {"accept-language": "nl", "user-agent": "Mozilla/5.0", "x-forwarded-for": "93.184.216.34"}
    request = DoorRequest("POST", "/t/k", headers, "127.0.0.1", body.encode())
    now, clock = datetime.now(UTC), time.monotonic()
    assert isinstance(door.hit(site, request, now=now, clock=clock), Hit)
    return best_us(lambda: door.hit(site, request, now=now, clock=clock), 2000)


def _seal() -> float:
    """One hit among 64 in a batch, encoded and sealed."""
    from benchmarks.backlog import made
    from tracking.hit import encode_batch
    from tracking.sealing import Sealer

    sealer = Sealer([("k1", os.urandom(32))])
    hits = tuple(made([("k", uuid4(), uuid4())], 64, 32))
    return best_us(lambda: sealer.seal(encode_batch(hits), stream="hits:0"), 300) / len(hits)


def _identify() -> float:
    """Addresses a second, each of them new."""
    from benchmarks.backlog import addresses
    from enrichment.identification import identify

    found = [IPv4Address(packed) for packed in addresses(ADDRESSES)]
    began = time.process_time()
    for address in found:
        identify(address)
    return len(found) / (time.process_time() - began)


def _snippet() -> float:
    from consent.policy import SitePolicy
    from tracking.site import TrackedSite
    from tracking.snippet import script_for

    policy = SitePolicy(platform="cookiebot", hosts=frozenset({stage.HOST}))
    site = TrackedSite(key="abcdefgh23456789", tenant_id=uuid4(), site_id=uuid4(), policy=policy)
    return float(len(gzip.compress(script_for(site).source, 9)))

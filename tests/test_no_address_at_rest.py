"""Never an address in PostgreSQL, in a log, or in clear in Valkey's files: every byte of them is searched."""

import json
import mmap
import time
import urllib.request
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from uuid import uuid4

import pytest

from connectleads.demo.cast import VORSTKADE
from connectleads.demo.cookiebot_value import value
from tests.demo_run import RunningDemo

MARK = f"merk-{uuid4().hex}"
V4 = [ip_address(f"147.12.{17 + n % 5}.{31 + 13 * n}") for n in range(12)]  # all in one company's network
V6 = [ip_address(f"2a02:a440:{n:x}5a3:7c1d:9e0f:{n + 1:x}b2c:4d6e:8f1a") for n in range(1, 9)]


def forms(address: IPv4Address | IPv6Address) -> list[bytes]:
    """How an address could be written down: text, PostgreSQL's inet, MessagePack, and for IPv6 its bare 16 bytes."""
    texts = {str(address), address.exploded, str(address).upper(), str(int(address))}
    inet = bytes((2 if address.version == 4 else 3, address.max_prefixlen)) + address.packed
    packed = [bytes((0xC4, len(address.packed))) + address.packed, bytes((0xC4, 6, 0)) + address.packed]
    bare = [address.packed] if address.version == 6 else []
    return [*(text.encode() for text in texts), inet, *packed, *bare]


@pytest.fixture(scope="module")
def visited(demo: RunningDemo) -> RunningDemo:
    """The demo after visits from all the addresses: some with consent, some without, some that are nonsense."""
    before = demo.query("SELECT count(*) FROM tracking_pageview")[0][0]
    for address in [*V4, *V6]:
        for consent in (value(), value(marketing=False), None):
            post(demo, address, consent)
        post(demo, address, value(), garbage=True)
    deadline = time.monotonic() + 60
    while demo.query("SELECT count(*) FROM tracking_pageview")[0][0] < before + len(V4) + len(V6):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    demo.query("CHECKPOINT")
    return demo


def post(demo: RunningDemo, address, consent: str | None, *, garbage: bool = False) -> None:
    body = {
        "id": uuid4().hex,
        "kind": "view",
        "url": f"http://127.0.0.1/{MARK}",
        "visitor": uuid4().hex,
        "consent": consent and {"platform": "cookiebot", "name": "CookieConsent", "value": consent},
    }
    data = json.dumps(body).encode()
    request = urllib.request.Request(
        f"{demo.addresses.product}/t/{VORSTKADE.site_key}",
        data[:-3] if garbage else data,
        {"X-Forwarded-For": str(address), "Content-Type": "text/plain"},
    )
    with urllib.request.urlopen(request, timeout=20) as response:
        assert response.status == 204


def found(folder: Path, needle: bytes) -> list[str]:
    """The files below `folder` that hold `needle`."""
    return [
        str(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.stat().st_size and _holds(path, needle)
    ]


def _holds(path: Path, needle: bytes) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(needle) >= 0


def test_the_search_finds_what_is_there(visited: RunningDemo):
    assert found(visited.var_dir / "postgres", MARK.encode())


def test_hits_are_not_in_clear_in_valkeys_files(visited: RunningDemo):
    files = list((visited.var_dir / "valkey").rglob("*.aof"))

    assert files
    assert found(visited.var_dir / "valkey", MARK.encode()) == []


@pytest.mark.parametrize("place", ["postgres", "valkey", "log", "run", "."])
@pytest.mark.parametrize("address", [*V4, *V6], ids=str)
def test_an_address_is_nowhere(visited: RunningDemo, place: str, address):
    folder = visited.var_dir / place
    if place == ".":
        places = [path for path in folder.iterdir() if path.is_file() and path.suffix != ".mmdb"]
        assert not [path for path in places for form in forms(address) if path.stat().st_size and _holds(path, form)]
        return
    assert [(form, found(folder, form)) for form in forms(address) if found(folder, form)] == []


def test_bare_ipv4_bytes_are_nowhere_more_often_than_by_chance(visited: RunningDemo):
    """Four bytes turn up by chance somewhere in so many megabytes; a leak would show all twelve of them."""
    hits = sum(
        bool(found(visited.var_dir / place, address.packed))
        for address in V4
        for place in ("postgres", "valkey", "log")
    )

    assert hits < len(V4) // 2


def test_the_company_was_recognised_all_the_same(visited: RunningDemo):
    (row,) = visited.query(
        "SELECT count(*) FROM tracking_visit v JOIN enrichment_company c ON c.id = v.company_id WHERE c.name = 'Adyen'"
    )
    assert row[0] >= len(V4)

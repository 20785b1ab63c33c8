"""Identification is quick with two million cached networks, and they take little memory; nothing is read too early."""

import subprocess
import sys
import time
from array import array
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from django.db import connection

from enrichment.addresses import AddressRange
from enrichment.identification import Identifier
from enrichment.known_range_rows import EXPIRY_BITS, Facts, KnownPlace, packed
from enrichment.known_ranges import KnownRanges
from enrichment.models import Company, KnownRange
from enrichment.sources.kind_lists import KindLists, shipped_lists
from enrichment.sources.network_database import AsnDatabase, shipped_database
from enrichment.sources.range_index import RangeIndex, places_of
from tests.conftest import ROOT, database_role

RANGES = 2_000_000
PER_MINUTE = 200_000
NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture(scope="module")
def identifier(tmp_path_factory: pytest.TempPathFactory) -> Identifier:
    folder = tmp_path_factory.mktemp("speed")
    return Identifier(AsnDatabase(shipped_database(folder)), KindLists(shipped_lists(folder)))


@pytest.fixture(scope="module")
def two_million() -> KnownRanges:
    """Every second block of eight addresses from 20.0.0.0 on, each within a block of sixteen."""
    firsts, lasts, values = array("Q"), array("Q"), array("q")
    begin, until = int(IPv4Address("20.0.0.0")), int(NOW.timestamp()) + 86_400
    for number in range(RANGES // 2):
        start = begin + 16 * number
        for length in (16, 8):
            firsts.append(start)
            lasts.append(start + length - 1)
            values.append(((0 if length == 16 else 1) << EXPIRY_BITS) | until)
    ranges = KnownRanges()
    ranges._facts.numbers([packed(KnownPlace(kind, 0.9, None, None)) for kind in ("isp", "business")])
    ranges._base = RangeIndex.of_arrays(4, firsts, lasts, values)
    return ranges


def test_two_hundred_thousand_a_minute(identifier: Identifier, two_million: KnownRanges) -> None:
    random = Random(1)
    addresses = [IPv4Address(random.randrange(int(IPv4Address("20.0.0.0")), 2**31)) for _ in range(20_000)]
    began = time.process_time()

    for address in addresses:
        identifier.identify(address)
        two_million.lookup(address, now=NOW)

    assert len(addresses) / (time.process_time() - began) * 60 > PER_MINUTE  # measured: about two million


def test_the_smallest_of_two_million_is_found(two_million: KnownRanges) -> None:
    inner, outer = (
        two_million.lookup(IPv4Address("20.0.0.3"), now=NOW),
        two_million.lookup(IPv4Address("20.0.0.9"), now=NOW),
    )

    assert inner is not None
    assert outer is not None
    assert (inner.kind, outer.kind, len(two_million)) == ("business", "isp", RANGES)


def test_what_has_expired_is_not_known_any_more(two_million: KnownRanges) -> None:
    assert two_million.lookup(IPv4Address("20.0.0.3"), now=datetime(2027, 1, 1, tzinfo=UTC)) is None


def test_two_million_ranges_take_less_than_a_hundred_megabytes(two_million: KnownRanges) -> None:
    ranges = two_million._base._by_version[4]
    size = sum(len(one) * one.itemsize for one in (ranges.firsts, ranges.lasts, ranges.parents, ranges.values))

    assert size < 100_000_000  # 56 MB


ROWS = 100_000
MANY = f"""
    INSERT INTO enrichment_knownrange
        (id, version, first, last, registry, kind, confidence, rule, company_id, network_id, learnt_at, expires_at)
    SELECT gen_random_uuid(), 4, 335544320 + 8 * n, 335544327 + 8 * n, 'ripe', 'isp', 0.5 + (n %% 7) / 20.0, 'pool',
           NULL, NULL, %s, %s FROM generate_series(0, {ROWS - 1}) n"""


def test_remembered_ranges_are_read_by_the_hundred_thousand_in_a_second(db: None) -> None:
    """Measured: two million in two seconds of this process, and six of PostgreSQL on a busy core; 60 MB."""
    with database_role("worker"), connection.cursor() as cursor:
        cursor.execute(MANY, [NOW, NOW + timedelta(days=30)])
        ranges = KnownRanges()
        began = time.process_time()

        ranges.refresh(at_once=True)

    assert time.process_time() - began < 3
    assert len(ranges) == ROWS
    place = ranges.lookup(IPv4Address(335544320 + 8 * 40 + 3), now=NOW)
    assert place == KnownPlace("isp", 0.5 + (40 % 7) / 20, None, None)
    assert ranges.lookup(IPv4Address(335544320 + 8 * ROWS), now=NOW) is None


def test_a_remembered_company_comes_back_as_it_was_kept(db: None) -> None:
    with database_role("worker"):
        company = Company.objects.create(name="Zonneveld", normalised="zonneveld", country="NL")
        known = {"registry": "ripe", "rule": "customer", "learnt_at": NOW, "expires_at": NOW + timedelta(days=30)}
        place = places_of(AddressRange.parse("2a02:a400:1::/48"))
        KnownRange.objects.create(
            version=6, first=place[0], last=place[1], kind="business", confidence=0.82, company=company, **known
        )
        ranges = KnownRanges()
        ranges.refresh(at_once=True)
        KnownRange.objects.create(version=4, first=83886080, last=83886335, kind="vpn", confidence=1.0, **known)
        KnownRange.objects.update(learnt_at=datetime.now(UTC))
        ranges.refresh(at_once=True)

    assert ranges.lookup(IPv6Address("2a02:a400:1::7"), now=NOW) == KnownPlace("business", 0.82, company.id, None, "NL")
    assert ranges.lookup(IPv4Address("5.0.0.9"), now=NOW) == KnownPlace("vpn", 1.0, None, None)


def test_a_place_packs_as_postgresql_sends_it() -> None:
    place = KnownPlace("business", 0.82, UUID(int=7), UUID(int=8), "NL")
    facts = Facts()

    assert [facts.place(number) for number in facts.numbers([packed(place), packed(place)])] == [place, place]


def test_nothing_is_opened_before_it_is_needed() -> None:
    """Starting the worker's modules reads neither databases nor lists of names nor the table of registries."""
    code = (
        "import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; django.setup();"
        "import enrichment.tasks, enrichment.identification as i, enrichment.known_ranges as k;"
        "from enrichment.sources.registry_map import registry_map;"
        "from enrichment.sources.reverse_names import suffixes;"
        "assert not i._opened and k._ranges._read_through is None;"
        "assert registry_map.cache_info().currsize == 0 and suffixes.cache_info().currsize == 0"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert done.returncode == 0, done.stderr


def test_a_thousand_addresses_with_recorded_answers_take_seconds(tmp_path: Path) -> None:
    folder = ROOT.parent / "shared" / "registry" / "rdap"
    if not folder.is_dir():
        pytest.skip("the recorded answers are not on this machine")
    lines = "\n".join(f"86.{n % 200}.17.{n % 250}" for n in range(1_000))
    began = time.monotonic()

    done = subprocess.run(
        [sys.executable, "manage.py", "identify", "--json", "--recorded", str(folder)],
        cwd=ROOT, input=lines, capture_output=True, text=True, timeout=60,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1_000
    assert time.monotonic() - began < 15

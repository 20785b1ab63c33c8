"""Identification is quick with two million cached networks, and they take little memory; nothing is read too early."""

import subprocess
import sys
import time
from array import array
from datetime import UTC, datetime
from ipaddress import IPv4Address
from pathlib import Path
from random import Random

import pytest

from enrichment.identification import Identifier
from enrichment.known_ranges import EXPIRY_BITS, KnownPlace, KnownRanges
from enrichment.sources.kind_lists import KindLists, shipped_lists
from enrichment.sources.network_database import AsnDatabase, shipped_database
from enrichment.sources.range_index import RangeIndex
from tests.conftest import ROOT

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
    ranges._places = [KnownPlace("isp", 0.9, None, None), KnownPlace("business", 0.9, None, None)]
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

"""Addresses in, networks out: special ranges, wrapped addresses, other makers' files, and small networks."""

import lzma
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mmdb_writer import MMDBWriter
from netaddr import IPSet

from enrichment.addresses import BadAddressError, parsed, special_range, unwrapped
from enrichment.sources import network_database
from enrichment.sources.network_database import AsnDatabase, UnfitDatabaseError, shipped_database

RECORD = {"autonomous_system_number": 64_500, "autonomous_system_organization": "Zonneveld N.V."}


def write(path: Path, networks: dict[str, dict[str, Any]], kind: str = "GeoLite2-ASN") -> Path:
    writer = MMDBWriter(ip_version=6, ipv4_compatible=True, database_type=kind, languages=["en"], description="test")
    for network, record in networks.items():
        writer.insert_network(IPSet([network]), record)
    writer.to_db_file(str(path))
    return path


@pytest.fixture
def database(tmp_path: Path) -> AsnDatabase:
    networks = {
        "5.0.0.0/22": RECORD,
        "5.0.8.8/30": RECORD,
        "5.0.9.0/29": RECORD,
        "2a00:1::/48": RECORD,
        "2a00:2::/65": RECORD,
    }
    return AsnDatabase(write(tmp_path / "test.mmdb", networks))


def test_an_address_gives_its_network_and_holder(database: AsnDatabase) -> None:
    finding = database.lookup("5.0.1.2")

    assert (finding.network, finding.asn, finding.holder) == ("5.0.0.0/22", 64_500, "Zonneveld N.V.")
    assert finding.source == "GeoLite2-ASN"
    assert isinstance(finding.source_on, date)


def test_an_ipv6_address_gives_its_network(database: AsnDatabase) -> None:
    assert database.lookup(ip_address("2a00:1::5")).network == "2a00:1::/48"


@pytest.mark.parametrize("address", ["5.0.8.9", "2a00:2::1"])
def test_a_network_close_to_one_visitor_is_not_named(database: AsnDatabase, address: str) -> None:
    finding = database.lookup(address)

    assert finding.asn == 64_500
    assert finding.network is None


def test_a_network_of_eight_addresses_is_named(database: AsnDatabase) -> None:
    assert database.lookup("5.0.9.1").network == "5.0.9.0/29"


@pytest.mark.parametrize("wrapped", ["::ffff:5.0.1.2", "64:ff9b::5.0.1.2", "2002:500:102::1"])
def test_a_wrapped_ipv4_address_is_unwrapped(database: AsnDatabase, wrapped: str) -> None:
    assert database.lookup(wrapped).network == "5.0.0.0/22"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("192.0.2.55", "documentation"),
        ("2001:db8::1", "documentation"),
        ("10.1.2.3", "private"),
        ("fd00::1", "private"),
        ("::ffff:192.168.1.1", "private"),
        ("127.0.0.1", "loopback"),
        ("::1", "loopback"),
        ("169.254.1.1", "link-local"),
        ("fe80::1", "link-local"),
        ("fe80::1%eth0", "link-local"),
        ("100.64.0.1", "shared"),
        ("198.18.0.1", "benchmark"),
        ("224.0.0.1", "multicast"),
        ("ff02::1", "multicast"),
        ("0.0.0.0", "unspecified"),
        ("::", "unspecified"),
        ("255.255.255.255", "reserved"),
        ("4000::1", "reserved"),
    ],
)
def test_a_special_address_belongs_to_nobody(database: AsnDatabase, address: str, reason: str) -> None:
    finding = database.lookup(address)

    assert finding.special == reason
    assert (finding.network, finding.asn, finding.holder) == (None, None, None)


def test_an_address_that_nobody_announces_has_no_holder(database: AsnDatabase) -> None:
    finding = database.lookup("9.9.9.9")

    assert (finding.asn, finding.holder, finding.special) == (None, None, None)


@pytest.mark.parametrize("text", ["", "bogus", "1.2.3", "1.2.3.4.5", "1.2.3.4/24", "12345", "::g"])
def test_what_is_no_address_is_refused_in_one_line(database: AsnDatabase, text: str) -> None:
    with pytest.raises(BadAddressError) as refusal:
        database.lookup(text)

    assert "\n" not in str(refusal.value)


@given(st.text(max_size=50))
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    with suppress(BadAddressError):
        special_range(unwrapped(parsed(text)))


@given(st.ip_addresses())
def test_special_ranges_hold_all_that_python_calls_local(address: Any) -> None:
    if address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified:
        assert special_range(address) is not None


def test_geoip2_isp_works_too(tmp_path: Path) -> None:
    record = {**RECORD, "isp": "Zonneveld", "organization": "Zonneveld Klant"}

    database = AsnDatabase(write(tmp_path / "isp.mmdb", {"5.0.0.0/22": record}, "GeoIP2-ISP"))

    assert database.lookup("5.0.0.1").holder == "Zonneveld N.V."


def test_a_database_of_cities_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnfitDatabaseError, match="GeoLite2-City"):
        AsnDatabase(write(tmp_path / "city.mmdb", {"5.0.0.0/22": {}}, "GeoLite2-City"))


def test_our_own_keys_are_read(tmp_path: Path) -> None:
    record = {**RECORD, "country_code": "NL", "announced_addresses": 1024, "announced_spread": 1}

    database = AsnDatabase(
        write(tmp_path / "own.mmdb", {"5.0.0.0/22": record}, "ConnectLeads-ASN (compat=GeoLite2-ASN)")
    )

    finding = database.lookup("5.0.0.1")
    assert (finding.country, finding.holder_size, finding.holder_spread) == ("NL", 1024, 1)
    assert finding.source == "Routing data"


def test_the_shipped_database_is_unpacked_once(tmp_path: Path) -> None:
    first = shipped_database(tmp_path / "var")
    written_at = first.stat().st_mtime_ns

    assert shipped_database(tmp_path / "var") == first
    assert first.stat().st_mtime_ns == written_at
    assert [path.name for path in (tmp_path / "var").iterdir()] == [first.name]


def test_many_may_unpack_at_the_same_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = tmp_path / "small.mmdb.xz"
    packed.write_bytes(lzma.compress(b"content" * 10_000))
    monkeypatch.setattr(network_database, "SHIPPED", packed)

    with ThreadPoolExecutor(8) as pool:
        paths = set(pool.map(shipped_database, [tmp_path / "var"] * 16))

    assert len(paths) == 1
    assert paths.pop().read_bytes() == b"content" * 10_000
    assert len(list((tmp_path / "var").iterdir())) == 1


def test_the_shipped_database_knows_networks_and_countries(tmp_path: Path) -> None:
    database = AsnDatabase(shipped_database(tmp_path))

    finding = database.lookup("193.0.6.139")

    assert finding.asn == 3333
    assert finding.country == "NL"
    assert finding.source == "Routing data"
    assert finding.source_on == date(2026, 6, 17)

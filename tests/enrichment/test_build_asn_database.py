"""The network database is built from tables on disk, the same every time, and checked before it gets its name."""

import json
from ipaddress import ip_address
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from enrichment.sources.network_database import AsnDatabase

V4 = [("5.0.0.0", "5.0.3.255", 64500, "Zonneveld N.V."), ("5.0.4.5", "5.0.4.9", 64501, "Sunfield, Inc.")]
V6 = [("2a00:1::", "2a00:1:0:ffff:ffff:ffff:ffff:ffff", 64500, "Zonneveld N.V.")]
COUNTRIES = [("5.0.0.0", "5.0.3.255", "NL")]


def table(path: Path, rows: list[tuple[str | int, ...]]) -> None:
    lines = (
        ",".join(json.dumps(value) for value in (int(ip_address(r[0])), int(ip_address(r[1])), *r[2:])) for r in rows
    )
    path.write_text("\n".join(lines) + "\n")


@pytest.fixture
def packages(tmp_path: Path) -> tuple[Path, Path]:
    asn, country = tmp_path / "asn", tmp_path / "country"
    asn.mkdir()
    country.mkdir()
    (asn / "package.json").write_text('{"version": "2.3.2026061719"}')
    table(asn / "asn-ipv4-num.csv", list(V4))
    table(asn / "asn-ipv6-num.csv", list(V6))
    table(country / "geo-whois-asn-country-ipv4-num.csv", list(COUNTRIES))
    table(country / "geo-whois-asn-country-ipv6-num.csv", [("2a00:9::", "2a00:9::ff", "NL")])
    return asn, country


def build(packages: tuple[Path, Path], output: Path, **options: object) -> AsnDatabase:
    call_command("build_asn_database", asn=packages[0], country=packages[1], output=output, verbosity=0, **options)
    return AsnDatabase(output)


def test_tables_become_a_database(packages: tuple[Path, Path], tmp_path: Path) -> None:
    database = build(packages, tmp_path / "out.mmdb")

    finding = database.lookup("5.0.1.1")
    assert (finding.asn, finding.holder, finding.country) == (64500, "Zonneveld N.V.", "NL")
    assert (finding.holder_size, finding.holder_spread) == (1024, 1)
    assert database.lookup("2a00:1::1").asn == 64500
    assert database.lookup("5.0.4.7").country is None
    assert str(database.built_on) == "2026-06-17"


def test_the_same_tables_give_the_same_bytes(packages: tuple[Path, Path], tmp_path: Path) -> None:
    build(packages, tmp_path / "one.mmdb")
    build(packages, tmp_path / "two.mmdb")

    assert (tmp_path / "one.mmdb").read_bytes() == (tmp_path / "two.mmdb").read_bytes()


def test_nothing_is_left_beside_the_result(packages: tuple[Path, Path], tmp_path: Path) -> None:
    build(packages, tmp_path / "result" / "out.mmdb")

    assert [path.name for path in (tmp_path / "result").iterdir()] == ["out.mmdb"]


def test_a_missing_table_is_named(packages: tuple[Path, Path], tmp_path: Path) -> None:
    (packages[0] / "asn-ipv6-num.csv").unlink()

    with pytest.raises(CommandError, match=r"asn-ipv6-num\.csv"):
        build(packages, tmp_path / "out.mmdb")


def test_a_broken_row_is_named_by_its_line(packages: tuple[Path, Path], tmp_path: Path) -> None:
    with (packages[0] / "asn-ipv4-num.csv").open("a") as rows:
        rows.write("1,2,three,Nobody\n")

    with pytest.raises(CommandError, match="line 3"):
        build(packages, tmp_path / "out.mmdb")


def test_the_day_is_asked_for_where_the_package_does_not_tell(packages: tuple[Path, Path], tmp_path: Path) -> None:
    (packages[0] / "package.json").unlink()

    with pytest.raises(CommandError, match="--date"):
        build(packages, tmp_path / "out.mmdb")


def test_a_file_that_differs_from_its_tables_gets_no_name(
    packages: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("enrichment.management.commands.build_asn_database.networks_of", lambda _row: [])

    with pytest.raises(CommandError, match="should be AS"):
        build(packages, tmp_path / "result" / "out.mmdb")

    assert list((tmp_path / "result").iterdir()) == []

"""Published lists of hosts, relays and robots: built from files, found by address."""

import io
import json
from datetime import date
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from mmdb_writer import MMDBWriter

from enrichment.kinds import Kind
from enrichment.sources.kind_lists import KindLists, UnfitListsError, shipped_lists
from enrichment.sources.shape import Outcome


def build(tmp_path: Path, name: str = "kinds.mmdb", **options: Any) -> KindLists:
    output = tmp_path / name
    call_command("build_kind_lists", output=output, date=date(2026, 1, 5), stdout=io.StringIO(), **options)
    return KindLists(output)


def misp(tmp_path: Path, **lists: list[str]) -> Path:
    for name, blocks in lists.items():
        folder = tmp_path / "misp" / name.replace("_", "-")
        folder.mkdir(parents=True)
        content = {"name": f"List of {name}", "version": 20251223, "type": "cidr", "list": blocks}
        (folder / "list.json").write_text(json.dumps(content))
    return tmp_path / "misp"


def test_the_narrower_list_speaks(tmp_path: Path) -> None:
    lists = build(
        tmp_path, misp=misp(tmp_path, amazon_aws=["5.0.0.0/16"], zscaler=["5.0.1.0/24"], rfc1918=["6.0.0.0/8"])
    )

    wide, narrow = lists.lookup(ip_address("5.0.9.9")), lists.lookup(ip_address("5.0.1.9"))

    assert wide is not None
    assert narrow is not None
    assert (wide.kind, wide.name, wide.on) == (Kind.HOSTING, "Amazon Web Services", date(2025, 12, 23))
    assert (narrow.kind, narrow.name, narrow.source) == (Kind.VPN, "Zscaler", "MISP warning lists")
    assert lists.lookup(ip_address("6.0.0.1")) is None
    assert lists.read(ip_address("7.0.0.1")).outcome is Outcome.NOTHING


def test_a_list_of_one_line_each_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "exits.txt").write_text("# exits\n5.0.0.9\n\n2a00:1::/48  # six\n")

    lists = build(tmp_path, list=[f"vpn:Tor exits:{tmp_path / 'exits.txt'}"])

    found = lists.lookup(ip_address("2a00:1::5"))
    assert found is not None
    assert (found.kind, found.name, found.on) == (Kind.VPN, "Tor exits", date(2026, 1, 5))
    assert lists.lookup(ip_address("5.0.0.9")) is not None


@pytest.mark.parametrize("argument", ["vpn", "company:Name:{file}", "vpn::{file}"])
def test_a_list_is_named_by_kind_name_and_file(tmp_path: Path, argument: str) -> None:
    (tmp_path / "a.txt").write_text("5.0.0.9")

    with pytest.raises(CommandError):
        build(tmp_path, list=[argument.format(file=tmp_path / "a.txt")])


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("5.0.0.9\nbogus")

    with pytest.raises(CommandError, match="line 2: bogus"):
        build(tmp_path, list=[f"vpn:X:{tmp_path / 'a.txt'}"])


def test_nothing_to_build_from_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No list was given"):
        build(tmp_path)
    (tmp_path / "empty").mkdir()
    with pytest.raises(CommandError, match="holds no MISP warning list"):
        build(tmp_path, misp=tmp_path / "empty")


def test_the_same_lists_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    lists = misp(tmp_path, amazon_aws=["5.0.0.0/16"], googlebot=["5.0.1.0/24", "5.0.3.0/24"])

    build(tmp_path, "one.mmdb", misp=lists)
    build(tmp_path, "two.mmdb", misp=lists)

    assert (tmp_path / "one.mmdb").read_bytes() == (tmp_path / "two.mmdb").read_bytes()


def test_another_database_is_refused(tmp_path: Path) -> None:
    writer = MMDBWriter(ip_version=6, database_type="GeoLite2-ASN", languages=["en"], description="x")
    writer.to_db_file(str(tmp_path / "other.mmdb"))

    with pytest.raises(UnfitListsError, match="GeoLite2-ASN"):
        KindLists(tmp_path / "other.mmdb")


def test_the_shipped_lists_know_hosts_and_no_home(tmp_path: Path) -> None:
    lists = KindLists(shipped_lists(tmp_path))

    assert lists.lookup(ip_address("8.8.8.8")) is not None  # Google
    assert lists.lookup(ip_address("51.158.170.170")) is not None  # Scaleway
    assert lists.lookup(ip_address("86.83.170.170")) is None  # KPN
    assert lists.lookup(ip_address("147.12.18.170")) is None  # Adyen

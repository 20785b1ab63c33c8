"""Newer network data are fetched, verified and swapped in one step; whatever goes wrong, the last good one stays."""

import gzip
import io
import lzma
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from mmdb_writer import MMDBWriter
from netaddr import IPSet

from enrichment import refreshing
from enrichment.identification import forget_installed, installed, published_lists
from enrichment.refreshing import RefreshError, SourceFile, refresh, verified_database, verified_lists
from enrichment.sources.dated_writer import DatedWriter
from enrichment.sources.kind_lists import DATABASE_TYPE
from tests.conftest import Cast

NETWORKS = {"8.8.8.0/24": 15169, "1.1.1.0/24": 13335, "9.9.9.0/24": 19281, "5.0.0.0/22": 64500}


def database(path: Path, networks: dict[str, int] = NETWORKS, kind: str = "GeoLite2-ASN") -> bytes:
    writer = MMDBWriter(ip_version=6, ipv4_compatible=True, database_type=kind, languages=["en"], description="test")
    for block, asn in networks.items():
        record = {"autonomous_system_number": asn, "autonomous_system_organization": f"Holder {asn} B.V."}
        writer.insert_network(IPSet([block]), record)
    writer.to_db_file(str(path / "made.mmdb"))
    return (path / "made.mmdb").read_bytes()


def lists(path: Path, block: str = "8.8.8.0/24") -> bytes:
    writer = DatedWriter(date(2026, 11, 1), database_type=DATABASE_TYPE, description="test")
    writer.insert_network(IPSet([block]), {"kind": "hosting", "name": "X", "source": "X", "updated": ""})
    writer.to_db_file(str(path / "made.mmdb"))
    return (path / "made.mmdb").read_bytes()


@pytest.fixture
def shelf() -> Iterator[dict[str, Any]]:
    """What a publisher serves: `content`, its `status`, and how much it `promises`; `url` is where."""
    state: dict[str, Any] = {"content": b"", "status": 200, "promises": None}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(state["status"])
            promised = state["promises"]
            self.send_header("Content-Length", str(len(state["content"]) if promised is None else promised))
            self.end_headers()
            self.wfile.write(state["content"])

        def log_message(self, *args: Any) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    state["url"] = f"http://127.0.0.1:{server.server_address[1]}/asn.mmdb"
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


def source(shelf: dict[str, Any], target: Path) -> SourceFile:
    return SourceFile("network database", shelf["url"], target, verified_database)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress], ids=["plain", "gz", "xz"])
def test_a_good_file_takes_the_old_ones_place_which_is_kept(tmp_path: Path, shelf: dict[str, Any], pack):
    target = tmp_path / "sources" / "network.mmdb"
    target.parent.mkdir()
    target.write_bytes(b"the old one")
    shelf["content"] = pack(database(tmp_path))

    word = refresh(source(shelf, target), print)

    assert word.startswith("GeoLite2-ASN of ")
    assert target.read_bytes() == database(tmp_path)
    assert target.with_name("network.mmdb.previous").read_bytes() == b"the old one"
    assert sorted(path.name for path in target.parent.iterdir()) == ["network.mmdb", "network.mmdb.previous"]


def broken(tmp_path: Path, what: str) -> dict[str, Any]:
    good = database(tmp_path)
    return {
        "missing": {"status": 404},
        "failing": {"status": 500},
        "cut": {"content": good[: len(good) // 2]},
        "short": {"content": good[:100], "promises": len(good)},
        "empty": {"content": b""},
        "page": {"content": b"<html>Please sign in</html>"},
        "torn": {"content": gzip.compress(good)[:-20]},
        "cities": {"content": database(tmp_path, kind="GeoLite2-City")},
        "ignorant": {"content": database(tmp_path, {"5.0.0.0/22": 64500})},
        "lists": {"content": lists(tmp_path)},
    }[what]


@pytest.mark.parametrize(
    "what", ["missing", "failing", "cut", "short", "empty", "page", "torn", "cities", "ignorant", "lists"]
)
def test_the_last_good_one_stays_when_anything_is_wrong(tmp_path: Path, shelf: dict[str, Any], what: str):
    target = tmp_path / "sources" / "network.mmdb"
    target.parent.mkdir()
    target.write_bytes(b"the old one")
    shelf.update(broken(tmp_path, what))

    with pytest.raises(RefreshError) as refusal:
        refresh(source(shelf, target), print)

    assert "\n" not in str(refusal.value)
    assert target.read_bytes() == b"the old one"
    assert [path.name for path in target.parent.iterdir()] == ["network.mmdb"]


@pytest.mark.parametrize(
    ("pack", "said"), [(bytes, "It is"), (gzip.compress, "Unpacked it is"), (lzma.compress, "Unpacked it is")]
)
def test_a_file_without_end_is_given_up(tmp_path: Path, shelf: dict[str, Any], pack, said: str):
    shelf["content"] = pack(bytes(100_000))

    with pytest.raises(RefreshError, match=f"^{said} larger than any"):
        refresh(replace(source(shelf, tmp_path / "network.mmdb"), most_bytes=1_000), print)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_a_published_list_that_is_read_whole_may_be_less_large_than_a_database(
    cast: Cast, tmp_path: Path, shelf: dict[str, Any], settings, pack
):
    settings.VAR_DIR, settings.KIND_LIST_URLS = tmp_path / "var", (("vpn", "Exits", shelf["url"]),)
    (file,) = refreshing.source_files()
    shelf["content"] = pack(b"#" * (refreshing.MAX_LIST_BYTES + 1))

    with pytest.raises(RefreshError, match="larger than any"):
        refresh(file, print)

    assert not file.target.exists()
    assert file.most_bytes == refreshing.MAX_LIST_BYTES < refreshing.MAX_BYTES


def test_lists_have_to_know_hosts(tmp_path: Path):
    (tmp_path / "good.mmdb").write_bytes(lists(tmp_path))
    (tmp_path / "poor.mmdb").write_bytes(lists(tmp_path, "5.0.0.0/24"))

    assert verified_lists(tmp_path / "good.mmdb") == "lists of 2026-11-01"
    with pytest.raises(RefreshError, match="hosts that everybody knows"):
        verified_lists(tmp_path / "poor.mmdb")
    with pytest.raises(RefreshError, match="no kinds"):
        verified_lists(tmp_path / "made.mmdb.none")


def test_the_command_tells_how_far_it_is_and_a_running_process_takes_it_up(
    cast: Cast, tmp_path: Path, shelf: dict[str, Any], settings, monkeypatch
):
    monkeypatch.setattr(refreshing, "STEP", 1)
    settings.VAR_DIR, settings.NETWORK_DATABASE_URL = tmp_path / "var", shelf["url"]
    forget_installed()
    before = installed().identify("5.0.0.1").network.holder
    shelf["content"] = database(tmp_path)
    out = io.StringIO()

    call_command("refresh_sources", stdout=out)
    monkeypatch.setattr("enrichment.identification.LOOKS_AGAIN_AFTER", 0.0)

    said = out.getvalue()
    assert "network database: 0 MB" in said
    assert "network database: GeoLite2-ASN of " in said
    assert before != "Holder 64500 B.V."
    assert installed().identify("5.0.0.1").network.holder == "Holder 64500 B.V."
    forget_installed()


def test_the_command_ends_with_1_and_says_what_is_used_still(
    cast: Cast, tmp_path: Path, shelf: dict[str, Any], settings
):
    settings.VAR_DIR, settings.KIND_LISTS_URL = tmp_path / "var", shelf["url"]
    shelf["status"] = 503
    out = io.StringIO()

    with pytest.raises(SystemExit):
        call_command("refresh_sources", stdout=out)

    assert "The one used before is kept." in out.getvalue()


def test_without_an_address_the_command_says_what_to_set():
    with pytest.raises(CommandError, match="NETWORK_DATABASE_URL"):
        call_command("refresh_sources")


def test_a_published_list_is_fetched_and_holds_at_once(cast: Cast, tmp_path: Path, shelf: dict[str, Any], settings):
    settings.VAR_DIR, settings.KIND_LIST_URLS = tmp_path / "var", (("vpn", "Exits", shelf["url"]),)
    shelf["content"] = b"147.12.18.0/24\n"
    forget_installed()

    call_command("refresh_sources", stdout=io.StringIO())
    forget_installed()

    verdict = installed().identify("147.12.18.170").verdict
    assert (verdict.kind, verdict.rule) == ("vpn", "listed")
    assert "Exits" in {one.fact("value") for one in verdict.evidence}
    forget_installed()


@pytest.mark.parametrize("bad", [b"<html>", b"0.0.0.0/0", b""])
def test_a_bad_published_list_leaves_the_last_good_one(
    cast: Cast, tmp_path: Path, shelf: dict[str, Any], settings, bad: bytes
):
    settings.VAR_DIR, settings.KIND_LIST_URLS = tmp_path / "var", (("hosting", "Centres", shelf["url"]),)
    shelf["content"] = b"5.0.0.0/24\n"
    call_command("refresh_sources", stdout=io.StringIO())
    shelf["content"], out = bad, io.StringIO()

    with pytest.raises(SystemExit):
        call_command("refresh_sources", stdout=out)

    assert "The one used before is kept." in out.getvalue()
    assert published_lists()[0].path.read_bytes() == b"5.0.0.0/24\n"

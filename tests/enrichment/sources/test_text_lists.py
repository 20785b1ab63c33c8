"""Published lists: read as their publishers write them, refused when they cannot be true."""

from ipaddress import ip_address
from pathlib import Path

import pytest

from enrichment.kinds import Kind
from enrichment.sources.shape import Outcome
from enrichment.sources.text_lists import PublishedList, TextLists, UnfitListError, read_blocks


def published(folder: Path, text: str | None, *, kind: Kind = Kind.VPN, name: str = "Exits") -> PublishedList:
    path = folder / f"{name}.txt"
    if text is not None:
        path.write_text(text)
    return PublishedList(kind, name, "https://lists.example/x.txt", path)


@pytest.mark.parametrize(
    "line",
    ["5.0.0.7", "5.0.0.0/28 # a note", "5.0.0.0/28,GB,GB-EN,London,", "5.0.0.4-5.0.0.9", "5.0.0.0/28\t2026-11-02"],
)
def test_a_block_stands_first_in_its_line(line: str) -> None:
    [block] = read_blocks(f"# exits\n\n// of today\n{line}\n")

    assert block.holds(ip_address("5.0.0.7"))


def test_private_blocks_are_passed_over() -> None:
    assert [block.text for block in read_blocks("10.0.0.0/8\n5.0.0.0/24\n2a02:db8::/32\nfe80::/64")] == [
        "5.0.0.0/24",
        "2a02:db8::/32",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html><body>Not found</body></html>",
        '{"prefixes": []}',
        "5.0.0.0/24\nExitNode A\nPublished B\n",
        "0.0.0.0/0",
        "5.0.0.0/7",
        "2000::/3",
        "\n".join(f"{first}.0.0.0/8" for first in range(20, 90)),
    ],
    ids=["empty", "page", "json", "half", "all", "seven", "six", "quarter"],
)
def test_what_is_no_list_or_lists_too_much_is_refused(text: str) -> None:
    with pytest.raises(UnfitListError):
        read_blocks(text)


def test_the_narrowest_block_of_all_lists_tells(tmp_path: Path) -> None:
    lists = TextLists(
        [
            published(tmp_path, "5.0.0.0/16", kind=Kind.HOSTING, name="Centres"),
            published(tmp_path, "5.0.1.0/24"),
            published(tmp_path, None, name="Not fetched yet"),
        ]
    )

    relay, host = lists.read(ip_address("5.0.1.9")), lists.read(ip_address("5.0.2.9"))

    assert (relay.finding.kind, relay.finding.name) == (Kind.VPN, "Exits")
    assert (host.finding.kind, host.finding.source) == (Kind.HOSTING, "Centres")
    assert lists.read(ip_address("6.0.0.1")).outcome is Outcome.NOTHING
    assert lists.health().detail == "2 lists, 2 blocks"

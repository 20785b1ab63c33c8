"""An operator's own list of ranges."""

from ipaddress import ip_address
from pathlib import Path

import pytest

from enrichment.identification import Identifier
from enrichment.kinds import Kind
from enrichment.sources.network_database import AsnDatabase, shipped_database
from enrichment.sources.own_ranges import BadRangesError, OwnRanges
from enrichment.sources.shape import Outcome

LIST = """range,name,country
86.83.17.0/24,Zonneveld Bloemen B.V.,NL
86.83.17.32-86.83.17.40,
2a02:a400::/48,Duinzicht N.V.,nl
"""


def ranges(tmp_path: Path, text: str = LIST) -> OwnRanges:
    (tmp_path / "own.csv").write_text(text)
    return OwnRanges(tmp_path / "own.csv")


def test_the_smallest_own_range_is_found(tmp_path: Path) -> None:
    own = ranges(tmp_path)

    assert own.read(ip_address("86.83.17.9")).finding.name == "Zonneveld Bloemen B.V."
    assert own.read(ip_address("86.83.17.33")).finding.is_own_office
    assert own.read(ip_address("2a02:a400:0:7::1")).finding.country == "NL"
    assert own.read(ip_address("86.83.18.1")).outcome is Outcome.NOTHING
    assert own.health().detail == "3 ranges"


def test_an_own_range_is_believed_before_all_else(tmp_path: Path) -> None:
    identifier = Identifier(AsnDatabase(shipped_database(tmp_path / "var")), own=ranges(tmp_path))

    customer = identifier.identify("86.83.17.9").verdict
    office = identifier.identify("86.83.17.33").verdict

    assert customer.organisation is not None
    assert (customer.kind, customer.organisation.display) == (Kind.BUSINESS, "Zonneveld Bloemen")
    assert (office.kind, office.organisation, office.rule) == (Kind.UNKNOWN, None, "own-range")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "first line"),
        ("netwerk,naam\n", "first line"),
        ("range,name\nbogus,X", "line 2"),
        ("range,name,country\n5.0.0.0/24,X,Nederland", "line 2: the country"),
    ],
)
def test_a_wrong_list_is_told_by_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadRangesError, match=said):
        ranges(tmp_path, text)

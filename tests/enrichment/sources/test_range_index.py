"""The smallest of many ranges is found, in a few compact arrays."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrichment.addresses import AddressRange
from enrichment.sources.range_index import RangeIndex, places_of


def index(*texts: str) -> RangeIndex:
    ranges = [AddressRange.parse(text) for text in texts]
    return RangeIndex((one.version, *places_of(one), number) for number, one in enumerate(ranges))


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("5.0.1.9", 2),
        ("5.0.1.200", 1),
        ("5.0.2.1", 0),
        ("5.1.0.1", None),
        ("4.255.255.255", None),
        ("5.0.1.194", 3),
        ("5.0.1.193", 1),
        ("2a00:1::5", 4),
        ("2a00:2::5", None),
        ("2a00:3:0:1::1", 5),
        ("2a00:3:0:2::1", None),
    ],
)
def test_the_smallest_range_around_an_address_is_found(address: str, found: int | None) -> None:
    kept = index("5.0.0.0/16", "5.0.1.0/24", "5.0.1.8/29", "5.0.1.194-5.0.1.199", "2a00:1::/48", "2a00:3:0:1::/64")

    assert kept.lookup(ip_address(address)) == found
    assert len(kept) == 6


def test_an_empty_index_finds_nothing() -> None:
    assert index().lookup(ip_address("5.0.0.1")) is None


@given(st.lists(st.tuples(st.integers(0, 250), st.integers(1, 40)), max_size=25), st.integers(0, 300))
def test_it_finds_what_a_search_of_all_finds(spans: list[tuple[int, int]], asked: int) -> None:
    """Registries give out ranges that lie in one another or beside one another, as these do."""
    nested: list[tuple[int, int]] = []
    for first, length in dict.fromkeys(spans):
        last = first + length
        if all(last < a or b < first or (a <= first and last <= b) or (first <= a and b <= last) for a, b in nested):
            nested.append((first, last))
    kept = RangeIndex((4, first, last, number) for number, (first, last) in enumerate(nested))

    holding = [(last - first, number) for number, (first, last) in enumerate(nested) if first <= asked <= last]

    assert kept.lookup(ip_address(asked)) == (min(holding)[1] if holding else None)

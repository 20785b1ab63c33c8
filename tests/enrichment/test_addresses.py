"""Ranges as registries write them: also such as are no CIDR block."""

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrichment.addresses import AddressRange


@pytest.mark.parametrize(
    ("text", "written", "size"),
    [
        ("5.0.1.0/24", "5.0.1.0/24", 256),
        ("5.0.1.7/24", "5.0.1.0/24", 256),
        ("5.0.1.194 - 5.0.1.255", "5.0.1.194-5.0.1.255", 62),
        ("5.0.1.0-5.0.1.255", "5.0.1.0/24", 256),
        ("5.0.1.9", "5.0.1.9/32", 1),
        ("2a00:1::/48", "2a00:1::/48", 1 << 80),
    ],
)
def test_a_range_is_read_and_written(text: str, written: str, size: int) -> None:
    kept = AddressRange.parse(text)

    assert (kept.text, kept.size) == (written, size)


@pytest.mark.parametrize("text", ["", "bogus", "5.0.1.9-5.0.1.1", "5.0.1.1-2a00::1", "5.0.1.0/33", "5.0.1.1-"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        AddressRange.parse(text)


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("5.0.1.8/29", False),
        ("5.0.1.8/30", True),
        ("5.0.1.1-5.0.1.8", False),
        ("5.0.1.1-5.0.1.7", True),
        ("2a00::/64", False),
        ("2a00::/65", True),
    ],
)
def test_a_range_close_to_one_visitor_is_small(text: str, small: bool) -> None:
    assert AddressRange.parse(text).is_small is small


@given(st.ip_addresses(v=4), st.integers(0, 5_000))
def test_its_blocks_are_the_range(first, more: int) -> None:
    last = ip_address(min(int(first) + more, 2**32 - 1))
    kept = AddressRange.of(first, last)

    blocks = [AddressRange.parse(block) for block in kept.blocks()]

    assert sum(block.size for block in blocks) == kept.size
    assert all(block.within(kept) for block in blocks)
    assert kept.holds(first)
    assert kept.holds(last)

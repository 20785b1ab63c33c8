"""Whose address a request comes from."""

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.client_ip import client_address

PROXIES = (ip_network("127.0.0.0/8"), ip_network("10.0.0.0/8"), ip_network("2001:db8:ffff::/48"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.7", "", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),  # a stranger's header is not believed
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"),  # the client wrote 1.2.3.4 itself
        ("127.0.0.1", "198.51.100.1, 10.0.0.5", "198.51.100.1"),
        ("127.0.0.1", "198.51.100.1,10.0.0.5 , 10.0.0.6", "198.51.100.1"),
        ("127.0.0.1", "10.0.0.9", "10.0.0.9"),  # every hop is ours: the left-most one made the request
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "unknown", None),
        ("127.0.0.1", "198.51.100.1, unknown", None),
        ("127.0.0.1", "[2001:db8::1]:443", "2001:db8::1"),
        ("127.0.0.1", "198.51.100.1:5555", "198.51.100.1"),
        ("127.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"),
        ("::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("2001:db8:ffff::2", "2001:db8::1", "2001:db8::1"),
        ("127.0.0.1", "fe80::1%eth0", None),
        ("", "198.51.100.1", None),
    ],
)
def test_the_right_most_untrusted_hop_is_the_client(peer: str, forwarded: str, expected: str | None):
    assert client_address(peer, forwarded, PROXIES) == (ip_address(expected) if expected else None)


@given(st.text(), st.text())
def test_nothing_makes_it_fall(peer: str, forwarded: str):
    client_address(peer, forwarded, PROXIES)


@given(
    st.ip_addresses(v=4).filter(lambda address: not any(address in net for net in PROXIES[:2])),
    st.text(alphabet="0123456789., "),
)
def test_what_a_client_sends_cannot_change_what_our_proxy_saw(address, claimed: str):
    assert client_address("127.0.0.1", f"{claimed},{address}", PROXIES) == address

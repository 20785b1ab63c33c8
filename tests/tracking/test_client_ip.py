"""Whose address a request comes from."""

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.client_ip import ClientAddresses, client_address

PROXIES = (ip_network("127.0.0.0/8"), ip_network("10.0.0.0/8"), ip_network("2001:db8:ffff::/48"))
QUICK = ClientAddresses(PROXIES)


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


@given(
    st.sampled_from(["127.0.0.1", "10.1.2.3", "203.0.113.7", "::1", "2001:db8:ffff::2", "", "unix"]),
    st.one_of(
        st.ip_addresses().map(str),
        st.lists(st.ip_addresses().map(str), max_size=3).map(", ".join),
        st.sampled_from(
            ["", "unknown", "010.0.0.1", "1.2.3.4:80", "[2001:db8::1]:443", " 1.2.3.4", "10.0.0.9", "1.2.3"]
        ),
    ),
)
def test_the_quicker_reader_gives_the_same_answers(peer: str, forwarded: str):
    expected = client_address(peer, forwarded, PROXIES)

    assert QUICK.of(peer, forwarded) == (expected.packed if expected else None)


def test_the_quicker_reader_remembers_no_visitor():
    quick = ClientAddresses(PROXIES)

    for n in range(50):
        quick.of(f"203.0.113.{n}", f"198.51.100.{n}")
        quick.of(f"10.0.0.{n}", f"198.51.100.{n}")

    assert {address.split(".")[0] for address in quick._proxies} == {"10"}

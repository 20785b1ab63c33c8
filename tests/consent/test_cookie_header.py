"""The Cookie header keeps every pair as it was sent."""

from hypothesis import given
from hypothesis import strategies as st

from consent.cookie_header import split_cookies


def test_pairs_keep_their_order_and_duplicates():
    assert split_cookies("a=1; b=2; a=3") == (("a", "1"), ("b", "2"), ("a", "3"))


def test_a_value_may_hold_anything_but_a_semicolon():
    assert split_cookies('j={"a":1,"b":"x y"}; k="q"; l=a=b') == (
        ("j", '{"a":1,"b":"x y"}'),
        ("k", '"q"'),
        ("l", "a=b"),
    )


def test_what_is_no_pair_is_passed_over_and_ends_nothing():
    assert split_cookies("permit 1,2,3; a=b; =c;; d=") == (("a", "b"), ("d", ""))


@given(st.text())
def test_no_header_raises(header: str):
    split_cookies(header)

"""Batches are sealed, and only what was sealed for a stream opens on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.sealing import Sealer, UnsealError

OLD, NEW = ("k1", bytes(32)), ("k2", bytes(range(32)))


def test_what_was_sealed_opens_again_and_shows_nothing():
    sealed = Sealer([NEW]).seal(b"203.0.113.7", stream="hits:0")

    assert b"203.0.113.7" not in sealed
    assert Sealer([NEW]).open(sealed, stream="hits:0") == b"203.0.113.7"


def test_two_seals_of_the_same_differ():
    sealer = Sealer([NEW])

    assert sealer.seal(b"x", stream="hits:0") != sealer.seal(b"x", stream="hits:0")


def test_after_a_rotation_the_old_key_still_opens_and_the_new_one_seals():
    sealed = Sealer([OLD]).seal(b"x", stream="hits:0")
    rotated = Sealer([NEW, OLD])

    assert rotated.open(sealed, stream="hits:0") == b"x"
    assert rotated.seal(b"x", stream="hits:0")[2:4] == b"k2"


@pytest.mark.parametrize(
    ("sealed", "stream", "reason"),
    [
        (Sealer([OLD]).seal(b"x", stream="hits:0"), "hits:0", "key"),
        (Sealer([NEW]).seal(b"x", stream="hits:0"), "hits:1", "tag"),
        (b"", "hits:0", "form"),
        (b"\x02aaaa", "hits:0", "form"),
        (b"\x01\x02k2short", "hits:0", "tag"),
    ],
    ids=["unknown key", "other stream", "empty", "other version", "cut"],
)
def test_what_does_not_open_says_why(sealed: bytes, stream: str, reason: str):
    with pytest.raises(UnsealError) as caught:
        Sealer([NEW]).open(sealed, stream=stream)

    assert caught.value.reason == reason


@given(st.binary(max_size=60), st.integers(0, 200), st.integers(1, 255))
def test_a_changed_byte_anywhere_is_noticed(clear: bytes, place: int, change: int):
    sealed = bytearray(Sealer([NEW]).seal(clear, stream="hits:0"))
    sealed[place % len(sealed)] ^= change

    with pytest.raises(UnsealError):
        Sealer([NEW]).open(bytes(sealed), stream="hits:0")

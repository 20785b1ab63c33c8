"""Values are decoded strictly, at most twice, and never into anything that standard tools would let pass."""

import re
from urllib.parse import quote, unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.decoding import decoded, decodings, fitting, is_well_formed
from consent.instants import http_instant, iso_instant, milliseconds_instant, seconds_instant
from consent.strict_json import object_in, read_json, strings


def test_a_value_is_at_most_4096_bytes_of_printable_ascii():
    assert is_well_formed("")
    assert is_well_formed("~ " * 2048)
    assert not is_well_formed("~" * 4097)
    assert not any(map(is_well_formed, ("é", "\t", "\x7f", "a\n", "\x00")))


@pytest.mark.parametrize(
    "broken", ["%", "%2", "%G0", "%2G", "100%", "%%41", "%41%", "%u0041", "%=41", "=%", "%C3", "%FF"]
)
def test_a_broken_escape_ends_the_decoding(broken: str):
    assert decoded(broken) is None
    assert decoded(f"%41{broken}") is None


@pytest.mark.parametrize("smuggled", ["%00", "%0D%0A", "%7F", "%C2%85", "%E2%80%A8", "%E2%80%A9"])
def test_a_control_ends_the_decoding(smuggled: str):
    assert decoded(f"a{smuggled}b") is None


def test_a_plus_is_never_a_space_and_nothing_is_decoded_three_times():
    assert list(decodings("a+b")) == ["a+b"]
    assert list(decodings("%252541")) == ["%252541", "%2541", "%41"]
    assert fitting(re.compile("A"), "%252541") is None
    assert fitting(re.compile("A"), "%2541") is not None
    assert fitting(re.compile("A"), "%41", passes=0) is None


@given(st.text(alphabet="%=0123456789ABCDEFabcdefgxyz_?!. \t", max_size=60))
def test_decoding_agrees_with_the_reference_wherever_it_is_strict(text: str):
    sound = "%" in text and not re.search(r"%(?![0-9A-Fa-f]{2})", text)
    try:
        expected = unquote_to_bytes(text).decode() if sound else None
    except UnicodeDecodeError:
        expected = None
    if expected is not None and re.search("[\x00-\x1f\x7f-\x9f]", expected):
        expected = None

    assert decoded(text) == expected


@given(st.text(alphabet=st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
def test_what_a_browser_encodes_comes_back(text: str):
    assert decoded(quote(text, safe="") + "%41") == text + "A"


@given(st.text())
def test_no_text_raises(text: str):
    list(decodings(text))
    read_json(text)
    object_in(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":1}',
        '{"a":NaN}',
        '{"a":Infinity}',
        '{"a":1} ',
        " {}",
        '{"a":1}{}',
        "{'a':1}",
        '{"a":' * 2000,
        "[" * 4000,
    ],
)
def test_json_is_strict(text: str):
    assert read_json(text) is None


def test_lists_hold_different_strings():
    assert strings(["a", "b"]) == ["a", "b"]
    assert strings([]) == []
    assert [strings(one) for one in (["a", "a"], ["a", 1], "ab", None, {"a": 1})] == [None] * 5


@pytest.mark.parametrize(
    "value",
    ["2026-11-01", "2026-11-01T10:00:00", "2026-13-01T10:00:00Z", "20261101T100000Z", " 2026-11-01T10:00:00Z", 1, None],
)
def test_a_time_without_a_zone_or_out_of_form_is_none(value: object):
    assert iso_instant(value) is None


def test_numbers_have_exactly_their_digits():
    assert (
        milliseconds_instant(1_761_955_200_000)
        == seconds_instant(1_761_955_200)
        == iso_instant("2025-11-01T00:00:00.000Z")
    )
    for amiss in (True, "1761955200", 1.5e9, None, -1_761_955_200, 10**30):
        assert milliseconds_instant(amiss) is None
        assert seconds_instant(amiss) is None


def test_a_date_as_http_writes_it():
    assert http_instant("Sat, 01 Nov 2025 00:00:00 GMT") == seconds_instant(1_761_955_200)
    assert [
        http_instant(one) for one in ("Sat, 31 Feb 2025 00:00:00 GMT", "Sat, 01 Foo 2025 00:00:00 GMT", "x", None)
    ] == [None] * 4

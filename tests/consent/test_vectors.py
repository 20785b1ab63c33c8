"""The vectors of the specification: each as expected, and none of them talked into a yes by a changed byte."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.vectors import Vector, read_vector
from tests.conftest import SHARED

FILE = SHARED / "consent" / "vectors.json"
COOKIEBOT = "{{stamp:%27{stamp}%27%2Cnecessary:true%2Cpreferences:true%2Cstatistics:true%2Cmarketing:{marketing}%2C"
COOKIEBOT += "method:%27explicit%27%2Cver:1%2Cutc:1761955200000%2Cregion:%27nl%27}}"

# Where a changed byte may make a yes: it takes away the vector's own defect, or it is the very answer that was changed.
MAY_GRANT = {
    "cookiebot-29": r"%2Cmarketing:(?:true|false)",  # said twice
    "cookiebot-32": r"utc:[0-9]{13}",  # too old
    "cookiefirst-08": r"%2C%22advertising%22%3A(?:true|false)",  # said twice
    "cookieyes-15": r",advertisement:(?:yes|no)",  # said twice
    "didomi-09": r"(?<=^.{345}).*",  # the list of what is disabled
    "moove-02": r"advanced%22%3A%220",
    "onetrust-03": r"C0004%3A0",
    "onetrust-05": r"C0004%3A0",
    "onetrust-20": r"C0004%3A0",
    "onetrust-27": r"&groups=",  # said twice
    "real-cookie-banner-01": r"%2260%22|%2261%22",  # which groups were accepted
    "tarteaucitron-07": r"!gtag=(?:true|false)",  # said twice
    "tcf-04": r"(?<=^.{22}).",  # the policy's version
    "tcf-22": r"(?<=^.{190}).{9}",  # the restriction
    "tcf-28": r"(?<=^.{7}).{6}",  # too old
}


@pytest.fixture(scope="module")
def vectors() -> tuple[Vector, ...]:
    if not FILE.exists():
        pytest.skip("the consent specification does not stand beside the project")
    return tuple(map(read_vector, json.loads(FILE.read_text(encoding="utf-8"))))


def made(*, recorded: bool = True, marketing: str = "true", **changes) -> dict:
    return {
        "id": "made-1",
        "cmp": "cookiebot",
        "cookie_name": "CookieConsent",
        "raw_value": COOKIEBOT.format(stamp="A" * 54 + "==", marketing=marketing),
        "expect": {"statistics": True, "marketing": marketing == "true", "valid": True},
        "record_default": recorded,
        "context": {"now": "2025-12-01T00:00:00Z"},
    } | changes


def changed(vector: Vector, value: str) -> Vector:
    return replace(vector, evidence=replace(vector.evidence, value=value))


def mutations(value: str) -> Iterator[tuple[int, str]]:
    """Cut at every byte; flip single bits, and all bits, of every byte."""
    for place, character in enumerate(value):
        yield place, value[:place]
        for mask in (0x01, 0x02, 0x04, 0x20, 0xFF):
            yield place, value[:place] + chr(ord(character) ^ mask) + value[place + 1 :]


def test_every_vector_is_answered_as_expected(vectors: tuple[Vector, ...]):
    assert len(vectors) > 100
    assert [vector.id for vector in vectors if vector.answer() != vector.expected] == []


def test_no_changed_byte_makes_a_yes_but_where_it_undoes_the_vectors_own_defect(vectors: tuple[Vector, ...]):
    unexplained = [
        (vector.id, place, value[max(0, place - 10) : place + 10])
        for vector in vectors
        if not vector.expected.is_recorded
        for place, value in mutations(vector.evidence.value or "")
        if changed(vector, value).decide().is_granted and not explained(vector, place)
    ]

    assert unexplained == []


def test_a_vector_that_grants_is_not_hurt_by_asking(vectors: tuple[Vector, ...]):
    for vector in vectors:
        assert vector.decide() == vector.decide()
        for _, value in mutations((vector.evidence.value or "")[:64]):
            changed(vector, value).decide()


def explained(vector: Vector, place: int) -> bool:
    spans = (match.span() for match in re.finditer(MAY_GRANT.get(vector.id, r"(?!)"), vector.evidence.value or ""))
    return any(start <= place < end for start, end in spans)


@given(st.integers(0, 200), st.characters())
def test_a_made_refusal_never_grants_by_one_changed_character(place: int, character: str):
    vector = read_vector(made(recorded=False, marketing="false"))
    value = vector.evidence.value or ""

    assert not changed(vector, value[:place] + character + value[place + 1 :]).decide().is_granted


def test_a_signal_of_the_browser_keeps_the_record_and_not_the_reading():
    answer = read_vector(made(recorded=False, context={"now": "2025-12-01T00:00:00Z", "sec_gpc": "1"})).answer()

    assert (answer.is_valid, answer.marketing, answer.is_recorded) == (True, True, False)

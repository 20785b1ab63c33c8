"""The body of a hit is read strictly and within bounds."""

import json
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracking.body import MAX_BODY_BYTES, read_body

GOOD = {"id": uuid4().hex, "kind": "view", "url": "https://www.voorbeeld.nl/"}


def body(**changes) -> bytes:
    return json.dumps(GOOD | changes).encode()


def test_a_small_body_is_enough_and_unknown_fields_are_ignored():
    read = read_body(body(ip="1.2.3.4", at="2020-01-01"))

    assert read is not None
    assert read.id.hex == GOOD["id"]
    assert not hasattr(read, "ip")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"{" * 5000,
        body(id="x"),
        body(kind="purchase"),
        body(url=1),
        body(seconds=-1),
        body(seconds=86401),
        body(seconds=1.5),
        body(visitor="jan@voorbeeld.nl"),
        body(visitor="A" * 32),
        body(title="x" * 2001),
        body(consent={"name": "CookieConsent", "value": "0"}),
        body(consent={"platform": "osano", "api": {"name": "osano", "choice": "perhaps"}}),
        body(consent={"platform": "onetrust", "extra": {str(n): "" for n in range(9)}}),
        body(kind="event"),
        body(kind="event", event=" "),
        body(event="x" * 81),
        body(consent="yes"),
        body(pad="x" * MAX_BODY_BYTES),
    ],
)
def test_what_has_another_form_is_no_body(data: bytes):
    assert read_body(data) is None


@given(st.binary())
def test_nothing_makes_it_fall(data: bytes):
    read_body(data)

"""What is a trace of a person, and what only looks like one."""

import base64
import random
import zlib

import pytest

from enrichment.self_audit.allowed import may_hold
from enrichment.self_audit.traces import BUILT_IN, Searcher, Trace

SEARCHER = Searcher()


@pytest.mark.parametrize(
    ("text", "trace"),
    [
        ("visit from 203.0.113.9 today", Trace.ADDRESS),
        ("host-203-0-113-9.isp.example", Trace.ADDRESS),
        ("2001:db8::9", Trace.ADDRESS),
        ('{"a": "203.0.113.9"}', Trace.ADDRESS),
        ("mail jan@bedrijf.nl", Trace.MAIL),
        ("?m=jan%40bedrijf.nl", Trace.MAIL),
        ("bel 06-12345678", Trace.TELEPHONE),
        ("bel 020 123 4567", Trace.TELEPHONE),
        ("bel +31 20 123 4567", Trace.TELEPHONE),
        ("0031201234567", Trace.TELEPHONE),
    ],
)
def test_a_trace_is_recognised(text: str, trace: Trace):
    assert SEARCHER.in_text(text) == {trace}
    assert SEARCHER.in_bytes(text.encode()) == {trace}


@pytest.mark.parametrize(
    "text",
    ["", "127.0.0.1:8000", "12:30:45", "versie 3.2.1", "2026-11-24 07:30:00+00", "0190f2a4-1b2c-7def-8123-456789abcdef",
     "/prijzen/2026", "999.1.1.1", "::1", "@media", "a0612345678b"],
)  # fmt: skip
def test_what_only_looks_like_one_is_none(text: str):
    assert SEARCHER.in_text(text) == set()


@pytest.mark.parametrize("value", [*BUILT_IN.texts, *(value.upper() for value in BUILT_IN.names)])
def test_a_planted_value_is_recognised_in_any_case(value: str):
    assert Trace.PLANTED in SEARCHER.in_text(f"x {value} y")


@pytest.mark.parametrize("packed", BUILT_IN.packed)
def test_a_planted_address_is_recognised_packed(packed: bytes):
    assert Trace.PLANTED in SEARCHER.in_bytes(b"\x00\xff" + packed + b"\x01")


@pytest.mark.parametrize("pack", [lambda data: data, zlib.compress], ids=["plain", "zlib"])
@pytest.mark.parametrize(
    "encode", [base64.b64encode, base64.urlsafe_b64encode, lambda d: base64.b64encode(d).rstrip(b"=")]
)
def test_what_is_wrapped_is_unwrapped(pack, encode):
    wrapped = b'{"body": "' + encode(pack(b'[[], {"of": "203.0.113.9"}, {"x": "\xc3\xbf?>"}]')) + b'"}'

    assert SEARCHER.in_bytes(wrapped) == set()
    assert SEARCHER.in_wrapped(wrapped) == {Trace.ADDRESS}


def test_what_only_looks_wrapped_is_read_as_it_is():
    assert SEARCHER.in_wrapped(b"x" * 17 + b" 203.0.113.9 " + b"A" * 21) == {Trace.ADDRESS}
    assert SEARCHER.in_wrapped(base64.b64encode(b"x\x9cno zlib at all, though it says so")) == set()


def test_what_unpacks_to_a_flood_is_read_up_to_a_bound():
    flood = base64.b64encode(zlib.compress(b"\0" * 50_000_000))

    assert SEARCHER.in_wrapped(flood) == set()


def test_a_million_bytes_of_noise_hold_no_trace_wrapped_or_not():
    noise = random.Random(7)

    found = [trace for _ in range(30_000) for trace in SEARCHER.in_wrapped(base64.b64encode(noise.randbytes(32)))]
    found += [trace for _ in range(30_000) for trace in SEARCHER.in_bytes(noise.randbytes(32))]

    assert found == []


@pytest.mark.parametrize("table", ["tenancy_user", "enrichment_network", "tracking_pageview_2026_11", "django_session"])
def test_a_planted_value_may_stand_nowhere(table: str):
    assert not may_hold(table, "block", Trace.PLANTED)


def test_an_address_may_stand_in_hardly_any_column():
    assert may_hold("enrichment_network", "block", Trace.ADDRESS)
    assert not may_hold("tracking_pageview_2026_11", "path", Trace.ADDRESS)
    assert not may_hold("tenancy_user", "email", Trace.ADDRESS)

"""TC strings are decoded bit by bit, and refused at the slightest fault."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.context import Context
from consent.cookie_header import Cookies
from consent.evidence import Reading
from consent.policy import SitePolicy, TcfMode
from consent.reasons import Reason
from consent.tcf import decode
from consent.tcf_judgement import MARKETING_PURPOSES, STATISTICS_PURPOSES, judge_tc_string
from tests.consent.tc_string import ALL_PURPOSES, encode, number, tc_string

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
AT = datetime(2026, 11, 1, tzinfo=UTC)
OURS = 900
SOME = tc_string(at=AT, purposes={1, 3, 24}, vendors={2, 31, OURS}, disclosed={OURS}, restrictions=[(4, 0, [(5, 9)])])


def judge(text: str, *, mode: TcfMode | None = TcfMode.PURPOSES, now: datetime = NOW, **policy) -> Reading:
    settings = SitePolicy(platform="tcf", hosts=frozenset(), tcf_mode=mode, tcf_vendor_id=OURS, **policy)
    return judge_tc_string(text, Context(settings, Cookies(()), now, "euconsent-v2"))


def by_vendor(**fields) -> Reading:
    return judge(tc_string(**({"at": AT, "vendors": {OURS}, "disclosed": {OURS}} | fields)), mode=TcfMode.VENDOR)


def test_every_field_comes_back_as_it_was_written():
    found = decode(SOME)

    assert found is not None
    assert (found.last_updated_at, found.policy_version, found.is_service_specific) == (AT, 5, True)
    assert found.purposes == {1, 3, 24}
    assert [vendor for vendor in range(-2, 2000) if vendor in found.vendors] == [2, 31, OURS]
    assert 7 in found.restrictions[4, 0]
    assert 10 not in found.restrictions[4, 0]
    assert found.disclosed is not None
    assert OURS in found.disclosed


def test_ranges_say_the_same_as_bits():
    found = decode(tc_string(at=AT, ranges=[(3, 3), (10, 12)]))

    assert found is not None
    assert [vendor for vendor in range(20) if vendor in found.vendors] == [3, 10, 11, 12]


@pytest.mark.parametrize("place", range(len(SOME.split(".")[0]) - 1))  # the last one only pads
def test_a_core_that_is_cut_anywhere_is_refused(place: int):
    core, disclosed = SOME.split(".")

    assert decode(core[:place]) is None
    assert decode(f"{core[:place]}.{disclosed}") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "true",
        "C",
        SOME + ".",
        SOME + "!",
        SOME + "=",
        tc_string(at=AT, version=1),
        tc_string(at=AT, version=3),
        tc_string(at=AT, ranges=[(9, 8)], highest=20),
        tc_string(at=AT, ranges=[(0, 8)]),
        tc_string(at=AT, ranges=[(1, 8)], highest=7),
        tc_string(at=AT, restrictions=[(2, 3, [(1, 1)])]),
        tc_string(at=AT, restrictions=[(2, 0, [(2, 1)])]),
        tc_string(at=AT, disclosed=None) + "AAAA",
        tc_string(at=AT, disclosed=None) + "." + encode(number(2, 3) + number(0, 29)),
        tc_string(at=AT) + "." + encode(number(1, 3) + number(0, 17)),
        tc_string(at=AT, disclosed=None) + ("." + encode(number(3, 3) + number(0, 61))) * 5,
    ],
)
def test_what_breaks_the_format_is_refused(text: str):
    assert decode(text) is None


@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.", max_size=300))
def test_noise_never_raises_and_never_agrees(text: str):
    assert judge("C" + text).marketing is not True or decode("C" + text) is not None


def test_no_string_of_a_cookies_size_keeps_the_decoder_busy():
    hostile = tc_string(at=AT, ranges=[(1, 65535)] * 700)
    started = time.perf_counter()

    decode(hostile)

    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("missing", sorted(STATISTICS_PURPOSES | MARKETING_PURPOSES))
def test_every_needed_purpose_is_needed(missing: int):
    reading = judge(tc_string(at=AT, purposes=ALL_PURPOSES - {missing}))

    assert reading.statistics is (missing not in STATISTICS_PURPOSES)
    assert reading.marketing is (missing not in MARKETING_PURPOSES)


def test_legitimate_interest_is_no_consent():
    reading = judge(tc_string(at=AT, purposes=(), interests=ALL_PURPOSES))

    assert (reading.is_valid, reading.statistics, reading.marketing) == (True, False, False)


@pytest.mark.parametrize(
    ("reason", "reading"),
    [
        (Reason.VENDOR_NOT_NAMED, judge(tc_string(at=AT), mode=None)),
        (Reason.VENDOR_NOT_NAMED, judge(tc_string(at=AT, vendors={OURS}, disclosed={1}), mode=TcfMode.VENDOR)),
        (Reason.MALFORMED, judge(tc_string(at=AT, disclosed=None))),
        (Reason.MALFORMED, judge(tc_string(at=AT, specific=False))),
        (Reason.EXPIRED, judge(tc_string(at=AT, policy=3))),
        (Reason.EXPIRED, judge(tc_string(at=NOW - timedelta(days=181)))),
        (Reason.EXPIRED, judge(tc_string(at=NOW + timedelta(days=2)))),
    ],
)
def test_what_falls_short_has_its_reason(reason: Reason, reading: Reading):
    assert reading.reason is reason
    assert (reading.statistics, reading.marketing) == (None, None)


def test_policy_2_counted_until_the_end_of_september_2023():
    old = tc_string(at=datetime(2023, 9, 1, tzinfo=UTC), policy=2, disclosed=None)

    assert judge(old, now=datetime(2023, 9, 30, 23, 59, tzinfo=UTC)).marketing is True
    assert judge(old, now=datetime(2023, 10, 1, tzinfo=UTC)).reason is Reason.EXPIRED


def test_a_vendor_needs_its_own_bit_and_no_restriction():
    assert by_vendor().marketing is True
    assert by_vendor(vendors={OURS - 1, OURS + 1}).marketing is False
    assert by_vendor(restrictions=[(4, 0, [(OURS, OURS)])]).marketing is False
    assert by_vendor(restrictions=[(4, 2, [(OURS, OURS)])]).marketing is False
    assert by_vendor(restrictions=[(4, 1, [(OURS, OURS)])]).marketing is True
    assert by_vendor(restrictions=[(4, 0, [(1, OURS - 1)])]).marketing is True
    assert by_vendor(restrictions=[(4, 0, [(OURS, OURS)])]).statistics is True


def test_a_purpose_forbidden_to_anybody_does_not_count_by_purposes_alone():
    assert judge(tc_string(at=AT, restrictions=[(2, 0, [(7, 7)])])).marketing is False
    assert judge(tc_string(at=AT, restrictions=[(2, 1, [(7, 7)])])).marketing is True

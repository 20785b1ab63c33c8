"""TC strings, alone and within Google's cookie: what is decoded, what counts, and for whom."""

import json
from datetime import UTC, datetime, timedelta
from functools import partial

from tests.consent.more_vectors.vector import INVALID, browser, vector
from tests.consent.tc_string import ALL_PURPOSES, encode, number, section, tc_string

OURS = 900
AT = datetime(2026, 5, 1, tzinfo=UTC)
BEFORE_2_3 = datetime(2026, 2, 28, tzinfo=UTC)
LATER = "2026-05-15T00:00:00Z"
_of = partial(vector, cmp="tcf", cookie="euconsent-v2", now=LATER, tcf={"mode": "purposes"})
_ours = partial(_of, tcf={"mode": "vendor", "vendor_id": OURS})
YES = tc_string(at=AT)
NAMED = {"at": AT, "vendors": {OURS}, "disclosed": {OURS}}
CORE = tc_string(at=AT, disclosed=None)
DISCLOSED = encode(number(1, 3) + section({OURS}))
PUBLISHER = encode(number(3, 3) + number(0, 61))
ALLOWED = encode(number(2, 3) + section({OURS}))
EVERYBODY = [(1, 2000)]


def without(*missing: int) -> str:
    """A string that agrees to all purposes but these."""
    return tc_string(at=AT, purposes=ALL_PURPOSES - set(missing))


PURPOSES = [
    _of("all purposes", raw=YES, verdict="yy"),
    _of("no purpose", raw=tc_string(at=AT, purposes=()), verdict="nn", undo="(?!)"),
    _of("only what statistics need", raw=tc_string(at=AT, purposes={1, 8, 9}), verdict="yn", undo="(?!)"),
    _of("only what marketing needs", raw=tc_string(at=AT, purposes={1, 2, 3, 4, 7}), verdict="ny"),
    _of("without storage", raw=without(1), verdict="nn", undo="(?<=^.{25})."),
    _of("without measurement of advertisements", raw=without(7), verdict="yn", undo="(?<=^.{26})."),
    _of("without measurement of content", raw=without(8), verdict="ny"),
    _of("without profiles for content", raw=without(5, 6, 10), verdict="yy"),
    _of("legitimate interests alone", raw=tc_string(at=AT, purposes=(), interests=ALL_PURPOSES), verdict="nn"),
    _of("a restriction that forbids a needed purpose", raw=tc_string(at=AT, restrictions=[(4, 0, EVERYBODY)]),
        verdict="yn", undo="(?<=^.{36}).{16}"),
    _of("a restriction that asks consent", raw=tc_string(at=AT, restrictions=[(4, 1, EVERYBODY)]), verdict="yy"),
    _of("a restriction of another purpose", raw=tc_string(at=AT, restrictions=[(10, 0, EVERYBODY)]), verdict="yy"),
    _of("a restriction of an unknown type", raw=tc_string(at=AT, restrictions=[(4, 3, EVERYBODY)]), verdict=INVALID,
        undo="(?<=^.{36}).{6}"),
]  # fmt: skip
VENDOR = [
    _ours("our vendor", raw=tc_string(**NAMED), verdict="yy"),
    _ours("our vendor in a range", raw=tc_string(at=AT, ranges=[(5, 5), (800, 1000)], disclosed={OURS}), verdict="yy"),
    _ours("its neighbours", raw=tc_string(at=AT, vendors={OURS - 1, OURS + 1}, disclosed={OURS}), verdict="nn"),
    _ours("a range up to its neighbour", raw=tc_string(at=AT, ranges=[(1, 899)], disclosed={OURS}), verdict="nn"),
    _ours("not disclosed", raw=tc_string(at=AT, vendors={OURS}, disclosed={1, 2000}), verdict=INVALID,
        undo=r"(?<=\.)[^.]*$"),
    _ours("no disclosure, before it was asked", raw=tc_string(at=BEFORE_2_3, vendors={OURS}, disclosed=None),
          verdict=INVALID),
    _ours("forbidden to our vendor", raw=tc_string(**NAMED, restrictions=[(2, 0, [(OURS, OURS)])]), verdict="yn",
        undo="(?<=^.{190})[^.]*"),
    _ours("forbidden to others", raw=tc_string(**NAMED, restrictions=[(2, 0, [(1, OURS - 1)])]), verdict="yy"),
    _ours("interest asked of our vendor", raw=tc_string(**NAMED, restrictions=[(1, 2, EVERYBODY)]), verdict="nn",
        undo="(?<=^.{190})[^.]*"),
    _ours("our vendor, a purpose missing", raw=tc_string(**NAMED, purposes=ALL_PURPOSES - {3}), verdict="yn"),
    _of("no vendor is set", raw=tc_string(**NAMED), verdict=INVALID, tcf={"mode": "vendor"}),
    _of("nobody decided on purposes", raw=YES, verdict=INVALID, tcf=None),
    _of("a vendor without a mode", raw=tc_string(**NAMED), verdict=INVALID, tcf={"vendor_id": OURS}),
]  # fmt: skip
VERSIONS = [
    _of("version 1", raw=tc_string(at=AT, version=1), verdict=INVALID, undo="^B"),
    _of("version 3", raw=tc_string(at=AT, version=3), verdict=INVALID, undo="^D"),
    _of("not for this service", raw=tc_string(at=AT, specific=False), verdict=INVALID, undo="(?<=^.{22})..."),
    _of("policy 3", raw=tc_string(at=AT, policy=3), verdict=INVALID, undo="(?<=^.{22}).."),
    _of("policy 4", raw=tc_string(at=AT, policy=4), verdict="yy"),
    _of("a later policy", raw=tc_string(at=AT, policy=6), verdict="yy"),
    _of("policy 2 in its last hour", raw=tc_string(at=datetime(2023, 9, 1, tzinfo=UTC), policy=2, disclosed=None),
        verdict="yy", now="2023-09-30T23:00:00Z"),
    _of("policy 2 after it", raw=tc_string(at=datetime(2023, 9, 1, tzinfo=UTC), policy=2, disclosed=None),
        verdict=INVALID, now="2023-10-01T00:00:00Z", undo="(?<=^.{22}).."),
    _of("no disclosure, a day before it was asked", raw=tc_string(at=BEFORE_2_3, disclosed=None), verdict="yy"),
    _of("no disclosure, from that day", raw=tc_string(at=datetime(2026, 3, 1, tzinfo=UTC), disclosed=None),
        verdict=INVALID, undo="(?<=^.{7}).{6}"),
    _of("too old", raw=tc_string(at=AT - timedelta(days=360), disclosed=None), verdict=INVALID,
        now="2026-05-15T00:00:00Z", undo="(?<=^.{7}).{6}"),
    _of("a day ahead", raw=tc_string(at=datetime(2026, 5, 16, tzinfo=UTC)), verdict="yy"),
    _of("further ahead", raw=tc_string(at=datetime(2026, 5, 17, tzinfo=UTC)), verdict=INVALID, undo="(?<=^.{7}).{6}"),
]  # fmt: skip
SEGMENTS = [
    _of("the publisher's segment too", raw=f"{YES}.{PUBLISHER}", verdict="yy"),
    _of("in another order", raw=f"{CORE}.{PUBLISHER}.{DISCLOSED}", verdict="yy"),
    _of("of an unknown type", raw=f"{CORE}.{DISCLOSED}.{ALLOWED}", verdict=INVALID, undo=r"\.[^.]*$"),
    _of("twice the same", raw=f"{CORE}.{DISCLOSED}.{DISCLOSED}", verdict=INVALID, undo=r"(?<=\.).*"),
    _of("six of them", raw=f"{CORE}.{DISCLOSED}" + f".{PUBLISHER}" * 4, verdict=INVALID, undo=r"\.Y.*"),
    _of("an empty one", raw=f"{YES}.", verdict=INVALID, undo=r"\.$"),
    _of("cut short", raw=f"{CORE}.{DISCLOSED[:-4]}", verdict=INVALID, undo=r"(?<=\.)..."),
    _of("the core last", raw=f"{DISCLOSED}.{CORE}", verdict=INVALID),
    _of("a core that is cut", raw=CORE[:30] + "." + DISCLOSED, verdict=INVALID),
    _of("a core with more behind it", raw=f"{CORE}AAAA.{DISCLOSED}", verdict=INVALID, undo="(?<=^.{33})[^.]*"),
    _of("base64 with padding", raw=f"{YES}=", verdict=INVALID, undo="=$"),
    _of("in the alphabet of plain base64", raw=YES.replace("_", "/").replace("-", "+"), verdict=INVALID, undo="[/+]"),
    _of("a range that runs backwards", raw=tc_string(at=AT, ranges=[(9, 8)], highest=20), verdict=INVALID,
        undo="(?<=^.{33})[^.]*"),
    _of("a range from nought", raw=tc_string(at=AT, ranges=[(0, 8)]), verdict=INVALID, undo="(?<=^.{33})[^.]*"),
    _of("more vendors than there are", raw=tc_string(at=AT, ranges=[(1, 8)], highest=7), verdict=INVALID,
        undo="(?<=^.{33}).{9}"),
    _of("a dot that is encoded", raw=browser(YES).replace(".", "%2E"), verdict="yy"),
    _of("a space behind it", raw=f"{YES} ", verdict=INVALID, undo=" $"),
    _of("what a careless decoder takes for all", raw="true", verdict=INVALID),
]  # fmt: skip
_google = partial(vector, cmp="google-funding-choices", cookie="FCCDCF", now=LATER, tcf={"mode": "purposes"})
_other = partial(vector, raw=YES, verdict="yy", now=LATER, tcf={"mode": "purposes"})


def google(*items: object) -> str:
    """Google's array, encoded."""
    return browser(json.dumps(items, separators=(",", ":")))


COOKIES = [
    _google("with a string", raw=google(None, None, None, [YES, "2~1~dv.", "X"]), verdict="yy"),
    _google("as plain JSON", raw=json.dumps([None, None, None, [YES]]), verdict="yy"),
    _google("without a string", raw=google(None, None, None, None, None, None, [[32, '["x",[1,2]]']]), verdict=INVALID),
    _google("an empty place", raw=google(None, None, None, []), verdict=INVALID),
    _google("a place too early", raw=google(None, None, [YES]), verdict=INVALID),
    _google("a string for a list", raw=google(None, None, None, YES), verdict=INVALID),
    _google("an object", raw=browser(json.dumps({"3": [YES]})), verdict=INVALID),
    _google("nothing decided on purposes", raw=google(None, None, None, [YES]), verdict=INVALID, tcf={}),
    _other("the publisher's", cmp="tcf", cookie="eupubconsent-v2"),
    _other("consentmanager's, as a TCF", cmp="tcf", cookie="__cmpconsentx11319"),
    _other("consentmanager's own", cmp="consentmanager", cookie="__cmpconsentx11319"),
    _other("InMobi's", cmp="inmobi", cookie="euconsent-v2"),
    _other("a cookie of version 1", cmp="tcf", cookie="euconsent") | {
        "expect": {"statistics": None, "marketing": None, "valid": False}, "record_default": False},
    _other("consentmanager's other cookie", cmp="consentmanager", cookie="__cmpcccx11319") | {
        "expect": {"statistics": None, "marketing": None, "valid": False}, "record_default": False},
]  # fmt: skip
VECTORS = PURPOSES + VENDOR + VERSIONS + SEGMENTS + COOKIES

"""Cookiebot, and what all cookies share: encodings, limits, times and the Cookie header."""

from functools import partial

from tests.consent.more_vectors.vector import INVALID, MILLISECONDS, browser, milliseconds, vector

STAMP = "Zm9ydHkgYnl0ZXMgb2YgYSBtYWRlLXVwIHN0YW1wLi4uLi4uLi4uLg=="
_of = partial(vector, cmp="cookiebot", cookie="CookieConsent")


def literal(**changes: object) -> str:
    """The literal before it is encoded; a change to None takes a key away."""
    parts: dict[str, object] = {
        "stamp": f"'{STAMP}'",
        "necessary": "true",
        "preferences": "true",
        "statistics": "true",
        "marketing": "true",
        "method": "'explicit'",
        "ver": 1,
        "utc": MILLISECONDS,
        "region": "'nl'",
    }
    written = (f"{key}:{value}" for key, value in (parts | changes).items() if value is not None)
    return "{" + ",".join(written) + "}"


def cookie(**changes: object) -> str:
    """The value as Cookiebot writes it."""
    return literal(**changes).replace("'", "%27").replace(",", "%2C")


YES, NO = cookie(), cookie(marketing="false")
_HEADER = f"CookieConsent={YES}"

GRAMMAR = [
    _of("all agreed", raw=YES, verdict="yy"),
    _of("statistics only", raw=NO, verdict="yn", undo="(?!)"),
    _of("a later version", raw=cookie(ver=4), verdict="yy"),
    _of("no region, an older shape", raw=cookie(region=None), verdict="yy"),
    _of("a region within a country", raw=cookie(region="'us-12'"), verdict="yy"),
    _of("keys that nobody knows", raw=cookie(gacm="'1~'", iab2="'CPxyz.YAAA'"), verdict="yy"),
    _of("keys in another order", raw="{region:%27nl%27%2C" + cookie(region=None)[1:], verdict="yy"),
    _of("quotes and commas as they are", raw=literal(), verdict="yy"),
    _of("wholly encoded", raw=browser(literal()), verdict="yy"),
    _of("encoded twice", raw=browser(browser(literal())), verdict="yy"),
    _of("encoded three times", raw=browser(browser(browser(literal()))), verdict=INVALID),
    _of("escapes in small letters", raw=YES.replace("%2C", "%2c"), verdict="yy"),
    _of("a refusal of everything", raw="0", verdict="nn"),
    _of("that refusal, encoded", raw="%30", verdict="nn"),
    _of("that refusal with a space", raw="0 ", verdict=INVALID),
    _of("a region without consent", raw="-1", verdict=INVALID),
    _of("that region, encoded", raw="%2D1", verdict=INVALID),
    _of("another negative number", raw="-2", verdict=INVALID),
    _of("a positive number", raw="1", verdict=INVALID),
    _of("a minus alone", raw="-", verdict=INVALID),
    _of("spaces between the pairs", raw=YES.replace("%2C", "%2C "), verdict=INVALID),
    _of("a comma at the end", raw=YES.replace("}", "%2C}"), verdict=INVALID),
    _of("text after the end", raw=YES + "x", verdict=INVALID, undo="x$"),
    _of("quoted as a whole", raw=f'"{YES}"', verdict=INVALID),
    _of("keys in quotes", raw=YES.replace("marketing:", "%22marketing%22:"), verdict=INVALID),
    _of("a capital in a key", raw=YES.replace("marketing", "Marketing"), verdict=INVALID, undo="M"),
    _of("a key too long", raw=cookie(**{"k" * 21: "true"}), verdict=INVALID),
    _of("a number too long", raw=cookie(more="1" * 17), verdict=INVALID, undo="more:1+"),
    _of("a backslash in text", raw=cookie(region="'n\\'"), verdict=INVALID, undo=r"\\"),
    _of("a brace in text", raw=cookie(region="'n}'"), verdict=INVALID, undo="n}"),
    _of("marketing twice, both true", raw=cookie().replace("%2Cver", "%2Cmarketing:true%2Cver"), verdict=INVALID,
        undo="%2Cmarketing:true"),
    _of("marketing as a text", raw=cookie(marketing="'true'"), verdict=INVALID),
    _of("marketing as a number", raw=cookie(marketing="1"), verdict=INVALID),
    _of("preferences as a text", raw=cookie(preferences="'true'"), verdict=INVALID),
    _of("nothing decoded fits", raw=YES.replace("%27", "%2"), verdict=INVALID),
]  # fmt: skip
PROOF = [
    _of(f"without {key}", raw=cookie(**{key: None}), verdict=INVALID)
    for key in ("stamp", "necessary", "preferences", "statistics", "marketing", "method", "ver", "utc")
] + [
    _of("an implied method", raw=cookie(method="'implied'"), verdict=INVALID),
    _of("a method in capitals", raw=cookie(method="'EXPLICIT'"), verdict=INVALID),
    _of("a method without quotes", raw=cookie(method="explicit"), verdict=INVALID),
    _of("a stamp of -1", raw=cookie(stamp="'-1'"), verdict=INVALID),
    _of("a stamp of 39 bytes", raw=cookie(stamp=f"'{'A' * 52}'"), verdict=INVALID),
    _of("a stamp of 41 bytes", raw=cookie(stamp=f"'{'A' * 55}='"), verdict=INVALID, undo="A{55}="),
    _of("a stamp that lost its plus", raw=cookie(stamp="'" + STAMP.replace("m", " ", 1) + "'"), verdict=INVALID,
        undo="Z 9"),
    _of("a stamp in the alphabet of addresses", raw=cookie(stamp=f"'{'A' * 53}_=='"), verdict=INVALID, undo="_"),
    _of("a time in seconds", raw=cookie(utc=MILLISECONDS // 1000), verdict=INVALID),
    _of("a time of fourteen digits", raw=cookie(utc=MILLISECONDS * 10), verdict=INVALID),
    _of("a time in text", raw=cookie(utc=f"'{MILLISECONDS}'"), verdict=INVALID),
    _of("a time below zero", raw=cookie(utc=-MILLISECONDS), verdict=INVALID),
    _of("a time for a stamp", raw=cookie(stamp="'1761955200000'", utc=None, region=None), verdict=INVALID),
    _of("another product's cookie of that name", raw="true", verdict=INVALID),
]  # fmt: skip
TIMES = [
    _of("exactly as old as may be", raw=cookie(utc=milliseconds(2024, 12, 1)), verdict="yy"),
    _of("a second too old", raw=cookie(utc=milliseconds(2024, 12, 1) - 1000), verdict=INVALID, undo="utc:[0-9]+"),
    _of("exactly a day ahead", raw=cookie(utc=milliseconds(2025, 12, 2)), verdict="yy"),
    _of("a second more than a day ahead", raw=cookie(utc=milliseconds(2025, 12, 2) + 1000), verdict=INVALID,
        undo="utc:[0-9]+"),
    _of("the day the GDPR began", raw=cookie(utc=milliseconds(2018, 5, 25)), verdict="yy", now="2018-06-01T00:00:00Z"),
    _of("a second before it", raw=cookie(utc=milliseconds(2018, 5, 25) - 1000), verdict=INVALID,
        now="2018-06-01T00:00:00Z", undo="utc:[0-9]+"),
    _of("the site's own limit", raw=cookie(), verdict="yy", max_age_days=30),
    _of("beyond the site's own limit", raw=cookie(), verdict=INVALID, max_age_days=29, undo="utc:[0-9]+"),
    _of("a limit above the ceiling", raw=cookie(utc=milliseconds(2024, 11, 30)), verdict=INVALID, max_age_days=1000,
        undo="utc:[0-9]+"),
]  # fmt: skip
BYTES = [
    _of("4096 bytes", raw=cookie(more="'" + "x" * (4096 - len(cookie(more="''"))) + "'"), verdict="yy"),
    _of("4097 bytes", raw=cookie(more="'" + "x" * (4097 - len(cookie(more="''"))) + "'"), verdict=INVALID),
    _of("a tabulator", raw=YES + "\t", verdict=INVALID, undo=r"\t"),
    _of("a byte beyond ASCII", raw=YES.replace("nl", "ñl"), verdict=INVALID, undo="ñ"),
] + [
    _of(f"{escape} within", raw=cookie(region=f"'n{escape}'"), verdict=verdict, undo=r"(?<=region:%27n).*(?=%27\})")
    for escape, verdict in (
        ("%0D%0A", INVALID), ("%00", INVALID), ("%7F", INVALID), ("%C2%85", INVALID), ("%E2%80%A8", INVALID),
        ("%E2%80%A9", INVALID), ("%FF", INVALID), ("%C3", INVALID), ("%ED%A0%80", INVALID), ("%C3%AB", "yy"),
        ("%250A", "yy"), ("%2", INVALID), ("%G0", INVALID), ("+", "yy"),
    )
]  # fmt: skip
HEADERS = [
    _of("the same in the header", raw=YES, verdict="yy", cookie_header=_HEADER),
    _of("another value in the header", raw=YES, verdict=INVALID, cookie_header=f"CookieConsent={NO}"),
    _of("a refusal in the body, a yes in the header", raw=NO, verdict=INVALID, cookie_header=_HEADER),
    _of("the same value, encoded otherwise", raw=YES, verdict=INVALID, cookie_header=f"CookieConsent={literal()}"),
    _of("an empty value in the header", raw=YES, verdict=INVALID, cookie_header="CookieConsent="),
    _of("another cookie by case", raw=YES, verdict="yy", cookie_header="cookieconsent=0; COOKIECONSENT=1"),
    _of("the other cookies claim it as well", raw=YES, verdict=INVALID, other_cookies={"CookieConsent": "0"}),
    _of("tabulators and no spaces", raw=YES, verdict="yy", cookie_header=f"a=b;\t{_HEADER}\t;;=;x"),
    _of("quotes, which stay", raw=YES, verdict=INVALID, cookie_header=f'CookieConsent="{YES}"'),
    _of("duplicates of others", raw=YES, verdict="yy", cookie_header=f"_ga=1; _ga=2; {_HEADER}; {_HEADER}"),
    _of("a header of 16 KiB", raw=YES,
        verdict="yy", cookie_header=f"pad={'p' * (16384 - 6 - len(_HEADER))}; {_HEADER}"),
    _of("a header of a byte more", raw=YES, verdict=INVALID,
        cookie_header=f"pad={'p' * (16385 - 6 - len(_HEADER))}; {_HEADER}"),
    _of("the browser forbids it", raw=YES, verdict="yy", sec_gpc="1", recorded=False),
    _of("a GPC that is not exactly 1", raw=YES, verdict="yy", sec_gpc="0"),
    _of("the name of another product", raw=YES, verdict=INVALID) | {"cookie_name": "cookieConsent"},
    _of("the name with a space", raw=YES, verdict=INVALID) | {"cookie_name": "CookieConsent "},
    _of("another platform's cookie", raw=YES, verdict=INVALID) | {"cookie_name": "OptanonConsent"},
]  # fmt: skip
VECTORS = GRAMMAR + PROOF + TIMES + BYTES + HEADERS

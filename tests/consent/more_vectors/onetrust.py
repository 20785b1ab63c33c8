"""OneTrust: what stands beside what, and what a page's address may try."""

from functools import partial

from tests.consent.more_vectors.vector import INVALID, ISO, UUID, browser, vector

CLOSED = {"OptanonAlertBoxClosed": ISO}
_of = partial(vector, cmp="onetrust", cookie="OptanonConsent")
_with = partial(_of, other_cookies=CLOSED)
DATESTAMP = "Sat+Nov+01+2025+11%3A00%3A00+GMT%2B0100+(Midden-Europese+standaardtijd)"


def cookie(listed: str = "C0001:1,C0002:1,C0003:1,C0004:1", /, **changes: str | None) -> str:
    """The value as OneTrust writes it; a change to None takes a parameter away."""
    parameters = {
        "isGpcEnabled": "0",
        "datestamp": DATESTAMP,
        "version": "202510.2.0",
        "hosts": "",
        "consentId": UUID,
        "interactionCount": "1",
        "landingPath": "NotLandingPage",
        "groups": browser(listed),
        "AwaitingReconsent": "false",
        "geolocation": "NL%3BNH",
    }
    return "&".join(f"{key}={value}" for key, value in (parameters | changes).items() if value is not None)


YES, NO = cookie(), cookie("C0001:1,C0002:0,C0003:0,C0004:0")
INJECTED = browser("https://x.nl/?a=b&groups=C0004:1")
OURS = {"statistics": ["m00"], "marketing": ["t00", "s00"]}

CHOICE = [
    _with("all agreed", raw=YES, verdict="yy"),
    _with("all refused", raw=NO, verdict="nn", undo="C0004%3A0"),
    _with("an older shape without counters", raw=cookie(interactionCount=None, AwaitingReconsent=None), verdict="yy"),
    _with("a higher count", raw=cookie(interactionCount="17"), verdict="yy"),
    _with("the id in capitals", raw=cookie(consentId=UUID.upper()), verdict="yy"),
    _with("an id that is a number", raw=cookie(consentId="1543226884689084416"), verdict=INVALID),
    _with("an empty id", raw=cookie(consentId=""), verdict=INVALID),
    _with("no id", raw=cookie(consentId=None), verdict=INVALID),
    _with("a count of nought", raw=cookie(interactionCount="0"), verdict=INVALID, undo="interactionCount=0"),
    _with("a count below nought", raw=cookie(interactionCount="-1"), verdict=INVALID, undo="interactionCount=-1"),
    _with("an empty count", raw=cookie(interactionCount=""), verdict=INVALID, undo="interactionCount="),
    _with("a new answer is awaited", raw=cookie(AwaitingReconsent="true"), verdict=INVALID,
        undo="&AwaitingReconsent=[A-Za-z]*"),
    _with("awaiting in capitals", raw=cookie(AwaitingReconsent="False"), verdict=INVALID,
        undo="&AwaitingReconsent=[A-Za-z]*"),
    _with("awaiting nothing", raw=cookie(AwaitingReconsent=""), verdict=INVALID, undo="&AwaitingReconsent=[A-Za-z]*"),
    _with("the count twice", raw=cookie() + "&interactionCount=1", verdict=INVALID,
        undo="&interactionCount=1|&Await.*"),
    _with("bare groups", raw="groups=C0001%3A1%2CC0004%3A1", verdict=INVALID),
    _with("a flag that asks nothing", raw=cookie(isGpcEnabled="1", isIABGlobal="false"), verdict="yy"),
]  # fmt: skip
CLOSED_BOX = [
    _of("the box was never closed", raw=YES, verdict=INVALID),
    _of("its time in the header", raw=YES, verdict="yy", cookie_header=f"OptanonAlertBoxClosed={ISO}"),
    _with("two times that agree", raw=YES, verdict="yy", cookie_header=f"OptanonAlertBoxClosed={ISO}"),
    _with("two times that differ", raw=YES, verdict=INVALID,
          cookie_header="OptanonAlertBoxClosed=2025-11-02T10:00:00.000Z"),
    _of("its name in small letters", raw=YES, verdict=INVALID, other_cookies={"optanonalertboxclosed": ISO}),
] + [
    _of(f"its time is {time or 'empty'}", raw=YES, verdict=verdict, other_cookies={"OptanonAlertBoxClosed": time})
    for time, verdict in (
        ("2025-11-01T10:00:00Z", "yy"), ("2025-11-01T10%3A00%3A00.000Z", "yy"), ("2024-12-01T00:00:00.000Z", "yy"),
        ("2024-11-30T23:59:59.999Z", INVALID), ("2025-12-02T00:00:00.001Z", INVALID), ("2018-05-24T00:00:00Z", INVALID),
        ("", INVALID), ("true", INVALID), ("2025-11-01", INVALID), ("2025-11-01T10:00:00", INVALID),
        ("2025-11-31T10:00:00.000Z", INVALID), ("1761991200000", INVALID), ("2025-11-01 10:00:00Z", INVALID),
    )
]  # fmt: skip
GROUPS = [
    _with("another order", raw=cookie("C0004:1,C0002:0,C0001:1"), verdict="ny"),
    _with("commas and colons as they are", raw=cookie(groups="C0001:1,C0002:1,C0004:1"), verdict="yy"),
    _with("groups encoded twice", raw=cookie(groups=browser(browser("C0002:1,C0004:1"))), verdict="yy"),
    _with("groups encoded three times", raw=cookie(groups=browser(browser(browser("C0004:1")))), verdict=INVALID),
    _with("a stack of the IAB", raw=cookie("C0001:1,C0002:1,C0004:1,V2STACK42:0"), verdict="yy"),
    _with("a group that only starts alike", raw=cookie("C0001:1,C0002:1,C00041:1"), verdict="y?"),
    _with("a group in small letters", raw=cookie("C0001:1,C0002:1,c0004:1"), verdict="y?", undo="c0004"),
    _with("no group at all", raw=cookie(groups=""), verdict=INVALID),
    _with("no groups parameter", raw=cookie(groups=None), verdict=INVALID),
    _with("a group twice", raw=cookie("C0004:1,C0004:1"), verdict=INVALID, undo="C0004|%2C"),
    _with("a group that is said to be true", raw=cookie("C0002:true,C0004:true"), verdict=INVALID),
    _with("a group of two", raw=cookie("C0002:1,C0004:2"), verdict=INVALID, undo="C0004%3A2"),
    _with("a comma at the end", raw=cookie("C0002:1,C0004:1,"), verdict=INVALID, undo="%2C(?=&)"),
    _with("a group without an answer", raw=cookie("C0002:1,C0004"), verdict=INVALID),
    _with("spaces between groups", raw=cookie("C0002:1, C0004:1"), verdict=INVALID),
    _with("a plus for a space", raw=cookie(groups="C0002%3A1%2C+C0004%3A1"), verdict=INVALID, undo=r"\+"),
    _with("an id of 41 characters", raw=cookie(f"C0004:1,{'x' * 41}:1"), verdict=INVALID, undo="%2Cx+"),
    _with("the site's own ids, all on", raw=cookie("s00:1,f00:1,m00:1,t00:1"), verdict="yy", mapping=OURS),
    _with("one of the mapped ids off", raw=cookie("s00:0,m00:1,t00:1"), verdict="yn", mapping=OURS, undo="s00%3A0"),
    _with("one of the mapped ids missing", raw=cookie("m00:1,t00:1"), verdict="y?", mapping=OURS, undo="(?!)"),
    _with("the mapped ids in another case", raw=cookie("M00:1,T00:1,S00:1"), verdict="??", mapping=OURS),
]  # fmt: skip
ADDRESSES = [
    _with("an address that holds a group", raw=cookie("C0001:1,C0004:0", landingPath=INJECTED), verdict="?n",
          undo="C0004%3A0"),
    _with("an address in place of groups", raw=cookie(groups=None, landingPath=INJECTED), verdict=INVALID),
    _with("an address with groups, decoded by somebody", raw=cookie("C0004:0", landingPath="x&groups=C0004:1"),
          verdict=INVALID, undo="groups|&"),
    _with("an address with an equals sign", raw=cookie(landingPath="https://x.nl/?a=b"), verdict="yy"),
    _with("an address with a broken escape", raw=cookie(landingPath="x%"), verdict=INVALID, undo="%"),
    _with("an address that smuggles a line", raw=cookie(landingPath="x%0D%0Ay"), verdict=INVALID, undo="%0[DA]"),
    _with("the whole encoded once more", raw=browser(YES), verdict="yy"),
    _with("the whole encoded twice more", raw=browser(browser(YES)), verdict=INVALID),
    _with("a whole that is half encoded", raw=YES.replace("&groups", "%26groups"), verdict=INVALID, undo="%26"),
    _with("an empty parameter", raw=YES.replace("&", "&&", 1), verdict=INVALID, undo="&"),
    _with("a parameter without an answer", raw=YES + "&x", verdict=INVALID, undo="&geolocation=.*|&Await.*"),
    _with("an ampersand at the end", raw=YES + "&", verdict=INVALID, undo="&geolocation=.*|&Await.*"),
    _with("semicolons for ampersands", raw=YES.replace("&", ";"), verdict=INVALID),
    _with("carets before ampersands", raw=YES.replace("&", "^&"), verdict=INVALID),
]  # fmt: skip
VECTORS = CHOICE + CLOSED_BOX + GROUPS + ADDRESSES

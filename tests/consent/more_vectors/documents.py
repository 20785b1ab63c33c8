"""Cookies that hold JSON: Cookie Information, CookieFirst, iubenda, Civic, Axeptio, orestbida and the rest."""

import base64
import json
from functools import partial
from typing import Any

from tests.consent.more_vectors.vector import INVALID, ISO, MILLISECONDS, SECONDS, UUID, browser, vector

ABSENT = object()
_INFORMATION = {
    "website_uuid": UUID,
    "timestamp": ISO,
    "consent_url": "https://www.voorbeeld.nl/",
    "consent_website": "Voorbeeld",
    "consent_domain": "www.voorbeeld.nl",
    "user_uid": UUID,
    "consents_approved": [f"cookie_cat_{one}" for one in ("necessary", "statistic", "marketing")],
    "consents_denied": ["cookie_cat_functional"],
    "user_agent": "Mozilla/5.0 (X11; Linux x86_64)",
}
_FIRST = {"necessary": True, "performance": True, "functional": True, "advertising": True, "timestamp": SECONDS}
_IUBENDA = {"timestamp": ISO, "version": "1.80.0", "purposes": {"1": True, "4": True, "5": True}, "id": 81773200}
_CIVIC = {
    "necessaryCookies": [],
    "optionalCookies": {"analytics": "accepted", "marketing": "accepted"},
    "statement": {},
    "consentDate": MILLISECONDS,
    "consentExpiry": 90,
    "interactedWith": True,
    "user": UUID.upper(),
}
_AXEPTIO = {"$$token": "madeuptoken", "$$date": ISO, "$$cookiesVersion": {}, "ga": True, "px": True}
_AXEPTIO |= {"$$completed": True}
_CC = {"categories": ["necessary", "analytics", "marketing"], "revision": 2, "data": None, "consentTimestamp": ISO}
_CC |= {"consentId": UUID, "services": {}, "lastConsentTimestamp": ISO, "expirationTime": MILLISECONDS + 182 * 86400000}
_BORLABS = {"consents": {"essential": ["borlabs-cookie"], "statistics": ["ga"], "marketing": ["px"]}}
_BORLABS |= {"domainPath": "voorbeeld.nl/", "expires": "Sat, 18 Apr 2026 09:06:19 GMT"}
_BORLABS |= {"uid": "anonymous", "version": "2"}
_SCRIPT = {"bannershown": 1, "action": "accept", "consenttime": SECONDS, "categories": '["targeting","performance"]'}
MAPPED = {"statistics": ["ga"], "marketing": ["px"]}


def text(usual: dict[str, Any], **changes: Any) -> str:
    """JSON as a browser writes it; a change to ABSENT takes a key away."""
    return json.dumps({k: v for k, v in (usual | changes).items() if v is not ABSENT}, separators=(",", ":"))


def cookie(usual: dict[str, Any], **changes: Any) -> str:
    """That JSON, encoded."""
    return browser(text(usual, **changes))


_ci = partial(vector, cmp="cookieinformation", cookie="CookieInformationConsent")
_cf = partial(vector, cmp="cookiefirst", cookie="cookiefirst-consent")
INFORMATION = [
    _ci("approved", raw=cookie(_INFORMATION), verdict="yy"),
    _ci("as plain JSON", raw=text(_INFORMATION), verdict="yy"),
    _ci("encoded twice", raw=browser(cookie(_INFORMATION)), verdict="yy"),
    _ci("encoded three times", raw=browser(browser(cookie(_INFORMATION))), verdict=INVALID),
    _ci("marketing denied", raw=cookie(_INFORMATION, consents_approved=["cookie_cat_statistic"],
        consents_denied=["cookie_cat_marketing"]), verdict="yn", undo="(?!)"),
    _ci("marketing in neither", raw=cookie(_INFORMATION, consents_approved=["cookie_cat_statistic"]), verdict="y?"),
    _ci("no list of denials", raw=cookie(_INFORMATION, consents_denied=ABSENT), verdict=INVALID),
    _ci("a list that is a text", raw=cookie(_INFORMATION, consents_approved="cookie_cat_marketing"), verdict=INVALID),
    _ci("a category twice", raw=cookie(_INFORMATION, consents_approved=["cookie_cat_marketing"] * 2), verdict=INVALID),
    _ci("as a content blocker forges it", raw=cookie(_INFORMATION, website_uuid="", timestamp="", user_uid="",
        user_agent=""), verdict=INVALID),
    _ci("as a browser's helper forges it", raw=text({"website_uuid": UUID, "consent_url": "accepted",
        "consents_approved": ["cookie_cat_marketing"]}), verdict=INVALID),
    _ci("an id of a website that is none", raw=cookie(_INFORMATION, website_uuid="1"), verdict=INVALID),
    _ci("no id of the visitor", raw=cookie(_INFORMATION, user_uid=ABSENT), verdict=INVALID),
    _ci("a year and a day old", raw=cookie(_INFORMATION, timestamp="2024-11-30T00:00:00.000Z"), verdict=INVALID,
        undo="2024-11-30T00"),
    _ci("a time without a zone", raw=cookie(_INFORMATION, timestamp="2025-11-01T10:00:00"), verdict=INVALID),
    _ci("a list within a list", raw=browser(f"[{text(_INFORMATION)}]"), verdict=INVALID),
    _ci("a key twice, hidden by an escape", raw=browser(text(_INFORMATION)[:-1] + ',"user\\u005fagent":"x"}'),
        verdict=INVALID, undo="user_agent|%5Cu005fagent|user"),
    _cf("agreed", raw=cookie(_FIRST), verdict="yy"),
    _cf("with type and version", raw=cookie(_FIRST, type="category", version=UUID), verdict="yy"),
    _cf("statistics only", raw=cookie(_FIRST, advertising=False), verdict="yn", undo="(?!)"),
    _cf("no answer on advertising", raw=cookie(_FIRST, advertising=ABSENT), verdict="y?"),
    _cf("numbers for booleans", raw=cookie(_FIRST, advertising=1), verdict=INVALID),
    _cf("null for a boolean", raw=cookie(_FIRST, advertising=None), verdict=INVALID),
    _cf("a time in milliseconds", raw=cookie(_FIRST, timestamp=MILLISECONDS), verdict=INVALID),
    _cf("a time with a fraction", raw=browser(text(_FIRST).replace(str(SECONDS), f"{SECONDS}.5")), verdict=INVALID,
        undo=r"\."),
    _cf("a time as a text", raw=cookie(_FIRST, timestamp="2025-11-01T10:00:00.000Z"), verdict=INVALID),
    _cf("the year 2030", raw=cookie(_FIRST, timestamp=1900000000), verdict=INVALID, undo="1900000000"),
    _cf("no number", raw=browser(text(_FIRST).replace(str(SECONDS), "NaN")), verdict=INVALID),
    _cf("without end", raw=browser(text(_FIRST).replace(str(SECONDS), "Infinity")), verdict=INVALID),
    _cf("by service, without names", raw=cookie(_FIRST, type="service", performance=ABSENT, advertising=ABSENT),
        verdict="??"),
    _cf("by service, with names", raw=cookie(_FIRST, type="service", ga=True, px=False), verdict="yn", mapping=MAPPED,
        undo="(?!)"),
]  # fmt: skip
_iub = partial(vector, cmp="iubenda", cookie="_iub_cs-81773200")
_civic = partial(vector, cmp="civic", cookie="CookieControl")
PURPOSES = [
    _iub("agreed", raw=cookie(_IUBENDA), verdict="yy"),
    _iub("with a random mark", raw=cookie(_IUBENDA, cons={"rand": "0a1b2c"}), verdict="yy"),
    _iub("an account with a letter", raw=cookie(_IUBENDA), verdict="yy") | {"cookie_name": "_iub_cs-s1234567"},
    _iub("marketing not asked", raw=cookie(_IUBENDA, purposes={"1": True, "4": True}), verdict="y?", undo="4"),
    _iub("a purpose of fifty-five", raw=cookie(_IUBENDA, purposes={"1": True, "4": True, "55": True}), verdict="y?",
        undo="4"),
    _iub("everything at once", raw=cookie(_IUBENDA, purposes=ABSENT, consent=True), verdict=INVALID),
    _iub("purposes in a list", raw=cookie(_IUBENDA, purposes=["1", "4", "5"]), verdict=INVALID),
    _iub("one purpose as a text", raw=cookie(_IUBENDA, purposes={"1": True, "5": True, "3": "true"}), verdict=INVALID),
    _iub("too old", raw=cookie(_IUBENDA, timestamp="2024-10-01T00:00:00.000Z"), verdict=INVALID, undo="2024-10"),
    _iub("its sibling", raw=cookie(_IUBENDA), verdict=INVALID) | {"cookie_name": "_iub_cs-81773200-uspr"},
    _civic("accepted", raw=text(_CIVIC), verdict="yy"),
    _civic("encoded", raw=cookie(_CIVIC), verdict="yy"),
    _civic("no categories at all", raw=text(_CIVIC, optionalCookies={}), verdict="??"),
    _civic("its own names", raw=text(_CIVIC, optionalCookies={"Reclame": "accepted"}), verdict="?y",
           mapping={"marketing": ["reclame"]}),
    _civic("revoked", raw=text(_CIVIC, optionalCookies={"marketing": "revoked"}), verdict="?n"),
    _civic("in capitals", raw=text(_CIVIC, optionalCookies={"marketing": "ACCEPTED"}), verdict=INVALID),
    _civic("a boolean", raw=text(_CIVIC, optionalCookies={"marketing": True}), verdict=INVALID),
    _civic("one name in two cases", raw=text(_CIVIC, optionalCookies={"marketing": "accepted", "Marketing": "revoked"}),
           verdict=INVALID, undo="[Mm]arketing"),
    _civic("nobody interacted", raw=text(_CIVIC, interactedWith=False), verdict=INVALID),
    _civic("interacted by a text", raw=text(_CIVIC, interactedWith="true"), verdict=INVALID),
    _civic("nothing on interaction", raw=text(_CIVIC, interactedWith=ABSENT), verdict=INVALID),
    _civic("its last moment", raw=text(_CIVIC), verdict="yy", now="2026-01-30T00:00:00Z"),
    _civic("past its own end", raw=text(_CIVIC), verdict=INVALID, now="2026-01-30T00:00:01Z",
           undo='"consentDate":[0-9]+|"consentExpiry":90'),
    _civic("a date in seconds", raw=text(_CIVIC, consentDate=SECONDS), verdict=INVALID),
    _civic("a user of another shape", raw=text(_CIVIC, user="visitor"), verdict=INVALID),
]  # fmt: skip
_axeptio = partial(vector, cmp="axeptio", cookie="axeptio_cookies", mapping=MAPPED)
_cc = partial(vector, cmp="vanilla-cookieconsent", cookie="cc_cookie")
PARTLY = text(_AXEPTIO).replace('"', "%22").replace(",", "%2C").replace(" ", "%20")
VENDORS = [
    _axeptio("partly encoded", raw=PARTLY, verdict="yy"),
    _axeptio("wholly encoded, with scope and duration", raw=cookie(_AXEPTIO, **{"$$scope": "x", "$$duration": 190}),
             verdict="yy"),
    _axeptio("past its own duration", raw=cookie(_AXEPTIO, **{"$$duration": 20}), verdict=INVALID,
        undo="%24%24duration%22%3A20|2025-11-01"),
    _axeptio("refused", raw=cookie(_AXEPTIO, px=False), verdict="yn", undo="(?!)"),
    _axeptio("a vendor in another case", raw=cookie(_AXEPTIO, px=ABSENT, PX=True), verdict="y?", undo="PX"),
    _axeptio("a vendor that is a text", raw=cookie(_AXEPTIO, px="true"), verdict=INVALID),
    _axeptio("not completed", raw=cookie(_AXEPTIO, **{"$$completed": False}), verdict=INVALID),
    _axeptio("completed by a text", raw=cookie(_AXEPTIO, **{"$$completed": "true"}), verdict=INVALID),
    _axeptio("nothing on completion", raw=cookie(_AXEPTIO, **{"$$completed": ABSENT}), verdict=INVALID),
    _axeptio("no date", raw=cookie(_AXEPTIO, **{"$$date": ABSENT}), verdict=INVALID),
    _axeptio("the end of time", raw=cookie(_AXEPTIO, **{"$$date": "9999-12-31T23:59:59.999Z"}), verdict=INVALID),
    _axeptio("nothing mapped", raw=cookie(_AXEPTIO), verdict="??", mapping={}),
    _axeptio("one of two vendors", raw=cookie(_AXEPTIO, fb=False), verdict="yn",
             mapping={"statistics": ["ga"], "marketing": ["px", "fb"]}, undo="(?!)"),
    _axeptio("a key about the choice, mapped", raw=cookie(_AXEPTIO), verdict="??",
             mapping={"statistics": ["$$completed"], "marketing": ["$$completed"]}),
    _cc("agreed", raw=cookie(_CC), verdict="yy"),
    _cc("at its own end", raw=cookie(_CC), verdict="yy", now="2026-05-02T00:00:00Z"),
    _cc("past its own end", raw=cookie(_CC), verdict=INVALID, now="2026-05-02T00:00:01Z",
        undo="expirationTime%22%3A[0-9]+"),
    _cc("the revision that is asked", raw=cookie(_CC), verdict="yy", min_revision=2),
    _cc("an earlier revision", raw=cookie(_CC), verdict=INVALID, min_revision=3, undo="revision%22%3A2"),
    _cc("a revision in text", raw=cookie(_CC, revision="2"), verdict=INVALID, undo="revision"),
    _cc("marketing in capitals", raw=cookie(_CC, categories=["necessary", "analytics", "MARKETING"]), verdict="yn"),
    _cc("a category in a category", raw=cookie(_CC, categories=["necessary", "marketing2"]), verdict="nn"),
    _cc("a category twice", raw=cookie(_CC, categories=["marketing", "marketing"]), verdict=INVALID,
        undo="marketing"),
    _cc("names of the site's own", raw=cookie(_CC, categories=["gerekli", "diger"]), verdict="ny",
        mapping={"marketing": ["diger"]}),
    _cc("the last time counts", raw=cookie(_CC, consentTimestamp="2024-01-01T00:00:00.000Z"), verdict="yy"),
    _cc("an old last time", raw=cookie(_CC, lastConsentTimestamp="2024-01-01T00:00:00.000Z"), verdict=INVALID,
        undo="lastConsentTimestamp%22%3A%222024"),
    _cc("no id", raw=cookie(_CC, consentId=ABSENT), verdict=INVALID),
    _cc("version 2.8", raw=text({"categories": ["ads"], "level": ["ads"], "revision": 0, "consent_date": ISO,
        "consent_uuid": UUID, "last_consent_update": ISO}), verdict="ny"),
    _cc("two lists that differ", raw=text({"categories": ["ads"], "level": [], "revision": 0, "consent_date": ISO,
        "consent_uuid": UUID, "last_consent_update": ISO}), verdict=INVALID, undo="level"),
    _cc("levels, asserted", raw=text({"level": ["necessary", "targeting"], "revision": 0}), verdict="ny",
        optin_asserted=True),
    _cc("levels, not asserted", raw=text({"level": ["necessary", "targeting"], "revision": 0}), verdict=INVALID),
    _cc("levels with an old time", raw=text({"level": ["ads"], "consent_date": "2020-01-01T00:00:00.000Z",
        "consent_uuid": UUID}), verdict=INVALID, undo="consent_date|2020", optin_asserted=True),
]  # fmt: skip
_borlabs = partial(vector, cmp="borlabs", cookie="borlabs-cookie", optin_asserted=True)
_script = partial(vector, cmp="cookie-script", cookie="CookieScriptConsent")
_klaro = partial(vector, cmp="klaro", cookie="klaro", optin_asserted=True, mapping=MAPPED)
_moove = partial(vector, cmp="moove", cookie="moove_gdpr_popup", optin_asserted=True)
_rcb = partial(vector, cmp="real-cookie-banner", cookie="real_cookie_banner-v:3_blog:1_path:0a1b2c3",
               mapping={"statistics": ["61"], "marketing": ["62"]})  # fmt: skip
REAL = f"{SECONDS}:{UUID}:{'0a' * 16}:" + '{"60":[1],"61":[2],"62":[3]}'
OTHERS = [
    _borlabs("agreed", raw=cookie(_BORLABS), verdict="yy"),
    _borlabs("version 3", raw=cookie(_BORLABS, v3=True, version=1), verdict="yy"),
    _borlabs("a group without services", raw=cookie(_BORLABS, consents={"marketing": []}), verdict="nn"),
    _borlabs("past its end", raw=cookie(_BORLABS, expires="Sat, 29 Nov 2025 09:06:19 GMT"), verdict=INVALID,
             undo="Sat.*GMT"),
    _borlabs("not asserted", raw=cookie(_BORLABS), verdict=INVALID, optin_asserted=False),
    _borlabs("the word all", raw="all", verdict=INVALID),
    _script("agreed", raw=cookie(_SCRIPT), verdict="yy"),
    _script("rejected", raw=cookie(_SCRIPT, action="reject", categories="[]"), verdict="nn"),
    _script("closed", raw=cookie(_SCRIPT, action="close"), verdict=INVALID),
    _script("no action", raw=cookie(_SCRIPT, action=ABSENT), verdict=INVALID),
    _script("categories in a list", raw=cookie(_SCRIPT, categories=["targeting"]), verdict=INVALID),
    _script("a category that holds another", raw=cookie(_SCRIPT, categories='["targeting2"]'), verdict="nn"),
    _script("too old", raw=cookie(_SCRIPT, consenttime=1600000000), verdict=INVALID,
        undo="consenttime%22%3A1600000000"),
    _klaro("agreed", raw=text({"ga": True, "px": True}), verdict="yy"),
    _klaro("a service that is null", raw=text({"ga": True, "px": None}), verdict=INVALID),
    _klaro("a service twice", raw='{"px":false,"px":true}', verdict=INVALID, undo="px"),
    _klaro("a service twice, encoded apart", raw='{"px":false,"%70x":true}', verdict="?n", undo="px"),
    _moove("numbers", raw=cookie({"strict": 1, "thirdparty": 1, "advanced": 1}), verdict=INVALID),
    _moove("with a version", raw=text({"thirdparty": "1", "advanced": "1", "version": "4"}), verdict="yy"),
    _moove("advanced only", raw=cookie({"strict": "1", "thirdparty": "0", "advanced": "1"}), verdict="ny"),
    _rcb("agreed", raw=browser(REAL), verdict="yy"),
    _rcb("in a language", raw=browser(REAL), verdict="yy") | {
        "cookie_name": "real_cookie_banner-v:3_blog:1_path:0a1b2c3-lang:nl"},
    _rcb("its sibling of the TCF", raw=browser(REAL), verdict=INVALID) | {
        "cookie_name": "real_cookie_banner-v:3_blog:1_path:0a1b2c3-tcf"},
    _rcb("services by name", raw=browser(REAL.replace("[3]", '["3"]')), verdict=INVALID),
    _rcb("an empty group", raw=browser(REAL.replace("[3]", "[]")), verdict="yn"),
    _rcb("too old", raw=browser(REAL.replace(str(SECONDS), "1600000000")), verdict=INVALID, undo="1600000000"),
    vector("any value", "osano", "osano_consentmanager", "x" * 260, INVALID),
    vector("any value", "usercentrics", "uc_settings", "1", INVALID),
    vector("any value", "sourcepoint", "consentUUID", UUID, INVALID),
    vector("any value", "shopify", "_tracking_consent", "3.AMPS_NL_f_f_x", INVALID),
    vector("any value", "termly", "TERMLY_API_CACHE", "{}", INVALID),
    vector("nobody knows it", "no-such-platform", "consent", "true", INVALID),
]  # fmt: skip
_DIDOMI = {"user_id": UUID, "created": ISO, "updated": ISO, "vendors": {"enabled": ["google", "c:px"]}}
_DIDOMI |= {"purposes": {"enabled": ["ga", "px"], "disabled": []}, "version": 2}
_didomi = partial(vector, cmp="didomi", cookie="didomi_token", mapping=MAPPED)


def token(**changes: Any) -> str:
    """The value as Didomi writes it."""
    return base64.b64encode(text(_DIDOMI, **changes).encode()).decode()


DIDOMI = [
    _didomi("agreed", raw=token(), verdict="yy"),
    _didomi("encoded", raw=browser(token()), verdict="yy"),
    _didomi("a vendor and a purpose of one name, both on", raw=token(vendors={"enabled": ["px"]}), verdict="yy"),
    _didomi("a vendor and a purpose of one name, one off", raw=token(vendors={"disabled": ["px"]}), verdict=INVALID,
        undo=".*"),
    _didomi("only what is off", raw=token(purposes={"disabled": ["ga", "px"]}, vendors=ABSENT), verdict="nn"),
    _didomi("a purpose in neither list", raw=token(purposes={"enabled": ["ga"]}), verdict="y?", undo="(?<=^.{180}).*"),
    _didomi("no lists", raw=token(purposes=ABSENT, vendors=ABSENT), verdict=INVALID),
    _didomi("empty objects for lists", raw=token(purposes={}, vendors={}), verdict=INVALID),
    _didomi("before a choice", raw=token(purposes=ABSENT, vendors=ABSENT, version=None), verdict=INVALID),
    _didomi("no version, with lists", raw=token(version=None), verdict=INVALID),
    _didomi("version 1", raw=token(version=1), verdict=INVALID, undo="(?<=^.{250}).*"),
    _didomi("version 2 in text", raw=token(version="2"), verdict=INVALID, undo="(?<=^.{250}).*"),
    _didomi("version 2.0", raw=base64.b64encode(text(_DIDOMI).replace(":2}", ":2.0}").encode()).decode(),
        verdict=INVALID, undo="(?<=^.{250}).*"),
    _didomi("a list of numbers", raw=token(vendors={"enabled": [1, 2]}), verdict=INVALID, undo="(?<=^.{160}).{35}"),
    _didomi("too old", raw=token(updated="2024-11-30T00:00:00.000Z"), verdict=INVALID, undo="(?<=^.{120}).*"),
    _didomi("a user without a UUID", raw=token(user_id="x"), verdict=INVALID),
    _didomi("plain JSON", raw=text(_DIDOMI), verdict=INVALID),
    _didomi("nothing mapped", raw=token(), verdict="??", mapping={}),
]  # fmt: skip
VECTORS = INFORMATION + PURPOSES + VENDORS + OTHERS + DIDOMI

"""Consent cookies made by hand: for every platform a yes, a no, and what falls short."""

import base64
import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

from connectleads.demo.cookiebot_value import value as cookiebot
from consent.attestation import Attestation, Choice
from consent.policy import CategoryMapping, OptInAssertion, TcfMode
from consent.reasons import Reason
from tests.consent.tc_string import tc_string

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
AT = NOW - timedelta(days=2)
ISO = "2026-11-21T12:00:00.000Z"
SECONDS = int(AT.timestamp())
MILLISECONDS = SECONDS * 1000
UUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
ASSERTION = OptInAssertion(checked_by="Ada", checked_on=date(2026, 11, 1), snapshot="snapshot-1")


def encoded(value: object) -> str:
    return quote(json.dumps(value, separators=(",", ":")), safe="")


@dataclass(frozen=True)
class Sample:
    """A platform with cookie values that say yes and no to both categories, and what proves nothing, by reason."""

    name: str
    yes: str
    no: str
    short: dict[Reason, list[str]] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    extra_no: dict[str, str] | None = None
    policy: dict[str, object] = field(default_factory=dict)


def onetrust(groups: str = "C0001:1,C0002:1,C0004:1", **changes: str) -> str:
    parameters = {
        "datestamp": "Sat+Nov+21+2026",
        "consentId": UUID,
        "interactionCount": "1",
        "landingPath": quote("https://x.nl/?a=b&groups=C0004:1", safe=""),
        "groups": quote(groups, safe=""),
        "AwaitingReconsent": "false",
    } | changes
    return "&".join(f"{name}={value}" for name, value in parameters.items() if value != "-")


def cookieyes(said: str, consent: str = "yes", action: str = "yes", more: str = "") -> str:
    answers = f"necessary:yes,functional:{said},analytics:{said},advertisement:{said}"
    return f"consentid:{'aB3' * 14},consent:{consent},action:{action},{answers}{more}"


def cookiefirst(**changes: object) -> str:
    return encoded({"necessary": True, "performance": True, "advertising": True, "timestamp": SECONDS} | changes)


def didomi(enabled: list[str], disabled: list[str], **changes: object) -> str:
    found = {"user_id": UUID, "updated": ISO, "purposes": {"enabled": enabled, "disabled": disabled}, "version": 2}
    return base64.b64encode(json.dumps(found | changes).encode()).decode()


def iubenda(said: object, **changes: object) -> str:
    return encoded({"timestamp": ISO, "purposes": {"1": True, "4": said, "5": said}, "id": 12} | changes)


def cookieinformation(approved: list[str], denied: list[str], **changes: object) -> str:
    sides = {"consents_approved": [f"cookie_cat_{one}" for one in approved]}
    sides |= {"consents_denied": [f"cookie_cat_{one}" for one in denied]}
    return encoded({"website_uuid": UUID, "timestamp": ISO, "user_uid": UUID} | sides | changes)


def civic(said: str, **changes: object) -> str:
    categories = {"optionalCookies": {"Analytics": said, "marketing": said}}
    choice = {"consentDate": MILLISECONDS, "consentExpiry": 90, "interactedWith": True, "user": UUID}
    return json.dumps(categories | choice | changes)


def axeptio(said: object, **changes: object) -> str:
    return encoded({"$$token": "tok3n", "$$date": ISO, "ga": said, "pixel": said, "$$completed": True} | changes)


def orestbida(categories: object, **changes: object) -> str:
    return encoded({"categories": categories, "revision": 3, "consentTimestamp": ISO, "consentId": UUID} | changes)


def borlabs(consents: object, expires: str = "Sun, 21 Nov 2027 12:00:00 GMT") -> str:
    return encoded({"consents": consents, "expires": expires, "uid": "anonymous", "version": "2"})


def cookie_script(action: str, categories: object, **changes: object) -> str:
    return encoded({"action": action, "categories": json.dumps(categories), "consenttime": SECONDS} | changes)


def connectleads(said: int, **changes: object) -> str:
    parts = {"v": 1, "choice": "explicit", "at": MILLISECONDS, "id": "ab" * 16, "text": "nl-3"}
    parts |= {"statistics": said, "marketing": said} | changes
    return "&".join(f"{name}={value}" for name, value in parts.items())


def real_cookie_banner(groups: object, at: int = SECONDS) -> str:
    return quote(f"{at}:{UUID}:{'ab' * 16}:{json.dumps(groups)}", safe="")


MALFORMED, IMPLIED, EXPIRED = Reason.MALFORMED, Reason.IMPLIED, Reason.EXPIRED
GA_PIXEL = {"mapping": CategoryMapping(statistics=("ga",), marketing=("pixel",))}
BY_PURPOSE = {"tcf_mode": TcfMode.PURPOSES}
TC_YES, TC_NO = tc_string(at=AT), tc_string(at=AT, purposes=())
TC_SHORT = {
    MALFORMED: ["true", TC_YES[:30], tc_string(at=AT, version=1)],
    EXPIRED: [tc_string(at=AT, policy=3), tc_string(at=NOW - timedelta(days=200))],
}
OLD_ISO = "2026-01-01T12:00:00Z"

COOKIES = {
    "cookiebot": Sample("CookieConsent", cookiebot(at=AT), "0", {IMPLIED: ["-1"], MALFORMED: ["true"]}),
    "onetrust": Sample(
        "OptanonConsent",
        onetrust(),
        onetrust("C0001:1,C0002:0,C0004:0"),
        {
            IMPLIED: [onetrust(consentId="-"), onetrust(interactionCount="0")],
            EXPIRED: [onetrust(AwaitingReconsent="true")],
            MALFORMED: [
                onetrust(consentId="x"),
                onetrust(groups="-"),
                onetrust("C0004:1,C0004:1"),
                onetrust("C0004:yes"),
                onetrust() + "&groups=C0004%3A1",
                onetrust() + "%",
                onetrust() + "&x",
                onetrust(interactionCount="one"),
                "plain",
            ],
        },
        {"OptanonAlertBoxClosed": ISO},
    ),
    "cookieyes": Sample(
        "cookieyes-consent",
        cookieyes("yes"),
        cookieyes("no", consent="no"),
        {
            IMPLIED: [cookieyes("yes", action="no"), cookieyes("", "", ""), cookieyes("yes", consent="no")],
            EXPIRED: [cookieyes("yes", more=",lastRenewedDate:1600000000000")],
            MALFORMED: [
                cookieyes("maybe"),
                cookieyes("yes", more=",advertisement:yes"),
                "action:yes,necessary:yes",
                "x",
            ],
        },
    ),
    "complianz": Sample(
        "cmplz_marketing",
        "allow",
        "deny",
        {MALFORMED: ["ALLOW", "yes"]},
        {"cmplz_banner-status": "dismissed", "cmplz_statistics": "allow"},
        {"cmplz_banner-status": "dismissed", "cmplz_statistics": "deny"},
    ),
    "cookieinformation": Sample(
        "CookieInformationConsent",
        cookieinformation(["statistic", "marketing"], []),
        cookieinformation(["necessary"], ["statistic", "marketing"]),
        {
            EXPIRED: [cookieinformation(["marketing"], [], timestamp=OLD_ISO)],
            MALFORMED: [
                cookieinformation(["marketing"], ["marketing"]),
                cookieinformation(["marketing"], [], user_uid=""),
                cookieinformation(["marketing"], [], timestamp=""),
                cookieinformation(["sales"], []),
            ],
        },
    ),
    "cookiefirst": Sample(
        "cookiefirst-consent",
        cookiefirst(),
        cookiefirst(performance=False, advertising=False),
        {
            EXPIRED: [cookiefirst(timestamp=1_900_000_000)],
            MALFORMED: [
                cookiefirst(advertising="true"),
                cookiefirst(timestamp=None),
                cookiefirst(necessary=False),
                "[]",
            ],
        },
    ),
    "didomi": Sample(
        "didomi_token",
        didomi(["ga", "pixel"], []),
        didomi([], ["ga", "pixel"]),
        {
            IMPLIED: [didomi([], [], version=None)],
            EXPIRED: [didomi(["ga"], [], updated=OLD_ISO)],
            MALFORMED: [didomi(["ga"], ["ga"]), didomi(["ga"], [], version=3), didomi([], [], purposes={}), "1", "!"],
        },
        policy=GA_PIXEL,
    ),
    "iubenda": Sample(
        "_iub_cs-123456",
        iubenda(True),
        iubenda(False),
        {
            IMPLIED: [encoded({"consent": True, "timestamp": ISO})],
            EXPIRED: [iubenda(True, timestamp=OLD_ISO)],
            MALFORMED: [iubenda("true"), iubenda(True, timestamp=None), "{}x"],
        },
    ),
    "civic": Sample(
        "CookieControl",
        civic("accepted"),
        civic("legitimate interest"),
        {
            IMPLIED: [civic("accepted", interactedWith=False)],
            EXPIRED: [civic("accepted", consentExpiry=1)],
            MALFORMED: [
                civic("yes"),
                civic("accepted", user=""),
                civic("accepted", consentExpiry=True),
                civic("accepted", optionalCookies={"A": "accepted", "a": "revoked"}),
                civic("accepted", optionalCookies=[]),
            ],
        },
    ),
    "axeptio": Sample(
        "axeptio_cookies",
        axeptio(True),
        axeptio(False),
        {
            IMPLIED: [axeptio(True, **{"$$completed": False})],
            EXPIRED: [axeptio(True, **{"$$duration": 1}), axeptio(True, **{"$$date": OLD_ISO})],
            MALFORMED: [axeptio(1), axeptio(True, **{"$$token": ""}), axeptio(True, **{"$$date": 1}), "x"],
        },
        policy=GA_PIXEL,
    ),
    "klaro": Sample(
        "klaro",
        '{"ga":true,"pixel":true}',
        '{"ga":false,"pixel":false}',
        {MALFORMED: ['{"ga":1}', "x"]},
        policy=GA_PIXEL,
    ),
    "vanilla-cookieconsent": Sample(
        "cc_cookie",
        orestbida(["analytics", "ads"]),
        orestbida(["no-marketing"]),
        {
            EXPIRED: [
                orestbida(["ads"], revision=2),
                orestbida(["ads"], consentTimestamp=OLD_ISO),
                orestbida(["ads"], expirationTime=MILLISECONDS),
            ],
            MALFORMED: [
                orestbida("ads"),
                orestbida(["ads"], revision="3"),
                orestbida(["ads"], consentId="x"),
                orestbida(["ads"], expirationTime="x"),
            ],
        },
        policy={"min_revision": 3},
    ),
    "tarteaucitron": Sample(
        "tarteaucitron",
        "!id=12ab!ga=true!pixel=true",
        "!ga=false!pixel=false",
        {MALFORMED: ["!ga=true!ga=true", "ga=true", "!ga=yes", ""]},
        policy=GA_PIXEL,
    ),
    "borlabs": Sample(
        "borlabs-cookie",
        borlabs({"statistics": ["ga"], "marketing": ["pixel"]}),
        borlabs({"essential": ["x"], "marketing": []}),
        {
            EXPIRED: [borlabs({}, "Sat, 21 Nov 2026 12:00:00 GMT")],
            MALFORMED: ["all", borlabs({"marketing": True}), borlabs({}, "?")],
        },
    ),
    "cookie-script": Sample(
        "CookieScriptConsent",
        cookie_script("accept", ["performance", "targeting"]),
        cookie_script("reject", []),
        {
            IMPLIED: [encoded({"categories": "[]"})],
            EXPIRED: [cookie_script("accept", [], consenttime=1_600_000_000)],
            MALFORMED: [
                cookie_script("reject", ["targeting"]),
                cookie_script("accept", "targeting"),
                cookie_script("accept", [], consenttime="x"),
                cookie_script("close", []),
                encoded({"action": "accept"}),
            ],
        },
    ),
    "trustarc": Sample(
        "notice_gdpr_prefs",
        "0,1,2:",
        "0:",
        {IMPLIED: ["0,1,2::implied,us"], MALFORMED: ["2", "2:", "0,2,2:", "all"]},
        {"notice_behavior": "expressed|eu"},
        policy={"mapping": CategoryMapping(statistics=("1",))},
    ),
    "hubspot": Sample(
        "__hs_cookie_cat_pref",
        "1:true_2:true",
        "1:false,2:false",
        {MALFORMED: ["1:true,1:true", "2:yes", "1:true,2:true_3:true"]},
    ),
    "moove": Sample(
        "moove_gdpr_popup",
        encoded({"strict": "1", "thirdparty": "1", "advanced": "1"}),
        encoded({"strict": "1", "thirdparty": "0", "advanced": "0"}),
        {MALFORMED: [encoded({"advanced": 1}), encoded({"advanced": "yes"}), "1"]},
    ),
    "cookielawinfo-legacy": Sample(
        "cookielawinfo-checkbox-advertisement",
        "yes",
        "no",
        {MALFORMED: ["true", ""]},
        {"viewed_cookie_policy": "yes", "cookielawinfo-checkbox-analytics": "yes"},
        {"viewed_cookie_policy": "yes", "cookielawinfo-checkbox-analytics": "no"},
    ),
    "wp-consent-api": Sample(
        "wp_consent_marketing",
        "allow",
        "deny",
        {MALFORMED: ["yes", ""]},
        {"wp_consent_statistics": "allow"},
        {"wp_consent_statistics": "deny"},
    ),
    "insites": Sample("cookieconsent_status", "allow", "deny", {IMPLIED: ["dismiss"], MALFORMED: ["true", "ALLOW"]}),
    "real-cookie-banner": Sample(
        "real_cookie_banner-v:3_blog:1_path:0a1b2c3",
        real_cookie_banner({"7": [1], "8": [2, 3]}),
        real_cookie_banner({"8": []}),
        {
            EXPIRED: [real_cookie_banner({"8": [1]}, 1_600_000_000)],
            MALFORMED: [
                real_cookie_banner({"8": True}),
                real_cookie_banner({"8": ["1"]}),
                real_cookie_banner([1]),
                "x",
            ],
        },
        policy={"mapping": CategoryMapping(statistics=("7",), marketing=("8",))},
    ),
    "connectleads": Sample(
        "connectleads_consent",
        connectleads(1),
        connectleads(0),
        {
            EXPIRED: [connectleads(1, text="en-2"), connectleads(1, at=1_600_000_000_000)],
            MALFORMED: [
                connectleads(1, choice="implicit"),
                connectleads(1, at="0"),
                connectleads(1, id="x"),
                connectleads(1, text="fr-3"),
                connectleads(1, marketing="yes"),
                connectleads(1) + "&marketing=1",
                connectleads(1).replace("&", "%26"),
                "granted",
            ],
        },
        policy={"min_revision": 3},
    ),
    "tcf": Sample("eupubconsent-v2", TC_YES, TC_NO, TC_SHORT, policy=BY_PURPOSE),
    "inmobi": Sample("euconsent-v2", TC_YES, TC_NO, TC_SHORT, policy=BY_PURPOSE),
    "consentmanager": Sample("__cmpconsentx1234", TC_YES, TC_NO, TC_SHORT, policy=BY_PURPOSE),
    "google-funding-choices": Sample(
        "FCCDCF",
        encoded([None, None, None, [TC_YES, "2~~dv.", UUID]]),
        encoded([None, None, None, [TC_NO]]),
        {IMPLIED: [encoded([None]), encoded([None, None, None, None])], MALFORMED: ["{}", "x", encoded([1, 1, 1, []])]},
        policy=BY_PURPOSE,
    ),
}

EVENTS = {
    "usercentrics": "UC_UI_CMP_EVENT",
    "termly": "consent",
    "osano": "osano-cm-consent-saved",
    "sourcepoint": "useractioncomplete",
    "shopify": "visitorConsentCollected",
}


def attestation(platform: str, *, said: bool = True, **changes: object) -> Attestation:
    """An explicit answer of a platform's own interface."""
    fields = {"name": platform, "choice": Choice.EXPLICIT, "event": EVENTS.get(platform, ""), "at": AT}
    return Attestation(**({"statistics": said, "marketing": said} | fields | changes))

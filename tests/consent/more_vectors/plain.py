"""Cookies of a few words: CookieYes, Complianz, TrustArc, HubSpot, tarteaucitron and the plugins of WordPress."""

from functools import partial

from tests.consent.more_vectors.vector import INVALID, MILLISECONDS, browser, vector

ID = "bWFkZXVwaWRvZnRoaXJ0eXR3b2NoYXJzLi4uLi4uLi4"


def cookieyes(said: str = "yes", *, consent: str | None = "yes", action: str | None = "yes", id: str = ID) -> str:
    """The value as CookieYes writes it."""
    parts = {"consentid": id, "consent": consent, "action": action, "necessary": "yes", "functional": said}
    parts |= {"analytics": said, "performance": said, "advertisement": said}
    return ",".join(f"{key}:{value}" for key, value in parts.items() if value is not None)


_cookieyes = partial(vector, cmp="cookieyes", cookie="cookieyes-consent")
COOKIEYES = [
    _cookieyes("all agreed", raw=cookieyes(), verdict="yy"),
    _cookieyes("all refused", raw=cookieyes("no", consent="no"), verdict="nn", undo="(?!)"),
    _cookieyes("a yes with everything off", raw=cookieyes("no"), verdict="nn"),
    _cookieyes("encoded", raw=browser(cookieyes()), verdict="yy"),
    _cookieyes("encoded twice", raw=browser(browser(cookieyes())), verdict="yy"),
    _cookieyes("an id of 16", raw=cookieyes(id="a" * 16), verdict="yy"),
    _cookieyes("an id of 64", raw=cookieyes(id="a" * 64), verdict="yy"),
    _cookieyes("an id of 15", raw=cookieyes(id="a" * 15), verdict=INVALID),
    _cookieyes("an id of 65", raw=cookieyes(id="a" * 65), verdict=INVALID),
    _cookieyes("before any choice", raw=cookieyes("", consent="", action="", id=ID), verdict=INVALID),
    _cookieyes("written by its own script", raw=cookieyes(action="no"), verdict=INVALID),
    _cookieyes("no action", raw=cookieyes(action=None), verdict=INVALID),
    _cookieyes("an action of another word", raw=cookieyes(action="accept"), verdict=INVALID),
    _cookieyes("an action in capitals", raw=cookieyes(action="YES"), verdict=INVALID),
    _cookieyes("turned round by an opt-out law", raw=cookieyes(consent="no"), verdict=INVALID),
    _cookieyes("a no, with one category on", raw=cookieyes("no", consent="no") + ",other:yes", verdict=INVALID),
    _cookieyes("an empty category", raw=cookieyes() + ",other:", verdict=INVALID, undo=",other:$"),
    _cookieyes("no advertising", raw=cookieyes().replace(",advertisement:yes", ""), verdict="y?"),
    _cookieyes("no advertising, but something alike", raw=cookieyes().replace("advert", "xadvert"), verdict="y?"),
    _cookieyes("a comma at the end", raw=cookieyes() + ",", verdict=INVALID, undo=",$"),
    _cookieyes("spaces", raw=cookieyes().replace(",", ", "), verdict=INVALID),
    _cookieyes("a key twice, both yes", raw=cookieyes() + ",advertisement:yes", verdict=INVALID, undo=",adv[a-z]+"),
    _cookieyes("renewed lately", raw=cookieyes() + f",lastRenewedDate:{MILLISECONDS}", verdict="yy"),
    _cookieyes("renewed too long ago", raw=cookieyes() + ",lastRenewedDate:1600000000000", verdict=INVALID,
        undo=",lastRenewedDate:[0-9]+"),
    _cookieyes("renewed in seconds", raw=cookieyes() + ",lastRenewedDate:1761955200", verdict=INVALID,
        undo=",lastRenewedDate"),
    _cookieyes("a value of JSON", raw='{"advertisement":"yes","action":"yes"}', verdict=INVALID),
]  # fmt: skip


def complianz(raw: str, statistics: str | None, verdict: str, **more: str) -> dict:
    """A marketing cookie of Complianz, what stands beside it by name."""
    others = {"cmplz_statistics": statistics} | {f"cmplz_{name}": value for name, value in more.items()}
    named = f"marketing {raw or 'empty'}, statistics {statistics}, banner {more.get('banner-status', 'absent')}"
    present = {name: value for name, value in others.items() if value is not None}
    return vector(named, "complianz", "cmplz_marketing", raw, verdict, other_cookies=present)


SHUT = {"banner-status": "dismissed"}
ROOT = {"cmplz_rt_banner-status": "dismissed", "cmplz_rt_statistics": "deny"}
COMPLIANZ = [
    complianz("allow", "allow", "yy", **SHUT),
    complianz("deny", "allow", "yn", **SHUT),
    complianz("allow", None, "?y", **SHUT),
    complianz("", "allow", "y?", **SHUT),
    complianz("", "", INVALID, **SHUT),
    complianz("allow", "allow", INVALID),
    complianz("allow", "allow", INVALID, **{"banner-status": "show"}),
    complianz("allow", "allow", INVALID, **{"banner-status": "Dismissed"}),
    complianz("allow", "yes", INVALID, **SHUT),
    complianz("true", "allow", INVALID, **SHUT),
    complianz("%61llow", "allow", INVALID, **SHUT),
    vector("at the root", "complianz", "cmplz_rt_marketing", "allow", "ny", other_cookies=ROOT),
    vector("a banner of the root only", "complianz", "cmplz_marketing", "allow", INVALID, other_cookies=ROOT),
    vector("the sister is shown", "complianz", "cmplz_statistics", "allow", "y?",
           other_cookies={"cmplz_banner-status": "dismissed"}),
    vector("a banner twice", "complianz", "cmplz_marketing", "allow", INVALID,
           other_cookies={"cmplz_banner-status": "dismissed"}, cookie_header="cmplz_banner-status=show"),
    vector("a sister that differs in the header", "complianz", "cmplz_marketing", "allow", INVALID,
           other_cookies={"cmplz_banner-status": "dismissed", "cmplz_statistics": "allow"},
           cookie_header="cmplz_statistics=deny"),
    vector("another cookie of the plugin", "complianz", "cmplz_preferences", "allow", INVALID,
           other_cookies={"cmplz_banner-status": "dismissed"}),
]  # fmt: skip

_trustarc = partial(vector, cmp="trustarc", cookie="notice_gdpr_prefs")
EXPRESSED = {"notice_behavior": "expressed|eu"}
TRUSTARC = [
    _trustarc("all levels", raw="0,1,2:", verdict="?y", other_cookies=EXPRESSED),
    _trustarc("a fourth level", raw="0,1,2,3:", verdict="?y", other_cookies=EXPRESSED),
    _trustarc("functional only", raw="0,1:", verdict="?n", other_cookies=EXPRESSED, undo="0,1"),
    _trustarc("a behaviour that is encoded", raw="0,1,2:", verdict="?y",
              other_cookies={"notice_behavior": "expressed%7Ceu"}),
    _trustarc("implied", raw="0,1,2:", verdict=INVALID, other_cookies={"notice_behavior": "implied,eu"}),
    _trustarc("implied by the value itself", raw="0,1,2::implied,eu", verdict=INVALID,
        undo=":implied,eu", other_cookies=EXPRESSED),
    _trustarc("a behaviour that only starts alike", raw="0,1,2:", verdict=INVALID,
              other_cookies={"notice_behavior": "expressedly|eu"}),
    _trustarc("a forger's tail", raw="0,1,2:1a8b0c9d2e", verdict=INVALID, undo="1a8b0c9d2e", other_cookies=EXPRESSED),
    _trustarc("no behaviour", raw="0,1,2:", verdict=INVALID),
    _trustarc("a level of twelve", raw="0,1,12:", verdict="?n", other_cookies=EXPRESSED, undo="12"),
    _trustarc("no colon", raw="0,1,2", verdict=INVALID, other_cookies=EXPRESSED),
    _trustarc("a level twice", raw="0,2,2:", verdict=INVALID, other_cookies=EXPRESSED, undo="2,2"),
]  # fmt: skip

_hubspot = partial(vector, cmp="hubspot", cookie="__hs_cookie_cat_pref", optin_asserted=True)
_tarte = partial(vector, cmp="tarteaucitron", cookie="tarteaucitron", optin_asserted=True,
                 mapping={"statistics": ["gtag"], "marketing": ["ads"]})  # fmt: skip
SERVICES = [
    _hubspot("underscores", raw="1:true_2:true_3:true", verdict="yy"),
    _hubspot("wholly encoded", raw=browser("1:true,2:false,3:true"), verdict="yn"),
    _hubspot("no second", raw="1:true,3:true", verdict="y?", undo="1:|3:"),
    _hubspot("twenty-second", raw="1:true,22:true", verdict="y?", undo="(?!)"),
    _hubspot("two separators", raw="1:true_2:true,3:true", verdict=INVALID, undo="[_,]"),
    _hubspot("capitals", raw="1:TRUE,2:TRUE", verdict=INVALID),
    _hubspot("an empty value", raw="", verdict=INVALID),
    _tarte("all on", raw="!gtag=true!ads=true", verdict="yy"),
    _tarte("with an id", raw="!id=0a1b2c3d-4e5f6a7b!gtag=true!ads=false", verdict="yn"),
    _tarte("encoded", raw=browser("!gtag=true!ads=true"), verdict="yy"),
    _tarte("nothing answered yet", raw="!gtag=wait!ads=wait", verdict=INVALID),
    _tarte("one not answered yet", raw="!gtag=true!ads=wait", verdict="y?"),
    _tarte("a service that is not there", raw="!gtag=true!xads=true", verdict="y?"),
    _tarte("only an id", raw="!id=0a1b2c", verdict=INVALID),
    _tarte("a mark at the end", raw="!gtag=true!ads=true!", verdict=INVALID, undo="!$"),
    _tarte("capitals", raw="!gtag=TRUE!ads=TRUE", verdict=INVALID),
]  # fmt: skip

_legacy = partial(vector, cmp="cookielawinfo-legacy", cookie="cookielawinfo-checkbox-advertisement",
                  optin_asserted=True)  # fmt: skip
_wp = partial(vector, cmp="wp-consent-api", cookie="wp_consent_marketing", optin_asserted=True)
_insites = partial(vector, cmp="insites", cookie="cookieconsent_status", optin_asserted=True)
VIEWED = {"viewed_cookie_policy": "yes", "cookielawinfo-checkbox-analytics": "no"}
WORDPRESS = [
    _legacy("advertising only", raw="yes", verdict="ny", other_cookies=VIEWED),
    _legacy("viewed, with no", raw="yes", verdict=INVALID, other_cookies={"viewed_cookie_policy": "no"}),
    _legacy("not asserted", raw="yes", verdict=INVALID, other_cookies=VIEWED, optin_asserted=False),
    _legacy("capitals", raw="YES", verdict=INVALID, other_cookies=VIEWED),
    _wp("both", raw="allow", verdict="yy", other_cookies={"wp_consent_statistics": "allow"}),
    _wp("denied", raw="deny", verdict="?n"),
    _wp("a sister that is broken", raw="allow", verdict=INVALID, other_cookies={"wp_consent_statistics": "yes"}),
    _wp("asserted by a text", raw="allow", verdict=INVALID, optin_asserted="true"),
    _insites("dismissed", raw="dismiss", verdict=INVALID),
    _insites("capitals", raw="Allow", verdict=INVALID),
]
OWN = f"v=1&choice=explicit&at={MILLISECONDS}&id={'0a' * 16}&text=nl-3&statistics=1&marketing=1"
_own = partial(vector, cmp="connectleads", cookie="connectleads_consent")
BANNER = [
    _own("agreed", raw=OWN, verdict="yy"),
    _own("statistics only", raw=OWN.replace("marketing=1", "marketing=0"), verdict="yn", undo="0$"),
    _own("encoded", raw=browser(OWN), verdict=INVALID),
    _own("another version", raw=OWN.replace("v=1", "v=2"), verdict=INVALID, undo="2"),
    _own("implied", raw=OWN.replace("explicit", "implied"), verdict=INVALID),
    _own("the order turned round", raw="&".join(reversed(OWN.split("&"))), verdict=INVALID),
    _own("something behind it", raw=OWN + "&marketing=1", verdict=INVALID, undo="&marketing=1$"),
    _own("too old", raw=OWN.replace("at=1761", "at=1561"), verdict=INVALID, undo="at=156"),
    _own("the text that is asked", raw=OWN, verdict="yy", min_revision=3),
    _own("an earlier text", raw=OWN, verdict=INVALID, min_revision=4, undo="nl-3"),
]  # fmt: skip
VECTORS = COOKIEYES + COMPLIANZ + TRUSTARC + SERVICES + WORDPRESS + BANNER

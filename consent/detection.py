"""Which consent platform a page uses, told by the addresses and marks in its HTML (pure).

A guess for the settings page, where a person confirms it. The decision itself never looks at a page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from consent.platforms import PLATFORMS

# What each platform's own installation puts into a page: the host or path of its script, or an attribute of its tag.
_MARKS: Mapping[str, tuple[str, ...]] = {
    "connectleads": (r"/s/[0-9a-z]{16}(?:\.[0-9a-f]{32})?\.js",),
    "cookiebot": (r"consent\.cookiebot\.(?:com|eu)", r"data-cbid="),
    "onetrust": (r"cdn\.cookielaw\.org", r"cookie-cdn\.cookiepro\.com", r"otSDKStub\.js", r"optanon"),
    "cookieyes": (r"cdn-cookieyes\.com", r"plugins/cookie-law-info/lite/"),
    "complianz": (r"plugins/complianz-gdpr", r"cmplz-"),
    "cookiefirst": (r"consent\.cookiefirst\.com",),
    "usercentrics": (r"app\.usercentrics\.eu", r"web\.cmp\.usercentrics\.eu", r"usercentrics-cmp"),
    "didomi": (r"sdk\.privacy-center\.org", r"didomi"),
    "iubenda": (r"cdn\.iubenda\.com/cs", r"_iub\.csConfiguration"),
    "termly": (r"app\.termly\.io",),
    "osano": (r"cmp\.osano\.com",),
    "borlabs": (r"plugins/borlabs-cookie",),
    "cookieinformation": (r"policy\.app\.cookieinformation\.com", r"CookieConsent\"?\s+src=[^>]+cookieinformation"),
    "civic": (r"cc\.cdn\.civiccomputing\.com",),
    "axeptio": (r"static\.axept\.io", r"axeptioSettings"),
    "klaro": (r"klaro(?:-no-css)?(?:\.min)?\.js", r"klaroConfig"),
    "vanilla-cookieconsent": (r"cookieconsent(?:\.umd|\.esm)?\.js", r"CookieConsent\.run\("),
    "tarteaucitron": (r"tarteaucitron(?:\.min)?\.js", r"tarteaucitron\.init"),
    "cookie-script": (r"cdn\.cookie-script\.com",),
    "trustarc": (r"consent\.trustarc\.com", r"consent\.truste\.com"),
    "hubspot": (r"js(?:-eu1)?\.hs-banner\.com", r"js(?:-eu1)?\.hs-scripts\.com"),
    "sourcepoint": (r"privacy-mgmt\.com", r"_sp_\.config"),
    "inmobi": (r"cmp\.inmobi\.com", r"cmp\.quantcast\.com", r"quantcast\.mgr\.consensu\.org"),
    "google-funding-choices": (r"fundingchoicesmessages\.google\.com",),
    "consentmanager": (r"consentmanager\.(?:net|mgr\.consensu\.org)",),
    "real-cookie-banner": (r"plugins/real-cookie-banner",),
    "moove": (r"plugins/gdpr-cookie-compliance",),
    "cookielawinfo-legacy": (r"plugins/cookie-law-info/(?:legacy|public)",),
    "wp-consent-api": (r"plugins/wp-consent-api",),
    "insites": (r"cookieconsent2?/[0-9.]+/cookieconsent\.min\.js",),
    "shopify": (r"cdn\.shopify\.com/shopifycloud/(?:privacy-banner|consent-tracking-api)",),
}
# Told by marks that stand beside another platform's too.
_FALLBACKS = frozenset({"wp-consent-api", "insites", "tcf", "connectleads"})
_EXCERPT = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """A platform that the page seems to use, and the part of the page that says so."""

    platform: str
    label: str
    seen: str


def propose(html: str) -> tuple[Proposal, ...]:
    """The platforms that a page shows marks of, the likeliest first; none when nothing is recognised."""
    found = list(_proposals(html))
    return tuple(sorted(found, key=lambda one: one.platform in _FALLBACKS))


def _proposals(html: str) -> Iterator[Proposal]:
    for name, marks in _COMPILED.items():
        match = next(filter(None, (mark.search(html) for mark in marks)), None)
        if match is not None:
            yield Proposal(name, PLATFORMS[name].label, _excerpt(html, match))


def _excerpt(html: str, match: re.Match[str]) -> str:
    """The mark with what stands around it within the same tag or line, on one line."""
    start = max(html.rfind("<", 0, match.start()), html.rfind("\n", 0, match.start()), match.start() - _EXCERPT) + 1
    ends = [end for end in (html.find(">", match.end()), html.find("\n", match.end())) if end >= 0]
    return " ".join(html[start : min([*ends, match.end() + _EXCERPT])].split())


_COMPILED: Mapping[str, tuple[re.Pattern[str], ...]] = {
    name: tuple(re.compile(mark, re.IGNORECASE) for mark in marks) for name, marks in _MARKS.items()
}

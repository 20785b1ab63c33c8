"""The snippet's own judgement beside the server's, in a real browser: never a yes where the server finds a no."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, unquote
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page

from connectleads.demo.cookiebot_value import STAMP
from connectleads.demo.cookiebot_value import value as cookiebot
from consent.decision import SitePolicy, decide
from consent.decoding import is_well_formed
from consent.evidence import Evidence, Level
from consent.platforms import PLATFORMS
from consent.reasons import Reason
from consent.vectors import HOST, read_vector
from tests.chromium import chromium, needs_chromium
from tests.conftest import SHARED
from tests.consent.samples import ASSERTION, COOKIES, NOW
from tests.consent.test_more_vectors import RAW
from tracking.site import TrackedSite
from tracking.snippet import assembled, script_for

VECTORS = SHARED / "consent" / "vectors.json"
# What a value may be amiss in without the browser noticing; the server does. A refusal is not among them.
LEFT_TO_THE_SERVER = {Reason.GRANTED, Reason.MALFORMED, Reason.MISMATCH, Reason.VENDOR_NOT_NAMED}
# Forms that no platform writes and the server reads all the same, and times that no browser will see again.
NOT_SEEN_IN_BROWSERS = {
    "cookiebot: keys in another order",
    "cookiebot: a second before it",
    "cookieyes: a no, with one category on",
    "cookieyes: encoded twice",
    "onetrust: groups encoded twice",
    "tcf: a dot that is encoded",
    "tcf: policy 2 in its last hour",
    "vanilla-cookieconsent: levels with an old time",
}
JUDGE = """([source, cases]) => {
  const place = { currentScript: { src: "https://c.test/s/key.js" }, cookie: "" };
  const judge = new Function("document", "window", source)(place, {});
  return cases.map(([cookies, now]) => judge(place, cookies, now));
}"""
pytestmark = [needs_chromium, pytest.mark.journey]


@dataclass(frozen=True)
class Case:
    """One question to both: what the browser's cookies are, and what of them would be sent."""

    name: str
    policy: SitePolicy
    cookie: str
    value: str
    extra: tuple[tuple[str, str], ...]
    now: datetime

    @property
    def reason(self) -> Reason:
        evidence = Evidence(platform=self.policy.platform, name=self.cookie, value=self.value, extra=self.extra)
        return decide(self.policy, evidence, host=HOST, now=self.now).reason

    @property
    def jar(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in [("other", "1"), (self.cookie, self.value), *self.extra])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


def site(policy: SitePolicy) -> TrackedSite:
    return TrackedSite(key="key", tenant_id=UUID(int=1), site_id=UUID(int=2), policy=policy)


def said_by_the_browser(page: Page, policy: SitePolicy, cases: Sequence[Case]) -> list[bool | None]:
    """What the site's script makes of each: true, false, or None for anything else. Nothing when it has no script."""
    if not script_for(site(policy)).source:
        return [None] * len(cases)
    head = assembled(site(policy)).partition("  /* Whether there is a yes")[0]
    tail = """return (place, cookies, now) => {
      place.cookie = cookies;
      Date.now = () => now;
      try { const said = judge(); return said === false ? false : said ? true : null; } catch (trouble) { return null; }
    }; })()"""
    questions = [(case.jar, int(case.now.timestamp() * 1000)) for case in cases]
    return page.evaluate(JUDGE, [f"const judge = {head}{tail}; return judge;", questions])


def samples() -> Iterator[Case]:
    for platform, sample in COOKIES.items():
        for purpose in ("marketing", "statistics"):
            policy = SitePolicy(
                **{"platform": platform, "hosts": frozenset({HOST}), "optin_assertion": ASSERTION, "purpose": purpose}
                | sample.policy
            )
            extra = tuple(sample.extra.items())
            no = tuple((sample.extra if sample.extra_no is None else sample.extra_no).items())
            name = sample.name.replace("marketing", purpose) if purpose == "statistics" else sample.name
            name = name.replace("advertisement", "analytics") if purpose == "statistics" else name
            yield Case(f"{platform} yes {purpose}", policy, name, sample.yes, _but(extra, name), NOW)
            yield Case(f"{platform} no {purpose}", policy, name, sample.no, _but(no, name), NOW)
            for reason, values in sample.short.items():
                for value in values:
                    yield Case(f"{platform} {reason} {value[:60]}", policy, name, value, _but(extra, name), NOW)


def cookiebot_values() -> Iterator[Case]:
    """Forms of Cookiebot's cookie that are nearly right, decoded and encoded, and times at the edges."""
    yes, day = cookiebot(at=NOW - timedelta(days=1)), timedelta(days=1)
    stamp, said = "%27" + STAMP, "marketing:true"
    for value in (
        unquote(yes),
        quote(unquote(yes), safe="+/=").replace("%", "%25"),
        quote(unquote(yes), safe="+/=").replace("%", "%2525"),
        *(cookiebot(at=NOW - timedelta(hours=hours)) for hours in (181 * 24, 180 * 24 - 1, -48)),
        cookiebot(at=datetime(2018, 5, 24, tzinfo=UTC)),
        cookiebot(at=NOW - day, method="implied"),
        cookiebot(at=NOW - day, necessary="false"),
        *(yes.replace(part, "") for part in ("%2Cver:1", "%2Cpreferences:true", "%2Cstatistics:true")),
        yes.replace("statistics:true", "statistics:%27true%27"),
        yes.replace("preferences:true", "preferences:1"),
        yes.replace("%2Cregion", f"%2C{said}%2Cregion"),
        yes.replace("%2Cregion", "%2C__proto__:1%2Cregion"),
        yes.replace(stamp, stamp[:-1]),
        yes.replace(stamp, stamp[:-4]),
        *(yes.replace("%27nl%27", odd) for odd in ("%27%zz%27", "%27%00%27", "%27%E2%80%A8%27", "%27%FF%27")),
        yes.replace(said, "marketing:false").replace("nl", said),
        yes.replace("%27nl%27", "%27" + "n" * 3900 + "%27"),
        yes.upper(),
    ):
        policy = SitePolicy(platform="cookiebot", hosts=frozenset({HOST}))
        yield Case(f"cookiebot {value[:200]}", policy, "CookieConsent", value, (), NOW)


def _but(extra: tuple[tuple[str, str], ...], name: str) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in extra if pair[0] != name)


def vectors() -> Iterator[Case]:
    of_the_specification = json.loads(VECTORS.read_text(encoding="utf-8")) if VECTORS.exists() else []
    for vector in map(read_vector, [*of_the_specification, *RAW]):
        known = PLATFORMS.get(vector.policy.platform)
        if known is None or known.level is Level.X or vector.evidence.value is None or ";" in vector.evidence.value:
            continue
        if vector.id in NOT_SEEN_IN_BROWSERS or not is_well_formed(vector.evidence.value):
            continue
        if not vector.evidence.cookie_header and not vector.evidence.gpc:
            name = vector.evidence.name or known.cookie
            yield Case(vector.id, vector.policy, name, vector.evidence.value, vector.evidence.extra, vector.now)


def both(page: Page, cases: Sequence[Case]) -> Iterator[tuple[Case, Reason, bool | None]]:
    by_policy: dict[SitePolicy, list[Case]] = {}
    for case in cases:
        by_policy.setdefault(case.policy, []).append(case)
    for policy, group in by_policy.items():
        for case, said in zip(group, said_by_the_browser(page, policy, group), strict=True):
            yield case, case.reason, said


CASES = [*samples(), *cookiebot_values(), *vectors()]


def test_there_is_much_to_ask():
    assert len(CASES) > 200


def test_what_the_server_would_record_is_sent(page: Page):
    assert [
        case.name for case, reason, said in both(page, CASES) if reason is Reason.GRANTED and said is not True
    ] == []


def test_a_yes_of_the_browser_is_never_a_no_of_the_server(page: Page):
    sent = [(case.name, reason) for case, reason, said in both(page, CASES) if said is True]

    assert [one for one in sent if one[1] not in LEFT_TO_THE_SERVER] == []


def test_a_no_that_erases_is_an_explicit_no(page: Page):
    erased = [(case.name, reason) for case, reason, said in both(page, CASES) if said is False]

    assert [one for one in erased if one[1] not in (Reason.REFUSED, Reason.MALFORMED)] == []


def test_no_changed_character_talks_the_browser_into_a_yes(page: Page):
    """Values that do not show a yes, cut at every character and with bits flipped: where it then says yes, so would the
    server, or the server finds the value broken.
    """
    no = [case for case in CASES if case.reason is not Reason.GRANTED]
    changed = [
        Case(case.name, case.policy, case.cookie, value, case.extra, case.now)
        for case in no
        for place in range(0, len(case.value), 3)
        for value in (
            case.value[:place],
            case.value[:place] + chr(ord(case.value[place]) ^ 1) + case.value[place + 1 :],
        )
        if ";" not in value and value == value.strip() and value.isprintable()
    ]

    wrong = [(c.name, c.value, r) for c, r, said in both(page, changed) if said is True and r not in LEFT_TO_THE_SERVER]

    assert wrong == []

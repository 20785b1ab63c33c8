"""Our own banner, by the nine rules of the Dutch authority: one layer, two equal ways, nothing chosen beforehand."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from consent.decision import decide
from consent.evidence import Evidence
from consent.reasons import Reason
from tests.browser.stage import HOST, NOW, VISITOR, Stage, stage, tracked
from tests.chromium import needs_chromium
from tracking.banner import versions, words_of
from tracking.site import BannerSettings
from tracking.snippet import script_for

pytestmark = [needs_chromium, pytest.mark.journey]
SITE = tracked(platform="connectleads", banner=BannerSettings(organisation="Vorstkade", privacy_url="/privacy"))
QUESTION = "Mogen we zien bij welk bedrijf je werkt?"
STRICT = (
    "default-src 'none'; script-src https://c.collector.test; connect-src https://c.collector.test; img-src data:; "
    "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
LONG = "<p>" + "Koelinstallaties op natuurlijk koudemiddel. " * 60
SHIFTS = "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((one) => moved += one.value))"
SHIFTS += ".observe({ type: 'layout-shift', buffered: true })"


@pytest.fixture
def scene(browser: Browser) -> Iterator[Stage]:
    with stage(browser, site=SITE, consent=None, body=LONG) as scene:
        yield scene


def press(scene: Stage, page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    scene.settle(page)


def reason(scene: Stage) -> Reason:
    """What the server makes of the banner's cookie."""
    evidence = Evidence(
        platform="connectleads", name="connectleads_consent", value=scene.cookies.get("connectleads_consent")
    )
    return decide(SITE.policy, evidence, host=HOST, now=NOW + timedelta(minutes=1)).reason


def test_it_asks_and_until_then_nothing_happens(scene: Stage):
    page = scene.open()
    scene.settle(page, 15_000)

    expect(page.get_by_role("region", name=QUESTION)).to_be_visible()
    assert (scene.sent, scene.asked, scene.said, scene.cookies) == ([], [], [], {})
    assert page.get_by_role("checkbox").count() == 0


def test_both_answers_are_alike_in_size_weight_colour_and_place(scene: Stage):
    page = scene.open()
    looks = (
        "(button) => { const style = getComputedStyle(button); return ['width', 'height', 'color', 'backgroundColor',"
    )
    looks += "'borderTopColor', 'borderTopWidth', 'fontSize', 'fontWeight', 'textDecorationLine']"
    looks += ".map((name) => style[name]) }"
    no, yes = (page.get_by_role("button", name=name, exact=True) for name in ("Weigeren", "Toestaan"))

    assert no.evaluate(looks) == yes.evaluate(looks)
    assert no.bounding_box()["y"] == yes.bounding_box()["y"]
    assert no.evaluate("(button) => button.parentNode.parentNode.querySelectorAll('button:not([hidden])').length") == 2


def test_its_text_says_for_what_how_long_by_whom_and_how_to_withdraw(scene: Stage):
    page = scene.open()

    text = page.get_by_role("region", name=QUESTION).inner_text()
    for part in (
        "Vorstkade",
        "ConnectLeads",
        "13 maanden",
        "180 dagen",
        "connectleads_visitor",
        "intrekken",
        "IP-adres",
    ):
        assert part in text
    assert page.get_by_role("link", name="Lees de privacyverklaring").get_attribute("href") == "/privacy"


def test_a_yes_is_proven_to_the_server_with_the_version_of_the_text(scene: Stage):
    page = scene.open()
    press(scene, page, "Toestaan")

    assert reason(scene) is Reason.GRANTED
    assert f"text=nl-{versions()[-1]}" in scene.cookies["connectleads_consent"]
    assert "statistics=0&marketing=1" in scene.cookies["connectleads_consent"]
    assert scene.kinds == ["view"]
    assert scene.bodies("view")[0]["consent"]["value"] == scene.cookies["connectleads_consent"]
    expect(page.get_by_role("region")).to_have_count(0)
    expect(page.get_by_role("button", name="Cookiekeuze")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text("Je keuze is bewaard.")


def test_a_no_is_kept_and_asked_no_more(scene: Stage):
    page = scene.open()
    press(scene, page, "Weigeren")
    scene.open("/prijzen", page)

    assert reason(scene) is Reason.REFUSED
    assert scene.sent == []
    assert VISITOR not in scene.cookies
    expect(page.get_by_role("region")).to_have_count(0)


def test_a_change_of_mind_is_as_easy_as_the_choice_was(scene: Stage):
    page = scene.open()
    press(scene, page, "Weigeren")
    press(scene, page, "Cookiekeuze")
    expect(page.get_by_text("Je keuze van 23 november 2026: geweigerd.")).to_be_visible()
    press(scene, page, "Toestaan")
    press(scene, page, "Cookiekeuze")
    press(scene, page, "Intrekken")

    assert scene.kinds == ["view", "withdraw"]
    assert reason(scene) is Reason.REFUSED
    assert VISITOR not in scene.cookies


def test_the_keyboard_reaches_it_first_and_escape_is_no_answer(scene: Stage):
    page = scene.open()
    for expected in ("link", "Weigeren", "Toestaan"):
        page.keyboard.press("Tab")
        if expected != "link":
            expect(page.get_by_role("button", name=expected, exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("region", name=QUESTION)).to_be_visible()

    page.keyboard.press("Enter")
    scene.settle(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=QUESTION)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Cookiekeuze")).to_be_focused()


def test_a_link_of_the_sites_own_can_open_it(scene: Stage):
    page = scene.open()
    press(scene, page, "Weigeren")
    page.evaluate("connectleads('choose')")

    expect(page.get_by_role("region", name=QUESTION)).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en-GB", "May we see which company you work for?"),
        ("de", "May we see which company you work for?"),
        ("", QUESTION),
    ],
)
def test_it_speaks_the_language_of_the_page(browser: Browser, lang: str, question: str):
    with stage(browser, site=SITE, consent=None, lang=lang) as scene:
        page = scene.open()

        expect(page.get_by_role("region", name=question)).to_be_visible()


def test_nothing_on_the_page_moves_for_it(scene: Stage):
    page = scene.new_page()
    page.add_init_script(SHIFTS)
    scene.open("/", page)
    press(scene, page, "Weigeren")

    assert page.evaluate("moved") == 0


def test_it_works_under_a_strict_policy(browser: Browser):
    with stage(browser, site=SITE, consent=None, headers={"Content-Security-Policy": STRICT}) as scene:
        page = scene.open()
        press(scene, page, "Toestaan")

        assert scene.kinds == ["view"]
        assert scene.said == []
        assert (
            page.get_by_role("button", name="Cookiekeuze").evaluate("(one) => getComputedStyle(one).position")
            == "fixed"
        )


def test_a_browser_that_asks_not_to_be_followed_is_not_asked(browser: Browser):
    head = "<script>Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })</script>"
    with stage(browser, site=SITE, consent=None, head=head) as scene:
        page = scene.open()

        expect(page.get_by_role("button", name="Cookiekeuze")).to_be_visible()
        expect(page.get_by_role("region")).to_have_count(0)


def test_an_older_text_than_the_site_asks_for_is_asked_again(browser: Browser):
    newer = tracked(platform="connectleads", min_revision=2, banner=BannerSettings())
    with stage(browser, site=SITE, consent=None) as scene:
        page = scene.open()
        press(scene, page, "Toestaan")
        scene.script = script_for(newer).source
        scene.open("/prijzen", page)

        expect(page.get_by_role("region", name=QUESTION)).to_be_visible()
        assert scene.kinds == ["view"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_it_is_accessible_and_fits(browser: Browser, scheme: str, width: int):
    with stage(browser, site=SITE, consent=None, body=LONG) as scene:
        page = scene.new_page()
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 780})
        scene.open("/", page)
        for step in ("asked", "Weigeren", "Cookiekeuze"):
            if step != "asked":
                press(scene, page, step)
            found = Axe().run(page)
            assert [one["id"] for one in found.response["violations"]] == [], step
        box = page.get_by_role("region").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0


@pytest.mark.parametrize(("answer", "expected"), [("granted", ["view"]), ("refused", [])])
def test_a_home_made_banner_tells_us_its_answer(browser: Browser, answer: str, expected: list[str]):
    with stage(browser, site=tracked(platform="connectleads"), consent=None) as scene:
        page = scene.open()
        page.evaluate(f"connectleads('consent', '{answer}', 3)")
        scene.settle(page)

        assert scene.kinds == expected
        assert "text=own-3" in scene.cookies["connectleads_consent"]
        assert reason(scene) is (Reason.GRANTED if expected else Reason.REFUSED)
        assert page.get_by_role("button").count() == 0


def test_the_line_on_the_page_can_say_who_asks_and_that_a_home_made_banner_does(browser: Browser):
    with stage(browser, site=tracked(platform="connectleads", banner=BannerSettings()), consent=None) as scene:
        scene.attributes = 'data-organisation="Vorstkade" data-privacy="/privacy"'
        page = scene.open()
        expect(page.get_by_role("region", name=QUESTION)).to_contain_text("Vorstkade wil met ConnectLeads")
        expect(page.get_by_role("link", name="Lees de privacyverklaring")).to_have_attribute("href", "/privacy")

        scene.attributes = 'data-banner="none"'
        page = scene.open("/prijzen", page)
        assert page.get_by_role("button").count() == 0
        page.evaluate("connectleads('consent', 'granted', 3)")
        scene.settle(page)
        assert scene.kinds == ["view"]


def test_what_a_text_said_can_be_looked_up_later():
    for version in versions():
        for language in ("nl", "en"):
            words = words_of(f"{language}-{version}")
            assert words is not None
            assert set(words) == set(words_of("nl-1") or ())
    assert words_of("nl-999999") is None
    assert words_of("own-1") is None

"""Pages that change without loading, come back from memory, or wait to be shown; and how long one reads."""

import pytest
from playwright.sync_api import Browser, Error

from tests.browser.stage import NO, WEBSITE, YES, Stage, stage, tracked
from tests.chromium import needs_chromium

pytestmark = [needs_chromium, pytest.mark.journey]
HIDE = """(hidden) => {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}"""
FOCUS = """(has) => { document.hasFocus = () => has; dispatchEvent(new Event(has ? 'focus' : 'blur')); }"""


def paths(scene: Stage) -> list[str]:
    return [body["url"].removeprefix(WEBSITE) for body in scene.bodies("view")]


def test_a_single_page_application_is_followed(browser: Browser):
    with stage(browser) as scene:
        page = scene.open("/a")
        page.evaluate("history.pushState({}, '', '/b'); document.title = 'Pagina B'")
        scene.settle(page)
        page.evaluate("history.replaceState({}, '', '/c?x=1')")
        scene.settle(page)
        page.evaluate("history.back()")
        page.wait_for_url("**/a")
        scene.settle(page)

        first, second, third, fourth = scene.bodies("view")
        assert paths(scene) == ["/a", "/b", "/c?x=1", "/a"]
        assert second["title"] == "Pagina B"
        assert second["referrer"] == first["url"]
        assert len({body["id"] for body in (first, second, third, fourth)}) == 4
        assert scene.said == []


def test_what_is_only_a_filter_or_a_place_on_the_page_is_no_view(browser: Browser):
    with stage(browser) as scene:
        page = scene.open("/a")
        for address in ("/a?sort=price", "/a#prijzen", "/a?sort=name#kop"):
            page.evaluate(f"history.pushState({{}}, '', '{address}')")
            scene.settle(page)

        assert paths(scene) == ["/a"]


def test_history_still_works_as_it_did(browser: Browser):
    with stage(browser) as scene:
        page = scene.open("/a")

        assert page.evaluate("[history.pushState({ n: 1 }, '', '/b'), history.state.n, history.length]") == [None, 1, 3]
        with pytest.raises(Error, match="SecurityError"):
            page.evaluate("history.pushState({}, '', 'https://elsewhere.test/')")


def test_routes_behind_the_hash_are_pages_where_the_site_says_so(browser: Browser):
    with stage(browser, site=tracked(hash_routes=True)) as scene:
        page = scene.open("/#/a")
        for address in ("#/b", "#/b?sort=price", "#/c"):
            page.evaluate(f"location.hash = '{address}'")
            scene.settle(page)

        assert paths(scene) == ["/#/a", "/#/b", "/#/c"]


def test_consent_is_looked_at_again_on_every_hit(browser: Browser):
    with stage(browser) as scene:
        page = scene.open("/a")
        page.evaluate(f"document.cookie = 'CookieConsent={NO};path=/'")  # without telling anybody
        page.evaluate("history.pushState({}, '', '/b')")
        scene.settle(page)

        assert scene.kinds == ["view", "withdraw"]


def test_seconds_count_while_the_page_is_visible_and_focused(browser: Browser):
    with stage(browser) as scene:
        page = scene.open("/a")
        scene.settle(page, 10_000)
        page.evaluate(FOCUS, False)
        scene.settle(page, 60_000)
        page.evaluate(FOCUS, True)
        scene.settle(page, 5_000)
        page.evaluate(HIDE, True)
        scene.settle(page, 60_000)

        (leave,) = scene.bodies("leave")
        assert leave["of"] == scene.bodies("view")[0]["id"]
        assert leave["url"] == f"{WEBSITE}/a"
        assert 15 <= leave["seconds"] <= 18


def test_coming_back_goes_on_counting_and_a_leave_without_more_is_not_told(browser: Browser):
    with stage(browser) as scene:
        page = scene.open("/a")
        for _ in range(2):
            scene.settle(page, 10_000)
            page.evaluate(HIDE, True)
            page.evaluate(HIDE, False)
            page.evaluate(HIDE, True)
            scene.settle(page, 30_000)
            page.evaluate(HIDE, False)

        first, second = (body["seconds"] for body in scene.bodies("leave"))
        assert 10 <= first <= 12
        assert 20 <= second <= 23
        assert scene.kinds.count("view") == 1


def test_a_page_that_is_left_for_another_tells_it(browser: Browser):
    with stage(browser) as scene:
        page = scene.open("/a")
        scene.settle(page, 8_000)
        page.evaluate("history.pushState({}, '', '/b')")
        scene.settle(page, 4_000)
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
        scene.settle(page)

        views = scene.bodies("view")
        assert [(body["of"], body["url"]) for body in scene.bodies("leave")] == [
            (views[0]["id"], f"{WEBSITE}/a"),
            (views[1]["id"], f"{WEBSITE}/b"),
        ]


def test_a_page_from_the_browsers_memory_is_a_view_of_its_own(browser: Browser):
    with stage(browser) as scene:
        page = scene.open("/a")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
        scene.settle(page)
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))")
        scene.settle(page)

        first, second = scene.bodies("view")
        assert first["id"] != second["id"]
        assert first["visitor"] == second["visitor"]


def test_a_page_that_is_made_ready_beforehand_waits_until_it_is_shown(browser: Browser):
    head = "<script>Object.defineProperty(document, 'prerendering', { value: true, configurable: true })</script>"
    with stage(browser, head=head) as scene:
        page = scene.open("/a")
        scene.settle(page, 15_000)
        assert scene.sent == []

        page.evaluate("document.dispatchEvent(new Event('prerenderingchange'))")
        scene.settle(page)
        assert paths(scene) == ["/a"]


def test_two_tabs_are_one_visitor_and_what_one_withdraws_ends_both(browser: Browser):
    with stage(browser, consent=None) as scene:
        first = scene.open("/a")
        scene.choose(first, YES)
        second = scene.open("/b")
        scene.settle(second, 10_000)
        assert len({body["visitor"] for body in scene.bodies("view")}) == 1
        assert sorted(paths(scene)) == ["/a", "/b"]

        scene.choose(first, NO)
        second.evaluate("connectleads('event', 'later')")
        second.evaluate(HIDE, False)
        scene.settle(second)
        assert [kind for kind in scene.kinds if kind != "leave"] == ["view", "view", "withdraw"]


def test_opting_out_in_one_tab_holds_in_the_other(browser: Browser):
    with stage(browser) as scene:
        first, second = scene.open("/a"), scene.open("/b")
        first.evaluate("connectleads('forget')")
        second.evaluate("connectleads('event', 'later')")
        second.evaluate("history.pushState({}, '', '/c')")
        scene.settle(second)

        assert scene.bodies("event") == []
        assert sorted(paths(scene)) == ["/a", "/b"]
        assert scene.kinds.count("withdraw") == 1

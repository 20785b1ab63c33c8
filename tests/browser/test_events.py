"""What visitors do on a page, and what a site tells by itself: clicks, forms, events of its own, opting out."""

import sys

import pytest
from playwright.sync_api import Browser

from tests.browser.stage import COLLECTOR, NO, SNIPPET, VISITOR, WEBSITE, YES, stage, tracked
from tests.chromium import needs_chromium
from tracking.snippet import assembled, minified, script_for

pytestmark = [needs_chromium, pytest.mark.journey]
HOLD = "<script>addEventListener('click', (event) => event.preventDefault()); addEventListener('submit', (event) => "
HOLD += "event.preventDefault())</script>"
STUB = "<script>window.connectleads = window.connectleads || function () {"
STUB += "(connectleads.q = connectleads.q || []).push(arguments) };"


@pytest.mark.parametrize(
    ("link", "event", "target"),
    [
        ('href="https://elders.test/pad?naam=jan#kop"', "outbound", "https://elders.test/pad"),
        ('href="/brochure.PDF?v=1"', "download", f"{WEBSITE}/brochure.PDF"),
        ('href="https://elders.test/lijst.xlsx"', "download", "https://elders.test/lijst.xlsx"),
        ('href="/maak" download', "download", f"{WEBSITE}/maak"),
        ('href="/prijzen"', None, None),
        ('href="mailto:jan@voorbeeld.test"', None, None),
        ('href="tel:+31101234567"', None, None),
        ('href="javascript:void 0"', None, None),
        ('name="anker"', None, None),
    ],
)
def test_a_click_that_leaves_or_downloads_is_told_without_its_query(
    browser: Browser, link: str, event: str | None, target: str | None
):
    with stage(browser, head=HOLD, body=f"<a {link}><b>Klik</b></a>") as scene:
        page = scene.open()
        page.get_by_text("Klik").click()
        scene.settle(page)

        assert [(one["event"], one["target"]) for one in scene.bodies("event")] == ([(event, target)] if event else [])
        assert scene.said == []


def test_a_middle_click_counts_and_a_right_click_does_not(browser: Browser):
    with stage(browser, head=HOLD, body='<a href="https://elders.test/">Klik</a>') as scene:
        page = scene.open()
        page.get_by_text("Klik").click(button="right")
        page.get_by_text("Klik").dispatch_event("auxclick", {"button": 1})
        scene.settle(page)

        assert [one["event"] for one in scene.bodies("event")] == ["outbound"]


def test_a_form_is_counted_and_nothing_of_what_is_in_it_is_sent(browser: Browser):
    form = (
        '<form id="geheim" action="/verzend"><input name="wachtwoord" value="hunter2"><button>Verzend</button></form>'
    )
    with stage(browser, head=HOLD, body=form) as scene:
        page = scene.open()
        page.evaluate("document.querySelector('form').requestSubmit()")
        scene.settle(page)

        (body,) = scene.bodies("event")
        assert body["event"] == "form"
        assert not {"hunter2", "wachtwoord", "geheim", "verzend"} & set(str(body).replace("'", " ").split())
        assert "target" not in body


def test_calls_before_the_script_is_there_are_kept(browser: Browser):
    calls = "connectleads('event', 'offerte'); connectleads('event', 'demo');</script>"
    with stage(browser, head=STUB + calls) as scene:
        scene.open()

        assert [one["event"] for one in scene.bodies("event")] == ["offerte", "demo"]
        assert scene.kinds[0] == "view"


def test_what_happens_before_the_yes_is_told_after_it_and_forgotten_after_a_no(browser: Browser):
    for choice, events in ((YES, ["offerte"]), (NO, [])):
        with stage(browser, consent=None, head=STUB + "connectleads('event', 'offerte')</script>") as scene:
            page = scene.open()
            assert scene.sent == []
            scene.choose(page, choice)
            scene.choose(page, YES)

            assert [one["event"] for one in scene.bodies("event")] == events


def test_an_event_has_a_name_of_at_most_80_characters(browser: Browser):
    with stage(browser) as scene:
        page = scene.open()
        page.evaluate(f"connectleads('event', '{'x' * 100}'); connectleads('event'); connectleads('event', '')")
        scene.settle(page)

        assert [one["event"] for one in scene.bodies("event")] == ["x" * 80]


def test_opting_out_erases_and_lasts(browser: Browser):
    with stage(browser) as scene:
        page = scene.open()
        visitor = scene.cookies[VISITOR]
        page.evaluate("connectleads('forget')")
        scene.settle(page)
        page.evaluate("connectleads('event', 'later')")
        scene.open("/prijzen", page)

        assert scene.kinds == ["view", "withdraw"]
        assert scene.bodies("withdraw")[0]["visitor"] == visitor
        assert scene.cookies[VISITOR] == "off"


def test_opting_out_before_any_yes_sends_nothing(browser: Browser):
    with stage(browser, consent=None) as scene:
        page = scene.open()
        page.evaluate("connectleads('forget')")
        scene.choose(page, YES)

        assert scene.sent == []


@pytest.mark.parametrize("trouble", ["blocked", "unavailable", "broken"])
def test_what_could_not_be_delivered_is_tried_once_more_with_the_same_id(browser: Browser, trouble: str):
    with stage(browser) as scene:
        if trouble == "blocked":
            scene.on_post = lambda route: route.abort()
        scene.status = 503 if trouble == "unavailable" else 500
        page = scene.open()
        scene.settle(page, 60_000)

        first, second = scene.bodies("view")
        assert first == second
        assert [line for line in scene.said if "Failed to load resource" not in line] == []


def test_a_second_try_is_not_made_after_a_withdrawal(browser: Browser):
    with stage(browser) as scene:
        scene.status = 503
        page = scene.open()
        scene.status = 204
        scene.choose(page, NO)
        scene.settle(page, 60_000)

        assert scene.kinds == ["view", "withdraw"]


def test_a_withdrawal_that_could_not_be_delivered_is_tried_once_more(browser: Browser):
    with stage(browser) as scene:
        page = scene.open()
        scene.status = 503
        scene.choose(page, NO)
        scene.settle(page, 60_000)

        assert scene.kinds == ["view", "withdraw", "withdraw"]
        assert scene.bodies("withdraw")[0] == scene.bodies("withdraw")[1]


def test_a_collector_that_never_answers_holds_nothing_up(browser: Browser):
    with stage(browser) as scene:
        scene.on_post = lambda route: None
        page = scene.open()
        page.evaluate("connectleads('event', 'x')")
        scene.settle(page, 60_000)
        scene.on_post = None

        assert page.evaluate("document.readyState") == "complete"
        assert scene.kinds == ["view", "event"]
        assert scene.said == []


def test_a_script_that_does_not_come_leaves_the_page_as_it_is(browser: Browser):
    with stage(browser, head=STUB + "connectleads('event', 'x')</script>") as scene:
        scene.context.route(SNIPPET, lambda route: route.abort())
        page = scene.open()

        assert page.get_by_role("heading").inner_text() == "Hallo"
        assert [line for line in scene.said if "Failed to load resource" not in line] == []


@pytest.mark.parametrize("policy", [f"script-src {COLLECTOR}", "script-src 'nonce-abc' 'strict-dynamic'"])
def test_it_works_under_a_strict_policy_and_asks_nobody_first(browser: Browser, policy: str):
    rest = f"default-src 'none'; connect-src {COLLECTOR}; img-src data:; base-uri 'none'; object-src 'none';"
    rest += "require-trusted-types-for 'script'; trusted-types 'none';"
    with stage(browser, headers={"Content-Security-Policy": f"{rest} {policy}"}) as scene:
        methods: list[str] = []
        scene.context.on("request", lambda request: methods.append(request.method))
        page = scene.open()

        assert scene.kinds == ["view"]
        assert scene.said == []
        assert "OPTIONS" not in methods
        assert page.evaluate("crossOriginIsolated") is False


def test_a_page_that_pins_the_script_gets_it(browser: Browser):
    integrity = script_for(tracked()).integrity
    with stage(browser) as scene:
        scene.attributes = f'integrity="{integrity}" crossorigin="anonymous"'
        scene.open()

        assert scene.kinds == ["view"]
    with stage(browser) as scene:
        scene.attributes = f'integrity="sha384-{"A" * 64}" crossorigin="anonymous"'
        scene.open()

        assert scene.kinds == []


def test_the_larger_script_of_machines_without_the_better_minifier_does_the_same(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "minify", None)
    plain = minified(assembled(tracked())).encode()
    with stage(browser, head=STUB + "connectleads('event', 'x')</script>") as scene:
        scene.script = plain
        scene.open()

        assert scene.kinds == ["view", "event"]
        assert scene.said == []

"""The page for visitors through the front door: it explains, shows, gives, erases, proves, and sets nothing."""

import json
import logging
from datetime import UTC, datetime, timedelta

import pytest
import redis
from django.conf import settings
from django.test import Client, override_settings

from connectleads.tenancy.models import AuditAction, AuditEvent, Site, Tenant
from connectleads.tenancy.scope import tenant_scope, unscoped_all_tenants
from consent.models import ConsentReceipt, VisitorReceipt
from enrichment.models import Lead
from enrichment.tasks import erase_withdrawn, forget_withdrawals
from tests.conftest import Cast, database_role
from tests.history import make_hit, store
from tracking.fingerprints import Hasher
from tracking.models import Visit
from tracking.sites import SITES

NUMBER = "0123456789abcdef" * 2
NOBODY = Client(enforce_csrf_checks=True)
pytestmark = pytest.mark.usefixtures("stream")


@pytest.fixture(autouse=True)
def _same_key():
    """History is made with the tests' own key."""
    with override_settings(HASH_KEY=bytes(32)):
        yield


def visit(cast: Cast, number: str = NUMBER, **changes) -> None:
    store(make_hit(cast.tenant, cast.site, visitor=number, **changes))


def ask(cast: Cast, number: str = NUMBER, do: str = "", **headers):
    return NOBODY.post(f"/v/{cast.site.key}/", {"visitor": number, "do": do}, headers=headers)


def erase() -> None:
    with database_role("worker"):
        erase_withdrawn()


def held(cast: Cast) -> int:
    with tenant_scope(cast.tenant.id):
        return Visit.objects.count()


def number_in(answer) -> str:
    return answer.text.split('<p class="number">')[1].split("<")[0]


@pytest.mark.parametrize(("language", "word"), [("nl", "Wat er gebeurt"), ("en", "What happens")])
def test_without_a_number_it_explains_and_tells_how_to_come(cast: Cast, language: str, word: str):
    answer = NOBODY.get(f"/v/{cast.site.key}/", headers={"Accept-Language": language})

    assert answer.status_code == 200
    assert word in answer.text
    assert "www.voorbeeld.nl" in answer.text
    assert "Voorbeeld B.V." in answer.text
    assert "396" in answer.text


def test_the_language_can_be_chosen_in_the_address(cast: Cast):
    assert '<html lang="en">' in NOBODY.get(f"/v/{cast.site.key}/?lang=en", headers={"Accept-Language": "nl"}).text


def test_it_shows_what_is_held_about_this_browser_and_no_other(cast: Cast):
    visit(cast, path="/mine", title="Mijn pagina")
    visit(cast, number="f" * 32, path="/theirs")

    answer = ask(cast)

    assert "/mine" in answer.text
    assert "Mijn pagina" in answer.text
    assert "Adyen" in answer.text
    assert "Cookiebot" in answer.text
    assert "/theirs" not in answer.text


def test_a_number_that_belongs_to_another_website_finds_nothing(cast: Cast):
    visit(cast, path="/mine")

    answer = NOBODY.post(f"/v/{cast.rival_site.key}/", {"visitor": NUMBER})

    assert "/mine" not in answer.text
    assert "geen bezoek" in answer.text


@pytest.mark.parametrize("number", ["", "x", "0" * 31, "0" * 33, "G" * 32, "off", "' OR 1=1 --"])
def test_what_is_no_number_finds_and_does_nothing(cast: Cast, number: str):
    visit(cast)

    answer = ask(cast, number, "erase")

    assert answer.status_code == 200
    assert "/mine" not in answer.text
    with tenant_scope(cast.tenant.id):
        assert VisitorReceipt.objects.count() == 0


def test_it_gives_all_of_it_as_json(cast: Cast):
    visit(cast, path="/mine", title="Mijn pagina")

    answer = ask(cast, do="json")
    data = json.loads(answer.content)

    assert answer["Content-Disposition"] == 'attachment; filename="www.voorbeeld.nl-connectleads.json"'
    assert data["visits"][0]["pages"][0]["path"] == "/mine"
    assert data["visits"][0]["organisation"].startswith("Adyen")
    assert data["receipts"][0]["platform"] == "cookiebot"
    assert "hash" not in answer.text


def test_erasing_takes_all_of_this_browser_and_the_receipt_proves_it(cast: Cast):
    visit(cast)
    visit(cast, number="f" * 32)

    number = number_in(ask(cast, do="erase"))
    before = NOBODY.get(f"/v/{cast.site.key}/receipt/", {"number": number})
    erase()
    after = NOBODY.get(f"/v/{cast.site.key}/receipt/", {"number": number.upper().replace("-", " ")})

    assert held(cast) == 1
    assert "nog niet" in before.text
    assert "Dit ontvangstbewijs is echt" in after.text
    assert "Gewiste bezoeken</dt><dd>1<" in after.text
    with tenant_scope(cast.tenant.id):
        assert sorted(ConsentReceipt.objects.values_list("withdraw_reason", flat=True)) == ["", "erasure"]


def test_the_tenants_log_tells_how_much_was_erased_and_not_of_whom(cast: Cast):
    visit(cast)
    ask(cast, do="erase")
    erase()

    with tenant_scope(cast.tenant.id):
        event = AuditEvent.objects.get(action=AuditAction.ERASED)
    assert (event.actor, event.details) == ("", {"visits": 1, "receipts": 1})
    assert NUMBER not in str(event.about)


def test_who_only_erased_counts_again_afterwards(cast: Cast):
    visit(cast, at=datetime.now(UTC) - timedelta(minutes=5))
    ask(cast, do="erase")
    erase()

    visit(cast, at=datetime.now(UTC) + timedelta(seconds=1))

    assert held(cast) == 1


def test_who_withdrew_is_not_counted_again_though_the_banner_still_says_yes(cast: Cast):
    visit(cast, at=datetime.now(UTC) - timedelta(minutes=5))
    ask(cast, do="withdraw")
    erase()
    with database_role("worker"):
        forget_withdrawals()

    visit(cast, at=datetime.now(UTC) + timedelta(days=30))

    assert held(cast) == 0
    with tenant_scope(cast.tenant.id):
        assert Lead.objects.count() == 0
        assert [one.withdrawn_at < datetime.now(UTC) for one in ConsentReceipt.objects.all()] == [True]


def test_a_repeated_erasure_keeps_the_numbers_of_the_first(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    visit(cast)
    ask(cast, do="erase")
    with monkeypatch.context() as crash:
        crash.setattr("enrichment.tasks.forget_withdrawal_entries", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            erase()

    erase()

    with tenant_scope(cast.tenant.id):
        assert VisitorReceipt.objects.get().visits == 1


def test_the_receipt_names_nobody_and_is_kept_as_a_hash(cast: Cast):
    number = number_in(ask(cast, do="erase"))

    with tenant_scope(cast.tenant.id):
        row = VisitorReceipt.objects.get()
    values = [bytes(value) if isinstance(value, memoryview) else value for value in vars(row).values()]
    assert number.replace("-", "") not in str(values)
    assert NUMBER not in str(values)
    assert Hasher(settings.HASH_KEY).visitor(cast.site.id, NUMBER) not in values


def test_a_receipt_of_another_website_does_not_exist_here(cast: Cast):
    number = number_in(ask(cast, do="erase"))

    assert NOBODY.get(f"/v/{cast.rival_site.key}/receipt/", {"number": number}).status_code == 404
    assert NOBODY.get(f"/v/{cast.site.key}/receipt/", {"number": "aaaaa-aaaaa"}).status_code == 404


def test_nothing_is_promised_when_the_wish_cannot_be_kept(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    def refuse(_: object) -> None:
        raise redis.ConnectionError

    monkeypatch.setattr("dashboard.privacy.public_views.append_withdrawal", refuse)

    answer = ask(cast, do="erase")

    assert answer.status_code == 503
    assert "number" not in answer.text.split("<main")[1].replace('name="number"', "")


@pytest.mark.parametrize("switched_off", ["is_active", "suspended_at"])
def test_a_website_that_is_switched_off_still_answers_its_visitors(cast: Cast, switched_off: str):
    visit(cast, path="/mine")
    with database_role("worker"), unscoped_all_tenants("test"):
        if switched_off == "is_active":
            Site.objects.filter(id=cast.site.id).update(is_active=False)
        else:
            Tenant.objects.filter(id=cast.tenant.id).update(suspended_at=datetime.now(UTC))
    SITES.expire()

    assert "/mine" in ask(cast).text
    ask(cast, do="erase")
    erase()
    assert held(cast) == 0


@pytest.mark.parametrize("path", ["/v/nokey/", "/v/nokey/receipt/", "/privacy/nokey/cookies.html", "/privacy/", "/v/"])
def test_an_unknown_website_is_404(cast: Cast, path: str):
    assert NOBODY.get(path).status_code == 404


def test_nothing_is_set_asked_or_noted(cast: Cast, caplog: pytest.LogCaptureFixture):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.ada)
    client.cookies["connectleads_language"] = "en"
    with caplog.at_level(logging.INFO):
        answers = [
            client.get(f"/v/{cast.site.key}/"),
            client.post(f"/v/{cast.site.key}/", {"visitor": NUMBER, "do": "erase"}),
            client.get(f"/v/{cast.site.key}/receipt/"),
            client.get(f"/privacy/{cast.site.key}/cookies.html"),
        ]

    for answer in answers:
        assert answer.status_code == 200
        assert answer.cookies == {}
        assert "<script" not in answer.text
        assert "script-src" not in answer["Content-Security-Policy"]
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert answer["Referrer-Policy"] == "no-referrer"
    assert caplog.messages == []


@pytest.mark.parametrize(
    ("form", "kind"),
    [("html", "text/html"), ("md", "text/markdown"), ("csv", "text/csv"), ("json", "application/json")],
)
def test_the_stable_address_shows_the_rows_in_force(cast: Cast, form: str, kind: str):
    answer = NOBODY.get(f"/privacy/{cast.site.key}/cookies.{form}")

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith(kind)
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "connectleads_visitor" in answer.text
    assert "396 dagen" in answer.text


def test_the_stable_address_follows_a_setting(cast: Cast):
    with tenant_scope(cast.tenant.id):
        Site.objects.update(max_age_days=33)

    assert "33 dagen" in NOBODY.get(f"/privacy/{cast.site.key}/cookies.md").text


def test_the_stable_address_speaks_english_when_asked(cast: Cast):
    answer = NOBODY.get(f"/privacy/{cast.site.key}/cookies.json?lang=en")

    assert answer["Content-Language"] == "en"
    assert json.loads(answer.content)["tables"][0]["rows"][0]["Category"] == "marketing"


def test_an_inactive_website_has_no_rows(cast: Cast):
    with tenant_scope(cast.tenant.id):
        Site.objects.update(is_active=False)

    assert NOBODY.get(f"/privacy/{cast.site.key}/cookies.html").status_code == 404

"""An organisation objects through the front door: from its own network, or by its domain; no address is kept."""

from collections.abc import Iterator

import pytest
from django.test import Client

from enrichment.models import Objection
from tests.conftest import Cast
from tests.connectleads.tenancy.every_table import text_of_every_table
from tests.enrichment.local_dns import dns_server
from tests.history import COMPANY_ADDRESS, HOME_ADDRESS, make_hit, store

PAGE = "/privacy/organisations/"


@pytest.fixture
def name_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with dns_server({"_connectleads.adyen.com": "connectleads=do-not-show"}) as resolver:
        monkeypatch.setattr("dashboard.privacy.organisation_views.RESOLVER", lambda: resolver)
        yield


def nobody(address: str = HOME_ADDRESS) -> Client:
    return Client(enforce_csrf_checks=True, REMOTE_ADDR=address)


def number_in(text: str) -> str:
    return text.split('<p class="number">')[1].split("<")[0]


@pytest.mark.parametrize(("language", "word"), [("nl", "Toon onze organisatie niet"), ("en", "Do not show our")])
def test_the_page_explains_both_ways(cast: Cast, language: str, word: str):
    answer = nobody().get(PAGE, headers={"Accept-Language": language})

    assert word in answer.text
    assert "_connectleads.voorbeeld.nl" in answer.text
    assert answer.cookies == {}


def test_from_its_own_network(cast: Cast):
    client = nobody(COMPANY_ADDRESS)

    page = client.get(PAGE)
    done = client.post(PAGE, {"way": "network"})
    check = client.get(PAGE, {"number": number_in(done.text)})

    assert "Adyen" in page.text
    assert "wordt niet getoond" in done.text
    assert "Adyen" in check.text
    assert Objection.objects.get().way == "network"
    assert COMPANY_ADDRESS not in text_of_every_table()


def test_from_a_home_nothing_can_be_asked(cast: Cast):
    assert nobody().post(PAGE, {"way": "network"}).status_code == 422
    assert Objection.objects.count() == 0


def test_by_its_domain(cast: Cast, name_server: None):
    store(make_hit(cast.tenant, cast.site))

    done = nobody().post(PAGE, {"way": "dns", "domain": "https://www.adyen.com/"})

    assert "wordt niet getoond" in done.text
    assert Objection.objects.get().domain == "adyen.com"


@pytest.mark.parametrize(
    ("domain", "words"), [("elders.example", "niet gevonden"), ("geen domein", "geen domein"), ("", "geen domein")]
)
def test_without_the_record_nothing_changes(cast: Cast, name_server: None, domain: str, words: str):
    answer = nobody().post(PAGE, {"way": "dns", "domain": domain})

    assert answer.status_code == 422
    assert words in answer.text
    assert Objection.objects.count() == 0


def test_an_unknown_receipt_is_404(cast: Cast):
    assert nobody().get(PAGE, {"number": "aaaaa"}).status_code == 404

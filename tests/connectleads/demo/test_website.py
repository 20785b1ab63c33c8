"""The demo website and the choice who visits it, through its real port."""

import json
import re
from collections.abc import Iterator
from http.client import HTTPResponse
from urllib.parse import urlencode

import pytest

from connectleads.demo.front import DemoFront, serve
from connectleads.demo.pages import PAGES
from connectleads.demo.personas import PERSONAS, find_persona
from tests.http_question import ask

KEY = "site-key"


@pytest.fixture
def front() -> Iterator[DemoFront]:
    with serve(product="http://127.0.0.1:9", site_key=KEY) as front:
        yield front


def choose(front: DemoFront, **form: str) -> tuple[HTTPResponse, bytes]:
    body = urlencode(form).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return ask(front.site_url, "/bezoek-als", method="POST", body=body, headers=headers)


# ---- pages ----


@pytest.mark.parametrize("path", PAGES)
def test_every_page_carries_the_snippet_just_before_the_head_ends(front: DemoFront, path: str) -> None:
    response, body = ask(front.site_url, path)

    snippet = f'<script async src="{front.front_url}/s/{KEY}.js"></script>'
    assert response.status == 200
    assert re.search(re.escape(snippet) + r"\s*</head>", body.decode())
    assert "$" not in body.decode()


def test_a_page_that_does_not_exist_says_so(front: DemoFront) -> None:
    response, body = ask(front.site_url, "/nergens")

    assert response.status == 404
    assert "bestaat niet" in body.decode()


@pytest.mark.parametrize("path", ["/banner.js", "/style.css", "/drawings.css", "/banner.css", "/demo.css", "/mark.svg"])
def test_assets_are_served(front: DemoFront, path: str) -> None:
    response, body = ask(front.site_url, path)

    assert response.status == 200
    assert body


@pytest.mark.parametrize(
    "path", ["/pages/layout.html", "/../personas.py", "/%2e%2e/personas.py", "/t/key", "/s/key.js"]
)
def test_files_behind_the_pages_are_not_served(front: DemoFront, path: str) -> None:
    response, _ = ask(front.site_url, path)

    assert response.status == 404


def test_the_contact_form_names_no_field_so_nothing_is_sent(front: DemoFront) -> None:
    _, body = ask(front.site_url, "/contact")

    form = re.search(r'<form class="form".*?</form>', body.decode(), re.DOTALL)
    assert form is not None
    assert "name=" not in form.group().replace('autocomplete="name"', "")


def test_asking_only_for_the_head_of_a_page_gives_no_body(front: DemoFront) -> None:
    response, body = ask(front.site_url, "/prijzen", method="HEAD")

    assert (response.status, body) == (200, b"")


# ---- who visits ----


def test_choosing_a_persona_brings_back_to_the_page(front: DemoFront) -> None:
    response, _ = choose(front, persona="adyen", terug="/prijzen")

    assert (response.status, response.headers["Location"]) == (303, "/prijzen")
    assert front.persona.key == "adyen"


def test_the_bar_shows_the_address_in_use(front: DemoFront) -> None:
    choose(front, persona="daf", terug="/")

    _, body = ask(front.site_url, "/")

    address = re.search(r'class="demo-address"[^>]*>([^<]+)<', body.decode())
    assert address is not None
    assert address.group(1) == front.persona.address == "94.101.107.85"
    assert body.decode().count('aria-pressed="true"') == 1


def test_the_choice_can_be_read(front: DemoFront) -> None:
    choose(front, persona="leaseweb", terug="/")

    response, body = ask(front.site_url, "/bezoek-als")

    assert response.headers["Content-Type"] == "application/json"
    assert json.loads(body)["key"] == "leaseweb"
    assert json.loads(body)["address"] == "85.17.85.85"


@pytest.mark.parametrize("form", [{}, {"persona": ""}, {"persona": "nobody"}])
def test_an_unknown_persona_changes_nothing(front: DemoFront, form: dict[str, str]) -> None:
    before = front.persona

    response, _ = choose(front, **form)

    assert response.status == 400
    assert front.persona == before


@pytest.mark.parametrize("back", ["https://example.com/", "//example.com", "/nergens", "/\r\nX: y", ""])
def test_choosing_never_leads_to_another_site(front: DemoFront, back: str) -> None:
    response, _ = choose(front, persona="kpn", terug=back)

    assert response.headers["Location"] == "/"


def test_personas_have_keys_and_addresses_of_their_own() -> None:
    assert len({persona.key for persona in PERSONAS}) == len(PERSONAS)
    assert len({persona.address for persona in PERSONAS}) == len(PERSONAS)
    assert all(find_persona(persona.key) is persona for persona in PERSONAS)

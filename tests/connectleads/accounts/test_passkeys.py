"""Passkeys in a real browser, with the authenticator that Chromium itself plays."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from connectleads.demo.cast import PASSWORD
from tests.chromium import chromium, needs_chromium, sign_in
from tests.demo_run import RunningDemo

pytestmark = [needs_chromium, pytest.mark.journey]
BEN = "ben@vorstkade.example"


@pytest.fixture
def page(demo: RunningDemo) -> Iterator[Page]:
    """A browser with an authenticator that knows its user; complaints of its console fail the test."""
    forget = "DELETE FROM mfa_authenticator WHERE user_id = (SELECT id FROM tenancy_user WHERE email = %s)"
    demo.query(forget, BEN)
    with chromium() as browser:
        context = browser.new_context(locale="nl-NL")
        page = context.new_page()
        page.set_default_timeout(60_000)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("response", lambda answer: complaints.append(answer.url) if answer.status >= 400 else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        session = context.new_cdp_session(page)
        session.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        yield page
        demo.query(forget, BEN)
        assert complaints == []


def show_who(page: Page) -> None:
    """Give the password once more, where that is asked."""
    page.wait_for_load_state()
    if "/reauthenticate/" in page.url:
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("form:has(input[name=password]) button.primary").click()


def test_a_passkey_is_added_signs_in_without_a_password_and_is_removed(page: Page, demo: RunningDemo):
    product = demo.addresses.product.replace("127.0.0.1", "localhost")  # a passkey is bound to a name
    sign_in(page, product, BEN)

    page.goto(f"{product}/accounts/2fa/webauthn/add/")
    show_who(page)
    page.locator("input[name=name]").fill("Laptop")
    page.locator("input[name=passwordless]").check()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url("**/recovery-codes/")
    expect(page.locator(".codes li")).to_have_count(10)

    page.goto(f"{product}/accounts/logout/")
    page.locator("main button.primary").click()
    page.goto(f"{product}/accounts/login/")
    page.locator("#passkey_login").click()
    page.wait_for_url("**/app/**")
    page.context.clear_cookies(name="connectleads_language")  # what Ben chose in another test's browser

    page.goto(f"{product}/accounts/2fa/webauthn/")
    expect(page.locator(".rows")).to_contain_text("Laptop")
    page.locator(".rows a.danger").click()
    show_who(page)
    page.locator("main button.danger").click()
    expect(page.locator("main")).to_contain_text("Nog geen sleutel")

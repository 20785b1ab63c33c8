"""Makes a member of the staff in a running demo and signs them in: by password, then with an authenticator app."""

import base64
import hashlib
import hmac
import subprocess
import time

from playwright.sync_api import Page

from connectleads.demo.cast import PASSWORD
from tests.demo_run import RunningDemo, command, environment

EMAIL = "sam@staff.example"


def make_staff(demo: RunningDemo) -> None:
    """As an operator does on the server; a Sam of an earlier run begins without a second factor again."""
    if demo.query("SELECT 1 FROM tenancy_user WHERE email = %s", EMAIL):
        demo.query("DELETE FROM mfa_authenticator")
        return
    told = {"DJANGO_SUPERUSER_EMAIL": EMAIL, "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    arguments = command("createsuperuser", "--noinput")
    subprocess.run(arguments, env={**environment(demo.var_dir), **told}, check=True, stdout=subprocess.DEVNULL)


def sign_in_as_staff(page: Page, product: str) -> None:
    """Sign in and add the second factor that the staff's pages ask for."""
    page.goto(f"{product}/accounts/login/?next=/staff/")
    page.locator("input[name=login]").fill(EMAIL)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("form:has(input[name=password]) button.primary").click()
    page.wait_for_url("**/accounts/2fa/**")
    page.goto(f"{product}/accounts/2fa/totp/activate/")
    if "reauthenticate" in page.url:
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("form:has(input[name=password]) button.primary").click()
    secret = page.locator("p.secret code").inner_text()
    page.locator("input[name=code]").fill(app_code(secret))
    page.locator("form:has(input[name=code]) button.primary").click()
    page.wait_for_url("**/accounts/2fa/**")


def app_code(secret: str, at: float | None = None) -> str:
    """What an authenticator app shows at a time in seconds (RFC 6238, RFC 4226 section 5.3). No framework is needed."""
    counter = int((time.time() if at is None else at) // 30).to_bytes(8, "big")
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, counter, hashlib.sha1)
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"

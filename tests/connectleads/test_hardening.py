"""What a browser is told, what a form may hold, and that the deployment check has nothing to say."""

import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import ROOT, Cast
from tests.connectleads.test_config import DEPLOYED

LEADS = "/app/voorbeeld/leads/"


def deployed(code: str, tmp_path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run something with the settings of a deployment behind TLS."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {**keep, **DEPLOYED, "CONNECTLEADS_VAR": str(tmp_path), **more}
    environment["DJANGO_SETTINGS_MODULE"] = "connectleads.settings"
    command = [sys.executable, "-c", code]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_pages_allow_no_inline_script_no_frame_and_no_foreign_source(cast: Cast, signed_in):
    policy = signed_in(cast.ada).get(LEADS).headers["Content-Security-Policy"]
    told = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))

    assert told["default-src"] == "'none'"
    assert told["script-src"] == "'self'"
    assert told["frame-ancestors"] == "'none'"
    assert told["form-action"] == "'self'"
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ],
)
def test_every_page_carries_the_headers(cast: Cast, signed_in, header: str, value: str):
    assert signed_in(cast.ada).get(LEADS).headers[header] == value
    assert Client().get("/accounts/login/").headers[header] == value


def test_browsers_are_told_what_is_never_used(cast: Cast):
    told = Client().get("/accounts/login/").headers["Permissions-Policy"]

    assert "camera=()" in told
    assert "geolocation=()" in told
    assert "publickey-credentials-get=(self)" in told


def test_pages_of_a_tenant_are_kept_by_no_shared_cache(cast: Cast, signed_in):
    assert "private" in signed_in(cast.ada).get(LEADS).headers["Cache-Control"]


def test_no_template_has_an_inline_script_or_style():
    inline = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|\son\w+=\"|<style|\sstyle=\"")
    mails = ROOT / "templates" / "mail"
    pages = [path for path in (ROOT / "templates").rglob("*.html") if mails not in path.parents]

    assert len(pages) > 60
    assert [str(path) for path in pages if inline.search(path.read_text())] == []


def test_a_body_above_the_bound_is_refused(cast: Cast, signed_in):
    client = signed_in(cast.ada)
    address = reverse("organisation", kwargs={"slug": "voorbeeld"})

    assert client.post(address, {"name": "x" * 1_100_000}).status_code == 400
    assert client.post(address, {f"field{number}": "" for number in range(600)}).status_code == 400


def test_behind_tls_cookies_are_secure_and_the_deployment_check_says_nothing(tmp_path: Path):
    code = (
        "import django; django.setup();"
        "from django.conf import settings as s; from django.core.checks import run_checks;"
        "assert s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE and s.LANGUAGE_COOKIE_SECURE;"
        "assert s.SESSION_COOKIE_HTTPONLY and s.CSRF_COOKIE_HTTPONLY and s.SESSION_COOKIE_SAMESITE == 'Lax';"
        "assert s.SECURE_HSTS_SECONDS >= 31536000 and s.SECURE_HSTS_INCLUDE_SUBDOMAINS and not s.DEBUG;"
        "assert not s.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN;"
        "found = run_checks(include_deployment_checks=True);"
        "print([one.id for one in found if not one.is_silenced() and one.id.startswith('security.')])"
    )

    done = deployed(code, tmp_path, SECRET_KEY=secrets.token_urlsafe(48))

    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_the_form_may_be_sent_on_to_a_provider_that_is_configured_and_to_nobody_else(tmp_path: Path):
    code = "from connectleads.settings import CONTENT_SECURITY_POLICY as p; print(p['DIRECTIVES']['form-action'])"

    done = deployed(code, tmp_path, GOOGLE_CLIENT_ID="id", GOOGLE_CLIENT_SECRET="secret")

    assert "https://accounts.google.com" in done.stdout
    assert "microsoft" not in done.stdout


def test_passwords_are_hashed_slowly():
    from connectleads import settings

    assert not hasattr(settings, "PASSWORD_HASHERS")  # Django's own: PBKDF2 with its yearly number of rounds


def test_secrets_come_from_the_environment_or_files_only():
    secret = re.compile(
        r"(?i)(secret|password|token|key)\s*=\s*[\"'](?=[^\"']*\d)(?=[^\"']*[a-zA-Z])[A-Za-z0-9+/_-]{16,}[\"']"
    )
    files = [
        path
        for room in ("connectleads", "consent", "tracking", "enrichment", "dashboard")
        for path in (ROOT / room).rglob("*.py")
    ]

    files = [path for path in files if "demo" not in path.parts]  # runs on one's own machine, its password is printed

    assert [str(path) for path in files if secret.search(path.read_text())] == []

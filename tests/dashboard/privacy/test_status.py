"""The status page shows every member what the installation found when it searched itself."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from enrichment.models import PrivacyAudit
from enrichment.self_audit.report import AuditReport, Check, CheckName, Finding
from tests.conftest import Cast, database_role

STATUS = "/app/voorbeeld/privacy/status/"
NOW = datetime(2026, 11, 24, 4, 40, tzinfo=UTC)


def kept(*findings: Finding, at: datetime = NOW) -> None:
    checks = tuple(Check(name, 10, findings if name is CheckName.CACHE else ()) for name in CheckName)
    report = AuditReport(at, 2, checks)
    with database_role("worker"):
        PrivacyAudit.objects.create(made_at=at, passed=report.passed, report=msgspec.to_builtins(report))


def test_before_the_first_night_it_says_so(cast: Cast, signed_in):
    assert "nog niet doorzocht" in signed_in(cast.vera).get(STATUS).text


@pytest.mark.parametrize(("language", "word"), [("nl", "niets gevonden"), ("en", "nothing was found")])
def test_a_clean_audit_is_shown_with_its_date_and_every_check(cast: Cast, signed_in, language: str, word: str):
    kept()

    page = signed_in(cast.vera).get(STATUS, headers={"Accept-Language": language}).text

    assert word in page
    assert page.count("state is-good") == len(CheckName)


def test_a_finding_is_shown_by_place_and_kind(cast: Cast, signed_in):
    kept(at=NOW - timedelta(days=1))
    kept(Finding("some-key", "address", 3))

    page = signed_in(cast.vera).get(STATUS).text

    assert "some-key: address (3×)" in page
    assert "1 bevinding" in page
    assert "iets wat er niet mag zijn" in signed_in(cast.vera).get("/app/voorbeeld/privacy/").text

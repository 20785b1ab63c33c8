"""The audit of ourselves, in files: logs, and mails of an installation without a mail server."""

from pathlib import Path

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.test import override_settings

from enrichment.self_audit.report import Finding
from enrichment.self_audit.run import log_files, mail_files
from enrichment.self_audit.store_search import search_files, search_mails
from tests.conftest import Cast
from tests.enrichment.self_audit.test_audit import ADDRESS, SEARCHER, findings, look

pytestmark = pytest.mark.usefixtures("stream")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (f"GET / {ADDRESS}", "address"),
        ("mail of jan@bedrijf.nl", "mail"),
        ("kanarius testbezoeker was here", "planted"),
    ],
)
def test_a_trace_in_a_log_file_is_found(cast: Cast, tmp_path: Path, line: str, kind: str):
    path = tmp_path / "web.log"
    path.write_text(f"2026-11-24 07:30:00 INFO started\n{line}\n2026-11-24 07:30:01 INFO 127.0.0.1:8000\n")

    assert findings(look(path)) == [Finding("web.log", kind)]


def mail_file(folder: Path, *texts: str) -> Path:
    """A file as Django writes it, with one mail for each text, encoded for the way."""
    backend = EmailBackend(file_path=str(folder))
    backend.send_messages([EmailMessage("Onderwerp", f"{text}\n\n{'é' * 90}", "a@x.nl", ["b@x.nl"]) for text in texts])
    (path,) = folder.glob("*.log")
    return path


def test_a_mail_that_tells_an_address_is_found_and_one_to_a_member_is_not(tmp_path: Path, cast: Cast):
    for name in ("good", "bad"):
        (tmp_path / name).mkdir()
    good = mail_file(tmp_path / "good", "Beste Ada, mail ben@example.nl of bel 020 123 4567")
    bad = mail_file(tmp_path / "bad", "Alles goed", f"Iemand kwam van {ADDRESS}", "Kanarius Testbezoeker")

    assert findings(look(mails=(good,))) == []
    assert sorted((one.place, one.kind) for one in findings(look(mails=(bad,)))) == [
        (bad.name, "address"),
        (bad.name, "planted"),
    ]


def test_a_mail_file_that_cannot_be_read_is_a_finding(tmp_path: Path):
    found = search_mails([tmp_path / "gone.log"], SEARCHER).findings

    assert found == (Finding("gone.log", "could not be searched"),)


def test_the_mails_of_an_installation_without_a_mail_server_are_searched(tmp_path: Path):
    path = mail_file(tmp_path, "Alles goed")

    with override_settings(EMAIL_FILE_PATH=tmp_path):
        assert mail_files() == [path]


def test_a_mail_that_was_written_to_a_file_is_no_log(tmp_path: Path):
    for name in ("log/web.log", "mail/20261124.log"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("x")

    with override_settings(VAR_DIR=tmp_path, EMAIL_FILE_PATH=tmp_path / "mail"):
        assert [path.name for path in log_files()] == ["web.log"]


def test_a_log_file_that_cannot_be_read_is_a_finding(tmp_path: Path):
    assert search_files([tmp_path / "gone.log"], SEARCHER).findings == (Finding("gone.log", "could not be searched"),)

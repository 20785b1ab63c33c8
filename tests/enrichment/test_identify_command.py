"""Addresses on the command line and on stdin are answered one by one, with reasons in words."""

import io
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from enrichment.evidence import Evidence, EvidenceCode
from enrichment.evidence_words import certainty_words, sentence, source_words
from enrichment.identification import Identifier, forget_installed
from enrichment.sources.network_database import AsnDatabase, shipped_database
from tests.conftest import ROOT
from tests.enrichment.rdap_answers import ripe

BUSINESS, ACCESS = "147.12.18.170", "86.83.170.170"  # Adyen's and KPN's public ranges


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def database_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped_database(tmp_path_factory.mktemp("asn"))


def answers(database_file: Path, *addresses: str, status: int = 0) -> list[dict[str, Any]]:
    out = io.StringIO()
    try:
        call_command("identify", *addresses, json=True, mmdb=database_file, stdout=out)
        ended = 0
    except SystemExit as end:
        ended = int(str(end.code))
    assert ended == status
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_business_is_named_with_its_reasons(database_file: Path) -> None:
    (answer,) = answers(database_file, BUSINESS)

    assert (answer["ip"], answer["kind"], answer["company"]) == (BUSINESS, "business", "Adyen")
    assert (answer["asn"], answer["legal_form"], answer["country"]) == (200596, "N.V.", "NL")
    assert answer["evidence"][0]["text"].startswith("The network 147.12.")
    assert answer["evidence"][0]["source"] == "Routing data, 17 June 2026"
    assert answer["evidence"][0]["on"] == "2026-06-17"


def test_a_customer_of_an_access_provider_stays_unnamed(database_file: Path) -> None:
    (answer,) = answers(database_file, ACCESS)

    assert (answer["kind"], answer["company"], answer["legal_form"]) == ("isp", None, None)


def recorded(tmp_path: Path, **answers: Any) -> Path:
    for name, content in answers.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(content))
    return tmp_path


def test_each_source_says_what_it_knows(database_file: Path, tmp_path: Path) -> None:
    folder = recorded(tmp_path, one=ripe("86.83.170.168", "86.83.170.175", descr=("Zonneveld Bloemen B.V.",)))
    out = io.StringIO()

    call_command("identify", ACCESS, json=True, mmdb=database_file, recorded=folder, stdout=out)

    answer = json.loads(out.getvalue())
    said = {one["source"]: one for one in answer["sources"]}
    assert (answer["kind"], answer["company"], answer["rule"]) == ("business", "Zonneveld Bloemen", "customer")
    assert answer["network"] == "86.83.170.168/29"
    assert said["network database"]["asn"] == 1136
    assert said["kind lists"] == {"source": "kind lists", "outcome": "nothing"}
    assert (said["registries"]["outcome"], said["registries"]["registry"]) == ("found", "RIPE")
    assert answer["evidence"][0]["text"].startswith("The registry describes the network 86.83.170.168–175 as that of")


def test_a_person_is_not_named_in_what_the_sources_say(database_file: Path, tmp_path: Path) -> None:
    answer = ripe("86.83.170.168", "86.83.170.175", organisation="Jan Jansen", netname="NL-JANSEN")
    out = io.StringIO()

    call_command("identify", ACCESS, json=True, mmdb=database_file, recorded=recorded(tmp_path, one=answer), stdout=out)

    assert json.loads(out.getvalue())["kind"] == "individual"
    assert "ansen" not in out.getvalue().lower()


def test_a_folder_without_answers_is_told(database_file: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="holds no recorded answers"):
        call_command("identify", ACCESS, mmdb=database_file, recorded=tmp_path)


def test_a_bad_address_is_told_and_the_others_are_answered(database_file: Path) -> None:
    first, second = answers(database_file, "bogus", BUSINESS, status=1)

    assert first == {"ip": "bogus", "error": "This is not an IPv4 or IPv6 address."}
    assert second["company"] == "Adyen"


def test_addresses_are_read_from_stdin(database_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"# visitors\n\n{BUSINESS}  # the first\n{ACCESS}\n"))

    assert [answer["kind"] for answer in answers(database_file)] == ["business", "isp"]


def test_the_plain_form_is_for_people(database_file: Path) -> None:
    out = io.StringIO()

    call_command("identify", BUSINESS, mmdb=database_file, stdout=out)

    assert f"{BUSINESS}: business, Adyen, 0." in out.getvalue()
    assert "AS200596 Adyen N.V., NL" in out.getvalue()


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "no.mmdb").write_text("nothing")

    with pytest.raises(CommandError, match=r"no\.mmdb"):
        call_command("identify", BUSINESS, mmdb=tmp_path / "no.mmdb")


def test_the_address_never_stands_in_the_evidence(database_file: Path) -> None:
    identifier = Identifier(AsnDatabase(database_file))
    for number in range(0, 2**32, 2**32 // 2_000):
        address = f"{number >> 24}.{number >> 16 & 255}.{number >> 8 & 255}.77"
        verdict = identifier.identify(address).verdict
        assert not any(address in sentence(one) for one in verdict.evidence)


@pytest.mark.parametrize("code", list(EvidenceCode))
@pytest.mark.parametrize("supports", [True, False])
def test_every_reason_has_a_sentence(code: EvidenceCode, supports: bool) -> None:
    facts = (("value", "7"), ("network", "198.18.0.0/24"), ("holder", "Zonneveld"), ("asn", "64500"))

    words = sentence(Evidence(code, supports, facts, "Routing data", date(2026, 6, 17)))

    assert words.endswith(".")
    assert "%(" not in words


def test_certainty_has_three_steps() -> None:
    assert [certainty_words(value) for value in (0.97, 0.75, 0.6)] == ["very sure", "fairly sure", "less sure"]


def test_a_source_without_a_day_is_named_alone() -> None:
    assert source_words(Evidence(EvidenceCode.NO_NAME, True, (), "GeoLite2-ASN")) == "GeoLite2-ASN"


def test_a_thousand_addresses_take_seconds_with_start_up() -> None:
    addresses = "\n".join(f"145.{n % 200}.{n % 250}.9" for n in range(1000))
    began = time.monotonic()

    done = subprocess.run(
        [sys.executable, "manage.py", "identify", "--json"],
        cwd=ROOT,
        input=addresses,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert time.monotonic() - began < 15  # measured: about one second
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1000


@pytest.mark.parametrize(("index", "words"), [("{", "must be a JSON list"), (None, "is no folder")])
def test_recordings_that_cannot_be_read_are_named_in_one_line(tmp_path: Path, index: str | None, words: str) -> None:
    folder = tmp_path if index else tmp_path / "nowhere"
    if index:
        (tmp_path / "index.json").write_text(index)

    with pytest.raises(CommandError, match=words) as caught:
        call_command("identify", BUSINESS, recorded=folder)

    assert "\n" not in str(caught.value)


def test_an_installations_unfit_database_is_named_in_one_line(settings, tmp_path: Path) -> None:
    settings.ASN_DATABASE = tmp_path / "unfit.mmdb"
    settings.ASN_DATABASE.write_text("no database")
    forget_installed()
    try:
        with pytest.raises(CommandError, match=r"unfit\.mmdb"):
            call_command("identify", BUSINESS)
    finally:
        forget_installed()

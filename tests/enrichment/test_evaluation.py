"""The measures of identification, on rows made for them, and the command over real files."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from enrichment.evaluation import BadRowError, JudgedRow, Report, labelled_row, report_of
from enrichment.kinds import Kind
from enrichment.organisation_names import parse_name
from enrichment.verdict import Verdict
from tests.enrichment.rdap_answers import arin, ripe

BUSINESS, ACCESS = "147.12.18.170", "86.83.170.170"  # Adyen's and KPN's public ranges


def judged(
    expected: str, kind: str, company: str = "", *, wanted: str | None = None, answer: bool = False
) -> JudgedRow:
    row = {"ip": "198.51.100.1", "expected_kind": expected, "expected_company": wanted}
    name = parse_name(company) if company else None
    return JudgedRow(labelled_row(row, has_answer=answer), Verdict(Kind(kind), name, 0.9, (), "rule"))


def test_precision_counts_what_is_shown_and_may_be() -> None:
    report = report_of(
        [
            judged("business", "business", "Zonneveld"),
            judged("isp", "business", "Duinstroom"),
            judged("isp", "isp"),
            judged("education", "education", "Duin University"),
        ]
    )

    assert (report.precision, len(report.shown), len(report.forbidden)) == (0.5, 2, 1)


def test_recall_counts_businesses_by_how_they_are_known() -> None:
    rows = [judged("business", "business", "A B"), judged("business", "isp"), judged("business", "isp", answer=True)]

    report = report_of(rows)

    assert report.recall == pytest.approx(1 / 3)
    assert (report.recall_of_own_networks, report.recall_of_answers) == (0.5, 0.0)


@pytest.mark.parametrize("kind", ["isp", "mobile", "hosting", "vpn", "individual", "unknown"])
def test_a_company_is_forbidden_where_nobody_may_be_named(kind: str) -> None:
    assert len(report_of([judged(kind, "business", "Zonneveld")]).forbidden) == 1


@pytest.mark.parametrize(
    ("shown", "wanted", "right"),
    [
        ("Zonneveld B.V.", "ZONNEVELD", True),
        ("Zonneveld", "Zonneveld B.V.", True),
        ("Duin", "Zonneveld", False),
        ("KLM", "KLM (Koninklijke Luchtvaart Maatschappij)", True),
        ("Koninklijke Luchtvaart Maatschappij N.V.", "KLM (Koninklijke Luchtvaart Maatschappij)", True),
        ("ebm-papst Mulfingen", "Elektrobau Mulfingen (ebm-papst)", True),
        ("Zonneveld Bloemen", "Zonneveld", False),
        ("Zonneveld", None, True),
    ],
)
def test_names_are_compared_without_form_and_case(shown: str, wanted: str | None, right: bool) -> None:
    assert judged("business", "business", shown, wanted=wanted).is_named_right is right


def test_shares_of_nothing_are_whole() -> None:
    report = Report(())

    assert (report.precision, report.recall, report.names_right, report.kinds_right) == (1, 1, 1, 1)


@pytest.mark.parametrize("row", [{}, {"ip": "198.51.100.1"}, {"ip": "198.51.100.1", "expected_kind": "zeppelin"}])
def test_a_row_without_truth_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(BadRowError):
        labelled_row(row, has_answer=False)


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    rows = [
        {"ip": BUSINESS, "expected_kind": "business", "expected_company": "Adyen", "accept_kinds": ["business"]},
        {"ip": ACCESS, "expected_kind": "isp", "expected_company": None, "accept_kinds": ["isp"]},
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in rows))
    return tmp_path / "rows.jsonl"


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    folder = tmp_path / "answers" / "rdap"
    folder.mkdir(parents=True)
    (folder / "one.json").write_text(json.dumps(ripe("86.83.1.8", "86.83.1.15", descr=("Zonneveld Bloemen B.V.",))))
    (folder / "two.json").write_text(json.dumps(arin("Sunfield Dental", first="86.83.2.0", last="86.83.2.7")))
    label = {"kind": "business", "company": "Zonneveld Bloemen"}
    (folder / "index.json").write_text(json.dumps([{"file": "one.json", "ip": "86.83.1.9", "label": label}]))
    return tmp_path / "answers"


def run(**options: Any) -> tuple[int, str]:
    out = io.StringIO()
    try:
        call_command("evaluate_identification", stdout=out, **options)
        return 0, out.getvalue()
    except SystemExit as end:
        return int(str(end.code)), out.getvalue()


def test_rows_and_recorded_answers_are_measured_together(labelled: Path, recorded: Path) -> None:
    status, text = run(labelled=[labelled], recorded=recorded, json=True, min_precision=0.97, max_forbidden=0)

    report = json.loads(text)
    assert (status, report["rows"], report["shown"], report["precision"], report["recall"]) == (0, 3, 2, 1.0, 1.0)


def test_an_answer_serves_its_whole_range(recorded: Path, tmp_path: Path) -> None:
    row = {"ip": "86.83.2.5", "expected_kind": "business", "expected_company": "Sunfield Dental"}
    (tmp_path / "more.jsonl").write_text(json.dumps(row))

    _, text = run(labelled=[tmp_path / "more.jsonl"], recorded=recorded, json=True)

    assert json.loads(text)["recall_of_answers"] == 1.0


def test_a_missed_bound_ends_with_1_and_says_which(tmp_path: Path) -> None:
    row = {"ip": BUSINESS, "expected_kind": "isp", "accept_kinds": ["isp"]}
    (tmp_path / "wrong.jsonl").write_text(json.dumps(row))

    status, text = run(labelled=[tmp_path / "wrong.jsonl"], max_forbidden=0, min_precision=0.97)

    assert status == 1
    assert "missed: precision 0.000 is below 0.97" in text
    assert "missed: 1 companies are shown" in text
    assert f"{BUSINESS}: business Adyen" in text


def test_recall_has_a_bound_too(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps({"ip": ACCESS, "expected_kind": "business"}))

    assert run(labelled=[tmp_path / "rows.jsonl"], min_recall=0.9)[0] == 1


def test_the_table_is_for_people(labelled: Path) -> None:
    _, text = run(labelled=[labelled])

    assert "true \\ judged" in text
    assert "precision 1.000" in text


@pytest.mark.parametrize("text", ["no json", '{"ip": "bogus", "expected_kind": "isp"}', '{"expected_kind": "isp"}', ""])
def test_a_bad_file_is_told_in_one_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.jsonl").write_text(text)

    with pytest.raises((CommandError, ValueError)) as refusal:
        run(labelled=[tmp_path / "bad.jsonl"])

    assert "\n" not in str(refusal.value)


def test_a_folder_without_answers_is_told(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="holds no recorded answers"):
        run(recorded=tmp_path)

"""Names whose holders are known: the list itself, and what it may decide."""

import json
from pathlib import Path

import pytest

from enrichment.kinds import Kind
from enrichment.known_names import KNOWN_NAMES, key_of, kind_of, known_names
from enrichment.organisation_names import normalised, parse_name
from enrichment.personal_names import GIVEN_NAMES
from enrichment.verdict import judge
from tests.enrichment.network_findings import found

UNSEEN = ("held_out_networks", "held_out_more_networks")


def names() -> list[str]:
    return [line for line in KNOWN_NAMES.read_text().splitlines() if line and line[0] not in "#["]


def test_every_name_is_written_as_it_is_looked_up_and_stands_once() -> None:
    assert [name for name in names() if normalised(name) != name] == []
    assert len(names()) == len(known_names()) > 6000


def test_no_kind_is_of_a_person() -> None:
    assert set(known_names().values()) == {
        Kind.BUSINESS, Kind.EDUCATION, Kind.GOVERNMENT, Kind.ISP, Kind.HOSTING, Kind.UNKNOWN
    }  # fmt: skip


def test_names_that_were_kept_back_to_measure_are_not_in_it() -> None:
    rows = [json.loads(line) for sample in UNSEEN for line in _lines(sample)]

    assert [row["as_org"] for row in rows if "as_org" in row and kind_of(parse_name(row["as_org"]))] == []


def _lines(sample: str) -> list[str]:
    return Path(__file__).with_name(f"{sample}.jsonl").read_text().splitlines()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("BANCOLOMBIA S.A", Kind.BUSINESS),
        ("The Herald-Palladium", Kind.BUSINESS),
        ("Herald-Palladium Ltd.", None),
        ("Switch, Ltd", Kind.HOSTING),
        ("Switch", None),
        ("Regus Paris SAS", Kind.UNKNOWN),
    ],
)
def test_only_the_whole_name_counts(name: str, kind: Kind | None) -> None:
    assert kind_of(parse_name(name)) == kind


def test_a_single_word_counts_with_its_legal_form_only() -> None:
    assert key_of(parse_name("Zonneveld B.V.")) == "zonneveld bv"
    assert key_of(parse_name("Zonneveld Bakkers B.V.")) == "zonneveld bakkers"


def test_nobody_is_named_where_a_name_is_known_to_mislead() -> None:
    verdict = judge(found("Regus Paris SAS", country="FR"))

    assert (verdict.kind, verdict.organisation) == (Kind.UNKNOWN, None)


def test_a_name_that_a_person_could_have_counts_with_its_legal_form_only() -> None:
    """ "Frank Zonneveld" may be anybody."""
    pairs = [name.split() for name in names() if name.count(" ") == 1]

    assert key_of(parse_name("Frank Zonneveld Ltd.")) == "frank zonneveld ltd"
    assert {last for first, last in pairs if first in GIVEN_NAMES} <= {"llc", "corporation"}


def test_no_name_is_of_a_sole_trader() -> None:
    forms = [parse_name(name.upper()) for name in names()]

    assert [one.raw for one in forms if one.legal_form in {"e.K.", "GbR", "eenmanszaak", "V.O.F."}] == []

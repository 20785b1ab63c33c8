"""Names whose holders are known: the list itself, and what it may decide."""

import json
from pathlib import Path

import pytest

from enrichment.findings import Findings
from enrichment.kinds import Kind
from enrichment.known_names import KNOWN_NAMES, kind_of, known_names
from enrichment.network_finding import NetworkFinding
from enrichment.organisation_names import normalised, parse_name
from enrichment.personal_names import GIVEN_NAMES
from enrichment.registry_answer import read_answer
from enrichment.verdict import judge
from enrichment.visitor_verdict import judge_visitor
from tests.enrichment.network_findings import found
from tests.enrichment.rdap_answers import ripe

UNSEEN = ("held_out_networks", "held_out_more_networks")


def names() -> list[str]:
    return [line for line in KNOWN_NAMES.read_text().splitlines() if line and line[0] not in "#["]


def test_every_name_is_written_as_it_is_looked_up_and_stands_once() -> None:
    written = [name.partition(" @ ") for name in names()]

    assert [name for name, _, _ in written if normalised(name) != name] == []
    assert {len(country) for _, at, country in written if at} == {2}
    assert len(names()) == len(known_names()) > 6000


def test_no_kind_is_of_a_person() -> None:
    assert set(known_names().values()) == {
        Kind.BUSINESS, Kind.EDUCATION, Kind.GOVERNMENT, Kind.ISP, Kind.HOSTING, Kind.UNKNOWN
    }  # fmt: skip


def test_names_that_were_kept_back_to_measure_are_not_in_it() -> None:
    rows = [json.loads(line) for sample in UNSEEN for line in _lines(sample)]

    assert [row["as_org"] for row in rows if row.get("as_org", "") and _is_known(row["as_org"])] == []


def _is_known(name: str) -> bool:
    parsed = parse_name(name)
    return normalised(parsed.whole) in {known.partition(" @ ")[0] for known in known_names()}


def _lines(sample: str) -> list[str]:
    return Path(__file__).with_name(f"{sample}.jsonl").read_text().splitlines()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("BANCOLOMBIA S.A", "CO", Kind.BUSINESS),
        ("BANCOLOMBIA S.A", None, Kind.BUSINESS),
        ("Bancolombia Ltda", "CO", None),
        ("The Herald-Palladium", "US", Kind.BUSINESS),
        ("The Herald-Palladium", "NL", None),
        ("The Herald-Palladium", None, None),
        ("Switch, Ltd", "US", Kind.HOSTING),
        ("Switch", "US", None),
        ("Regus Paris SAS", "FR", Kind.UNKNOWN),
        ("Jan Jansen trading as Bancolombia S.A", "CO", None),
    ],
)
def test_only_the_whole_name_counts(name: str, country: str | None, kind: Kind | None) -> None:
    assert kind_of(parse_name(name), country) == kind


@pytest.mark.parametrize(
    "name",
    ["Delta Holding eenmanszaak", "Delta Holding V.O.F.", "Total Soft e.K.", "Jan Jansen h.o.d.n. Delta Holding"],
)
def test_a_person_who_trades_under_a_known_name_is_a_person(name: str) -> None:
    assert judge(found(name, country="NL")).kind is Kind.INDIVIDUAL


def test_nobody_is_named_where_a_name_is_known_to_mislead() -> None:
    verdict = judge(found("Regus Paris SAS", country="FR"))

    assert (verdict.kind, verdict.organisation) == (Kind.UNKNOWN, None)


def test_no_name_is_one_that_a_person_has() -> None:
    pairs = [name.partition(" @ ")[0].split() for name in names() if " @ " in name]

    assert [pair for pair in pairs if len(pair) == 2 and pair[0] in GIVEN_NAMES] == []


def test_no_name_is_of_a_sole_trader() -> None:
    forms = [parse_name(name.upper()) for name in names()]

    assert [one.raw for one in forms if one.legal_form in {"e.K.", "GbR", "eenmanszaak", "V.O.F."}] == []


@pytest.mark.parametrize(
    ("customer", "kind"),
    [
        ("BWI GmbH", Kind.GOVERNMENT),
        ("Delta Holding eenmanszaak", Kind.INDIVIDUAL),
        ("Huber Transport EU", Kind.INDIVIDUAL),
        ("Zonneveld Automatisering - Jan Jansen", Kind.INDIVIDUAL),
    ],
)
def test_a_registered_customer_is_what_is_known_of_the_name(customer: str, kind: Kind) -> None:
    network = NetworkFinding("5.0.0.0/16", 60_000, "Duinstroom Telecom B.V.", "Routing data", country="NL")
    answer = read_answer(ripe(organisation=customer))

    assert judge_visitor(Findings(network=network, registry=answer), judge(network)).kind is kind


def test_a_registered_customer_is_nobody_where_the_name_is_known_to_mislead() -> None:
    network = NetworkFinding("5.0.0.0/16", 60_000, "Duinstroom Telecom B.V.", "Routing data", country="NL")
    answer = read_answer(ripe(organisation="Regus Paris SAS"))

    assert judge_visitor(Findings(network=network, registry=answer), judge(network)).organisation is None

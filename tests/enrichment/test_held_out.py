"""Identification on networks and answers that were labelled before the rules saw them."""

import json
from functools import cache
from pathlib import Path

import pytest

from enrichment.evaluation import JudgedRow, Report, labelled_row, report_of
from enrichment.identification import Identifier
from enrichment.kinds import Kind
from enrichment.sources.kind_lists import KindLists, shipped_lists
from enrichment.sources.network_database import AsnDatabase, shipped_database
from enrichment.sources.recorded import RecordedAnswers
from tests.enrichment.invented_answers import FIRMS, PERSONS, ROWS, write_answers

NETWORKS = Path(__file__).with_name("held_out_networks.jsonl")
DOUBTFUL = {Kind.HOSTING, Kind.ISP, Kind.UNKNOWN}  # whoever is called so too is no clear business


@cache
def networks() -> tuple[dict[str, object], ...]:
    return tuple(json.loads(line) for line in NETWORKS.read_text().splitlines())


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Identifier:
    folder = tmp_path_factory.mktemp("held-out")
    return Identifier(AsnDatabase(shipped_database(folder)), KindLists(shipped_lists(folder)))


@pytest.fixture(scope="module")
def by_network(sources: Identifier) -> Report:
    """Random networks of the shipped data, in eight strata of countries."""
    rows = (labelled_row(row, has_answer=False) for row in networks())
    return report_of(JudgedRow(row, sources.identify(row.ip).verdict) for row in rows)


@pytest.fixture(scope="module")
def by_answer(sources: Identifier, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Invented answers in real networks."""
    folder = tmp_path_factory.mktemp("answers")
    write_answers(folder)
    recorded = RecordedAnswers(folder)
    asking = Identifier(sources.networks, sources.lists, live=(recorded,))
    rows = (labelled_row(row, has_answer=True) for row in recorded.index)
    return report_of(JudgedRow(row, asking.identify(row.ip).verdict) for row in rows)


def test_the_samples_are_large_enough_to_measure() -> None:
    assert len(networks()) > 800
    assert len(ROWS) == len({row.ip for row in ROWS}) >= 100
    assert len(FIRMS) >= 40
    assert len(PERSONS) >= 20


def test_hardly_any_company_is_shown_that_may_not_be(by_network: Report) -> None:
    wrong = [one.row.ip for one in by_network.forbidden if Kind.BUSINESS not in one.row.accepted]

    assert wrong == []
    assert by_network.precision >= 0.97


def test_those_shown_are_called_right(by_network: Report) -> None:
    assert by_network.names_right >= 0.95


def test_most_clear_businesses_with_a_network_of_their_own_are_found(by_network: Report) -> None:
    """At random, where the firms are small and unheard of; three of four are found by their names alone."""
    clear = [one for one in by_network.rows if one.row.expected is Kind.BUSINESS and not one.row.accepted & DOUBTFUL]

    assert len(clear) > 140
    assert by_network.recall_of(clear) >= 0.7


def test_no_person_is_ever_named(by_network: Report, by_answer: Report) -> None:
    people = [one for one in (*by_network.rows, *by_answer.rows) if one.row.expected is Kind.INDIVIDUAL]

    assert len(people) > 100
    assert [one.company for one in people if one.verdict.organisation is not None] == []


def test_answers_of_registries_show_no_company_that_is_none(by_answer: Report) -> None:
    assert [(one.row.ip, one.company) for one in by_answer.forbidden] == []
    assert by_answer.precision >= 0.97


def test_customers_behind_a_provider_are_found_by_the_answer(by_answer: Report) -> None:
    assert by_answer.recall_of_answers >= 0.9
    assert by_answer.names_right >= 0.95

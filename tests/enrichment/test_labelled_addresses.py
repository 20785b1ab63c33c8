"""The verdict against addresses whose holder is known; the rows stay outside the project."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from enrichment.identification import Identifier
from enrichment.kinds import Kind
from enrichment.organisation_names import parse_name
from enrichment.sources.network_database import AsnDatabase, shipped_database

ROWS = Path(__file__).parents[3] / "shared" / "registry" / "labelled_ip.jsonl"

pytestmark = pytest.mark.skipif(not ROWS.exists(), reason="the labelled addresses are not on this machine")


@cache
def rows() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(line) for line in ROWS.read_text().splitlines() if line.strip())


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Identifier:
    return Identifier(AsnDatabase(shipped_database(tmp_path_factory.mktemp("asn"))))


def bare(name: str) -> str:
    return parse_name(name).normalised


def test_no_company_is_named_for_anybody_else(database: Identifier) -> None:
    others = {"isp", "mobile", "hosting", "vpn", "individual", "unknown"}
    wrong = [
        row["ip"]
        for row in rows()
        if row["expected_kind"] in others and database.identify(row["ip"]).verdict.kind is Kind.BUSINESS
    ]

    assert wrong == []


def test_nine_of_ten_businesses_are_found_and_hardly_anything_else(database: Identifier) -> None:
    shown = [row for row in rows() if database.identify(row["ip"]).verdict.kind is Kind.BUSINESS]
    business = [row for row in rows() if row["expected_kind"] == "business"]

    right = [row for row in shown if "business" in row["accept_kinds"]]
    assert len(right) / len(shown) >= 0.97
    assert len([row for row in business if row in shown]) / len(business) >= 0.9


def test_the_names_are_right(database: Identifier) -> None:
    named = [(row, database.identify(row["ip"]).verdict.organisation) for row in rows()]
    compared = [(row, name) for row, name in named if name is not None and row["expected_company"]]

    right = [row for row, name in compared if name.normalised in bare(row["expected_company"])]
    partly = [row for row in rows() if row["expected_company"] and "(" in row["expected_company"]]
    assert len(right) >= len(compared) - len(partly)


def test_the_kinds_are_right(database: Identifier) -> None:
    right = [row for row in rows() if database.identify(row["ip"]).verdict.kind.value in row["accept_kinds"]]

    assert len(right) / len(rows()) >= 0.95

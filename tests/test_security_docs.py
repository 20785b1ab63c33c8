"""The threat model and the ASVS table name tests and files that exist."""

import re

import pytest

from tests.conftest import ROOT

NAMED = re.compile(r"`((?:tests|connectleads|consent|tracking|enrichment|dashboard|templates|static|docs)/[\w./-]+)`")
ALONE = re.compile(r"`(Caddyfile|Dockerfile|Makefile|docker-compose\.yml|pyproject\.toml|requirements/[\w.]+)`")


def rows(name: str) -> list[list[str]]:
    met = (ROOT / "docs" / name).read_text().split("## Not met")[0]
    lines = [line for line in met.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if row[0] not in ("threat", "id") and set(row[0]) != {"-"}]


@pytest.mark.parametrize("name", ["threat-model.md", "asvs.md", "backup.md"])
def test_every_file_it_names_exists(name: str):
    text = (ROOT / "docs" / name).read_text()
    named = NAMED.findall(text) + ALONE.findall(text)

    assert named
    assert [one for one in named if not (ROOT / one).exists()] == []


@pytest.mark.parametrize("name", ["threat-model.md", "asvs.md"])
def test_every_row_names_what_holds_it(name: str):
    found = rows(name)

    assert len(found) > 30
    assert [row for row in found if not (NAMED.search(row[-1]) or ALONE.search(row[-1]))] == []


def test_no_requirement_is_listed_twice():
    ids = [row[0] for row in rows("asvs.md")]

    assert len(ids) > 100
    assert sorted(set(ids)) == sorted(ids)
    assert all(re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{1,2}", one) for one in ids)


def test_every_threat_is_one_of_the_six_kinds():
    assert {row[0].split(":")[0] for row in rows("threat-model.md")} == set("STRIDE")

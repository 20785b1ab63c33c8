"""`manage.py decide_consent`: one line for each vector, the sum, and a clear word on a file that is amiss."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.consent.more_vectors.cookiebot import NO, YES
from tests.consent.more_vectors.vector import vector

GOOD = vector("good", "cookiebot", "CookieConsent", YES, "yy")
LESS = vector("less", "cookiebot", "CookieConsent", NO, "yn")


def run(tmp_path: Path, content: str | bytes) -> tuple[list[str], int, str]:
    """The lines that were written, the exit code, and the last word."""
    path, out = tmp_path / "vectors.json", StringIO()
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    try:
        call_command("decide_consent", vectors=path, stdout=out)
    except CommandError as problem:
        return out.getvalue().splitlines(), problem.returncode, str(problem)
    return out.getvalue().splitlines(), 0, ""


def test_a_line_for_each_vector_and_the_sum(tmp_path: Path):
    lines, code, _ = run(tmp_path, json.dumps([GOOD, LESS]))

    assert code == 0
    assert lines == [
        "ok        cookiebot: good: expected valid statistics=yes marketing=yes record, "
        "got valid statistics=yes marketing=yes record (granted)",
        "ok        cookiebot: less: expected valid statistics=yes marketing=no drop, "
        "got valid statistics=yes marketing=no drop (refused)",
        "2 vectors: 2 as expected, 0 different",
    ]


def test_any_difference_ends_with_1(tmp_path: Path):
    lines, code, word = run(tmp_path, json.dumps([GOOD | {"record_default": False}, LESS]))

    assert (code, word) == (1, "The gate differs from the vectors.")
    assert [line.split(":")[0] for line in lines] == ["DIFFERENT cookiebot", "ok        cookiebot", "2 vectors"]
    assert lines[-1] == "2 vectors: 1 as expected, 1 different"


@pytest.mark.parametrize("name", ["google-fc", "wp-consent", "quantcast", "Cookiebot", ""])
def test_a_platform_that_the_gate_does_not_know_is_a_difference_and_no_crash(tmp_path: Path, name: str):
    lines, code, _ = run(tmp_path, json.dumps([GOOD | {"cmp": name}, LESS]))

    assert code == 1
    assert lines[0].startswith("DIFFERENT")
    assert lines[0].endswith("got invalid statistics=unknown marketing=unknown drop (unsupported_platform)")
    assert lines[-1] == "2 vectors: 1 as expected, 1 different"


def test_an_unknown_platform_that_is_expected_to_prove_nothing_is_as_expected(tmp_path: Path):
    nothing = vector("nothing", "home-made", "consent", "true", "--")

    assert run(tmp_path, json.dumps([nothing]))[1] == 0


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"context": {}}, "now is no text"),
        ({"context": None}, "context is no object"),
        ({"context": {"now": "yesterday"}}, "now is no ISO 8601 time"),
        ({"context": GOOD["context"] | {"mapping": {"marketing": "ga"}}}, "mapping.marketing is no list of names"),
        ({"context": GOOD["context"] | {"mapping": []}}, None),
        ({"context": GOOD["context"] | {"tcf": {"mode": "all"}}}, "tcf.mode is none of vendor, purposes"),
        ({"context": GOOD["context"] | {"other_cookies": {"a": 1}}}, "a is no text"),
        ({"context": GOOD["context"] | {"cookie_header": 1}}, "cookie_header is no text"),
        ({"context": GOOD["context"] | {"max_age_days": "30"}}, "max_age_days is no whole number"),
        ({"expect": {"valid": True}}, "statistics is none of true, false and null"),
        ({"expect": GOOD["expect"] | {"marketing": "yes"}}, "marketing is none of true, false and null"),
        ({"raw_value": 1}, "raw_value is no text"),
        ({"id": 1}, "id is no text"),
        ({"cmp": None}, "cmp is no text"),
    ],
)
def test_a_vector_that_cannot_be_read_differs_and_the_others_are_asked(tmp_path: Path, change: dict, word: str | None):
    lines, code, _ = run(tmp_path, json.dumps([GOOD | change, LESS]))

    assert lines[0] == (f"DIFFERENT {(GOOD | change)['id']}: cannot be read, {word}" if word else lines[0])
    assert lines[-1] == f"2 vectors: {2 - code} as expected, {code} different"
    assert code == (1 if word else 0)


def test_what_is_no_vector_at_all_has_its_number(tmp_path: Path):
    lines, code, _ = run(tmp_path, '["a", 7, {}]')

    assert code == 1
    assert [line.split(":")[0] for line in lines] == [
        "DIFFERENT number 1",
        "DIFFERENT number 2",
        "DIFFERENT number 3",
        "3 vectors",
    ]


def test_parts_that_nobody_asks_for_are_passed_over(tmp_path: Path):
    more = GOOD | {"note": "n", "fidelity": "constructed", "unheard": [1], "context": GOOD["context"] | {"x": {}}}

    assert run(tmp_path, json.dumps([more]))[1] == 0


def test_every_line_can_be_shown_whatever_the_file_holds(tmp_path: Path):
    strange = GOOD | {"id": "a\nb\ud800é", "raw_value": "\ud800\x00é", "record_default": False}
    strange["expect"] = {"statistics": None, "marketing": None, "valid": False}

    lines, code, _ = run(tmp_path, json.dumps([strange]))

    assert code == 0
    assert len(lines) == 2
    assert lines[0].startswith("ok        a\\nb\\ud800\\xe9: ")


def test_a_time_without_a_zone_is_in_utc(tmp_path: Path):
    assert run(tmp_path, json.dumps([GOOD | {"context": {"now": "2025-12-01T00:00:00"}}]))[1] == 0


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("", "is no JSON"),
        ("{}x", "is no JSON"),
        (b"\xff\xfe", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("[]", "is no JSON array with vectors in it"),
        ("{}", "is no JSON array with vectors in it"),
        ("7", "is no JSON array with vectors in it"),
    ],
)
def test_a_file_without_vectors_ends_with_2_and_one_line(tmp_path: Path, content: str | bytes, word: str):
    lines, code, said = run(tmp_path, content)

    assert (lines, code) == ([], 2)
    assert word in said
    assert "vectors.json" in said
    assert "\n" not in said


@pytest.mark.parametrize("path", ["missing.json", "."])
def test_a_file_that_cannot_be_read_ends_with_2(tmp_path: Path, path: str):
    with pytest.raises(CommandError, match="cannot be read") as failure:
        call_command("decide_consent", vectors=tmp_path / path, stdout=StringIO())

    assert failure.value.returncode == 2

"""Each rule of the specification by a vector of our own, and each of them at every byte."""

import json
import re
from collections import Counter
from importlib import import_module
from io import StringIO
from pathlib import Path
from pkgutil import iter_modules

import pytest
from django.core.management import call_command

import tests.consent.more_vectors as package
from consent.platforms import PLATFORMS
from consent.reasons import Reason
from consent.vectors import Vector, read_vector
from tests.consent.mutations import beside, changed, cut, flipped, granted, within

MODULES = [module.name for module in iter_modules(package.__path__) if module.name != "vector"]
RAW = [raw for name in MODULES for raw in import_module(f"{package.__name__}.{name}").VECTORS]
VECTORS = [(read_vector(raw), raw["undo"]) for raw in RAW]
YES = [vector for vector, _ in VECTORS if vector.expected.is_recorded]
NO = [(vector, undo) for vector, undo in VECTORS if not vector.expected.is_recorded]
# What a granting value may lose at its end and still grant: whole parts, or some of a part that nobody judges.
WHOLE_PARTS = r"(?:&|,|%2C|%252C|%26|!|_|\.).*"
UNJUDGED = {"onetrust": r"(?:&|%26)(?:geolocation|isIABGlobal)(?:=|%3D)", "tcf": r"[A-Za-z0-9_-]{8}(?=A$)"}


@pytest.mark.parametrize("vector", [vector for vector, _ in VECTORS], ids=lambda vector: vector.id)
def test_every_vector_of_our_own_is_answered_as_the_rules_say(vector: Vector):
    assert str(vector.answer()) == str(vector.expected)


def test_there_are_enough_of_them_and_every_platform_has_one():
    assert len(RAW) >= 120
    assert [one for one, times in Counter(raw["id"] for raw in RAW).items() if times > 1] == []
    assert {vector.policy.platform for vector, _ in VECTORS} >= set(PLATFORMS)


def test_the_command_reads_them_from_a_file(tmp_path: Path):
    path, out = tmp_path / "vectors.json", StringIO()
    path.write_text(json.dumps(RAW))

    call_command("decide_consent", vectors=path, stdout=out)

    assert out.getvalue().splitlines()[-1] == f"{len(RAW)} vectors: {len(RAW)} as expected, 0 different"


@pytest.mark.parametrize("module", MODULES)
def test_no_changed_byte_makes_a_yes_but_where_it_undoes_what_is_wrong(module: str):
    of_it = {raw["id"] for raw in import_module(f"{package.__name__}.{module}").VECTORS}

    assert [
        (vector.id, place, other[max(0, place - 12) : place + 12])
        for vector, undo in NO
        if vector.id in of_it
        for place, other in granted(vector)
        if not within(undo or "(?!)", vector.evidence.value or "", place)
    ] == []


def test_a_yes_that_is_cut_stays_one_only_between_whole_parts_or_in_a_part_that_nobody_judges():
    assert [
        (vector.id, value[place - 12 : place], value[place:][:12])
        for vector in YES
        for value in [vector.evidence.value or ""]
        for place, other in cut(value)
        if changed(vector, other).decide().is_granted
        and not re.fullmatch(WHOLE_PARTS, value[place:])
        and not re.search(UNJUDGED.get(vector.policy.platform, "(?!)"), value[max(0, place - 30) : place + 1])
    ] == []


def test_a_yes_that_is_flipped_anywhere_has_an_answer_and_never_one_without_marketing():
    for vector in YES:
        for _, other in flipped((vector.evidence.value or "")[:300]):
            decision = changed(vector, other).decide()
            assert not decision.is_granted or (decision.marketing, decision.value) == (True, other)


def test_no_changed_byte_beside_a_value_that_lacks_a_yes_makes_one():
    of_itself = {
        Reason.REFUSED,
        Reason.UNKNOWN_CATEGORY,
        Reason.NO_OPTIN_ASSERTION,
        Reason.VENDOR_NOT_NAMED,
        Reason.WRONG_PLATFORM,
        Reason.UNSUPPORTED_PLATFORM,
    }
    asked = [vector for vector, _ in NO if vector.decide().reason in of_itself]

    assert len(asked) > 50
    assert [one.id for vector in asked for one in beside(vector) if one.decide().is_granted] == []

"""The list of parts: complete, valid by CycloneDX's own schema, and the same each time."""

import json
import re

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.conftest import ROOT
from tests.parts_list import parts_list

LOCK = (ROOT / "requirements" / "run.txt").read_text()


def test_every_pinned_library_is_in_it_with_its_version_and_digests():
    components = parts_list(LOCK)["components"]

    pinned = re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", LOCK, re.MULTILINE)
    assert [(one["name"], one["version"]) for one in components] == pinned
    assert sum(len(one["properties"]) for one in components) == LOCK.count("--hash=sha256:")
    assert all(one["properties"] for one in components)


def test_it_is_valid_by_the_schema_of_the_format():
    text = json.dumps(parts_list(LOCK))

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_the_schema_check_can_fail():
    wrong = {**parts_list(LOCK), "components": [{"type": "nonsense"}]}

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(wrong)) is not None


def test_licences_of_what_is_installed_are_told():
    told = {one["name"]: one.get("licenses") for one in parts_list(LOCK)["components"]}

    assert "BSD" in str(told["django"])
    assert sum(bool(licences) for licences in told.values()) > len(told) * 0.9


def test_the_same_lock_gives_the_same_list():
    assert parts_list(LOCK) == parts_list(LOCK)
